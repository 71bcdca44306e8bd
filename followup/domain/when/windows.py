"""Windows of whole days, both ends inclusive: what a month, a week, a term or a holiday covers.

The conventions: a term is a calendar half-year (VT 1 January to 30 June, HT 1 July to 31 December),
spring and autumn are read as the terms, summer and winter as SMHI's months, weeks are ISO weeks.
Every function raises ValueError for a window that does not exist (week 53 in a year of 52).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "Window",
    "add_months",
    "add_workdays",
    "half",
    "half_year",
    "holiday",
    "month",
    "months",
    "next_to",
    "nth_weekday",
    "quarter",
    "school_year",
    "season",
    "term",
    "tertial",
    "third",
    "week",
    "week_of_month",
    "week_with",
    "year",
]

Window = tuple[date, date]
DAY = timedelta(days=1)

_FIXED_HOLIDAYS = {
    "christmas": ((12, 24), (12, 26)),
    "christmas-eve": ((12, 24), (12, 24)),
    "between-days": ((12, 27), (12, 30)),
    "new-years-eve": ((12, 31), (12, 31)),
    "epiphany": ((1, 6), (1, 6)),
    "walpurgis": ((4, 30), (4, 30)),
    "national-day": ((6, 6), (6, 6)),
    "lucia": ((12, 13), (12, 13)),
}
_EASTER_DAYS = {
    "easter": (-2, 1),
    "maundy-thursday": (-3, -3),
    "good-friday": (-2, -2),
    "easter-eve": (-1, -1),
    "easter-monday": (1, 1),
    "easter-break": (-6, 7),
    "ascension": (39, 39),
    "whitsun": (48, 49),
}


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months later; the last day where the month is shorter."""
    year_, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year_, index + 1, min(day.day, monthrange(year_, index + 1)[1]))


def add_workdays(day: date, count: int) -> date:
    """The day `count` days from Monday to Friday later; `day` itself for none."""
    weeks, rest = divmod(count, 5)
    day += 7 * weeks * DAY
    for _ in range(rest):
        day += (3 if day.weekday() == 4 else 2 if day.weekday() == 5 else 1) * DAY
    return day - (day.weekday() - 4) * DAY if count and day.weekday() > 4 else day


def months(year_: int, first: int, count: int) -> Window:
    """`count` whole months from month `first` (1..12) of the year."""
    start = date(year_, first, 1)
    return start, add_months(start, count) - DAY


def month(year_: int, number: int) -> Window:
    """One calendar month."""
    return months(year_, number, 1)


def quarter(year_: int, number: int) -> Window:
    """One calendar quarter, 1..4."""
    return months(year_, number * 3 - 2, 3)


def tertial(year_: int, number: int) -> Window:
    """One third of a calendar year, 1..3: the reporting period of Swedish regions."""
    return months(year_, number * 4 - 3, 4)


def half_year(year_: int, number: int) -> Window:
    """One calendar half-year, 1..2."""
    return months(year_, number * 6 - 5, 6)


def term(year_: int, name: str) -> Window:
    """The terms "VT" and "HT", as calendar half-years."""
    return half_year(year_, 1 if name == "VT" else 2)


def year(year_: int) -> Window:
    """One calendar year."""
    return months(year_, 1, 12)


def school_year(year_: int) -> Window:
    """The school year that begins in the autumn of the year."""
    return months(year_, 7, 12)


def season(year_: int, name: str) -> Window:
    """The seasons: "spring" and "autumn" as terms, "summer" June to August, "winter" December to February."""
    first, count = {"spring": (1, 6), "summer": (6, 3), "autumn": (7, 6), "winter": (12, 3)}[name]
    return months(year_, first, count)


def week(year_: int, number: int) -> Window:
    """One ISO week, Monday to Sunday."""
    monday = date.fromisocalendar(year_, number, 1)
    return monday, monday + 6 * DAY


