"""Which row of a table is its head, which way the table lies, and what line announces a plan.

It names no columns: `columns` weighs what stands in the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from followup.intake.areas import read_area_heading
from followup.intake.blocks import Cell, Row
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.asking import ASKING, asked_field
from followup.intake.labels.headings import field_of_head, field_of_label, key_of, told_field
from followup.intake.labels.label_words import TITLES
from followup.intake.wordlists import words

_MEASURE = Field.MEASURE


def is_plan_title(text: str) -> bool:
    """Say whether a heading announces the plan ("HANDLINGSPLAN", "Action plan 2027")."""
    folded = " ".join(text.casefold().split())
    return len(folded) < 90 and any(folded.startswith(title) or f" {title}" in folded for title in TITLES)


@lru_cache(maxsize=1024)
def names_area(text: str) -> bool:
    """Say whether a heading names an area: a part that is the plan itself ("Del 2. Handlingsplan") is none."""
    found = read_area_heading(text)
    return found is not None and not is_plan_title(found[1]) and field_of_label(found[1], marked=True) is not _MEASURE


def has_head(rows: Sequence[Row], mapping: Mapping[str, Field]) -> bool:
    """Say whether one of the first rows names columns of a plan."""
    return head_index(rows, mapping) is not None


def _first_labels(rows: Sequence[Row], mapping: Mapping[str, Field]) -> list[Field]:
    """The fields that the cells of the first column name, if most of them do, the measure among them."""
    firsts = [row.cells[0].text for row in rows if row.cells and row.cells[0].text.strip()]
    fields = [field for text in firsts if (field := told_field(text, mapping) or field_of_label(text, marked=True))]
    if Field.MEASURE not in fields and all(len(row.cells) == 2 for row in rows):
        named = [field for text in firsts if (field := loose_field(text))]
        fields = named if len(set(named)) >= MANY else fields
    telling = set(fields) & {Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP}
    return fields if Field.MEASURE in fields and telling and len(fields) * 3 >= len(firsts) * 2 else []


LONGEST_LOOSE = 6
"""Words of a label that is read as a column's head is."""


def loose_field(text: str) -> Field | None:
    """The field of an action that a few words name as a column's head does ("GMC standard"), or None."""
    field = field_of_head(text) if len(text.split()) <= LONGEST_LOOSE and not text.rstrip().endswith(".") else None
    return field if field in ACTION_FIELDS else None


LONGEST_LABEL = 60


def may_be_label(text: str) -> bool:
    """Say whether words where labels stand may be one that nobody knows: few, and no sentence."""
    return len(text) <= LONGEST_LABEL and text[:1].isupper() and not text.rstrip().endswith((".", ",", ";"))


def loose_label(text: str) -> Field | None:
    """The field that a label which comes back may name, as a column's head would, or what it asks for."""
    asks = key_of(text).split(" ", 1)[0] in ASKING
    return asked_field(" ".join(text.split())) if asks else loose_field(text)


def is_form(rows: Sequence[Row], mapping: Mapping[str, Field]) -> bool:
    """Say whether the first column names fields, so that each row is a label and its value."""
    return len(_first_labels(rows, mapping)) >= 3


def upright(rows: Sequence[Row], mapping: Mapping[str, Field]) -> tuple[Row, ...]:
    """The rows; turned where the heads stand down the first column and each other column is an action."""
    whole, rows = rows, _below_the_title(rows)
    fields = _first_labels(rows, mapping)
    width = max((len(row.cells) for row in rows), default=0)
    if len(fields) < 3 or len(set(fields)) < len(fields) or width < 3:
        return tuple(whole)
    turned = [
        Row(
            tuple(row.cells[column] if column < len(row.cells) else Cell() for row in rows),
            f"{rows[0].source}:{column + 1}",
        )
        for column in range(width)
    ]
    kept = [row for row in turned if any(cell.text for cell in row.cells)]
    is_actions = len(kept) >= 3 and not any(cell.merged for row in kept[1:] for cell in row.cells)
    others = [
        text for row in kept[1:] for text in row.texts if not text[-1:].isdigit() and field_of_label(text, marked=True)
    ]
    return tuple(kept) if is_actions and len(others) <= 1 else tuple(whole)


