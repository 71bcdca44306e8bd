"""Puts the sentences of a text together as they tell of one action after the other: what lacks, what is done, the rest.

Each sentence is weighed by itself and by those beside it; whether the whole is an action is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from followup.intake.fields import Field
from followup.intake.prose.acting import actor, agent
from followup.intake.prose.clauses import label_told, taker_of
from followup.intake.prose.common_checks import is_of_all
from followup.intake.prose.days_inside import day_of_doing
from followup.intake.prose.lacking import is_found, lacks
from followup.intake.prose.leaning import is_courtesy, is_meeting, is_passive, is_past, is_perfect, is_report, lean
from followup.intake.prose.looking import check_told
from followup.intake.prose.people_told import Names, is_crowd
from followup.intake.prose.tails import apart, sentence_fields
from followup.intake.sentences import sentences_of

Told = dict[Field, str]
NOTHING, REPORTED, FIRM, SURE, UNWEIGHED = -2.0, -3.5, 2.0, 4.0, -9.0
"""What is no action; what is but reported; what a plain form of doing, and a heading of measures, weighs; no weight."""
_COUNTING = re.compile(
    r"(?i)^(?:för det (?:första|andra|tredje|fjärde|femte|sjätte)|for det (?:første|andre|andet|tredje|fjerde)"
    r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|slutligen|vidare|dessutom|endvidere|videre"
    r"|till sist|til slutt|til sidst|lastly|also)\b"
)
_LEADING = re.compile(
    r"(?i)\b(?:följande|nedan(?:stående)?|the following|as follows|set out below|below|this is what we"
    r"|these are|følgende|nedenfor|(?:två|tre|fyra|fem) (?:\w+ )?(?:uppgifter|områden|delar))\b"
)
"""A sentence that leads to what is told after it."""
_COUNTED_AHEAD = re.compile(
    r"(?i)\b(?:två|tre|fyra|fem|sex|two|three|four|five|to|fire) (?:saker|åtgärder|punkter|förändringar|ändringar"
    r"|things|actions|changes|ting|tiltag|tiltak|endringer|ændringer)\b"
)
"""A sentence that says how many things are told after it, each in a sentence of its own."""
_CLAUSES = re.compile(r"\s[–—-]\s|;\s|:\s|,\s(?:(?:och|and|og)\s)?(?=[A-ZÅÄÖÆØ])")
_DEFINITE = re.compile(r"(?:arna|erna|orna|rna|ene|erne|na|en|et|n|t)$")
LEAST_OF_STEM = 4
_OF_BEFORE = re.compile(r"(?i)\s(?:det|detta|dem|dette|this|it|these)\b")
"""What stands for what was told in the sentence before."""
_FIRST_PERSON = re.compile(r"(?i)(?:vi|jag|we|i|jeg)\s")
MOST_OF_LINE, MOST_OF_TOPIC = 2, 4
_BEING_ASIDE = 2
"""Sentences of so few words ("Vi instämmer.") are courtesies where they tell no field."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is known where a text stands: whom the document names, who writes, what one expects there."""

    names: Names = frozenset()
    sender: str = ""
    expected: float = 0.0
    is_line: bool = False


