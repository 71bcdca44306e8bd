"""Each of something: "varje år", "varannan månad", "var 3:e månad", "varje måndag", "varje höst"."""

from __future__ import annotations

from followup.domain.when.cadence import Cadence, yearly_with
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import UNITS, WEEKDAYS
from followup.domain.when.numbers import cardinal, ordinal
from followup.domain.when.period import Dates, Shape
from followup.domain.when.stretches import dates
from followup.domain.when.tokens import Tokens

__all__ = ["CODES", "EACH", "each", "each_weekday", "on_weekdays", "uncertain_if", "unit_at"]


CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


EACH = frozenset(("varje", "var", "vart", "varenda", "every", "each", "hver", "hvert", "kvar", "kvart", "per", "pr"))


_EVERY_OTHER: Lexicon[int] = Lexicon(
    {
        2: "varannan|vartannat|varannat|var annan|vart annat|varje annan|varje annat|every other|every second"
        "|hver anden|hvert andet|annenhver|annethvert|hver annen|hvert annet|varanna"
    }
)


_ADJECTIVES = frozenset(("ny", "nytt", "nya", "hel", "helt", "enskild", "enskilt", "påbörjad", "påbörjat", "fullt"))


def each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "varje år", "varannan månad", "var 3:e månad", "every six months", "varje måndag", "varje höst"."""
    other = _EVERY_OTHER.at(tokens, index)
    if other:
        return unit_at(tokens, other[1], 2) or each_weekday(tokens, other[1], 2)
    if tokens.word(index) not in EACH:
        return None
    after = index + 1
    after += 1 if tokens.word(after) in (".", "var") or tokens.word(after) in _ADJECTIVES else 0
    steps = _steps(tokens, after)
    if steps:
        (low, high), place = steps
        found = unit_at(tokens, place, low) or each_weekday(tokens, place, low)
        return uncertain_if(found, condition=low != high)
    return each_weekday(tokens, after, 1) or unit_at(tokens, after, 1) or _each_date(tokens, after)


def uncertain_if(found: Found[Cadence], *, condition: bool) -> Found[Cadence]:
    """The cadence, with a note where more than one number was said."""
    return (found[0].noting("uncertain"), found[1]) if found and condition else found


def _steps(tokens: Tokens, index: int) -> Found[tuple[int, int]]:
    """Reads "tredje", "3:e", "3", "6:e–8:e", "tredje till fjärde"."""
    first = _step(tokens, index)
    if not first:
        return None
    low, after = first
    second = _step(tokens, after + 1) if tokens.word(after) in ("-", "–", "/", "till", "eller", "to") else None
    if second and second[0] > low:
        return (low, second[0]), second[1]
    return (low, low), after


def _step(tokens: Tokens, index: int) -> Found[int]:
    found = ordinal(tokens, index, dotted=True) or cardinal(tokens, index)
    return found if found and found[0] > 0 else None


def unit_at(tokens: Tokens, index: int, step: int) -> Found[Cadence]:
    """Every `step` of the unit at `index`."""
    unit = UNITS.at(tokens, index)
    if not unit or (tokens.digits(unit[1], 1, 2) is not None and step == 1):
        return None
    lone_letter = tokens.word(index) in ("d", "v", "kv", "md") and step == 1 and tokens.word(index - 1) != "/"
    return None if lone_letter else (Cadence(unit[0], step), unit[1])


def each_weekday(tokens: Tokens, index: int, step: int) -> Found[Cadence]:
    """Reads "måndag", "måndag och torsdag" after "varje"; "varannan tisdag"."""
    days: list[int] = []
    after, end = index, index
    while found := WEEKDAYS.at(tokens, after):
        days.append(found[0])
        end = found[1]
        if tokens.word(end) not in (",", "och", "and", "og"):
            break
        after = end + 1
    return (on_weekdays(days, step), end) if days else None


def on_weekdays(days: list[int], step: int) -> Cadence:
    """Every `step` weeks on those weekdays, 0 for Monday."""
    return Cadence("week", step, by=(("BYDAY", ",".join(CODES[day] for day in sorted(set(days)))),))


def _each_date(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "varje mars", "varje januari och augusti", "varje höst", "varje 1 mars"."""
    found = dates(tokens, index)
    if not found or found[0].is_placed:
        return None
    by = yearly_with(found[0]) if found[0].shape is not Shape.STRETCH else None
    if by:
        return Cadence("year", by=by), found[1]
    words = tokens.slice(index, found[1])
    return _of_halves(found[0]) or Cadence("year", anchor=(found[0], words)), found[1]


def _of_halves(found: Dates) -> Cadence | None:
    """Spring and autumn, or VT and HT: once a term."""
    starts = {period.window(2027)[0].month for period in found.periods}
    return Cadence("term") if starts == {1, 7} and found.shape is Shape.LIST else None
