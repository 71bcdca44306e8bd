"""What a line looks like by itself: a label, an area's heading, a bullet, prose.

Asked once for every line of a document, so the cheap questions come first; most lines are prose.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from followup.intake.areas import read_area_heading
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import LONGEST_LABEL, field_of_label
from followup.intake.labels.label_words import TITLES
from followup.intake.page.lines import Line
from followup.intake.wordlists import words

LONGEST_HEADING = 90
LONGEST_FACT = 60
LONGEST_UNKNOWN = 40


class Look(StrEnum):
    """The looks that a line may have."""

    LABEL = "label"
    AREA = "area"
    TITLE = "title"
    MARKDOWN = "markdown"
    BULLET = "bullet"
    NUMBER = "number"
    FACT = "fact"
    LABELLED = "labelled"
    MEASURE = "measure"
    PROSE = "prose"


BULLET = re.compile(r"^\s*(?:->|=>|[→⇒➔•●▪■◦‣·∙*–—-]|\uf0b7|o(?=\s{2,}|\s[A-ZÅÄÖÆØ]))\s+(?=\S)")
MARKDOWN = re.compile(r"^(#{1,6})\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?!\d{1,2}\. [^\W\d_]{3,9}\.? (?:19|20)\d\d\b)"
    r"(?:\d{1,2}[a-z]?[.)]|\d{1,2}\.\d{1,2}\.?|[a-z]\)|\((?:[a-z]|\d{1,2})\)|§\s*\d{1,3}\.?)\s+(?=\S)"
)
_MARKED = re.compile(r"^(.{2,70}?)\s*[:?](?:\s|$)")
UNKNOWN_LABEL = re.compile(r"^([A-ZÅÄÖÆØ][^\W\d_]+(?:[ /-][^\W\d_]+){0,3}):\s+\S")
OWN_LABEL = re.compile(r"^([A-ZÅÄÖÆØ][^\W\d_]+(?:[ /-][^\W\d_]+){0,7}):(?:\s+\S|$)")
"""A label that comes again and again may be longer than one that stands once."""
_PLAN_WORDS = frozenset(title for title in TITLES if " " not in title)
_CAPITALS = re.compile(r"^[^a-zåäöæøéü]*[A-ZÅÄÖÆØ]{3}[^a-zåäöæøéü]*$")
_VALUES = words(
    """
    asap snarast omgående omedelbart löpande kontinuerligt fortlöpande ongoing immediately pågår påbörjad klart klar
    planerad avslutad genomförd done complete completed open closed tbd saknas årligen terminsvis kvartalsvis månadsvis
    januari februari mars april maj juni juli augusti september oktober november december våren hösten sommaren vintern
    january february march may june july august october snarest løbende løpende ferdig færdig
    """
)
"""Words that begin a day or a status, in capitals too."""
_FACT = re.compile(
    r"(?i)^(?:upprättad|upprättat|fastställd|fastställt|reviderad|senast uppdaterad|uppdaterad|version|datum|date|dato"
    r"|revised|updated|prepared|udarbejdet|opdateret|utarbeidet|oppdatert|revidert|beslutad|antagen|dnr|diarienummer"
    r"|(?:nr|nummer|no)\.?\s*\d{1,3}$|granskning genomförd|granskad|granskningsdatum|besöksdatum)\b"
)


@lru_cache(maxsize=8192)
def look(text: str) -> Look:
    """The look of a line's words (stripped, not empty)."""
    return _short(text) or _opening(text) or Look.PROSE


def _short(text: str) -> Look | None:
    if len(text) > LONGEST_HEADING:
        return None
    if _is_label(text):
        return Look.LABEL
    if read_area_heading(text):
        return Look.AREA
    if _is_title(text):
        return Look.TITLE
    return Look.FACT if len(text) < LONGEST_FACT and _FACT.match(text) else None


def _is_label(text: str) -> bool:
    if text[-1] in ".,;" or text.count(" ") > LONGEST_LABEL + 1:
        return False
    return field_of_label(text, marked=text[-1] in ":?") is not None


def _is_title(text: str) -> bool:
    spaces = text.count(" ")
    if spaces < 10 and text[-1] not in ".," and text.split(" ", 1)[0].casefold().rstrip(":") in _PLAN_WORDS:
        return True
    is_short = 4 <= len(text) <= 70 and spaces <= 7 and text[-1] != "."
    is_capitals = is_short and text == text.upper() and bool(_CAPITALS.match(text))
    return is_capitals and text.split(" ", 1)[0].casefold().strip("!.") not in _VALUES


def _opening(text: str) -> Look | None:
    if MARKDOWN.match(text):
        return Look.MARKDOWN
    if BULLET.match(text):
        return Look.BULLET
    if _NUMBER.match(text):
        return Look.NUMBER
    marked = _MARKED.match(text)
    field = field_of_label(marked.group(1), marked=True) if marked else None
    if field is None:
        return None
    return Look.MEASURE if field is Field.MEASURE else Look.LABELLED


def stands_alone(text: str) -> bool:
    """Say whether a line is a label or an area's heading and nothing else."""
    return bool(text.strip()) and look(text.strip()) in {Look.LABEL, Look.AREA}


def is_title(line: Line) -> bool:
    """Say whether a line, or the first of its pieces, says that the document is a plan."""
    return look((line.segments[0].text if line.segments else line.text).strip()) is Look.TITLE


def is_content(line: Line) -> bool:
    """Say whether a line is no running head however often it recurs: a label, an area's heading, a table's head."""
    if stands_alone(line.text) or field_of_label(line.text.strip(), marked=True) in ACTION_FIELDS:
        return True
    heads = sum(1 for segment in line.segments if field_of_label(segment.text, marked=True))
    return len(line.segments) > 1 and heads * 2 >= len(line.segments)
