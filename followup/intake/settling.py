"""Gives the words around the labels of gathered actions a field, where they have a meaning for most of them.

Headings and words between actions become the requirement, the measure or the area; what is no action is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import takewhile

from followup.intake.dating import is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.heads import is_plan_title
from followup.intake.prose.acting import actor
from followup.intake.prose.lacking import is_lacking
from followup.intake.prose.leaning import lean
from followup.intake.prose.promises import is_decided, promises, speaks_of_review
from followup.intake.records import Record, is_action
from followup.intake.sentences import sentences_of
from followup.intake.statuses import read_status

_ANY_DAY = date(2000, 1, 1)
LONGEST_AREA = 60
LONGEST_TOPIC, SHORT_TOPIC, LEAST_TOPICS, FIRM = 3, 2, 2, 2.0
LEAST_NEEDS = 3
"""One heading of so many that tells what is lacking makes all of them tell what is needed."""
LEAST_TOLD = 4
"""Fields that the only action of a document must tell, if its measure is to be a heading."""


def settled(records: list[Record], title: str = "") -> list[Record]:
    """Records with the words around their labels given a field, where they have a meaning for most of them.

    `title` is the heading that the document begins with: it names no area that all actions share.
    """
    are_topics = _are_topics(records)
    are_points = _are_points(records)
    for record in records:
        if record.lead and is_dated_or_open(record.lead):
            record.lead = ""
        if record.lead and not record.get(Field.MEASURE) and (_use_decision(record) or _use_passage(record)):
            continue
        if record.lead and not record.get(Field.MEASURE):
            told = (_unnumbered(record.lead), record.context)
            record.words[Field.MEASURE] = "\n\n".join(each for each in told if each)
            record.context = ""
        elif _is_need_or_topic(record):
            is_area = are_topics and not record.get(Field.AREA)
            record.words[Field.AREA if is_area else Field.REQUIREMENT] = _unnumbered(record.lead)
        elif are_points and not record.get(Field.AREA):
            record.words[Field.AREA] = _unnumbered(record.lead)
    _use_topics(records)
    _use_paragraphs(records)
    _use_context(records)
    _use_headings(records, title)
    _use_states(records)
    return [record for record in records if is_action(record)]


def _use_decision(record: Record) -> bool:
    """Take what was decided for the measure, and what it was decided under for its area, where the words tell both."""
    sentences = sentences_of(record.context)
    decided = next((place for place, each in enumerate(sentences) if is_decided(each)), None)
    if decided is None or record.get(Field.REQUIREMENT):
        return False
    lacking = [each for each in sentences[:decided] if is_lacking(each)]
    record.words |= {Field.MEASURE: " ".join(sentences[decided:])}
    record.words |= {Field.REQUIREMENT: " ".join(lacking)} if lacking else {}
    record.words |= {} if record.get(Field.AREA) else {Field.AREA: _unnumbered(record.lead)}
    record.context = ""
    return True


def _use_passage(record: Record) -> bool:
    """Take what is lacking below a numbered line apart from what is done about it; the line is what both are about."""
    sentences = sentences_of(record.context)
    lacking = list(takewhile(_is_need, sentences))
    topic = _unnumbered(record.lead)
    if not lacking or record.get(Field.REQUIREMENT) or lean(topic) > 0:
        return False
    done = " ".join(sentences[len(lacking) :])
    record.words |= {Field.REQUIREMENT: " ".join(lacking), Field.MEASURE: done or topic}
    if done and not record.get(Field.AREA):
        record.words[Field.AREA] = topic
    record.context = ""
    return True


def _is_need_or_topic(record: Record) -> bool:
    """Say whether the line above an action's labels tells what is needed or what they are about, and no title."""
    if not record.lead or record.context or record.get(Field.REQUIREMENT):
        return False
    return is_lacking(record.lead) or not _is_title(record.lead)


def _use_topics(records: list[Record]) -> None:
    """Take the few words before the first full stop of the measures for what they are about, where all begin so."""
    if len(records) < LEAST_TOPICS or any(record.get(Field.AREA) for record in records):
        return
    told = [sentences_of(record.get(Field.MEASURE)) for record in records]
    if not all(len(each) > 1 and _is_topic(each[0]) and not _is_topic(each[1]) for each in told):
        return
    for record, (topic, *done) in zip(records, told, strict=True):
        record.words |= {Field.AREA: topic.rstrip("."), Field.MEASURE: " ".join(done)}


def _is_topic(sentence: str) -> bool:
    count = len(sentence.split())
    if is_lacking(sentence):
        return False
    return count <= LONGEST_TOPIC and lean(sentence) < (FIRM if count <= SHORT_TOPIC else 1) and not actor(sentence)


def _use_paragraphs(records: list[Record]) -> None:
    """Take the paragraph below each heading for what is to be done, where it leans more to doing than the headings."""
    told = [record for record in records if record.headings and record.context]
    are_others = any(record.get(Field.MEASURE) or record.lead for record in records)
    if are_others or len({record.headings for record in told}) < len(told) or len(told) * 2 <= len(records):
        return
    doing = [max(map(_does, sentences_of(record.context))) > max(lean(record.headings[-1]), 0) for record in told]
    if sum(doing) * 2 <= len(told):
        return
    for record in told:
        sentences = sentences_of(record.context)
        lacking = list(takewhile(_is_need, sentences[:-1]))
        record.words[Field.MEASURE] = " ".join(sentences[len(lacking) :])
        if lacking and not record.get(Field.REQUIREMENT):
            record.words[Field.REQUIREMENT] = " ".join(lacking)
        record.context = ""


