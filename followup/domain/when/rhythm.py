"""Reads a cadence: "varje år", "var 3:e månad", "minst två gånger per termin", "första måndagen i varje månad"."""

from __future__ import annotations

from dataclasses import replace

from followup.domain.when.adverbs import adverb, interval, odd_weeks
from followup.domain.when.cadence import Cadence, yearly_with
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import PARTS, UNITS, WEEKDAYS, WEEKDAYS_PLURAL
from followup.domain.when.numbers import cardinal, decimal_after, ordinal, span_of_numbers
from followup.domain.when.period import Dates, Shape
from followup.domain.when.stretches import dates
from followup.domain.when.tokens import Tokens

__all__ = ["cadence"]

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EACH = frozenset(("varje", "var", "vart", "varenda", "every", "each", "hver", "hvert", "per", "pr"))
_EVERY_OTHER: Lexicon[int] = Lexicon(
    {
        2: "varannan|vartannat|varannat|var annan|vart annat|varje annan|varje annat|every other|every second"
        "|hver anden|hvert andet|annenhver|annethvert|hver annen|hvert annet|varanna"
    }
)
_QUALIFIERS: Lexicon[str] = Lexicon(
    {
        "at-least": "minst|åtminstone|lägst|at least|mindst|minimum|dock minst|inte mindre än|≥|som minst"
        "|dock minst en gång|minimalt|men minst",
        "at-most": "max|högst|maximalt|som mest|at most|upp till|max.|no more than",
        "uncertain": "ca|ca.|cirka|ungefär|i genomsnitt|omkring|normalt|vanligen|i regel|oftast|som regel"
        "|about|approximately|usually|helst|gärna|minst ca",
    }
)
_SEVERAL: Lexicon[int] = Lexicon(
    {
        0: "flera|några|ett flertal|ett antal|upprepade|several|many|some|ett otal|flere",
        1: "once|en enda|enstaka",
        2: "ett par|a couple of|a couple|twice|et par",
        3: "thrice",
    }
)
_PER: Lexicon[str] = Lexicon(
    {
        "any": "per|pr|pr.|/|varje|var|vart|a|an|each|every|hver|hvert|à|per varje|per år och|under varje|i varje"
        "|in every|in each|om|och",
        "definite": "i|under|om|in a|in the|på|during the",
    }
)
_DEFINITE = frozenset(
    ("veckan", "månaden", "kvartalet", "tertialet", "halvåret", "terminen", "året", "dagen", "dygnet")
)
_DEFINITE |= {"läsåret", "verksamhetsåret", "kalenderåret", "year", "month", "week", "quarter", "term", "semester"}
_LENGTHS = frozenset(("tim", "timme", "timmar", "timmars", "h", "min", "minut", "minuter", "minuters", "hour", "hours"))
_LENGTHS |= {"minutes", "timer", "vecka", "veckor", "månad", "månader", "poäng", "procent", "kr", "heldag"}
_ADJECTIVES = frozenset(("ny", "nytt", "nya", "hel", "helt", "enskild", "enskilt", "påbörjad", "påbörjat", "fullt"))
_STOPS = frozenset(("och", "samt", "eller", "vid", "efter", "före", "inför", "först", "nästa", "senast", "till"))
_LEAD_INS: Lexicon[str] = Lexicon(
    {
        "in": "i|vid|under|in|at|on|during|på|om",
        "before": "inför|före|innan|before|i god tid inför",
        "after": "efter|after",
    }
)
_EDGES: Lexicon[str] = Lexicon(
    {
        "term": "terminsstart|terminsslut|terminsskifte|terminsavslutning|terminsuppstart|terminsbörjan",
        "year": "årsskifte|årsslut|läsårsstart|årsbokslut|årsavslut|läsårsslut",
        "half": "halvårsskifte",
        "quarter": "kvartalsskifte|kvartalsslut|kvartalsavslut",
        "tertial": "tertialskifte|tertialbokslut|tertialslut",
        "month": "månadsskifte|månadsslut",
    }
)
_UNIT_OF_MONTHS = ("month", "quarter", "tertial", "half", "term", "year")


def cadence(tokens: Tokens, index: int) -> Found[Cadence]:
    """A cadence at `index`, with its "minst" and the like."""
    notes: list[str] = []
    while (qualifier := _QUALIFIERS.at(tokens, index)) and len(notes) < 3:
        notes.append(qualifier[0])
        index = qualifier[1]
    found = _plain(tokens, index)
    if not found and tokens.word(index) in ("vid", "på", "under", "i", "at", "on") and not notes:
        found = _times_led_in(tokens, index + 1)
    return (found[0].noting(*notes), found[1]) if found else None


