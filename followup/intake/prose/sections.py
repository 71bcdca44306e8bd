"""Puts together what stands under one heading of running text, so that each action's words are in one piece.

Minutes tell what is lacking, what is decided and how it is followed up in lines or paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from followup.intake.events import Event, Sign
from followup.intake.prose.clauses import clauses_of, fields_told, label_told, taker_of
from followup.intake.prose.common_checks import is_of_all
from followup.intake.prose.days_inside import day_within
from followup.intake.prose.lacking import SAID, is_lacking
from followup.intake.prose.leaning import is_perfect, lean
from followup.intake.prose.looking import DETERMINING, looks_at_its_own
from followup.intake.prose.promises import is_decided
from followup.intake.prose.tails import sentence_fields
from followup.intake.sentences import sentences_of

_POINT = re.compile(r"^(?:§\s*\d{1,3}\.?|\d{1,2}(?:\.\d{1,2})?[.)]?)\s+(?=[A-ZÅÄÖÆØ])")
_COUNT = re.compile(r"(?i)^(?:punkt|pkt\.?|point|item|område)\s*\d{1,2}\s*[.:–-]\s*(?=\S)")
_ABOUT = re.compile(
    r"^(?:Beträffande|Angående|Gällande|Vad gäller|Avseende|När det gäller|Rörande|Regarding|Concerning"
    r"|Vedrørende|Angående)"
    r"\s+(?:(?:avsnitt|punkt|område|kriterium|section|domain|område)\s+)?(?:(?P<code>[A-Z])\b[.,]?\s*)?"
    r"(?P<name>[^:.;]{3,60}):\s+(?=\S)"
)
"""What a paragraph says first of what it is about."""
_DECIDES = re.compile(r"^att?\s|(?i:\b(?:beslutar|beslutade|beslöt|beslutades|vedtok|besluttede)\s+at(?:t)?\s)")
_THAT = re.compile(r"(?:^|,?\s+samt\s+|,\s+|(?<=beslutar )|(?<=beslutade )|(?<=beslöt )|(?<=beslutades ))att?\s+")
_TOPIC = re.compile(r"^[A-ZÅÄÖÆØ][^:.]{2,40}:\s+[A-ZÅÄÖÆØ][^.]{20,}")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,2}[.)]?\s")
_NUMBER = re.compile(r"^\d{1,2}[a-z]?[.)]\s+")
_TOLD = frozenset({Sign.ITEM, Sign.TEXT})
_NOBODY_KNOWN: frozenset[str] = frozenset()
LONGEST_TOPIC = 6
LEAST_SENTENCES = 3
LONGEST_POINT = 60
LONGEST_HEADING = 7
LEAST_POINTS = 2
LEAST_WORDS = 5
_UNENDED = ".:;?!,"


def with_sections(events: Sequence[Event]) -> list[Event]:
    """The events, with headings where lines stand as such, and what tells of one action in one piece."""
    events = [each for event in events for each in _decisions(_unsaid(event))]
    plain = [event._replace(text=_COUNT.sub("", event.text)) if event.sign in _TOLD else event for event in events]
    return with_topics(joined_items(joined_paragraphs(with_standing_headings(with_points_above(plain)))))


def _decisions(event: Event) -> list[Event]:
    """What is decided in one sentence of several clauses ("beslutar att …, att …") as an item for each."""
    decided = _THAT.split(event.text) if event.sign in _TOLD and _DECIDES.search(event.text) else []
    if len(decided) < LEAST_POINTS + 1 and not (len(decided) == LEAST_POINTS and not decided[0]):
        return [event]
    items = [event._replace(sign=Sign.ITEM, text=each.strip(" ,.")) for each in decided[1:]]
    return [event._replace(text=f"{decided[0].strip()}:"), *items] if decided[0].strip() else items


def _unsaid(event: Event) -> Event:
    """What reviewers are quoted with ("Granskarna: …") as a sentence of what is lacking."""
    if event.sign is not Sign.LABEL or not SAID.match(f"{event.wording}: "):
        return event
    return event._replace(sign=Sign.TEXT, field=None, wording="", text=f"{event.wording}: {event.text}")


def joined_items(events: Sequence[Event]) -> list[Event]:
    """The events, with items that tell one action between them as one: what is lacking, the decision, its follow-up."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        if last is None or last.sign is not Sign.ITEM or event.sign is not Sign.ITEM or not _goes_on(last, event):
            joined.append(event)
        else:
            joined[-1] = last._replace(text=f"{last.text} {event.text}")
    return joined


def _goes_on(last: Event, event: Event) -> bool:
    """Say whether an item is a decision on what the last one says is lacking, or only tells of its decision."""
    if event.level != last.level or last.text[-1:] != ".":
        return False
    if is_decided(event.text):
        return is_lacking(last.text) and len(sentences_of(last.text)) == 1 and not is_decided(last.text)
    decided = any(is_decided(sentence) for sentence in sentences_of(last.text))
    return decided and _only_tells(event.text)


