"""What the words of one list item tell, in all the ways in which people put who, what and when into a line.

Without labels: "Ny mall – Anna Ek – maj 2027", "Anna Ek ordnar en kurs till maj", "Anna Ek: Boka lokalen. Klart v. 4.".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from followup.domain.people import WrittenOwner
from followup.intake.dating import date_in, is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.splitting import split_labels
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners
from followup.intake.page.lone_names import may_be_name
from followup.intake.page.parted_lines import are_owners_here, parted
from followup.intake.prose.bare_sentences import told_in_sentences
from followup.intake.prose.clauses import fields_told, without_article, without_day
from followup.intake.prose.days_inside import day_within
from followup.intake.prose.lacking import SAID, is_lacking
from followup.intake.prose.paragraphs import Told, actions_in_prose
from followup.intake.prose.promises import is_decided
from followup.intake.sentences import sentence_told, sentences_of, split_sentences

_NAME = r"(?:(?:All|Alla|Alle|Samtliga)\s+(?:[\w-]+\s+){1,2}|(?:[A-ZÅÄÖÆØ][\w.-]*\s+){1,3})"
_VERB = re.compile(
    rf"^({_NAME}(?:(?:och|and|og|&)\s+{_NAME})*|\w+\s+)"
    r"(?!(?:\w*år|kvartal\w*|månader|veckor|dagar|timmar|gånger|terminer|efter|under|över|för|per|när|eller"
    r"|inför|vår|över|after|for|over|other|after|etter|eller|har|var|är|er|klar)\b)"
    r"([a-zåäöæø]{2,}r|tar|ska|skall|will|to)\s+(?=\S)"
)
_CHECKING = re.compile(r"(?i)^(?:följer upp|stämmer av|utvärderar|reviews|follows up)\b")
_TOPIC = re.compile(r"^[A-ZÅÄÖÆØ][^:.!?]{1,60}:\s+")
LONGEST_SPOKEN = 600
_FOUND = re.compile(
    r"((?:Granskarna|Inspektörerna|Granskningen|The reviewers|Reviewers|The panel|The visitors)\s[^.]+\.)\s+(?=\S)"
)
"""A sentence that tells what reviewers found, before what is done about it."""
_NAMED = re.compile(r"^([^:.!?]{2,80}):\s+(?=\S)")
_CHECKED = re.compile(
    r"(?i)[,;]\s+(?:och\s+|samt\s+)?(?=(?:följs upp|uppföljs|stäms av|utvärderas|followed up|reviewed|følges op)\b)"
)
_PAPER = re.compile(
    r"(?i)(?:minutes|protokoll|referat|minnesanteckningar|anteckningar|handlingsplan|åtgärdsplan|action plan"
    r"|prepared by|written by|upprättad av|utarbetad av|ifylld av|sammanställd av|udarbejdet af|utarbeidet av"
    r"|notes from)\b"
)
"""How the name of a paper begins, which is nothing to do."""
TAUGHT = re.compile(
    r"(?i)\b(?:kursledare|kursgivare|föreläsare|föreläser|kursansvarig|examinator|moderator|lecturer|speaker"
    r"|kursleder)"
    r"(?:\s*:|\s+(?-i:[A-ZÅÄÖÆØ]))"
)
"""Words of a list of courses and lectures: who holds them has nothing to do about them."""
_MYSELF = frozenset({"jag", "jeg"})
MOST_ROLE_WORDS = 3
_OWNED = re.compile(
    r"(?i)^(.{10,200}?)[;,.]\s+(?:och\s+)?(?:ansvarig|ansvariga|responsible|ansvarlig|owner)(?:\s+(?:är|is|are"
    r"|er|blir))?:?\s+"
    r"(\S.{2,60}?)\.?$"
)
LONGEST_OWNED = 260
LONGEST_APART = 400
LONGEST_HEAD = 80


_MEETING = re.compile(r"(?i)\b(?:sammanträde|sammanträdde|möte den|møte den|meeting on)\b")


def told_in_item(text: str, sender: str, *, is_promised: bool, is_plan: bool = False) -> list[Told]:
    """The actions that an item's words tell, each with its fields; what needs a promise only where one is given.

    `sender` is who says "jag"; `is_plan` tells that the document is called a plan.
    """
    if TAUGHT.search(text) or _PAPER.match(text) or _MEETING.search(text[:LONGEST_HEAD]):
        return []
    prose = actions_in_prose(text, sender, is_plan=is_plan) if is_promised else []
    if len(prose) > 1:
        return prose
    only = prose[0] if prose else {}
    words = _most([parted(text), _owned(text), _with_labels(text)] if is_promised else [])
    alone = told_in_sentences(text) if is_promised else {}
    words = words or (alone if {Field.RESPONSIBLE, Field.DUE} <= alone.keys() else {})
    words = _most([words, _several_told(text, only)]) or _told(text) or _told_apart(text)
    ranked = [only, words] if len(sentences_of(text)) > 1 else [words, only]
    words = _most(ranked) if words else words or (_led(text) or _spoken(text) or only if is_promised else {})
    return [with_need(words)] if words else []


def _most(told: Sequence[Told]) -> Told:
    """The reading that tells the most fields, of several that tell as many the first."""
    return max(told, key=len, default={})


def with_need(words: Told) -> Told:
    """An action with the sentences before what is done that say what is lacking as what is needed."""
    sentences = sentences_of(words[Field.MEASURE])
    lacking = list(takewhile(is_lacking, sentences[:-1]))
    if not lacking or words.get(Field.REQUIREMENT) or is_decided(lacking[0]):
        return words
    return words | {Field.REQUIREMENT: " ".join(lacking), Field.MEASURE: " ".join(sentences[len(lacking) :])}


def _with_labels(text: str) -> Told:
    """What labels inside an item tell, with the day inside what is to be done where none tells it."""
    pieces = split_labels(text, {}, loose=True) if ":" in text else []
    if len(pieces) < 2 or pieces[0][0] not in {None, Field.MEASURE} or not pieces[0][1]:
        return {}
    told: Told = {}
    for field, said, _ in pieces[1:]:
        (_, value), *after = split_sentences(said) or [(None, said)]
        told = {name: words for name, words in [(field, value), *after] if name} | told
    (first, main), *others = split_sentences(pieces[0][1])
    told = {field: said for field, said in others if field} | told
    day = told.get(Field.DUE, "") or day_within(main)
    if first or Field.RESPONSIBLE not in told or not (is_dated_or_open(day) or date_in(day)):
        return {}
    return {Field.MEASURE: main} | told | {Field.DUE: day}


def _are_somebody(words: str) -> bool:
    """Say whether a sentence's first words are people, and no lone word that may be a thing."""
    lone = words.strip()
    return (" " in lone or lone.casefold() in _MYSELF or may_be_name(lone)) and are_owners_here(lone)


