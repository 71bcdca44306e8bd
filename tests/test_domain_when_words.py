"""Every word of the grammar's lists is read: numbers, ordinals, adjectives, what leads to an end, edges of terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup.domain.when import read

REFERENCE = date(2026, 11, 21)
SWEDISH = [
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
    "tjugo",
]
ENGLISH = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
ORDINALS = ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte"]
ADJECTIVES = {
    "FREQ=YEARLY": "årlig årligt årliga annual yearly årsvisa",
    "FREQ=MONTHLY;INTERVAL=6": "halvårlig halvårligt halvårliga biannual halvårsvisa",
    "FREQ=MONTHLY;INTERVAL=3": "quarterly kvartalsvisa",
    "FREQ=MONTHLY": "månatlig månatligt månatliga monthly månadsvisa månedlig",
    "FREQ=WEEKLY": "weekly veckovisa",
    "FREQ=DAILY": "daglig dagligt dagliga daily",
    "1/term": "terminsvisa",
}


@pytest.mark.parametrize(("number", "word"), list(enumerate(SWEDISH, 1)))
def test_swedish_numbers_count_weeks(number: int, word: str) -> None:
    assert read(f"inom {word} veckor", REFERENCE).end == REFERENCE + timedelta(weeks=number)


@pytest.mark.parametrize(("number", "word"), list(enumerate(ENGLISH, 1)))
def test_english_numbers_count_weeks(number: int, word: str) -> None:
    assert read(f"within {word} weeks", REFERENCE).end == REFERENCE + timedelta(weeks=number)


@pytest.mark.parametrize(("number", "word"), list(enumerate(ORDINALS, 1)))
def test_ordinals_are_steps(number: int, word: str) -> None:
    step = f";INTERVAL={number}" if number > 1 else ""
    assert read(f"var {word} månad", REFERENCE).rule == f"FREQ=MONTHLY{step}"


@pytest.mark.parametrize(
    ("rule", "word"), [(rule, word) for rule, words in ADJECTIVES.items() for word in words.split()]
)
def test_adjectives_are_rules(rule: str, word: str) -> None:
    assert read(f"{word} uppföljning", REFERENCE).rule == rule


@pytest.mark.parametrize("word", ["till", "t.o.m.", "until", "til"])
def test_a_rule_may_say_when_it_ends(word: str) -> None:
    found = read(f"varje månad {word} juni 2028", REFERENCE)
    assert (found.rule, found.notes) == ("FREQ=MONTHLY", ("until:2028-06-30",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("två veckor efter 1 maj 2027", date(2027, 5, 15)),
        ("two weeks after 1 May 2027", date(2027, 5, 15)),
        ("to uker etter 1. mai 2027", date(2027, 5, 15)),
        ("två veckor före 1 maj 2027", date(2027, 4, 17)),
        ("två veckor innan 1 maj 2027", date(2027, 4, 17)),
        ("two weeks before 1 May 2027", date(2027, 4, 17)),
    ],
)
def test_days_are_counted_from_a_day_to_either_side(text: str, day: date) -> None:
    found = read(text, REFERENCE)
    assert (found.start, found.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("start av HT 2027", date(2027, 7, 1), date(2027, 8, 31)),
        ("början av HT 2027", date(2027, 7, 1), date(2027, 8, 31)),
        ("slutet av VT 2027", date(2027, 5, 1), date(2027, 6, 30)),
    ],
)
def test_a_term_has_edges(text: str, start: date, end: date) -> None:
    found = read(text, REFERENCE)
    assert (found.start, found.end) == (start, end)
