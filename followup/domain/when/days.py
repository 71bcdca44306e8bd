"""Single days: ISO and Nordic numbers, days with a month's name, weekdays; "2026-05-31", "31/5-26", "31 maj"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found
from followup.domain.when.names import ENGLISH_MONTHS, MONTHS, WEEKDAYS, WEEKDAYS_SHORT
from followup.domain.when.numbers import ordinal
from followup.domain.when.period import Part, Period, Weight, fixed
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import century, full_year, year_after

__all__ = ["day", "day_of", "time_of_day"]

_ARTICLES = frozenset(("den", "the", "d", "dag", "dagen"))
_ISO_SIGNS = frozenset(("-", "/", "."))


def day_of(month: int, number: int, weight: Weight = Weight.SURE) -> Period:
    """A day of a month, the year not said yet; its window raises where the day does not exist."""
    by = (("BYMONTH", str(month)), ("BYMONTHDAY", str(number)))

    def window(year: int) -> windows.Window:
        found = date(year, month, number)
        return found, found

    return Period(Kind.DAY, window, part=Part(by), weight=weight)


def day(tokens: Tokens, index: int) -> Found[Period]:
    """A day in any of its forms, perhaps with its weekday before it and a time of day after it."""
    named = _weekday(tokens, index)
    after = named[1] if named else index
    found = _numeric(tokens, after) or _worded(tokens, _skip_article(tokens, after))
    if not found and _skip_article(tokens, after) != after:
        found = _numeric(tokens, _skip_article(tokens, after))
    if not found:
        return _bare_weekday(tokens, named, index)
    period, end = found
    if named:
        period = _checked(period, named[0])
    return period, time_of_day(tokens, end) or end


def _weekday(tokens: Tokens, index: int) -> Found[int]:
    """A weekday, short forms too, with its full stop or comma."""
    found = WEEKDAYS.at(tokens, index) or WEEKDAYS_SHORT.at(tokens, index)
    if found and tokens.word(found[1]) in (".", ",") and tokens.glued(found[1]):
        return found[0], found[1] + 1
    return found


def _bare_weekday(tokens: Tokens, named: Found[int], index: int) -> Found[Period]:
    """Reads "fredag" alone: the next one from the reference."""
    if not named or not WEEKDAYS.at(tokens, index):
        return None
    ahead = (named[0] - tokens.reference.weekday()) % 7
    try:
        found = tokens.reference + timedelta(days=ahead)
    except OverflowError:
        return None
    period = fixed(Kind.DAY, (found, found), "uncertain", "counted-from-reference")
    end = WEEKDAYS.at(tokens, index)
    return (replace(period, weight=Weight.ALONE), end[1]) if end else None


def _checked(period: Period, weekday: int) -> Period:
    """The day, with a note where the weekday beside it is another one."""
    if period.year is None:
        return period
    try:
        agrees = period.placed(period.year)[0].weekday() == weekday
    except ValueError:
        return period
    return period if agrees else period.noting("weekday-differs", "uncertain")


def _skip_article(tokens: Tokens, index: int) -> int:
    if tokens.word(index) not in _ARTICLES:
        return index
    return index + 2 if tokens.word(index + 1) == "." else index + 1


def _numeric(tokens: Tokens, index: int) -> Found[Period]:
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
    end = _clock(tokens, index + 1)
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


def _worded(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "31 maj 2026", "1:a maj", "första maj", "31st of May 2026", "May 31, 2026", "sista maj"."""
    numbered = ordinal(tokens, index, dotted=True)
    number = tokens.digits(index, 1, 2)
    if not numbered and number is not None:
        numbered = (number, index + 1)
    if not numbered:
        return _month_first(tokens, index)
    after = numbered[1]
    month = MONTHS.at(tokens, after + 1 if tokens.word(after) in ("of", "i") else after)
    if not month or (tokens.word(after) == "i" and numbered[0] > 0):
        return None
    said = year_after(tokens, _full_stop(tokens, month[1]), short=True)
    period = day_of(month[0], numbered[0]) if numbered[0] > 0 else _last_of_month(month[0])
    return (period.in_year(*said[0]), said[1]) if said else (period, _full_stop(tokens, month[1]))


def _last_of_month(month: int) -> Period:
    """Reads "sista maj" is the last day of May."""

    def window(year: int) -> windows.Window:
        end = windows.month(year, month)[1]
        return end, end

    return Period(Kind.DAY, window, part=Part((("BYMONTH", str(month)), ("BYMONTHDAY", "-1"))))


def _month_first(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "May 31, 2026", "May 31st", "maj 12": not where the number can be the year ("maj 26")."""
    month = MONTHS.at(tokens, index)
    numbered = _month_day(tokens, month[1]) if month else None
    if not month or not numbered:
        return None
    said = year_after(tokens, numbered[1])
    is_english = tokens.word(index) in ENGLISH_MONTHS
    may_be_year = len(tokens.word(month[1])) == 2 and numbered[1] == month[1] + 1
    if not said and may_be_year and not is_english and _is_near(tokens, 2000 + numbered[0]):
        return None
    period = day_of(month[0], numbered[0])
    return (period.in_year(*said[0]), said[1]) if said else (period, numbered[1])


def _is_near(tokens: Tokens, year: int) -> bool:
    """True for a year that a plan of the reference year can speak of."""
    return -6 <= year - tokens.reference.year <= 4


def _month_day(tokens: Tokens, index: int) -> Found[int]:
    numbered = ordinal(tokens, index)
    number = tokens.digits(index, 1, 2)
    if not numbered and number is not None and 1 <= number <= 31 and not tokens.glued(index):
        return number, index + 1
    return numbered if numbered and tokens.is_number(index) else None


def _full_stop(tokens: Tokens, index: int) -> int:
    """Past the full stop of a shortened month, where a year or more text follows it."""
    return index + 1 if tokens.word(index) == "." and tokens.glued(index) else index


def time_of_day(tokens: Tokens, index: int) -> int | None:
    """The place after "kl 13", "kl. 13.00–15.00", "13:00"; None where no time stands there."""
    start = index
    if tokens.word(index) == ",":
        index += 1
    said = tokens.word(index) in ("kl", "klockan", "at", "klokken")
    if said:
        index += 2 if tokens.word(index + 1) == "." else 1
    end = _clock(tokens, index) if said or tokens.word(index + 1) == ":" else None
    if end is None or (end == start):
        return None
    if tokens.word(end) in ("-", "–"):
        end = _clock(tokens, end + 1) or end
    return end


def _clock(tokens: Tokens, index: int) -> int | None:
    """Reads "13", "13:00", "13.00", "13:00:00"."""
    hour = tokens.digits(index, 1, 2)
    if hour is None or hour > 24:
        return None
    end = index + 1
    while tokens.word(end) in (":", ".") and tokens.glued(end) and tokens.digits(end + 1, 2, 2) is not None:
        end += 2
    return end