def _told(text: str) -> dict[Field, str]:
    """Who, what and when in one sentence, perhaps after its topic: "Mall: Anna Ek uppdaterar den till 15 mars"."""
    said = _TOPIC.sub("", text)
    verb = _VERB.match(said)
    if (
        not verb
        or len(text) > 200
        or (said != text and len(split_sentences(text)) > 1)
        or any(fields_told(sentence, {}) for sentence in sentences_of(said)[1:])
        or not _are_somebody(verb.group(1))
        or is_about_time(verb.group(1))
        or _CHECKING.match(said[verb.start(2) :])
    ):
        return {}
    when = date_in(said[verb.end() :]) or day_within(said[verb.end() :])
    if not when:
        return {}
    measure, told = without_day(text)
    return {Field.MEASURE: measure, Field.DUE: told or when, Field.RESPONSIBLE: verb.group(1).strip()}


def _owned(text: str) -> dict[Field, str]:
    """What and when in one clause, who in the next: "Kursen hålls i juni; ansvarig är Bo Lind."."""
    owned = _OWNED.match(text) if len(text) <= LONGEST_OWNED else None
    when = date_in(owned.group(1)) if owned and are_owners_here(owned.group(2)) else ""
    if not owned or not when:
        return {}
    return {Field.MEASURE: owned.group(1), Field.DUE: when, Field.RESPONSIBLE: owned.group(2)}


