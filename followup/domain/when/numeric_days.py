"""Days in figures only: ISO, Nordic and compact forms; "2026-05-31", "31/5-26", "31.5.2026", "260531"."""

from __future__ import annotations

from datetime import date

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found
from followup.domain.when.period import Part, Period, Weight
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import century, full_year, year_after

__all__ = ["clock", "day_of", "numeric_day"]

_ISO_SIGNS = frozenset(("-", "/", "."))


def day_of(month: int, number: int, weight: Weight = Weight.SURE) -> Period:
    """A day of a month, the year not said yet; its window raises where the day does not exist."""
    by = (("BYMONTH", str(month)), ("BYMONTHDAY", str(number)))

    def window(year: int) -> windows.Window:
        found = date(year, month, number)
        return found, found

    return Period(Kind.DAY, window, part=Part(by), weight=weight)


def numeric_day(tokens: Tokens, index: int) -> Found[Period]:
    """A day in figures, in the first form that fits."""
    if not tokens.is_number(index):
        return None
    return (
        _compact(tokens, index)
        or _iso(tokens, index)
        or _three_numbers(tokens, index)
        or _slashed(tokens, index)
        or _dotted(tokens, index)
    )


def _compact(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "20260531" and "260531"."""
    word = tokens.word(index)
    if len(word) == 8 and word[:2] in ("19", "20"):
        return day_of(int(word[4:6]), int(word[6:])).in_year(int(word[:4])), index + 1
    if len(word) != 6 or not (1 <= int(word[2:4]) <= 12 and 1 <= int(word[4:]) <= 31):
        return None
    return day_of(int(word[2:4]), int(word[4:])).in_year(century(int(word[:2]))), index + 1


def _joined(tokens: Tokens, index: int, signs: frozenset[str]) -> tuple[str, int] | None:
    """The sign after the number at `index` and the place of the number glued to it."""
    sign = tokens.word(index + 1)
    if sign in signs and tokens.glued(index + 1) and tokens.glued(index + 2) and tokens.is_number(index + 2):
        return sign, index + 2
    return None


def _iso(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "2026-05-31", "2026/05/31", "2026.05.31", "2026 05 31"."""
    year = full_year(tokens, index)
    if year is None:
        return None
    second = _joined(tokens, index, _ISO_SIGNS)
    third = _joined(tokens, second[1], frozenset((second[0],))) if second else None
    places = (second[1], third[1]) if second and third else (index + 1, index + 2)
    shortest = 1 if second and third else 2
    numbers = [tokens.digits(place, shortest, 2) for place in places]
    if numbers[0] is None or numbers[1] is None:
        return None
    end = _midnight(tokens, places[1] + 1)
    return day_of(numbers[0], numbers[1]).in_year(year), end


def _midnight(tokens: Tokens, index: int) -> int:
    """Past the "T00:00:00" that a spreadsheet's own date brings along."""
    if tokens.word(index) != "t" or not tokens.glued(index) or not tokens.glued(index + 1):
        return index
    end = clock(tokens, index + 1)
    if end is None:
        return index
    return end + 1 if tokens.word(end) == "z" and tokens.glued(end) else end


def _three_numbers(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "26-05-31" is year-month-day; "31-05-2026", "31/5/2026", "31.5.2026", "31.5.26" end in the year."""
    second = _joined(tokens, index, _ISO_SIGNS)
    third = _joined(tokens, second[1], frozenset((second[0],))) if second else None
    if not second or not third:
        return None
    first, month = tokens.digits(index, 1, 2), tokens.digits(second[1], 1, 2)
    long, short = full_year(tokens, third[1]), tokens.digits(third[1], 2, 2)
    if first is None or month is None or (long is None and short is None):
        return None
    if long is not None:
        return day_of(month, first).in_year(long), third[1] + 1
    return _two_digit_year(second[0], first, month, short or 0, third[1] + 1)


def _two_digit_year(sign: str, first: int, month: int, last: int, end: int) -> Found[Period]:
    """With hyphens the year stands first, never last; with other signs it stands last."""
    number, year = (first, last) if sign != "-" else (last, first)
    return day_of(month, number).in_year(century(year)), end


def _slashed(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "31/5", "31/5 2026", "31/5-26": day and month."""
    second = _joined(tokens, index, frozenset("/"))
    if not second:
        return None
    number, month = tokens.digits(index, 1, 2), tokens.digits(second[1], 1, 2)
    if number is None or month is None:
        return None
    return _with_year(tokens, second[1] + 1, month, number, Weight.LAST)


def _dotted(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "31.5", "31.5.", "31.05 2026": day and month with a full stop."""
    second = _joined(tokens, index, frozenset("."))
    if not second:
        return None
    number, month = tokens.digits(index, 1, 2), tokens.digits(second[1], 1, 2)
    if number is None or month is None:
        return None
    return _with_year(tokens, second[1] + 1, month, number, Weight.ALONE)


def _with_year(tokens: Tokens, index: int, month: int, number: int, weight: Weight) -> Found[Period]:
    said = year_after(tokens, index, short=True)
    if said:
        return day_of(month, number).in_year(*said[0]), said[1]
    possible = 1 <= month <= 12 and 1 <= number <= 31
    return (day_of(month, number, weight), index) if possible else None


def clock(tokens: Tokens, index: int) -> int | None:
    """Reads "13", "13:00", "13.00", "13:00:00"."""
    hour = tokens.digits(index, 1, 2)
    if hour is None or hour > 24:
        return None
    end = index + 1
    while tokens.word(end) in (":", ".") and tokens.glued(end) and tokens.digits(end + 1, 2, 2) is not None:
        end += 2
    return end
