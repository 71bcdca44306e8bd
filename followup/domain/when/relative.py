"""Dates counted from the reference: "inom tre månader", "om 2 veckor", "denna vecka", "nästa termin", "idag"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import SEASONS, TERMS, UNITS, WEEKDAYS
from followup.domain.when.numbers import cardinal, decimal_after, span_of_numbers
from followup.domain.when.period import Period, Weight, fixed
from followup.domain.when.tokens import Tokens

__all__ = ["Length", "deadline_from_reference", "length", "period_from_reference"]

_COUNTED = "counted-from-reference"
_MONTHS_IN = {"month": 1, "quarter": 3, "tertial": 4, "half": 6, "term": 6, "year": 12}
_PREPOSITIONS: Lexicon[str] = Lexicon(
    {
        "within": "inom|inom de närmaste|inom det närmaste|inom den närmaste|de närmaste|det närmaste"
        "|den närmaste|inom loppet av|within|within the next|the next|over the next|inden for|innen"
        "|in løpet av|om|om ca|in|in about|efter|after|inom högst|inom max|inom ca|inom cirka|senast inom"
        "|senast om|de kommande|inom de kommande|under de kommande|under de närmaste|under det närmaste"
        "|i løbet af|i løpet av|om cirka|inom ungefär|etter|inom kommande|det kommande|den kommande"
    }
)
_DAYS: Lexicon[int] = Lexicon(
    {
        -1: "igår|i går|yesterday",
        0: "idag|i dag|today",
        1: "imorgon|i morgon|i morgen|tomorrow",
        2: "i övermorgon|övermorgon|i overmorgen",
    }
)
_WHICH: Lexicon[int] = Lexicon(
    {
        -1: "förra|föregående|senaste|förgångna|last|previous|forrige|sidste",
        0: "denna|detta|den här|det här|innevarande|pågående|nuvarande|denne|dette|this|current|the current"
        "|inneværende|årets",
        1: "nästa|nästkommande|kommande|följande|next|coming|upcoming|the coming|næste|neste|kommende|till nästa",
    }
)
_DEFINITE: Lexicon[str] = Lexicon(
    {
        "week": "veckan|veckans|ugen|uken|the week",
        "month": "månaden|månadens|måneden|the month",
        "quarter": "kvartalet|kvartalets|the quarter",
        "half": "halvåret|halvårets",
        "term": "terminen|terminens|the term|the semester",
        "year": "året|årets|the year",
    }
)
_PAST_SEASONS: Lexicon[str] = Lexicon(
    {"spring": "i våras", "summer": "i somras", "autumn": "i höstas", "winter": "i vintras"}
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in whole months and days."""

    months: int
    days: int
    is_spanned: bool = False  # "3–6 månader": the longer one

    @property
    def iso(self) -> str:
        """ISO 8601: "P3M", "P14D", "P2W" is written in days."""
        years, months = divmod(self.months, 12)
        if self.days:
            return f"P{self.days}D"
        return "P" + (f"{years}Y" if years and not months else f"{self.months}M")

    def after(self, day: date) -> date:
        """The day this long after `day`.

        Raises:
            ValueError, OverflowError: beyond the calendar.
        """
        return windows.add_months(day, self.months) + timedelta(days=self.days)


