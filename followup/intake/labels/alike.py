"""Tells columns apart whose heads name the same field, by their words and by what else the head names.

It sees heads, or the labels of a form, only: what stands in the cells is for others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup.intake.fields import Field
from followup.intake.labels.headings import key_of, words_of
from followup.intake.wordlists import words

Fields = dict[int, Field | None]
"""The field of each column by its index; None where its head names none."""

_DONE_WORDS = frozenset(
    {"klart", "klar", "färdig", "färdigt", "done", "complete", "completed", "ferdig", "slutfört", "slutförd"}
)
_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
_PERSON_WORDS = words("namn name navn person funktion befattning titel roll rolle role title function")
"""Heads that go on with who is responsible where they stand beside such a column."""
_PAST = words(
    "slutfört slutförd utfört utförd genomfört genomförd avslutat avslutad åtgärdat åtgärdad faktiskt verkligt"
    " completed done actual closed stängd stängt lukket gennemført gjennomført utført udført afsluttet avsluttet"
)
_GAUGES = words("indikator indikatorer indicator indicators målvärde nyckeltal")
"""Heads of what a goal is measured by: no requirement where the goal itself is told."""
_ACTIONS, _MEASURED = words("action actions"), words("measure measures metric metrics")
_PLAIN_DATES = words("datum date dato")
_NAMES = words("rubrik titel title ämne tittel overskrift")
_HOWS = words("beskrivning description beskrivelse detaljer details")
"""Heads of what a task is called, and of the words that tell more of it: together they are what is to be done."""
_YES_NO = re.compile(r"(?i)%|\bja\s*/\s*nej\b|\bj/n\b|\byes\s*/\s*no\b|\by/n\b|\(x\)|[☐☑✓✔]")
"""What a head says of values that tell whether or how far, not when."""
_FOLLOWED = words("uppföljt uppföljd fulgt")
"""Words of the day on which something was followed up, where another column tells when it is to be."""
_BY_WHOM = (" by", " av", " af")
_DATED = words("datum date dato slutdatum sluttdato slutdato klardatum klart completion end den of")


def told_apart(heads: Sequence[str], fields: Fields) -> Fields:
    """The fields of the columns, each of several that share a name given what it is beside the others."""
    told: Fields = {}
    fields = _with_persons(heads, fields)
    for column, field in fields.items():
        told[column] = _second_of_its_name(heads[column], field, set(told.values()), set(fields.values()))
        before = told.get(column - 1)
        if field is None and before in _OWNERS and key_of(heads[column]) in _PERSON_WORDS:
            told[column] = before
    keys = {column: key_of(heads[column]) for column in told}
    told = _with_measurements(keys, told)
    told = _without_entry_days(keys, _without_gauges(keys, told))
    return _with_states(heads, _with_titles(keys, told))


def _with_persons(heads: Sequence[str], fields: Fields) -> Fields:
    """Columns of a role and of a name beside each other as who is responsible, where no other names an owner."""
    if not _OWNERS.isdisjoint(fields.values()):
        return fields
    persons = [column for column, field in fields.items() if field is None and key_of(heads[column]) in _PERSON_WORDS]
    beside: tuple[int, ...] = next((pair for pair in pairwise(persons) if pair[1] == pair[0] + 1), ())
    return {**fields, **dict.fromkeys(beside, Field.RESPONSIBLE)}


def _without_entry_days(keys: dict[int, str], told: Fields) -> Fields:
    """Columns without a plain "Datum" where another names the day to be done by: it tells when the row was written."""
    days = {keys[column] for column, field in told.items() if field is Field.DUE}
    if not days & _PLAIN_DATES or days <= _PLAIN_DATES:
        return told
    return {column: Field.IGNORE if keys[column] in _PLAIN_DATES else field for column, field in told.items()}


def _with_measurements(keys: dict[int, str], told: Fields) -> Fields:
    """An English "Measure" as what tells that it worked, where an "Action" beside it is what is to be done."""
    if not any(field is Field.MEASURE and keys[column] in _ACTIONS for column, field in told.items()):
        return told
    return {column: Field.GOAL if keys[column] in _MEASURED else field for column, field in told.items()}


def _without_gauges(keys: dict[int, str], told: Fields) -> Fields:
    if Field.GOAL not in told.values():
        return told
    return {column: None if keys[column] in _GAUGES else field for column, field in told.items()}


def _with_titles(keys: dict[int, str], told: Fields) -> Fields:
    """A task's title as what is to be done, where its description is the only other column that tells it."""
    measures = [column for column, field in told.items() if field is Field.MEASURE]
    titles = [column for column in told if keys[column] in _NAMES]
    is_described = bool(measures) and all(keys[column].split(" ", 1)[0] in _HOWS for column in measures)
    return {**told, titles[0]: Field.MEASURE} if is_described and titles else told


def _with_states(heads: Sequence[str], told: Fields) -> Fields:
    """Columns of days that tell whether or when something was done as the status."""
    has_due = sum(1 for field in told.values() if field is Field.DUE) > 1
    made = dict(told)
    for column, field in told.items():
        if field in {Field.DUE, Field.FIRST} and _YES_NO.search(heads[column]):
            made[column] = Field.STATUS
    for column in [each for each, field in made.items() if field is Field.DUE and has_due]:
        if key_of(heads[column]).endswith(_BY_WHOM):
            made[column] = Field.IGNORE
        elif _is_past(heads[column]):
            made[column] = Field.STATUS
        if " ".join(words_of(heads[column])) in _DONE_WORDS:
            made[column] = None if Field.STATUS in made.values() else Field.STATUS
    return made


def _is_done(head: str) -> bool:
    return " ".join(words_of(head)) in _DONE_WORDS or _is_past(head)


def _is_past(head: str) -> bool:
    """Say whether a head names the day something was done on ("Utfört datum", "Date completed")."""
    said = frozenset(key_of(head).split())
    return bool(said & _PAST) and said <= _PAST | _DATED


def _second_of_its_name(
    head: str, field: Field | None, before: set[Field | None], everywhere: set[Field | None]
) -> Field | None:
    if field is Field.RESPONSIBLE and field in before and Field.FOLLOW_UP in before:
        return Field.FOLLOW_UP_RESPONSIBLE
    if field is Field.DUE and field in before and Field.FOLLOW_UP in before and not _is_done(head):
        return Field.FIRST
    if field is Field.DUE and field in before and _is_past(head):
        return Field.STATUS
    if field is Field.FOLLOW_UP and field in before and _FOLLOWED & set(key_of(head).split()):
        return Field.NOTE
    if field is Field.AREA and field in before and Field.REQUIREMENT not in everywhere:
        return Field.REQUIREMENT
    return field
