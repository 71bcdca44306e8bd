"""Single days: ISO and Nordic numbers, days with a month's name, weekdays; "2026-05-31", "31/5-26", "31 maj"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found
from followup.domain.when.names import ENGLISH_MONTHS, MONTHS, WEEKDAYS, WEEKDAYS_SHORT
from followup.domain.when.numbers import ordinal
from followup.domain.when.numeric_days import clock, day_of, numeric_day
from followup.domain.when.period import Part, Period, Weight, fixed
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import year_after

__all__ = ["day", "time_of_day"]

_ARTICLES = frozenset(("den", "the", "d", "dag", "dagen"))
_PREPOSITIONS = frozenset(("on", "to"))
"""Short weekdays that are also English words: they check nothing."""


def day(tokens: Tokens, index: int) -> Found[Period]:
    """A day in any of its forms, perhaps with its weekday before it and a time of day after it."""
    named = _weekday(tokens, index)
    after = named[1] if named else index
    found = numeric_day(tokens, after) or _worded(tokens, _skip_article(tokens, after))
    if not found and _skip_article(tokens, after) != after:
        found = numeric_day(tokens, _skip_article(tokens, after))
    if not found:
        return _bare_weekday(tokens, named, index)
    period, end = found
    if named and tokens.word(index) not in _PREPOSITIONS:
        period = _checked(period, named[0], tokens.reference)
    end = _past_weekday(tokens, end)
    return period, time_of_day(tokens, end) or end


def _past_weekday(tokens: Tokens, index: int) -> int:
    """The place after the weekday that follows a day ("13 mars, lördag", "2027-03-13 (lördag)"), else `index`."""
    named = WEEKDAYS.at(tokens, index + 1) if tokens.word(index) in (",", "(") else None
    if not named or tokens.is_number(named[1]) or tokens.word(named[1]) in ("den", "d"):
        return index
    is_bracket = tokens.word(index) == "("
    if is_bracket and tokens.word(named[1]) != ")":
        return index
    return named[1] + is_bracket


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


def _checked(period: Period, weekday: int, reference: date) -> Period:
    """The day, with a note where the weekday beside it is another one."""
    try:
        agrees = period.first_ending_from(reference)[0].weekday() == weekday
    except ValueError:
        return period
    return period if agrees else period.noting("weekday-differs", "uncertain")


def _skip_article(tokens: Tokens, index: int) -> int:
    if tokens.word(index) not in _ARTICLES:
        return index
    return index + 2 if tokens.word(index + 1) == "." else index + 1


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
    if tokens.word(index) == "first" and tokens.word(after) != "of":
        return None  # "First October 2026" is the first time, as the Swedish "Först oktober 2026"
    said = year_after(tokens, _full_stop(tokens, month[1]), short=True)
    period = _last_of_month(month[0]) if numbered[0] == -1 else day_of(month[0], numbered[0])
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
    """The place after "kl 13", "kl. 13.00–15.00", "13:00", "5 pm"; None where no time stands there."""
    start = index
    if tokens.word(index) == ",":
        index += 1
    said = tokens.word(index) in ("kl", "klockan", "at", "klokken")
    if said:
        index += 2 if tokens.word(index + 1) == "." else 1
    end = clock(tokens, index) if said or tokens.word(index + 1) == ":" else None
    end = _half_of_day(tokens, index) or end
    if end is None or (end == start):
        return None
    if tokens.word(end) in ("-", "–"):
        end = clock(tokens, end + 1) or end
    return end


_HALVES = frozenset(("am", "pm", "noon"))


def _half_of_day(tokens: Tokens, index: int) -> int | None:
    """The place after "5pm", "9.30 am", "noon"."""
    after = index if tokens.word(index) == "noon" else clock(tokens, index)
    return after + 1 if after is not None and tokens.word(after) in _HALVES else None