def length(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "tre månader", "14 dagar", "ett halvår", "1,5 år", "ett och ett halvt år", "3–6 månader"."""
    half = _halves(tokens, index)
    if half:
        return half
    numbers = span_of_numbers(tokens, index)
    if not numbers:
        return None
    (low, high), after = numbers
    after += 1 if tokens.word(after) in ("hela", "st", "hel") else 0
    unit = UNITS.at(tokens, after)
    hours = tokens.word(after) in ("timmar", "tim", "hours") and high % 24 == 0
    if hours:
        return Length(0, high // 24, low != high), after + 1
    if not unit or (tokens.word(after) == "v" and low == 0):
        return None
    return _length(unit[0], high, low != high), unit[1]


def _length(unit: str, count: int, is_spanned: bool) -> Length:
    if unit in _MONTHS_IN:
        return Length(_MONTHS_IN[unit] * count, 0, is_spanned)
    return Length(0, count * (7 if unit == "week" else 1), is_spanned)


def _halves(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "1,5 år", "1½ år", "ett halvt år", "ett och ett halvt år", "två och ett halvt år"."""
    if tokens.word(index) in ("ett", "et", "half") and tokens.word(index + 1) in ("halvt", "a"):
        unit = UNITS.at(tokens, index + 2)
        return (Length(6, 0), unit[1]) if unit and unit[0] == "year" else None
    whole, after = _whole_and_half(tokens, index)
    unit = UNITS.at(tokens, after) if whole is not None else None
    if whole is None or not unit or unit[0] not in ("year", "month"):
        return None
    return (Length(whole * 12 + 6, 0), unit[1]) if unit[0] == "year" else (Length(whole, 15), unit[1])


def _whole_and_half(tokens: Tokens, index: int) -> tuple[int | None, int]:
    if tokens.is_number(index) and decimal_after(tokens, index):
        half = tokens.word(index + 2) == "5"
        return (tokens.digits(index, 1, 2) if half else None), index + 3
    number = cardinal(tokens, index)
    if not number:
        return None, index
    whole, after = number
    if tokens.word(after) == "½":
        return whole, after + 1
    joined = tokens.word(after) in ("och", "and", "og")
    if joined and tokens.word(after + 1) in ("ett", "en", "et", "a"):
        half = tokens.word(after + 2) in ("halvt", "halv", "half")
        return (whole, after + 3) if half else (None, index)
    return None, index


def deadline_from_reference(tokens: Tokens, index: int) -> Found[date]:
    """The day "inom tre månader", "om en månad" or a bare "30 dagar" counts to."""
    preposition = _PREPOSITIONS.at(tokens, index)
    after = preposition[1] if preposition else index
    after += 1 if tokens.word(after) in ("ca", "cirka", "ungefär", "about", "högst", "max") else 0
    found = length(tokens, after) or (_one_unit(tokens, after) if preposition else None)
    if not found or (not preposition and tokens.word(index) in ("d", "en", "a", "an") and len(tokens) > found[1]):
        return None
    try:
        return found[0].after(tokens.reference), found[1]
    except (ValueError, OverflowError):
        return None


def _one_unit(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "det närmaste året", "inom den närmaste månaden": one of the unit."""
    unit = _DEFINITE.at(tokens, index)
    said = tokens.word(index - 1) in ("närmaste", "kommande", "next")
    return (_length(unit[0], 1, is_spanned=False), unit[1]) if unit and said else None


def period_from_reference(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "idag", "denna vecka", "nästa månad", "innevarande termin", "nästa höst", "under året"."""
    found = _DAYS.at(tokens, index)
    try:
        if found:
            day = tokens.reference + timedelta(days=found[0])
            return fixed(Kind.DAY, (day, day), _COUNTED), found[1]
        return _which(tokens, index) or _definite(tokens, index) or _past_season(tokens, index)
    except (ValueError, OverflowError, StopIteration):
        return None


def _definite(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "veckan", "terminen", "året": the one that the reference is in."""
    found = _DEFINITE.at(tokens, index)
    if not found:
        return None
    kind, window = _around(found[0], tokens.reference, 0)
    period = fixed(kind, window, _COUNTED)
    lone = tokens.word(index - 1) not in ("under", "av", "på", "i", "inom", "during", "of", "för")
    weight = Weight.ALONE if lone and not tokens.word(index).endswith("s") else Weight.SURE
    return Period(period.kind, period.window, notes=period.notes, weight=weight, has_no_year=True), found[1]


def _which(tokens: Tokens, index: int) -> Found[Period]:
    which = _WHICH.at(tokens, index)
    if not which:
        return None
    unit = UNITS.at(tokens, which[1])
    if unit and unit[0] not in ("day", "weekday") and tokens.word(which[1]) != "v":
        kind, window = _around(unit[0], tokens.reference, which[0])
        return fixed(kind, window, _COUNTED), unit[1]
    return _named(tokens, which[0], which[1])


def _around(unit: str, day: date, step: int) -> tuple[Kind, windows.Window]:
    """The unit that `day` is in, or one `step` before or after it."""
    if unit == "week":
        monday = day + timedelta(days=7 * step - day.weekday())
        return Kind.WEEK, (monday, monday + timedelta(days=6))
    count = _MONTHS_IN[unit]
    first = date(day.year, (day.month - 1) // count * count + 1, 1)
    kinds = {"month": Kind.MONTH, "quarter": Kind.QUARTER, "half": Kind.HALF_YEAR, "year": Kind.YEAR}
    kind = Kind.TERM if unit == "term" else kinds.get(unit, Kind.RANGE)
    return kind, windows.months_of(windows.add_months(first, step * count), count)


def _named(tokens: Tokens, step: int, index: int) -> Found[Period]:
    """Reads "nästa höst", "kommande vårtermin", "nästa mars", "nästa fredag"."""
    for kind, lexicon, window_of in _NAMED:
        found = lexicon.at(tokens, index)
        if found:
            name = found[0]
            return _stepped(kind, lambda year: window_of(year, name), step, tokens.reference), found[1]
    weekday = WEEKDAYS.at(tokens, index)
    if not weekday or step < 0:
        return None
    ahead = (weekday[0] - tokens.reference.weekday() - step) % 7 + step
    day = tokens.reference + timedelta(days=ahead)
    return fixed(Kind.DAY, (day, day), _COUNTED, "uncertain"), weekday[1]


_NAMED: tuple[tuple[Kind, Lexicon[str], Callable[[int, str], windows.Window]], ...] = (
    (Kind.TERM, TERMS, windows.term),
    (Kind.SEASON, SEASONS, windows.season),
)


def _stepped(kind: Kind, window_of: Callable[[int], windows.Window], step: int, day: date) -> Period:
    """The one the day is in or the next to come (0), the one that starts after it (1), or the one before it."""
    period = Period(kind, window_of)
    if step < 0:
        candidates = (window_of(year) for year in range(day.year, day.year - 3, -1))
        return fixed(kind, next(found for found in candidates if found[1] < day), _COUNTED)
    if step == 0:
        return fixed(kind, period.first_ending_from(day), _COUNTED)
    candidates = (window_of(year) for year in range(day.year - 1, day.year + 3))
    return fixed(kind, next(found for found in candidates if found[0] > day), _COUNTED)


def _past_season(tokens: Tokens, index: int) -> Found[Period]:
    found = _PAST_SEASONS.at(tokens, index)
    if not found:
        return None
    name = found[0]
    return _stepped(Kind.SEASON, lambda year: windows.season(year, name), -1, tokens.reference), found[1]