def _below_the_title(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows from the first on that fills three cells; those above tell of the whole."""
    wide = (place for place, row in enumerate(rows) if len({*row.texts} - {""}) >= LEAST_ACROSS)
    return rows[next(wide, 0) :]


LEAST_ACROSS = 3
HEAD_WITHIN = 30


def head_index(rows: Sequence[Row], mapping: Mapping[str, Field]) -> int | None:
    """The index of the row that names the most fields, three at least (or two with the measure), else None."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:HEAD_WITHIN]):
        fields = head_fields(row, mapping)
        score = len(fields)
        is_told = bool(mapping) and sum(1 for text in set(row.texts) if told_field(text, mapping)) > 1
        if _is_head(fields, row, is_told=is_told) and (best is None or score > best[0]):
            best = (score, index)
    return best[1] if best else None


def head_fields(row: Row, mapping: Mapping[str, Field]) -> set[Field]:
    """The fields that a row's cells name as column heads."""
    named = {head_field(text, mapping) for text in set(row.texts) if text.strip()}
    return {field for field in named if field in ACTION_FIELDS}


def head_field(text: str, mapping: Mapping[str, Field]) -> Field | None:
    """The field a column head names, what somebody told before what the words say."""
    return told_field(text, mapping) or field_of_head(text)


def _is_head(fields: set[Field], row: Row, *, is_told: bool) -> bool:
    """Say whether fields make a row a head; the half of its cells must name some, unless somebody told of them."""
    filled = {text for text in row.texts if text.strip()}
    is_other = _is_calendar(fields, filled) or _is_case_log(fields, filled) or _is_year(fields, row) or is_study(filled)
    if is_other and not is_told:
        return False
    is_plain = (len(fields) >= MANY or fields >= _SURE) and _are_short(filled)
    is_sparse = len(fields) * 2 < len(filled) and not is_plain
    if len(filled) < 2 or (is_sparse and not is_told):
        return False
    telling = fields & {Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.STATUS, Field.FOLLOW_UP_RESPONSIBLE}
    return Field.MEASURE in fields and bool(telling)


def may_head(row: Row, mapping: Mapping[str, Field]) -> bool:
    """Say whether a row names who, until when and what only plans tell, so that the measures must be in it too."""
    fields = head_fields(row, mapping)
    is_plain = any(key_of(text) in _PLAIN_DATES for text in row.texts)
    return {Field.DUE, Field.RESPONSIBLE} <= fields and bool(fields & _OF_FOLLOWING) and not is_plain


_SURE = frozenset({Field.MEASURE, Field.RESPONSIBLE, Field.DUE})
"""What no table but a plan names, however many columns of its own it has."""
_PLACES = words("plats lokal ort sal place venue location sted rum adress")
_PLAIN_DATES = words("datum date dato dag tid")
_OF_A_PLAN = frozenset({Field.REQUIREMENT, Field.GOAL, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS})


def _is_calendar(fields: set[Field], texts: set[str]) -> bool:
    """Say whether a head tells where and on what day something is on, and nothing that only plans tell."""
    keys = {key_of(text) for text in texts}
    return bool(keys & _PLACES) and bool(keys & _PLAIN_DATES) and not fields & _OF_A_PLAN


_PARTS_OF_YEAR = words("månad month måned vecka week uke uge veckodag dag day")
_GOING_ON = words("aktivitet aktiviteter activity activities händelse")


def _is_year(fields: set[Field], row: Row) -> bool:
    """Say whether a head tells what goes on in each month or week, as the wheel of a year does."""
    keys = [key_of(text) for text in row.texts if text.strip()]
    return (
        bool(keys)
        and keys[0] in _PARTS_OF_YEAR
        and bool(_GOING_ON & set(keys))
        and not fields & {*_OF_A_PLAN, Field.DUE}
    )


_STUDIES = ("lärandeaktivitet", "utbildningsaktivitet", "læringsaktivitet", "learning activit")


def is_study(texts: Iterable[str]) -> bool:
    """Say whether a head tells how somebody learns, as a trainee's own plan does."""
    return any(key_of(text).startswith(_STUDIES) for text in texts)


_CASES = words("ärende ärenden case cases sak")


def _is_case_log(fields: set[Field], texts: set[str]) -> bool:
    """Say whether a head only tells of cases and who handles them: nothing in it is to be done by a day."""
    keys = {key_of(text) for text in texts}
    is_dated = Field.DUE in fields and not (keys & _PLAIN_DATES and Field.RESPONSIBLE not in fields)
    return bool(keys & _CASES) and not is_dated and not fields & _OF_FOLLOWING


_OF_FOLLOWING = frozenset({Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.REQUIREMENT, Field.GOAL})
MANY = 5
"""Fields in a head, with which it may have any number of heads that name none, as exports of tools have."""


def _are_short(texts: set[str]) -> bool:
    """Say whether all are three words at most and hold no number, as heads do and values do not."""
    return all(len(text.split()) <= 3 and not any(sign.isdigit() for sign in text) for text in texts)