def _plain(tokens: Tokens, index: int) -> Found[Cadence]:
    return (
        _counted(tokens, index)
        or _place_in_each(tokens, index)
        or _day_of_each(tokens, index)
        or each(tokens, index)
        or odd_weeks(tokens, index)
        or _weekdays(tokens, index)
        or adverb(tokens, index)
        or interval(tokens, index)
    )


def _times_led_in(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "vid minst två tillfällen per termin": only a count may follow "vid"."""
    qualifier = _QUALIFIERS.at(tokens, index)
    found = _counted(tokens, qualifier[1] if qualifier else index)
    return (found[0].noting(qualifier[0]), found[1]) if found and qualifier else found


def each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "varje år", "varannan månad", "var 3:e månad", "every six months", "varje måndag", "varje höst"."""
    other = _EVERY_OTHER.at(tokens, index)
    if other:
        return _unit(tokens, other[1], 2) or _each_weekday(tokens, other[1], 2)
    if tokens.word(index) not in _EACH:
        return None
    after = index + 1
    after += 1 if tokens.word(after) in (".", "var") or tokens.word(after) in _ADJECTIVES else 0
    steps = _steps(tokens, after)
    if steps:
        (low, high), place = steps
        found = _unit(tokens, place, low) or _each_weekday(tokens, place, low)
        return _uncertain_if(found, low != high)
    return _each_weekday(tokens, after, 1) or _unit(tokens, after, 1) or _each_date(tokens, after)


def _uncertain_if(found: Found[Cadence], condition: bool) -> Found[Cadence]:
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


def _unit(tokens: Tokens, index: int, step: int) -> Found[Cadence]:
    unit = UNITS.at(tokens, index)
    if not unit or (tokens.digits(unit[1], 1, 2) is not None and step == 1):
        return None
    lone_letter = tokens.word(index) in ("d", "v", "kv", "md") and step == 1 and tokens.word(index - 1) != "/"
    return None if lone_letter else (Cadence(unit[0], step), unit[1])


def _each_weekday(tokens: Tokens, index: int, step: int) -> Found[Cadence]:
    """Reads "måndag", "måndag och torsdag" after "varje"; "varannan tisdag"."""
    days: list[int] = []
    after, end = index, index
    while found := WEEKDAYS.at(tokens, after):
        days.append(found[0])
        end = found[1]
        if tokens.word(end) not in (",", "och", "and", "og"):
            break
        after = end + 1
    return (_on_weekdays(days, step), end) if days else None


def _on_weekdays(days: list[int], step: int) -> Cadence:
    return Cadence("week", step, by=(("BYDAY", ",".join(_CODES[day] for day in sorted(set(days)))),))


def _weekdays(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "måndagar", "på tisdagar och torsdagar", "måndagar udda veckor"."""
    start = index + 1 if tokens.word(index) in ("på", "on") else index
    days: list[int] = []
    after, end = start, start
    while found := WEEKDAYS_PLURAL.at(tokens, after):
        days.append(found[0])
        end = found[1]
        if tokens.word(end) not in (",", "och", "and", "og"):
            break
        after = end + 1
    if not days:
        return None
    odd = odd_weeks(tokens, end)
    plain = _on_weekdays(days, 2 if odd else 1)
    return (plain.noting(*odd[0].notes), odd[1]) if odd else (plain, end)


def _each_date(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "varje mars", "varje januari och augusti", "varje höst", "varje 1 mars"."""
    found = dates(tokens, index)
    if not found or found[0].is_placed:
        return None
    by = yearly_with(found[0]) if found[0].shape is not Shape.STRETCH else None
    if by:
        return Cadence("year", by=by), found[1]
    return _of_halves(found[0]) or Cadence("year", anchor=found[0]), found[1]


def _of_halves(found: Dates) -> Cadence | None:
    """Spring and autumn, or VT and HT: once a term."""
    starts = {period.window(2027)[0].month for period in found.periods}
    return Cadence("term") if starts == {1, 7} and found.shape is Shape.LIST else None


def _counted(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "två gånger per år", "1 ggr/år", "2 tim/vecka", "en gång vartannat år", "2 gånger årligen", "2/år"."""
    count = _count(tokens, index)
    if not count:
        return None
    (low, high), after = count
    start = after
    for place in range(start, start + 4):
        word = tokens.word(place)
        if place > start and (word in _STOPS or not (tokens.is_word(place - 1) or tokens.word(place - 1) in ".-")):
            return None
        found = _per(tokens, place, first=place == start)
        if found:
            is_length = any(tokens.word(noun) in _LENGTHS for noun in range(start, place)) or high < 0
            times = replace(found[0], count=1 if is_length else low * found[0].count)
            return _uncertain_if((times, found[1]), low != high and high > 0)
    return None


def _count(tokens: Tokens, index: int) -> Found[tuple[int, int]]:
    """How many; (0, 0) for several, (1, -1) for a length such as "1,5 tim"."""
    several = _SEVERAL.at(tokens, index)
    if several:
        return (several[0], several[0]), several[1]
    if tokens.is_number(index) and decimal_after(tokens, index):
        return (1, -1), index + 3
    found = span_of_numbers(tokens, index)
    return found if found and found[0][0] > 0 else None


def _per(tokens: Tokens, index: int, *, first: bool) -> Found[Cadence]:
    """What follows the count and its noun: "per år", "i veckan", "vartannat år", "årligen"."""
    if not first or tokens.word(index) == "/" or tokens.word(index) in ("per", "a", "each", "om", "pr"):
        per = _PER.at(tokens, index)
        if per:
            article = 1 if tokens.word(per[1]) in ("ett", "en") else 0
            unit = _unit(tokens, per[1] + article, 1) or _each_weekday(tokens, per[1], 1)
            is_definite = tokens.word(per[1]) in _DEFINITE or per[0] == "any"
            if unit and (is_definite or article) and _is_per(tokens, index, per[1] + article):
                return unit
    if first and tokens.is_number(index - 1) and tokens.word(index) != "/":
        return None
    return each(tokens, index) or adverb(tokens, index)


def _is_per(tokens: Tokens, index: int, unit: int) -> bool:
    """Reads "om" and "i" need the definite form: "om året", "i veckan", never "om år"."""
    if tokens.word(index) in ("om", "i", "under", "på", "in"):
        return tokens.word(unit) in _DEFINITE or tokens.word(unit - 1) in ("ett", "en", "a", "the")
    return tokens.word(index) != "och"


def _place_in_each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "i slutet av varje termin", "inför varje termin", "vid varje årsskifte"."""
    lead = PARTS.at(tokens, index)
    note = f"part:{lead[0]}" if lead else ""
    if not lead:
        worded = _LEAD_INS.at(tokens, index)
        if not worded:
            return None
        inner = PARTS.at(tokens, worded[1])
        note = f"part:{inner[0]}" if inner else worded[0]
        after = inner[1] if inner else worded[1]
    else:
        after = lead[1]
    found = _each_edge(tokens, after) or each(tokens, after)
    if not found or tokens.word(after) == "per" or found[0].by:
        return None if not found or tokens.word(after) == "per" else found
    return (found[0].noting(note) if note != "in" else found[0]), found[1]


def _each_edge(tokens: Tokens, index: int) -> Found[Cadence]:
    if tokens.word(index) not in _EACH:
        return None
    edge = _EDGES.at(tokens, index + 1)
    return (Cadence(edge[0]), edge[1]) if edge else None


def _day_of_each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "första måndagen i varje månad", "den 15:e varje månad", "sista dagen i månaden"."""
    start = index + 1 if tokens.word(index) in ("den", "the") else index
    counted = ordinal(tokens, start)
    number = tokens.digits(start, 1, 2) if start > index else None
    if not counted and number is None:
        return None
    place, after = counted or (number or 0, start + 1)
    weekday = WEEKDAYS.at(tokens, after)
    is_day = tokens.word(after) in ("dagen", "dag", "day")
    end = weekday[1] if weekday else after + is_day
    unit = _unit_of_each(tokens, end)
    if not unit or unit[0].unit not in _UNIT_OF_MONTHS or not (weekday or is_day or start > index or counted):
        return None
    by = ("BYDAY", f"{place}{_CODES[weekday[0]]}") if weekday else ("BYMONTHDAY", str(place))
    return replace(unit[0], by=(by,)), unit[1]


def _unit_of_each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "i varje månad", "varje månad", "i månaden", "of the month"."""
    start = index + 1 if tokens.word(index) in ("i", "in", "of", "av") else index
    found = each(tokens, start)
    if found:
        return found if tokens.word(start) != "per" and not found[0].by else None
    start += 1 if tokens.word(start) == "the" else 0
    return _unit(tokens, start, 1) if tokens.word(start) in ("månaden", "month") and start > index else None
