"""The plan's own data, where the head of the document states them: title, unit, review, date.

What is not written there stays empty; nothing is concluded from the actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup.domain.when import read
from followup.intake.blocks import Block, Row, Shape
from followup.intake.fields import Field
from followup.intake.head.lines import CONTENT, REVIEW_WORDS
from followup.intake.head.unit import read_unit
from followup.intake.labels.headings import field_of_label, key_of, told_field
from followup.intake.labels.heads import is_form, is_plan_title
from followup.intake.labels.splitting import split_labels
from followup.intake.tables.columns import read_columns

MOST_LINES = 60
LONGEST_LINE = 200
MOST_ENDING = 4
MOST_BELOW = 5
_OF_OTHERS = re.compile(r"(?i)\s*(?:nästa|next|neste|næste|möte|meeting)\b")
_MONTH = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october|januar|februar|marts|mai|juni|juli|oktober|desember"
    "|jan|feb|mar|apr|aug|sep|sept|okt|oct|nov|dec|des"
)
_REVIEW = re.compile(
    r"(?i)\b(?:SPUR(?:[\s-]*(?:granskning(?:en)?|granskad(?:es)?|inspektion(?:en)?|besök(?:et)?|review|audit))?"
    r"|(?-i:[A-ZÅÄÖ]{2,})-(?:granskning|inspektion|revision|besök)(?:en|et)?"
    r"|extern(?:a)? granskning(?:en)?|external (?:review|visit)|kvalitetsgranskning(?:en)?|inspektorbesøg(?:et)?"
    r"|inspektörsbesök(?:et)?|(?-i:[A-Z][\w-]+) (?:visit|inspection)"
    r"|quality (?:visit|review)|ekstern (?:vurdering|gjennomgang)|ST-granskning(?:en)?)\b"
    r"(?:\s*\(SPUR\))?(?:\s+(?:är |som |var |was )?(?:genomför|utför|gjord|carried out|held|gjennomført|gennemført)"
    r"\w*)?:?"
    rf"(?:,?\s+(?:den|i|hösten|våren|av|på|in|on|of|the|ht|vt|\d{{1,2}}(?:[-–]\d{{1,2}})?(?!\d)\.?|{_MONTH}))*"
    r"\s*(?:20\d\d(?:-\d\d(?:-\d\d(?:--?\d\d)?)?)?)?"
)
_REVIEW_LABEL = re.compile(
    r"(?i)(?:date of )?(?:external |quality |extern |ekstern )?(?:review|visit|granskning|inspektorbesøg|inspektion)"
    r"(?: date)?\s*:\s*(.*\d.*)"
)
_DAY = (
    rf"20\d\d-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.\s?20\d\d|\d{{1,2}}\.?\s+(?:{_MONTH})\s+20\d\d"
    r"|\d{1,2}/\d{1,2}[ /-]20\d\d|\d{1,2}-\d{1,2}-20\d\d|2\d-[01]\d-[0-3]\d(?![\d-])"
)
_DATED_LINE = re.compile(
    r"(?i)\b(?:\w*(?:möte|møte|møde)\w*|protokoll\w*|\w*anteckningar|minutes|meeting|upprättad\w*|upprättan\w*|reviderad\w*|fastställd\w*|uppdaterad\w*"
    r"|dokumentdatum"
    r"|version|daterad\w*|referat|udarbejdet|utarbeidet|revised|updated|reviewed|oppdatert|opdateret"
    r"|revidert|revideret|vedtatt|vedtaget|beslutad\w*|antagen|godkänd\w*|utarbetad\w*|sammanställd\w*"
    r"|godkendt|godkjent|approved|submitted|agreed|signed|prepared|issued"
    r"|ifylld|ifyllt|skriven|framtagen|gäller från|inlämnad|insänd|inskickad"
    r"|(?:datum|date|dato) (?:för|for|of) (?:the )?\w*plan\w*"
    r"|ändring|skickat|skickades|sent|sendt|antogs|fastställdes|upprättades|reviderades|ändrad|changed|completed|endret|ændret)\b[^.]*?"
    rf"\b({_DAY})"
)
_ONLY_DATE = re.compile(
    r"(?i)(?:(?:datum|date|dato)\s+|[^.:]{3,80}[,–-]\s+)?(20\d\d-\d\d-\d\d)"
    rf"|(?:datum|date|dato)\s+({_DAY})"
)
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[A-ZÅÄÖÆØ])|(?<=\d{4})\.\s+(?=[A-ZÅÄÖÆØ])")
_ENDING_DATE = re.compile(rf"(?i)(?:^|\s)(20\d\d-\d\d-\d\d|\d{{1,2}}\.?\s+(?:{_MONTH})\s+20\d\d)\)?$")
_AFTER_LABEL = re.compile(rf"(?i)[^\W\d_][^:\d]{{2,40}}:\s*(20\d\d-\d\d-\d\d|\d{{1,2}}\.?\s+(?:{_MONTH})\s+20\d\d)")
"""A label and a day: the document's, where none is called so and the label tells of no review."""
_OF_REVIEW = re.compile(
    r"(?i)\s*(?:\w*(?:granskning|besök|besøg|inspektion|inspection)|spur|audit|visit|review|nästa|next|neste|næste)"
    r"|.*(?:granskning|besök|inspektion|spur|audit|visit|review|tilsyn)(?:en|et)?[\s,–:(]+(?:(?:den|on|of|av)\s+)?\d[\w\s.-]*\)?$"
)
"""A line whose day is a review's: it begins with the review, or ends with it and its day."""
_PRINTED = re.compile(r"(?i)\b(?:utskriv|utskrift|printed|print date|udskrevet|utskrevet)")
"""A line that tells when the paper was printed."""
_DATE_WORDS = frozenset({"datum", "date", "dato"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the head states; empty or None where it does not."""

    title: str = ""
    unit: str = ""
    review: str = ""
    document_date: date | None = None


def read_head(
    blocks: Sequence[Block],
    first_source: str,
    reference: date,
    mapping: Mapping[str, Field],
    running: Sequence[str] = (),
) -> Head:
    """The plan's own data from the lines above the first action (`first_source` says where that stands).

    What stands neither there nor below the actions is looked for in `running`, the lines at the edges of the pages.
    """
    lines = list(_lines_above(blocks, first_source, mapping))
    near = lines[-MOST_LINES:]
    titles = [line for line in reversed(near) if _is_title_line(line)]
    title = next((line for line in titles if not _DATED_LINE.search(line)), titles[0] if titles else "")
    labelled, beside = _labelled(near), _labelled(running)
    below = _lines_below(blocks)
    return Head(
        title=title or _first_heading(blocks, first_source),
        unit=_unit(labelled, title, near) or read_unit("", below) or _unit(beside, "", running),
        review=_review(labelled.get(Field.REVIEW, ""), title, near) or _review("", "", running),
        document_date=_document_date(labelled.get(Field.DATED, ""), near, reference)
        or _signed(below, reference)
        or _document_date(beside.get(Field.DATED, ""), running, reference),
    )


def _unit(labelled: Mapping[Field, str], title: str, lines: Sequence[str]) -> str:
    return labelled.get(Field.UNIT, "") or read_unit(title, lines)


def _lines_below(blocks: Sequence[Block]) -> list[str]:
    """The few lines below a table that end a paper, where it says whose it is and of what day."""
    end = blocks[-MOST_BELOW - 1 :]
    last = max((place for place, block in enumerate(end) if block.rows), default=len(end))
    lines = [line for block in end[last + 1 :] for line in block.text.split("\n") if line.strip()]
    return lines if len(lines) <= MOST_BELOW else []


def _signed(lines: Sequence[str], reference: date) -> date | None:
    """The day on which somebody below the table signed, decided or wrote it."""
    told = [match.group(1) for line in lines if not _OF_OTHERS.match(line) and (match := _DATED_LINE.search(line))]
    return max((day for each in told if (day := _dated(each, reference))), default=None)


def _lines_above(blocks: Sequence[Block], first_source: str, mapping: Mapping[str, Field]) -> Iterator[str]:
    for block in blocks:
        if block.shape is Shape.TABLE:
            columns = None if is_form(block.rows, mapping) else read_columns(block.rows, mapping)
            rows = block.rows[: columns.first_row - 1] if columns else _above_the_form(block, mapping)
            for row in rows:
                yield from _row_lines([cell.text for cell in row.cells if cell.text.strip() and not cell.merged])
            if columns or block.source == first_source:
                return
        elif block.source == first_source:
            return
        else:
            yield from (line for line in block.text.split("\n") if line.strip())


def _above_the_form(block: Block, mapping: Mapping[str, Field]) -> Iterator[Row]:
    """The rows of a form until it tells of an action, all where it tells of none."""
    labels = [row.texts[0] if row.cells else "" for row in block.rows]
    fields = [told_field(label, mapping) or field_of_label(label, marked=True) for label in labels]
    for row, field in zip(block.rows, fields, strict=True):
        if field in CONTENT and Field.MEASURE in fields:
            return
        yield row


def _row_lines(texts: list[str]) -> Iterator[str]:
    """The words of a row's cells, a label and the value beside it as one line."""
    left = list(texts)
    while left:
        text = left.pop(0)
        is_label = field_of_label(text, marked=True) or (len(left) == 1 and _ENDING_DATE.fullmatch(left[0]))
        if left and is_label and not field_of_label(left[0], marked=True):
            yield f"{text.rstrip(' :')}: {left.pop(0)}"
        elif len(texts) == 1 or not _ONLY_DATE.fullmatch(text) or _DATED_LINE.match(text):
            yield text


def _is_title_line(line: str) -> bool:
    return is_plan_title(line) and not line.rstrip().endswith((".", ":")) and len(line.split()) <= 14


def _first_heading(blocks: Sequence[Block], first_source: str) -> str:
    for block in blocks[:5]:
        if block.source == first_source:
            return ""
        if block.shape is Shape.HEADING and block.level == 1:
            return block.text
    return ""


def _labelled(lines: Sequence[str]) -> dict[Field, str]:
    found: dict[Field, str] = {}
    for line in (each for each in lines if len(each) <= LONGEST_LINE):
        for field, text, wording in split_labels(line, {}):
            name = _named(field, key_of(wording))
            if name and text and (name is not Field.DATED or any(sign.isdigit() for sign in text)):
                found.setdefault(name, " ".join(text.split()))
    return found


def _named(field: Field | None, key: str) -> Field | None:
    """The field that a label names in a head, where it may name another in an action."""
    if key in _DATE_WORDS:
        return Field.DATED
    return Field.REVIEW if key in REVIEW_WORDS else field


def _review(labelled: str, title: str, lines: Sequence[str]) -> str:
    named = (match.group(1) for line in lines if (match := _REVIEW_LABEL.fullmatch(line.strip())))
    if labelled := labelled or next(named, ""):
        return labelled
    found = [match.group(0).strip(" ,") for line in [title, *lines] for match in _REVIEW.finditer(line[:LONGEST_LINE])]
    return next((said for said in found if any(sign.isdigit() for sign in said)), "")


def _document_date(labelled: str, lines: Sequence[str], reference: date) -> date | None:
    """The latest day that the head says the document was made or revised on."""
    sentences = [part for line in lines for part in _FULL_STOP.split(line)]
    short = [line.rstrip(":") for line in sentences if len(line.split()) <= 14 and not _PRINTED.search(line)]
    told = [match.group(1) for line in short for match in _DATED_LINE.finditer(line)]
    alone = [match.group(1) or match.group(2) for line in short if (match := _ONLY_DATE.fullmatch(line.strip()))]
    after = [match.group(1) for line in short if not _OF_REVIEW.match(line) and (match := _AFTER_LABEL.fullmatch(line))]
    said = [labelled, *told, *alone] if labelled or told or alone else after
    top = [line for line in (*short[:MOST_ENDING], *short[-MOST_ENDING:]) if not _ends_in_review(line)]
    ending = [match.group(1) for line in top if (match := _ENDING_DATE.search(line))]
    days = [day for each in said if (day := _dated(each, reference))]
    return max(days or [day for each in ending[:1] if (day := _dated(each, reference))], default=None)


def _ends_in_review(line: str) -> bool:
    """Say whether the day that a line ends with is a review's."""
    ends = (match.end() for match in _REVIEW.finditer(line) if any(sign.isdigit() for sign in match.group()))
    return _OF_REVIEW.match(line) is not None or any(end >= len(line.rstrip(" .)")) for end in ends)


def _dated(said: str, reference: date) -> date | None:
    if not said:
        return None
    day = read(said, reference, in_date_field=True)
    return day.start if day.kind == "day" else None