@dataclass(slots=True)
class Passage:
    """The sentences of one action in the making."""

    lacking: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    told: Told = field(default_factory=dict)
    weight: float = UNWEIGHED
    doers: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    timed: list[str] = field(default_factory=list)
    is_one_each: bool = False

    def words(self) -> Told:
        """What is told of it, also inside the sentences of what is done."""
        known = (each for each in [*self.timed, *self.doers] if not is_crowd(each))
        who = next(known, next(iter(self.doers), ""))
        when = self.told.get(Field.START) or next(iter(self.days), "")
        found = {Field.RESPONSIBLE: who, Field.DUE: when} | self.told
        if Field.FOLLOW_UP in found and found.get(Field.FOLLOW_UP_RESPONSIBLE) == "":
            found[Field.FOLLOW_UP_RESPONSIBLE] = found[Field.RESPONSIBLE]
        return {name: said for name, said in found.items() if said}

    @property
    def is_whole(self) -> bool:
        return bool(self.main) and {Field.RESPONSIBLE, Field.DUE} <= self.words().keys()

    def take(self, heard: Heard) -> None:
        """Take a sentence for what is done."""
        self.main.append(heard.main)
        self.told = heard.tails | self.told
        self.weight = max(self.weight, heard.weight)
        self.doers += [heard.who] if heard.who else []
        self.days += [heard.day] if heard.day else []
        self.timed += [heard.who] if heard.who and (heard.day or Field.DUE in heard.tails) else []

    def take_need(self, sentence: str) -> None:
        """Take a sentence of how it stands: before what is done for what lacks, after it as part of it."""
        if self.main:
            self.main.append(sentence)
            self.days += [day] if not self.days and is_passive(sentence) and (day := day_of_doing(sentence)) else []
        elif not is_report(sentence):
            self.lacking.append(sentence)

    @property
    def is_topic(self) -> bool:
        """Nothing has been heard but a word or two of what it is about."""
        is_short = len(self.main) == 1 and len(self.main[0].split()) <= _BEING_ASIDE
        return is_short and self.weight < 1 and not self.words()

    def reopen(self) -> None:
        """Take what has been heard for how it stands, or what it is about, since what lacks is told after it."""
        self.lacking, self.main, self.weight = [*self.lacking, *self.main], [], UNWEIGHED

    def answer(self) -> None:
        """Take what stands last before who and when are told for what is done, if it was weighed as how it stands."""
        if not self.main and self.lacking:
            self.main.append(self.lacking.pop())
            self.weight = lean(self.main[-1])
            self.days += [day] if (day := day_of_doing(self.main[-1])) else []


@dataclass(slots=True)
class Heard:
    """One sentence weighed: what it tells to be done, what its tails tell, who acts in it and when."""

    main: str
    tails: Told
    who: str
    day: str
    weight: float = 0.0

    @property
    def is_acted(self) -> bool:
        """Somebody acts, and not only many at once, who may as well be those it is done for."""
        return bool(self.who) and not is_crowd(self.who)


def passages_of(text: str, place: Place) -> list[Passage]:
    """The sentences of a text, put together as they tell of one action after the other."""
    passages = [Passage()]
    sentences = sentences_of(text)
    is_prose = len(sentences) > MOST_OF_LINE and len(sentences[0].split()) > MOST_OF_TOPIC
    place = replace(place, is_line=place.is_line and not is_prose)
    for index, sentence in enumerate(sentences):
        _hear(passages, sentence, place, following=sentences[index + 1 :])
    return passages


def _hear(passages: list[Passage], sentence: str, place: Place, following: Sequence[str]) -> None:
    now = passages[-1]
    is_counting = _COUNTED_AHEAD.search(sentence) is not None
    now.is_one_each = now.is_one_each or is_counting
    is_leading = is_counting or _LEADING.search(sentence) is not None
    if is_leading or is_courtesy(sentence) or (not now.main and is_of_all(sentence)):
        return
    told = _fields(sentence, now, place)
    if told:
        now.answer()
        now.told = told | now.told
        return
    heard = _weighed(sentence, now, place)
    if (
        is_report(heard.main)
        and lean(heard.main) < 1
        and not (now.lacking and (heard.who or heard.tails or is_perfect(heard.main)))
    ):
        now.main += [heard.main] if now.main else []
        now.days += [heard.day] if now.main and heard.day else []
        return
    if _begins(now, sentence, heard, following):
        now = Passage(is_one_each=now.is_one_each)
        passages.append(now)
    _sort(now, sentence, heard, place, following)


def _sort(now: Passage, sentence: str, heard: Heard, place: Place, following: Sequence[str]) -> None:
    """Take a sentence for what lacks or for what is done, by its weight and by those that follow it."""
    is_alone = not (now.main or now.lacking or following)
    if REPORTED < heard.weight < 0 and place.expected >= SURE and is_alone:
        heard.weight = 0.0
    is_weak = heard.weight < 1 and not (now.main or now.lacking or heard.tails or place.is_line)
    is_need = heard.weight < 0 or (is_weak and _is_answered(following, heard.weight, place))
    if is_need and not heard.tails:
        if following and now.is_topic:
            now.reopen()
        now.take_need(sentence)
    elif len(sentence.split()) > _BEING_ASIDE or _FIRST_PERSON.match(sentence) is None:
        now.take(heard)