def _does(sentence: str) -> float:
    """How much a sentence leans to doing, somebody who acts in it counted."""
    return lean(sentence) + bool(actor(sentence))


def _is_need(sentence: str) -> bool:
    return is_lacking(sentence) and lean(sentence) < 0


def _are_topics(records: list[Record]) -> bool:
    """Say whether the numbered lines above actions only name what they are about, and nothing that is lacking."""
    leads = [record.lead for record in records if record.lead and record.get(Field.MEASURE)]
    return len(leads) > 1 and all(_POINT.match(lead) and not is_lacking(lead) for lead in leads)


def _are_points(records: list[Record]) -> bool:
    """Say whether each action with a label of its measure stands below a point of its own that only names a matter."""
    leads = [record.lead for record in records]
    are_named = all(lead and not is_lacking(lead) and lead[-1] not in ".:" for lead in leads)
    return len(leads) > 1 and are_named and len(set(leads)) == len(leads)


_POINT = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+\S+(?:\s\S+){0,3}$")
_DIGITS = re.compile(r"\d+")
_ONLY_COUNT = re.compile(r"(?i)(?:nr|nummer|no|punkt|item|rad)\.?\s*\d{1,3}[.:]?$")


def _unnumbered(text: str) -> str:
    """A heading's words without the number that counts it ("2. ", "B1. ")."""
    head, _, rest = text.removeprefix("§").lstrip().partition(" ")
    number = head.strip(".:)").replace(".", "")
    number = number[1:] if number[:1].isalpha() and number[:1].isupper() else number
    return rest if number.isdigit() and rest else text


def _use_context(records: list[Record]) -> None:
    labelled = [record for record in records if is_action(record)]
    if any(record.get(Field.REQUIREMENT) for record in labelled):
        _use_short_lines(labelled)
        return
    told = [record for record in labelled if record.context]
    if len(told) * 2 > len(labelled):
        for record in told:
            record.words[Field.REQUIREMENT] = "" if _ONLY_COUNT.match(record.context) else _unnumbered(record.context)


def _use_short_lines(records: list[Record]) -> None:
    """A short line right above the labels of each action as its area, where labels tell what is required."""
    above = [_unnumbered(record.context.rpartition("\n\n")[2].strip()) for record in records]
    are_named = len({_DIGITS.sub("", line) for line in above}) > 1 and all(map(_may_name_area, above))
    if any(record.get(Field.AREA) for record in records) or not are_named:
        return
    for record, line in zip(records, above, strict=True):
        record.words[Field.AREA] = line


def _may_name_area(line: str) -> bool:
    return 0 < len(line) <= LONGEST_AREA and line[0].isupper() and line[-1] not in ".:;?!,"


def _use_headings(records: list[Record], title: str) -> None:
    """Headings above actions: what is to be done, the requirement, or the area they share."""
    shared = Counter(record.headings for record in records if record.headings)
    is_alone = len(records) == 1 and len(records[0].words) < LEAST_TOLD
    is_titled = bool(title) and len(shared) > 1 and all(text[0] == title for text in shared)
    nearest_of_all = [record.headings[-1] for record in records if record.headings]
    are_needs = sum(map(is_lacking, nearest_of_all)) * LEAST_NEEDS >= len(nearest_of_all)
    for record in records:
        if not record.headings:
            continue
        *above, nearest = record.headings
        above = [text for text in above if text != title or not is_titled]
        if not record.get(Field.MEASURE) and shared[record.headings] == 1 and not is_alone:
            record.words[Field.MEASURE] = _unnumbered(nearest)
        elif (
            not record.get(Field.REQUIREMENT)
            and shared[record.headings] == 1
            and (_is_long(nearest) or above or record.get(Field.AREA) or are_needs)
        ):
            record.words[Field.REQUIREMENT] = _unnumbered(nearest)
        elif not record.get(Field.AREA) and not (len(shared) == 1 and (nearest == title or _is_title(nearest))):
            is_inside = bool(above) and shared[record.headings] == 1 and bool(record.get(Field.REQUIREMENT))
            record.words[Field.AREA] = above[-1] if is_inside else nearest
        if above and not record.get(Field.AREA) and not (len(shared) == 1 and _is_title(nearest)):
            record.words[Field.AREA] = above[-1]


def _use_states(records: list[Record]) -> None:
    """Headings that only tell how far the actions below have come ("Pågår", "Klara") as their status."""
    for record in records:
        area = record.get(Field.AREA)
        if area and area in record.headings and not record.get(Field.STATUS) and read_status(area, _ANY_DAY).code:
            record.words[Field.STATUS] = record.words.pop(Field.AREA)


def _is_title(text: str) -> bool:
    """Say whether a heading that all actions share is the document's title rather than their area."""
    return text.isupper() or is_plan_title(text) or promises(text) or speaks_of_review(text)


def _is_long(text: str) -> bool:
    return len(text.split()) > 6 or text.rstrip().endswith(".")