def week_with(day: date) -> Window:
    """The ISO week that a day is in."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def week_of_month(year_: int, number: int, ordinal: int) -> Window:
    """The first (1), second .. or last (-1) week with most of its days in the month."""
    start, end = month(year_, number)
    middle = start + (7 * ordinal - 4) * DAY if ordinal > 0 else end + (7 * ordinal + 4) * DAY
    return week_with(middle)


def nth_weekday(window: Window, weekday: int, ordinal: int) -> Window:
    """The first (1), second .. or last (-1) Monday (0) .. Sunday (6) of a window, as one day."""
    start, end = window
    if ordinal > 0:
        found = start + ((weekday - start.weekday()) % 7 + 7 * (ordinal - 1)) * DAY
    else:
        found = end - ((end.weekday() - weekday) % 7 + 7 * (-ordinal - 1)) * DAY
    if not start <= found <= end:
        raise ValueError("no such weekday in the window")
    return found, found


def holiday(year_: int, name: str) -> Window:
    """A holiday of the year by its name in the lexicon; Easter is Good Friday to Easter Monday."""
    if name in _FIXED_HOLIDAYS:
        (m1, d1), (m2, d2) = _FIXED_HOLIDAYS[name]
        return date(year_, m1, d1), date(year_, m2, d2)
    if name in _EASTER_DAYS:
        from dateutil.easter import easter

        before, after = _EASTER_DAYS[name]
        return easter(year_) + before * DAY, easter(year_) + after * DAY
    return _moving_holiday(year_, name)


def _moving_holiday(year_: int, name: str) -> Window:
    if name == "all-saints":
        saturday = nth_weekday((date(year_, 10, 31), date(year_, 11, 6)), 5, 1)[0]
        return saturday - DAY, saturday + DAY
    if name == "advent":
        sunday = nth_weekday((date(year_, 11, 27), date(year_, 12, 3)), 6, 1)[0]
        return sunday, sunday
    friday = nth_weekday((date(year_, 6, 19), date(year_, 6, 25)), 4, 1)[0]
    return (friday, friday) if name == "midsummer-eve" else (friday, friday + DAY)


def next_to(window: Window, unit: str, step: int) -> Window:
    """The day, week or month right after (1) or right before (-1) a window.

    A few days over the turn of a week, as Easter, have the weeks that they lie in before and after them.
    """
    edge = window[1] if step > 0 else window[0]
    is_over_turn = window[1] - window[0] < 6 * DAY and window[1].weekday() < window[0].weekday()
    if unit == "week" and is_over_turn:
        edge -= 7 * step * DAY
    if unit == "day":
        return edge + step * DAY, edge + step * DAY
    if unit == "week":
        monday = edge + (7 * step - edge.weekday()) * DAY
        return monday, monday + 6 * DAY
    return months_of(add_months(edge.replace(day=1), step), 1)


def third(window: Window, number: int) -> Window:
    """The first, middle or last third (1..3): ten days of a month, whole months of longer windows.

    A window of one or two days has no thirds: it is given whole.
    """
    start, end = window
    if (end - start).days < 2:
        return window
    count = _whole_months(window)
    if count % 3 == 0 and count:
        return months_of(add_months(start, (number - 1) * count // 3), count // 3)
    if count == 1:
        edges = (start, start + 10 * DAY, start + 20 * DAY, end + DAY)
    else:
        days = (end - start).days + 1
        edges = (start, start + days // 3 * DAY, end + DAY - days // 3 * DAY, end + DAY)
    return edges[number - 1], edges[number] - DAY


def half(window: Window, number: int) -> Window:
    """The first or second half (1..2): 15 days of a month, whole months where they divide."""
    start, end = window
    count = _whole_months(window)
    if count and count % 2 == 0:
        return months_of(add_months(start, (number - 1) * count // 2), count // 2)
    middle = start + (15 if count == 1 else ((end - start).days + 1) // 2) * DAY
    return (start, middle - DAY) if number == 1 else (middle, end)


def months_of(start: date, count: int) -> Window:
    """`count` whole months from a first day of a month."""
    return start, add_months(start, count) - DAY


def _whole_months(window: Window) -> int:
    """How many whole months the window is; 0 where it is not whole months."""
    start, end = window
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return count if start.day == 1 and months_of(start, count)[1] == end else 0
