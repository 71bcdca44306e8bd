"""Whole follow-up fields: a cadence, a first time and triggers in one or several sentences."""

from __future__ import annotations

from datetime import date

import pytest

from followup.domain.dates import Kind, When
from followup.domain.when import Reading, read

REFERENCE = date(2026, 11, 21)


def fields(text: str) -> tuple[str, str, tuple[str, ...]]:
    found = read(text, REFERENCE)
    return found.rule, found.first.text if found.first else "", found.triggers


@pytest.mark.parametrize(
    ("text", "rule", "first", "triggers"),
    [
        (
            "Vi stämmer av en gång per termin, samt vid byte av placering. Först\nfebruari\n\n2027.",
            "1/term",
            "februari 2027",
            ("vid byte av placering",),
        ),
        (
            "Årligen och varje gång schemat görs om och jourlinjen ändras, alternativt flyttas. Start maj 2027.",
            "FREQ=YEARLY",
            "maj 2027",
            ("varje gång schemat görs om och jourlinjen ändras, alternativt flyttas",),
        ),
        (
            "Halvårsvis, samt vid varje ny placering, samt vid tjänstledighet som varar längre än tre veckor",
            "FREQ=MONTHLY;INTERVAL=6",
            "",
            ("vid varje ny placering", "vid tjänstledighet som varar längre än tre veckor"),
        ),
        ("Varje år, först oktober 2027", "FREQ=YEARLY", "oktober 2027", ()),
        ("vid introduktion av nya underläkare och vikarier. Först mars 2027", "", "mars 2027", None),
        ("Årligen i mars, första gången mars 2028", "FREQ=YEARLY;BYMONTH=3", "mars 2028", ()),
        ("Vid behov, dock minst varannan månad", "FREQ=MONTHLY;INTERVAL=2", "", ("Vid behov",)),
        (
            "Vid ombyggnad, t.ex. ny mottagning, samt årligen",
            "FREQ=YEARLY",
            "",
            ("Vid ombyggnad, t.ex. ny mottagning",),
        ),
    ],
)
def test_a_field_gives_rule_first_time_and_triggers(
    text: str, rule: str, first: str, triggers: tuple[str, ...] | None
) -> None:
    found = fields(text)
    assert found[:2] == (rule, first)
    if triggers is not None:
        assert found[2] == triggers


def test_line_breaks_inside_a_date_heal() -> None:
    found = read("Kvartalsvis. Först den 15\n\nmars\n2027.", REFERENCE)
    assert found.first == When(Kind.DAY, date(2027, 3, 15), date(2027, 3, 15), "den 15 mars 2027")


def test_a_trigger_keeps_its_own_and_and_its_brackets() -> None:
    found = read("vid start (introduktion, handledare) och avslut av placeringen", REFERENCE)
    assert found.triggers == ("vid start (introduktion, handledare) och avslut av placeringen",)


def test_each_trigger_after_a_joining_word_is_its_own() -> None:
    found = read("vid halvtid och vid avslut; när handledaren byts", REFERENCE)
    assert found.triggers == ("vid halvtid", "vid avslut", "när handledaren byts")


def test_a_date_beside_a_trigger_keeps_both() -> None:
    found = read("HT 2027 eller vid behov", REFERENCE)
    assert (found.kind, found.start, found.end) == ("term", date(2027, 7, 1), date(2027, 12, 31))
    assert found.triggers == ("vid behov",)


def test_a_time_after_an_event_is_a_trigger_with_its_length() -> None:
    found = read("senast två månader efter besöket", REFERENCE)
    assert (found.kind, found.length, found.triggers) == ("trigger", "P2M", ("senast två månader efter besöket",))


def test_a_time_after_a_day_is_a_day() -> None:
    assert read("två månader efter 31 december 2026", REFERENCE).end == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Klart 2026-02", "month", "done"),
        ("Klart senast februari 2026", "month", ""),
        ("Klart februari 2028", "month", ""),
        ("Pågår, klart februari 2028", "month", "in_progress"),
        ("✅", "none", "done"),
        ("Avvaktar ny ledning", "none", "paused"),
        ("Oklart", "none", ""),
        ("Start mars 2027, klart maj 2027", "range", ""),
    ],
)
def test_a_status_word_is_a_status_only_where_it_reports(text: str, kind: str, status: str) -> None:
    found = read(text, REFERENCE)
    assert (found.kind, found.status) == (kind, status)


def test_a_late_week_without_its_year_is_never_put_in_the_future() -> None:
    found = read("v. 14, försenad", REFERENCE)
    assert (found.kind, found.start, found.end) == ("none", None, None)
    assert "status:late" in found.notes


def test_mars_alone_is_a_month_only_in_a_date_field() -> None:
    assert read("mars", REFERENCE).kind == "not-a-date"
    assert read("mars", REFERENCE, in_date_field=True).start == date(2027, 3, 1)
    assert read("i mars", REFERENCE).start == date(2027, 3, 1)


def test_a_year_said_elsewhere_in_the_field_wins_over_the_reference() -> None:
    assert read("1 mars eller 15 april 2029", REFERENCE).start == date(2029, 3, 1)
    assert read("2029: 1 mars", REFERENCE).start == date(2029, 3, 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("snarast", Kind.OPEN),
        ("årligen", Kind.OPEN),
        ("vid behov", Kind.OPEN),
        ("TBD", Kind.NONE),
        ("Termin 8", Kind.NONE),
        ("Klart", Kind.NONE),
        ("maj 2027", Kind.MONTH),
        ("senast maj 2027", Kind.MONTH),
        ("Årligen. Först HT 2027.", Kind.TERM),
    ],
)
def test_a_reading_is_a_due_date_with_its_words(text: str, kind: Kind) -> None:
    found: Reading = read(text, REFERENCE)
    assert (found.when.kind, found.when.text) == (kind, text)


def test_what_is_guessed_or_left_over_is_uncertain() -> None:
    assert read("ca mars 2027", REFERENCE).is_uncertain
    assert read("mars 2027, fråga Kim", REFERENCE).is_uncertain
    assert not read("mars 2027", REFERENCE).is_uncertain