def _weighed(sentence: str, now: Passage, place: Place) -> Heard:
    main, tails = apart(sentence, place.names)
    is_timed = Field.DUE in dict(tails) or is_past(main.split(" ", 1)[0].casefold())
    heard = Heard(main, dict(tails), _doer(main, place), "" if is_timed else day_of_doing(main))
    weight = lean(main) + _of_done(main, now, place)
    if heard.is_acted and weight > NOTHING and not (lacks(main) or is_perfect(main)):
        weight = max(weight, 0.0)
    heard.weight = weight + 1.0 * heard.is_acted + 0.5 * bool(heard.day or tails)
    return heard


def _of_done(main: str, now: Passage, place: Place) -> float:
    """What the perfect weighs: what has been done about what is lacking is done; by itself it is a report."""
    if not is_perfect(main):
        return 0.0
    if now.lacking and not now.main:
        return 1.0
    return 0.0 if now.main or place.expected >= SURE else -1.5


def _fields(sentence: str, now: Passage, place: Place) -> Told:
    """The fields that a whole sentence tells and nothing else, where there is something for it to tell of."""
    if is_meeting(sentence):
        return {}
    labelled = label_told(sentence.rstrip("."))
    if labelled or not _may_be_told_of(now, sentence):
        return labelled
    told = sentence_fields(sentence, place.names, now.told)
    told = told or (check_told(sentence, place.names) if now.main else {})
    if Field.FOLLOW_UP in now.told and told.keys() == {Field.RESPONSIBLE} and Field.RESPONSIBLE in now.told:
        return {Field.FOLLOW_UP_RESPONSIBLE: told[Field.RESPONSIBLE]}
    return told


def _may_be_told_of(now: Passage, sentence: str) -> bool:
    """Say whether there is something that a sentence could tell who and when of."""
    if now.main:
        return True
    is_found_only = len(now.lacking) == 1 and (lacks(now.lacking[0]) or is_found(now.lacking[0]))
    return bool(now.lacking) and not is_found_only and not taker_of(sentence)


def _doer(main: str, place: Place) -> str:
    clauses = [main, *(each for each in _CLAUSES.split(main)[1:] if " " in each)]
    lines = [place.is_line, *(True for _ in clauses[1:])]
    acting = (
        actor(clause, place.names, place.sender, is_line=is_line)
        for clause, is_line in zip(clauses, lines, strict=True)
    )
    found = [who for who in acting if who]
    known = next((who for who in found if not is_crowd(who)), "")
    return taker_of(main) or known or agent(main, place.names) or next(iter(found), "")


def _is_answered(following: Sequence[str], weight: float, place: Place) -> bool:
    """Say whether the next sentence that tells more than fields leans more to doing than one of how it stands."""
    for sentence in following:
        if not sentence_fields(sentence, place.names, {}):
            main, _ = apart(sentence, place.names)
            return lean(main) + (1.0 if _doer(main, place) else 0.0) >= weight + 1.0
    return False


def _goes_on(sentence: str, main: Sequence[str]) -> bool:
    """Say whether a sentence begins with the thing that was told of before, now known ("en mall … Mallen tas fram")."""
    first, *others = sentence.casefold().split()
    known = others[0] if first in {"the", "this", "denne", "dette"} and others else _DEFINITE.sub("", first)
    is_known = known != first and len(known) >= LEAST_OF_STEM
    return is_known and known in " ".join(main).casefold()


def _begins(now: Passage, sentence: str, heard: Heard, following: Sequence[str]) -> bool:
    """Say whether a sentence begins another action than the one being told."""
    if not now.main or _COUNTING.match(sentence):
        return bool(now.main)
    if heard.weight < 0:
        return bool(now.words()) and bool(following)
    if now.is_one_each and heard.weight >= 1:
        return True
    if _goes_on(sentence, now.main):
        return False
    is_other = heard.is_acted and heard.who not in now.doers and heard.weight >= FIRM
    if not heard.day and _OF_BEFORE.search(heard.main):
        return False
    is_told = bool(heard.day or (heard.who and Field.RESPONSIBLE in now.told) or is_other)
    return heard.weight >= 1 and now.is_whole and is_told
