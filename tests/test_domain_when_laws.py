"""Laws of the date grammar: it answers every text, and a date reads to exactly its days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.domain.dates import Kind, When
from followup.domain.when import Reading, read
from followup.domain.when.tokens import LONGEST

REFERENCE = date(2026, 11, 21)
KINDS = {kind.value for kind in Kind} | {"trigger", "recurrence", "not-a-date"}
STATUSES = {"", "planned", "in_progress", "done", "paused", "dropped"}
MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec",
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
)
WORDS = [
    "vid",
    "inför",
    "varje",
    "år",
    "termin",
    "gång",
    "gånger",
    "per",
    "maj",
    "mars",
    "2026",
    "2027",
    "-",
    "–",
    "/",
    ".",
    ",",
    "(",
    ")",
    ":",
    "v",
    "12",
    "Q1",
    "HT",
    "VT",
    "senast",
    "före",
    "efter",
    "och",
    "samt",
    "först",
    "nästa",
    "om",
    "tre",
    "månader",
    "halv",
    "slutet",
    "av",
    "början",
    "klart",
    "snarast",
    "1",
    "31",
    "första",
    "måndagen",
    "i",
    "till",
    "mellan",
    "dag",
    "vecka",
    "årligen",
    "minst",
    "andra",
    "den",
    ":e",
    "26",
    "påsk",
    "årsskiftet",
    "pågår",
    "utgår",
    "?",
    "varannan",
    "var",
    "t.o.m.",
    "fr.o.m.",
    "½",
    "’",
    "✅",
    "\n",
]

years = st.integers(min_value=1990, max_value=2099)
days = st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))
any_day = st.dates()
phrases = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)


def window(text: str, reference: date = REFERENCE) -> tuple[str, date | None, date | None]:
    found = read(text, reference)
    return found.kind, found.start, found.end


def is_sound(found: Reading) -> bool:
    ordered = not (found.start and found.end) or found.start <= found.end
    undated = found.kind in ("open", "none", "trigger", "not-a-date")
    return (
        found.kind in KINDS
        and found.status in STATUSES
        and ordered
        and not (undated and (found.start or found.end))
        and (not found.rule or found.kind == "recurrence")
        and isinstance(found.when, When)
    )


@given(st.text(), any_day)
def test_any_text_gets_a_reading(text: str, reference: date) -> None:
    found = read(text, reference)
    assert found.text == text
    assert is_sound(found)


@given(st.one_of(phrases, glued), any_day, st.booleans())
def test_any_jumble_of_known_words_gets_a_reading(text: str, reference: date, in_date_field: bool) -> None:
    assert is_sound(read(text, reference, in_date_field=in_date_field))


@given(st.one_of(phrases, glued))
def test_case_and_surrounding_blanks_do_not_matter(text: str) -> None:
    plain, loud = read(text, REFERENCE), read(f"\t {text.upper()}\n ", REFERENCE)
    if "." not in text and "!" not in text:  # a capital after a full stop ends a sentence
        assert (plain.kind, plain.start, plain.end, plain.rule) == (loud.kind, loud.start, loud.end, loud.rule)
        assert (plain.status, plain.notes, plain.length) == (loud.status, loud.notes, loud.length)


@given(days)
def test_an_iso_day_reads_to_itself(day: date) -> None:
    assert window(day.isoformat()) == ("day", day, day)


@given(days, st.sampled_from(("{:%Y%m%d}", "{:%y%m%d}", "{:%y-%m-%d}", "{:%Y/%m/%d}", "{:%d.%m.%Y}", "{:%d/%m %Y}")))
def test_a_day_in_figures_reads_to_itself(day: date, form: str) -> None:
    assert window(form.format(day)) == ("day", day, day)


@given(days, st.sampled_from(MONTHS))
def test_a_day_with_its_month_named_reads_to_itself(day: date, names: str) -> None:
    assert window(f"{day.day} {names.split('|')[day.month - 1]} {day.year}") == ("day", day, day)


@given(years, st.integers(1, 12), st.sampled_from(MONTHS))
def test_a_month_reads_to_all_its_days(year: int, month: int, names: str) -> None:
    truth = "month", date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if names.split("|")[month - 1] == "jul":
        assert window(f"jul-{year % 100:02}")[0] in ("month", "range")  # "jul 2026" is Christmas
    else:
        assert window(f"{names.split('|')[month - 1]} {year}") == truth
    assert window(f"{year}-{month:02}") == truth


@given(years, st.integers(1, 52))
def test_a_week_reads_monday_to_sunday(year: int, number: int) -> None:
    monday = date.fromisocalendar(year, number, 1)
    for form in (f"v. {number} {year}", f"vecka {number} {year}", f"{year}-W{number:02}", f"week {number} {year}"):
        assert window(form) == ("week", monday, monday + timedelta(days=6))


@given(years)
def test_week_53_is_a_week_or_an_error_and_never_another_week(year: int) -> None:
    found = read(f"v. 53 {year}", REFERENCE)
    if date(year, 12, 28).isocalendar().week == 53:
        assert found.start == date.fromisocalendar(year, 53, 1)
    else:
        assert (found.kind, found.notes) == ("not-a-date", ("invalid-week",))


@given(years, st.integers(1, 4), st.sampled_from(("Q{n} {y}", "{y}-Q{n}", "kvartal {n} {y}", "K{n} {y}", "kv {n} {y}")))
def test_a_quarter_reads_to_three_months(year: int, number: int, form: str) -> None:
    start = date(year, number * 3 - 2, 1)
    assert window(form.format(n=number, y=year)) == ("quarter", start, last_of_month(year, number * 3))


@given(years, st.sampled_from(("VT", "vt", "vårterminen", "HT", "ht", "höstterminen")))
def test_a_term_reads_to_its_half_year(year: int, name: str) -> None:
    first = 1 if name.lower().startswith("v") else 7
    truth = "term", date(year, first, 1), last_of_month(year, first + 5)
    assert window(f"{name} {year}") == window(f"{year} {name}") == truth


@given(years)
def test_a_year_reads_to_all_its_days(year: int) -> None:
    assert window(f"under {year}") == ("year", date(year, 1, 1), date(year, 12, 31))


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


DATED = (
    "31 maj 2027",
    "2027-05",
    "v. 12 2027",
    "Q2 2027",
    "HT 2027",
    "sommaren 2027",
    "2027",
    "maj–juni 2027",
    "slutet av maj 2027",
)


@pytest.mark.parametrize("text", DATED)
def test_a_deadline_keeps_the_end_and_drops_the_start(text: str) -> None:
    plain, deadline = read(text, REFERENCE), read(f"senast {text}", REFERENCE)
    assert (deadline.kind, deadline.start, deadline.end) == (plain.kind, None, plain.end)
    assert "by" in deadline.notes


@pytest.mark.parametrize("text", DATED)
def test_before_ends_the_day_before_and_from_has_no_end(text: str) -> None:
    plain = read(text, REFERENCE)
    assert plain.start is not None
    before, from_then = read(f"före {text}", REFERENCE), read(f"från och med {text}", REFERENCE)
    if not text.startswith("slutet"):
        assert before.end == plain.start - timedelta(days=1)
    if "–" not in text:
        assert (from_then.kind, from_then.start, from_then.end) == ("range", plain.start, None)


@given(
    any_day, st.sampled_from(("31 maj", "mars", "v. 12", "Q3", "HT", "sommaren", "årsskiftet", "31/5", "29 februari"))
)
def test_a_missing_year_is_the_first_whose_end_is_not_past(reference: date, text: str) -> None:
    found = read(text, reference, in_date_field=True)
    if date(2, 1, 1) < reference < date(9980, 1, 1) and found.end is not None:
        assert found.end >= reference
        assert found.end - reference < timedelta(days=366 * 8 + 60)
        assert "year-assumed" in found.notes


@given(days)
def test_a_reference_never_changes_a_date_with_its_year(reference: date) -> None:
    for text in DATED:
        assert window(text, reference) == window(text)


def test_a_document_is_no_date() -> None:
    found = read("a" * (LONGEST + 1), REFERENCE)
    assert (found.kind, found.notes) == ("not-a-date", ("too-long",))


@pytest.mark.parametrize(
    "text", ["slutet av ", "dagen efter ", "vid ", "(", "1-", "varje ", "ett och ett halvt ", "a\u0308", "1/"]
)
def test_what_repeats_to_the_limit_is_read_without_running_deep(text: str) -> None:
    assert is_sound(read((text * LONGEST)[:LONGEST], REFERENCE))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("31 februari 2026", "invalid-date"),
        ("2026-13-01", "invalid-date"),
        ("29 februari 2027", "invalid-date"),
        ("31/9 2027", "invalid-date"),
        ("vecka 53 2027", "invalid-week"),
        ("juni 2027 – mars 2027", "invalid-range"),
    ],
)
def test_a_date_that_does_not_exist_is_said_so_and_never_moved(text: str, note: str) -> None:
    found = read(text, REFERENCE)
    assert (found.kind, found.start, found.end, found.notes) == ("not-a-date", None, None, (note,))


def test_a_date_that_does_not_exist_beside_a_cadence_leaves_the_cadence() -> None:
    found = read("årligen, först 31 juni 2027", REFERENCE)
    assert (found.kind, found.rule, found.first) == ("recurrence", "FREQ=YEARLY", None)
    assert "invalid-date" in found.notes