def joined_paragraphs(events: Sequence[Event]) -> list[Event]:
    """The events, with a paragraph of what is lacking put before the next, and one that only tells of it after it."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        is_told = _is_sentence(event) or _is_labelled(event)
        if last is None or not (_is_sentence(last) and is_told) or not _belong(last, event):
            joined.append(event)
        else:
            joined[-1] = last._replace(text=f"{last.text} {event.text.rstrip('.')}.")
    return joined


def _is_labelled(event: Event) -> bool:
    """Say whether a line is a label of who, when or how it is followed up, with its words."""
    return event.sign is Sign.TEXT and ":" in event.text[:LONGEST_POINT] and bool(label_told(event.text))


def _is_sentence(event: Event) -> bool:
    return event.sign is Sign.TEXT and event.text[-1:] == "."


def _belong(last: Event, event: Event) -> bool:
    is_next = all(lean(each) < 0 for each in sentences_of(last.text)) or _only_tells(event.text)
    is_other = _TOPIC.match(event.text) is not None and not label_told(event.text)
    return is_next and not is_of_all(event.text) and not is_other


@lru_cache(maxsize=16384)
def _only_tells(text: str) -> bool:
    """Say whether a text only tells who, when or how it is followed up."""
    clauses = [clause for sentence in sentences_of(text) for _, clause in clauses_of(sentence)]
    return all(fields_told(clause, {}) and not taker_of(clause) and not looks_at_its_own(clause) for clause in clauses)


def with_points_above(events: Sequence[Event]) -> list[Event]:
    """The events, with the numbered lines of an agenda as headings where other items stand below them."""
    points = {index for index, event in enumerate(events) if _is_point(event)}
    below = [index for index in points if index + 1 < len(events) and not _NUMBERED.match(events[index + 1].text)]
    are_items = any(
        event.sign is Sign.ITEM and index not in points and _NUMBERED.match(event.text)
        for index, event in enumerate(events)
    )
    if are_items or len(points) < LEAST_POINTS or len(below) * 2 < len(points):
        return list(events)
    return [
        event._replace(sign=Sign.HEADING, text=_POINT.sub("", event.text), level=1) if index in points else event
        for index, event in enumerate(events)
    ]


def _is_point(event: Event) -> bool:
    is_line = event.sign in {Sign.ITEM, Sign.TEXT} and len(event.text) <= LONGEST_POINT
    return is_line and event.text[-1:] not in ".:;?!" and _POINT.match(event.text) is not None


def with_standing_headings(events: Sequence[Event]) -> list[Event]:
    """The events, with short lines right above sentences or lists as headings, where two at least stand so."""
    found = {index for index in range(len(events) - 1) if _stands_above(events[index], events[index + 1])}
    if len(found) < LEAST_POINTS:
        return list(events)
    return [
        event._replace(sign=Sign.HEADING, level=1) if index in found else event for index, event in enumerate(events)
    ]


def with_topics(events: Sequence[Event]) -> list[Event]:
    """The events, with a heading for the few words that each item begins with ("1. Supervision. Trainees often …")."""
    events = [each for event in events for each in _under_area(event)]
    topics = {index: topic for index, event in enumerate(events) if (topic := _topic(event))}
    if len(topics) < LEAST_POINTS:
        return list(events)
    return [each for index, event in enumerate(events) for each in _under_topic(event, topics.get(index, ""))]


def _under_area(event: Event) -> list[Event]:
    """An area that a paragraph says it is about ("Beträffande avsnitt B, medarbetarstab: …"), and the paragraph."""
    about = _ABOUT.match(event.text) if event.sign in _TOLD else None
    if not about:
        return [event]
    area = f"{about['code']}. {about['name']}" if about["code"] else about["name"]
    rest = event.text[about.end() :]
    return [event._replace(sign=Sign.AREA, text=area), event._replace(text=f"{rest[:1].upper()}{rest[1:]}")]


def _topic(event: Event) -> str:
    """The few words before the first full stop of an item that say nothing of it but its name; empty where none do."""
    sentences = sentences_of(_NUMBER.sub("", event.text)) if event.sign in _TOLD else []
    first = sentences[0] if sentences else ""
    if first and all(sentence_fields(each, _NOBODY_KNOWN, {}) for each in sentences[1:]):
        return ""
    is_short = (
        len(sentences) >= LEAST_SENTENCES
        and first.split(" ", 1)[0].casefold() not in DETERMINING
        and lean(first) == 0
        and not is_perfect(first)
        and len(first.split()) <= LONGEST_TOPIC
        and first[-1:] == "."
    )
    return first if is_short and not (is_lacking(first) or fields_told(first, {}) or day_within(first)) else ""


def _under_topic(event: Event, topic: str) -> list[Event]:
    if not topic:
        return [event]
    rest = _NUMBER.sub("", event.text).removeprefix(topic).strip()
    return [event._replace(sign=Sign.HEADING, text=topic.rstrip("."), level=1), event._replace(text=rest)]


def _stands_above(event: Event, below: Event) -> bool:
    is_line = event.sign is Sign.TEXT and len(event.text) <= LONGEST_POINT and event.text[-1:] not in _UNENDED
    is_short = is_line and len(event.text.split()) <= LONGEST_HEADING and event.text[:1].isupper()
    if is_short and below.sign is Sign.ITEM and ":" not in event.text and " " not in event.text:
        return True
    is_prose = _is_sentence(below) and len(below.text.split()) >= LEAST_WORDS
    return is_short and ":" not in event.text and is_prose