def _several_told(text: str, prose: dict[Field, str]) -> dict[Field, str]:
    """What prose of several sentences tells, where one of them tells how it is followed up."""
    is_one = text.startswith(prose.get(Field.MEASURE, " ")) and Field.FOLLOW_UP in prose
    return prose if is_one and _TOPIC.match(text) is None else {}


def _led(text: str) -> dict[Field, str]:
    """What somebody named before a colon is to do, and when: "Anna Ek: Boka lokalen. Klart v. 44."."""
    named = _NAMED.match(text) if not SAID.match(text) else None
    if not named or not are_owners_here(named.group(1)) or not all(map(_is_sure, read_owners(named.group(1))[0])):
        return {}
    (_, main), *others = split_sentences(text[named.end() :])
    when = next((words for name, words in others if name is Field.DUE), "") or date_in(main)
    if not is_dated_or_open(when) or ends_in_role(main.split()[0]):
        return {}
    follow_up = next((words for name, words in others if name is Field.FOLLOW_UP), "")
    words = {Field.MEASURE: main, Field.DUE: when, Field.RESPONSIBLE: named.group(1)}
    return words | ({Field.FOLLOW_UP: follow_up} if follow_up else {})


def _spoken(text: str) -> dict[Field, str]:
    """What is to be done, and in sentences of their own who does it and until when, perhaps what reviewers found."""
    pieces = split_sentences(text) if len(text) <= LONGEST_SPOKEN else []
    said = {field: words for field, words in reversed(pieces) if field}
    if not pieces or pieces[0][0] is not None or not {Field.RESPONSIBLE, Field.DUE} <= set(said):
        return {}
    found = _FOUND.match(pieces[0][1])
    measure = pieces[0][1][found.end() :] if found else pieces[0][1]
    if not measure or not (is_dated_or_open(said[Field.DUE]) or date_in(said[Field.DUE])):
        return {}
    return {Field.MEASURE: measure} | ({Field.REQUIREMENT: found.group(1)} if found else {}) | said


def _is_sure(owner: WrittenOwner) -> bool:
    """Say whether an owner is no lone word, which before a colon may be what the item is about."""
    return " " in owner.name or (0 < len(owner.role.split()) <= MOST_ROLE_WORDS and ends_in_role(owner.role))


def _told_apart(text: str) -> dict[Field, str]:
    """Who and what in one sentence, when in the next: "Mall: Anna Ek skriver ett utkast. Klart senast i maj."."""
    first, *others = sentences_of(text) if len(text) <= LONGEST_APART else [""]
    verb = _VERB.match(_TOPIC.sub("", first))
    if not verb or not _are_somebody(verb.group(1)) or sentence_told(first)[0]:
        return {}
    main, clause_day = without_day(first)
    told: Told = {Field.DUE: clause_day} if clause_day else {}
    for sentence in others:
        found = fields_told(sentence, told)
        main += "" if found else f" {sentence}"
        told = found | told
    due, *checks = _CHECKED.split(told.get(Field.DUE, "") or (day_within(first) if others else ""), maxsplit=1)
    if not is_dated_or_open(due):
        return {}
    checked = {Field.FOLLOW_UP: "".join(checks)} if checks else {}
    return {Field.MEASURE: main, Field.RESPONSIBLE: without_article(verb.group(1))} | checked | told | {Field.DUE: due}
