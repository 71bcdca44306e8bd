"""Reads the bare lines of minutes: "Handledarutbildning ht 26, Karin ansvarar", "Ny mall klar till jul (Olof)".

Only where a document promises actions. Somebody must stand at an end of the line and a day inside it; a lone first
name is somebody where it is a known one or where the document says that such a person was there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.owners.kinds import ends_in_role, is_given
from followup.intake.page.lone_names import may_be_name
from followup.intake.prose.clauses import fields_told, is_sure, without_day
from followup.intake.prose.days_inside import day_within
from followup.intake.sentences import sentences_of

Told = dict[Field, str]
LONGEST = 260
MOST_PEOPLE = 4
_PRESENT = re.compile(
    r"(?i)^(?:närvarande|deltagare|deltog|på plats|medverkande|present|attendees|attending|til stede|tilstede"
    r"|deltakere"
    r"|deltagere)\s*[:;]\s*"
)
_WORD = re.compile(r"[A-ZÅÄÖÆØ][\w-]+")
_TAKES = (
    r"(?:ansvarar|är ansvarig|ansvarig|fixar|ordnar|kollar|tar (?:det|detta|hand om det|ansvar)|håller i (?:det"
    r"|detta)"
    r"|gör det|sköter det|responsible|to action|tager det|tar det|ansvarlig)"
)
_PERSON = r"[A-ZÅÄÖÆØ][\w-]*\.?(?:\s+[A-ZÅÄÖÆØ][\w-]*\.?){0,3}"
_PEOPLE = rf"{_PERSON}(?:(?:,\s+|\s*[/+&]\s*|\s+(?:och|and|og)\s+){_PERSON}){{0,3}}"
_ROLES = rf"{_PERSON}(?:\s*[/+&]\s*[\w -]{{3,30}}){{1,2}}"
_LABEL = r"(?:(?i:ansv(?:arig|\.)?a?)\s*:?\s+)?"
_LAST = re.compile(
    rf"^(?P<what>.{{4,}}?)(?:\s*[,;.]\s*|\s+[–—-]+\s+|\s*[/→]\s*){_LABEL}(?P<who>{_PEOPLE})(?:\s+{_TAKES})?\.?$"
)
_TAKEN = re.compile(
    rf"^(?P<what>.{{4,}}?)(?:\s*[,;.]\s*|\s+[–—-]+\s+|\s*[/→]\s*)(?P<who>{_PEOPLE})\s+(?:{_TAKES}"
    rf"|[a-zåäöæø]{{3,}}r(?: in| upp| om)?)(?:,\s+[^,]+)?\.?$"
)
_TOPIC = re.compile(r"^[^\s:.!?][^:.!?]{1,80}:\s+(?=[A-ZÅÄÖÆØ]|jag\b|jeg\b)")
_ANSWERING = re.compile(r"(?i)^ansv(?:arig|arlig)?\.?:?\s+")
_DASHED = re.compile(r"^(?P<what>.{4,}?)\s+[–—-]+\s+(?P<said>.{8,})$")
_ASIDE = re.compile(r"^(?P<what>[^()]{4,}?)\s*\((?P<said>[^()]{8,})\)\.?$")
_BRACKETED = re.compile(rf"^(?P<what>.{{4,}}?)\s*[(\[]{_LABEL}(?P<who>{_PEOPLE}|{_ROLES})[)\]]\.?$")
_FIRST = re.compile(rf"^(?P<who>{_PEOPLE})(?:\s+[–—-]+\s+|\s*:\s+)(?P<what>.{{4,}})$")
_DOES = re.compile(
    rf"^(?P<who>{_PEOPLE}|[Jj]ag|[Jj]eg)\s+(?!(?:är|har|var|berättade|ska inte|klar)\b)(?:[a-zåäöæø]{{2,}}r|ska"
    rf"|skall|will"
    rf"|skal|to)(?:[\s,]|$)"
)
_ROLE_LAST = re.compile(
    r"^(?P<what>.{4,}?)(?:\s*[,;]\s*|\s+[–—-]+\s+|\s*\()(?P<who>(?:[^\s,;()–—]+ ){0,3}?[^\s,;()–—]+)"
    rf"(?:\s+{_TAKES})?\)?\.?$"
)


def names_present(events: Sequence[Event]) -> frozenset[str]:
    """The names of those whom a line says were there, each word of them."""
    lines = (event.text for event in events if event.sign is Sign.TEXT and _PRESENT.match(event.text))
    return frozenset(word for line in lines for word in _WORD.findall(_PRESENT.sub("", line)))


def begins_with_topic(text: str) -> bool:
    """Say whether a paragraph begins with what it is about, before a colon ("Handledning: Lena ändrar i schemat …")."""
    return _TOPIC.match(text) is not None


def read_terse(text: str, names: frozenset[str]) -> Told:
    """What is to be done, by whom and until when, of a line that tells it in as few words as possible."""
    if len(text) > LONGEST:
        return {}
    return _one_line(text, names) or _with_doer(text, names)


def _one_line(text: str, names: frozenset[str]) -> Told:
    for pattern in (_BRACKETED, _TAKEN, _LAST, _ROLE_LAST, _FIRST):
        found = pattern.match(text)
        is_marked = pattern in {_BRACKETED, _TAKEN}
        day = day_within(found["what"]) if found and _is_somebody(found["who"], names, is_marked=is_marked) else ""
        if found and day and not _is_post(found["what"], day):
            return {
                Field.MEASURE: found["what"].strip(" ,;"),
                Field.DUE: day,
                Field.RESPONSIBLE: _ANSWERING.sub("", found["who"]),
            }
    return _in_brackets(text, names) or _after_dash(text, names)


def _after_dash(text: str, names: frozenset[str]) -> Told:
    """Who does it, and when, in a clause after a dash: "Lunch en gång i månaden - AB bjuder in, start i februari"."""
    dashed = _DASHED.match(text)
    does = _DOES.match(dashed["said"]) if dashed else None
    day = day_within(dashed["said"]) if dashed else ""
    if not dashed or not does or not day or not _is_somebody(does["who"], names, is_marked=True):
        return {}
    return {Field.MEASURE: dashed["what"], Field.DUE: day, Field.RESPONSIBLE: does["who"]}


def _in_brackets(text: str, names: frozenset[str]) -> Told:
    """Who does it, and when, in a sentence in brackets: "Kurs för nya (Maria anmäler, den går vt 2027)"."""
    aside = _ASIDE.match(text)
    does = _DOES.match(aside["said"]) if aside else None
    day = day_within(aside["said"]) or day_within(aside["what"]) if aside else ""
    if not aside or not does or not day or not _is_somebody(does["who"], names, is_marked=True):
        return {}
    return {Field.MEASURE: aside["what"], Field.DUE: day, Field.RESPONSIBLE: does["who"]}


def _is_post(what: str, day: str) -> bool:
    """Say whether a line tells nothing to be done: a post that somebody has until a day, or only the day."""
    return all(ends_in_role(word) for word in what.replace(day, "").strip(" ,.;:").split())


def _with_doer(text: str, names: frozenset[str]) -> Told:
    """Who does it in one of the sentences, and when in any: "Fast tid från januari. Jonas lägger in den."."""
    day = day_within(text)
    sentences = sentences_of(text)
    doers = (match["who"] for each in sentences if (match := _DOES.match(_TOPIC.sub("", each))))
    who = next((each for each in doers if _is_somebody(each, names, is_marked=True)), "")
    if not who or not day or all(fields_told(each, {}) for each in sentences):
        return {}
    main = [each for each in sentences if not fields_told(each, {})]
    told: Told = {}
    for each in sentences:
        told = fields_told(each, {}) | told
    measure, due = without_day(" ".join(main))
    return {Field.MEASURE: measure, Field.DUE: due or day, Field.RESPONSIBLE: who} | told


def _is_somebody(words: str, names: frozenset[str], *, is_marked: bool) -> bool:
    """Say whether words are people for certain, or first names: known ones, or any where the line marks them so."""
    if is_sure(words) or words.casefold() in {"jag", "jeg"}:
        return True
    people = [word.strip(",/+&") for word in re.split(r"\s*[,/+&]\s*|\s+(?:och|and|og)\s+", words)]
    return len(people) <= MOST_PEOPLE and all(
        each in names or _is_sure_or(each, is_given) or (is_marked and _is_sure_or(each, may_be_name))
        for each in people
    )


def _is_sure_or(words: str, may_be: Callable[[str], bool]) -> bool:
    return is_sure(words) or (" " not in words and may_be(words))
