"""Reads actions out of a paragraph of prose: what is lacking, what will be done, who does it, until when.

Only for documents that promise actions and have no labels for them. A paragraph is one only if it tells both who and
when, or is a decision that tells one thing about itself; all else stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from followup.intake.dating import date_within, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.prose.clauses import NAME, clauses_of, fields_told, is_sure, taker_of, without_article
from followup.intake.prose.days_inside import day_within
from followup.intake.prose.lacking import SAID, is_lacking
from followup.intake.prose.promises import is_decided
from followup.intake.sentences import sentences_of

Told = dict[Field, str]
LONGEST = 1000
_LABELLED = re.compile(r"^[^:.]{1,60}:\s")
_MYSELF = re.compile(r"\b(?:[Jj]ag|I|[Jj]eg)\b")
_DECISION = re.compile(
    r"(?i)^(?:it was (?:agreed|decided)|(?:det )?(?:beslut(?:ades|ar|ade)?|bestämdes|enades om)"
    r"|[\w ]{3,30}? (?:beslutade|beslöt|enades om"
    r"|bestämde|agreed|decided|vedtok|besluttede))\s+(?:att|that|at|å)\s+"
)
"""What stands before what somebody is to do in a decision ("It was agreed that …")."""
_COMMISSION = re.compile(r"(?i)^(?:att\s+)?(?:ge|uppdra åt|be)\s+(?P<who>(?:[\w.-]+\s+){1,5}?)(?:i uppdrag\s+)?att\s")
"""Who is given something to do ("ge studierektor Bo Lind i uppdrag att …")."""
_WILL = re.compile(r"(?i)\b(?:ska|skall|will|skal|vil|kommer att|agreed to|åtog sig)\b")
_COUNTING = re.compile(
    r"(?i)(?:för det (?:första|andra|tredje|fjärde|femte|sjätte)|for det (?:første|andre|andet|tredje|fjerde)"
    r"|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|finally,)\s"
)
_AGENT = re.compile(
    r"\s(?:[a-zåäöæø]{2,}s|(?:is|be|are)\s+\w+)\s+(?:\w+\s+){0,2}(?:av|by|af)\s+(?P<who>[^.,;]{3,80}?)"
    r"(?=[.,;]|$|(?<!tillsammans)(?<!samråd)(?<!together)(?<!sammen)\s+(?:med|with)\b|\s+(?:till|senast|före"
    r"|innan|under|i|by|before|in|inden|innen|och|som|så|för|vid|på|hos|at|each"
    r"|every|varje|from"
    r"|från|and"
    r"|og)\b)"
)
"""Who something is done by, in the passive ("tas fram av Bo Lind till den 1 februari")."""
_DOER = re.compile(
    rf"^(?P<who>(?:(?:The|Alla|Samtliga|All|Our|Alle)\s+)?{NAME}(?:[,]?\s+(?:(?:och|and"
    rf"|og)\s+)?{NAME}){{0,5}}?,?(?:\s*\([^)]{{3,40}}\))?)\s+"
    r"(?:(?:ska|skall|will|skal|vil)(?! (?:få|ha|kunna|erbjudas|vara|have|receive|be |få|ha|være|kunne|få"
    r"|tilbydes|tilbys))|would|agreed to|åtog sig att|lovade att|har lovat|har åtagit sig|har tagit på sig"
    r"|f(?:ick|år) i uppdrag att|har (?:påbörjat|börjat"
    r"|inlett|fått i uppdrag|i uppdrag)|has (?:begun|started|been asked)"
    r"|to|kommer att|kommer til å|leads|organises|arranges|drafts|rewrites|updates"
    r"|sets|takes|books"
    r"|prepares|produces|runs|(?!(?:är|har|var|under|efter|eller|över|per|får|kan|bör|er|får|tycker|menar|anser"
    r"|saknar"
    r"|påpekar|noterar|mangler|mener|etter|efter|eller|over|other|after|never|their|for|our|number|year"
    r"|sker|hver|hvert|år|gånger|når|når|før|når|clear|klar)\b)[a-zåäöæø]{2,}r)\s"
)


@dataclass(slots=True)
class _Passage:
    """The sentences of one action in the making."""

    lacking: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    told: Told = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return bool(self.main) and {Field.RESPONSIBLE, Field.DUE} <= self.words("").keys()

    def words(self, sender: str) -> Told:
        """What is told of it, also inside the sentences of what is done."""
        who, when = _inside(self.main, sender, is_told=bool(self.told))
        begun = self.told.get(Field.START, "")
        found = {Field.RESPONSIBLE: who, Field.DUE: begun or when} | self.told
        return {name: said for name, said in found.items() if said}


def actions_in_prose(text: str, sender: str = "", *, is_plan: bool = False) -> list[Told]:
    """The actions that a paragraph of prose tells of, one after the other, each with its measure.

    `sender` is who writes it, where that is told: who says "jag" is that. In what is called a plan (`is_plan`) a
    measure against something lacking is an action also where only one thing is told of it.
    """
    if len(text) > LONGEST:
        return []
    passages = _passages(sentences_of(text), sender)
    if len(passages) > 1:
        _drop_opening(passages[0], sender)
    found = [_action(passage, sender, is_plan=is_plan) for passage in passages]
    if len(passages) > 1 and any(found[1:]) and not found[0]:
        passages, found = passages[1:], found[1:]
    if len(passages) > 1 and any(found):
        found = [told or _promised(passage, sender) for told, passage in zip(found, passages, strict=True)]
    if all(found) or len(passages) == 1:
        return [each for each in found if each]
    whole = _action(_joined(passages), sender, is_plan=is_plan)
    return [whole] if whole else []


def _passages(sentences: Sequence[str], sender: str) -> list[_Passage]:
    passages = [_Passage()]
    for place, sentence in enumerate(sentences):
        is_counted = _COUNTING.match(sentence) and (passages[-1].main or passages[-1].lacking)
        if is_counted or (passages[-1].is_whole and _begins_another(sentence)):
            passages.append(_Passage())
        _hear(passages[-1], sentence, sender, is_last=place + 1 == len(sentences))
    return passages


def _drop_opening(passage: _Passage, sender: str) -> None:
    """Leave out what a paragraph of several actions begins with before the first of them."""
    acting = [place for place, each in enumerate(passage.main) if _doer(each, sender) and day_within(each)]
    passage.main = passage.main[acting[0] :] if acting else passage.main


def _begins_another(sentence: str) -> bool:
    """Say whether a sentence tells of somebody who does another thing until another day, or counts a further thing."""
    if _COUNTING.match(sentence):
        return True
    if all(fields_told(clause, {}) for _, clause in clauses_of(sentence)):
        return False
    who = _doer(sentence, "")
    return bool(who and (day_within(sentence) or _WILL.search(sentence))) or is_decided(sentence)


def _hear(passage: _Passage, sentence: str, sender: str, *, is_last: bool) -> None:
    """Take one sentence in: as what is lacking, as what is told of the action, or as what is done."""
    is_first = not passage.main
    acts = bool(_actor(sentence, sender) and day_within(sentence))
    if is_first and not is_last and is_lacking(sentence) and not acts and not is_decided(sentence):
        passage.lacking.append(sentence)
        return
    checked = False
    for place, (sign, clause) in enumerate(clauses_of(sentence)):
        found = {} if not passage.main and taker_of(clause) else fields_told(clause, passage.words(sender))
        if checked and found.keys() == {Field.RESPONSIBLE}:
            found = {Field.FOLLOW_UP_RESPONSIBLE: found[Field.RESPONSIBLE]}
        checked = checked or Field.FOLLOW_UP in found
        if found:
            passage.told = {**found, **passage.told}
        elif place == 0 or not passage.main:
            passage.main.append(clause)
        else:
            passage.main[-1] += sign + clause


def _joined(passages: Sequence[_Passage]) -> _Passage:
    whole = _Passage()
    for passage in passages:
        whole.lacking += passage.lacking if not whole.main else []
        whole.main += (passage.lacking if whole.main else []) + passage.main
        whole.told = {**passage.told, **whole.told}
    return whole


def _action(passage: _Passage, sender: str, *, is_plan: bool) -> Told:
    """The action that the sentences are, where with what is told beside them they say enough."""
    if not passage.main or _is_labelled(passage.main[0]):
        return {}
    measure = " ".join([*map(_ended, passage.main[:-1]), passage.main[-1]])
    words = passage.words(sender)
    is_answer = any(SAID.match(sentence) for sentence in passage.lacking)
    is_enough = is_decided(measure) or (is_plan and bool(passage.lacking)) or is_answer
    is_told = {Field.DUE, Field.RESPONSIBLE} <= words.keys() or (is_enough and bool(words))
    if not is_told or not (is_dated_or_open(words.get(Field.DUE, "snarast")) or date_within(words[Field.DUE])):
        return {}
    needs = " ".join(SAID.sub("", sentence) for sentence in passage.lacking)
    lacking = {Field.REQUIREMENT: needs} if needs else {}
    return {Field.MEASURE: measure} | lacking | words


def _ended(sentence: str) -> str:
    """A sentence with its full stop, also where its last clause told something else."""
    return sentence if sentence[-1:] in ".!?" else f"{sentence}."


def _is_labelled(sentence: str) -> bool:
    """Say whether a label begins a sentence; a topic before somebody who acts ("Mall: Anna Ek skriver …") is none."""
    label = _LABELLED.match(sentence)
    return label is not None and not _actor(sentence[label.end() :], "")


def _promised(passage: _Passage, sender: str) -> Told:
    """What somebody will do, beside other actions, though no day is told."""
    words = passage.words(sender)
    does = passage.main and Field.RESPONSIBLE in words and _WILL.search(passage.main[0])
    return {Field.MEASURE: " ".join(passage.main)} | words if does else {}


def _inside(main: Sequence[str], sender: str, *, is_told: bool) -> tuple[str, str]:
    """Who and when the sentences of what is done tell, both from the sentence that tells both where one does.

    Told in two sentences, with nothing told beside them, they are of one thing only if somebody acts in the first.
    """
    who = [taker_of(sentence) or _doer(sentence, sender) for sentence in main]
    when = [day_within(sentence) for sentence in main]
    both = next((pair for pair in zip(who, when, strict=True) if all(pair)), None)
    if both:
        return both
    first, day = next(filter(None, who), ""), next(filter(None, when), "")
    acts = any(first and first in (taker_of(sentence), _actor(sentence, sender)) for sentence in main)
    return first, day if is_told or acts or not first else ""


def _doer(sentence: str, sender: str) -> str:
    agent = _AGENT.search(sentence)
    who = without_article(agent["who"]) if agent else ""
    return _actor(sentence, sender) or (who if who and is_sure(who) else "")


def _actor(sentence: str, sender: str) -> str:
    """Who a sentence says does something, as its subject."""
    sentence = _DECISION.sub("", sentence)
    given = _COMMISSION.match(sentence)
    if given and is_sure(given["who"]):
        return given["who"]
    doer = _DOER.match(_MYSELF.sub(sender, sentence, count=1) if sender else sentence)
    who = without_article(doer["who"]) if doer else ""
    return who if who and is_sure(who) else ""
