"""Dates counted from the reference: "inom tre månader", "om 2 veckor", "denna vecka", "nästa termin", "idag"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.cadence import MONTHS_IN
from followup.domain.when.lengths import Length, length, length_of
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import SEASONS, TERMS, UNITS, WEEKDAYS
from followup.domain.when.period import Period, Weight, fixed
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import full_year, year_after

__all__ = ["deadline_from_reference", "period_from_reference"]

_COUNTED = "counted-from-reference"
_PREPOSITIONS: Lexicon[str] = Lexicon(
    {
        "within": "inom|inom de närmaste|inom det närmaste|inom den närmaste|de närmaste|det närmaste"
        "|den närmaste|inom loppet av|within|within the next|the next|over the next|inden for|innen"
        "|in løpet av|om|om ca|in|in about|efter|after|inom högst|inom max|inom ca|inom cirka|senast inom"
        "|senast om|efter de första|after the first|etter de første|de kommande|inom de kommande"
        "|under de kommande|under de närmaste|under det närmaste"
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
_SCHOOL_YEARS: Lexicon[bool] = Lexicon(
    {True: "läsår|läsåret|skolår|skolåret|studieår|studieåret|skoleår|academic year|school year|training year"}
)
_PAST_SEASONS: Lexicon[str] = Lexicon(
    {"spring": "i våras", "summer": "i somras", "autumn": "i höstas", "winter": "i vintras"}
)


def deadline_from_reference(tokens: Tokens, index: int) -> Found[date]:
    """The day "inom tre månader", "om en månad" or a bare "30 dagar" counts to."""
    preposition = _PREPOSITIONS.at(tokens, index)
    after = preposition[1] if preposition else index
    after += 1 if tokens.word(after) in ("ca", "cirka", "ungefär", "about", "högst", "max") else 0
    found = length(tokens, after) or (_one_unit(tokens, after) if preposition else None)
    if not found or (not preposition and tokens.word(index) in ("d", "en", "a", "an") and len(tokens) > found[1]):
        return None
    try:
        return found[0].after(tokens.reference), _past_now(tokens, found[1])
    except (ValueError, OverflowError):
        return None


_NOW = frozenset(("nu", "now", "nå"))
_SINCE = frozenset(("med", "från", "m", "fom", "from", "fra", "start"))
"""The last word of "från och med", "fr.o.m", "med start": what stands after it is a time."""
_FROM_NOW: Lexicon[bool] = Lexicon(
    {True: "från dags dato|från idag|från i dag|från nu|from today|from now|fra i dag|fra nå|fra nu|framåt|ahead"}
)


def _past_now(tokens: Tokens, index: int) -> int:
    """The place after "från dags dato", which says what a bare length means anyway."""
    found = _FROM_NOW.at(tokens, index)
    return found[1] if found else index


def _one_unit(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "det närmaste året", "inom den närmaste månaden": one of the unit."""
    unit = _DEFINITE.at(tokens, index)
    said = tokens.word(index - 1) in ("närmaste", "kommande", "next")
    return (length_of(unit[0], 1), unit[1]) if unit and said else None


def period_from_reference(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "idag", "denna vecka", "nästa månad", "innevarande termin", "nästa höst", "under året"."""
    found = _DAYS.at(tokens, index)
    try:
        if found:
            day = tokens.reference + timedelta(days=found[0])
            return fixed(Kind.DAY, (day, day), _COUNTED), found[1]
        if tokens.word(index) in _NOW and tokens.word(index - 1) in _SINCE:
            return fixed(Kind.DAY, (tokens.reference, tokens.reference), _COUNTED), index + 1
        return _which(tokens, index) or _definite(tokens, index) or _past_season(tokens, index)
    except (ValueError, OverflowError, StopIteration):
        return None


def _definite(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "veckan", "terminen", "året": the one that the reference is in."""
    found = _DEFINITE.at(tokens, index)
    if not found or not _stands_free(tokens, index):
        return None
    if found[0] == "year" and full_year(tokens, found[1]) is not None:
        return None  # "året 2027"
    kind, window = _around(found[0], tokens.reference, 0)
    period = fixed(kind, window, _COUNTED)
    weight = Weight.ALONE if index == 0 and not tokens.word(0).endswith("s") else Weight.SURE
    return Period(period.kind, period.window, notes=period.notes, weight=weight, has_no_year=True), found[1]


def _stands_free(tokens: Tokens, index: int) -> bool:
    """False for "första året", "hela terminen": a unit counted from something else."""
    led = tokens.word(index - 1) in ("under", "av", "på", "i", "inom", "during", "of", "för", "före", "efter", "innan")
    return index == 0 or led or tokens.word(index).endswith("s")


def _which(tokens: Tokens, index: int) -> Found[Period]:
    which = _WHICH.at(tokens, index)
    if not which:
        return None
    school = _SCHOOL_YEARS.at(tokens, which[1])
    if school:
        return _stepped(Kind.RANGE, windows.school_year, which[0], tokens.reference), school[1]
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
    count = MONTHS_IN[unit]
    first = date(day.year, (day.month - 1) // count * count + 1, 1)
    kinds = {"month": Kind.MONTH, "quarter": Kind.QUARTER, "half": Kind.HALF_YEAR, "year": Kind.YEAR}
    kind = Kind.TERM if unit == "term" else kinds.get(unit, Kind.RANGE)
    return kind, windows.months_of(windows.add_months(first, step * count), count)


def _named(tokens: Tokens, step: int, index: int) -> Found[Period]:
    """Reads "nästa höst", "kommande vårtermin", "nästa mars", "nästa fredag"."""
    for kind, lexicon, window_of in _NAMED:
        found = lexicon.at(tokens, index)
        if found and not year_after(tokens, found[1], short=True):
            name = found[0]
            return _stepped(kind, partial(_named_window, window_of, name), step, tokens.reference), found[1]
    weekday = WEEKDAYS.at(tokens, index)
    if not weekday or step < 0:
        return None
    ahead = (weekday[0] - tokens.reference.weekday() - step) % 7 + step
    day = tokens.reference + timedelta(days=ahead)
    return fixed(Kind.DAY, (day, day), _COUNTED, "uncertain"), weekday[1]


def _named_window(window_of: Callable[[int, str], windows.Window], name: str, year: int) -> windows.Window:
    return window_of(year, name)


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
