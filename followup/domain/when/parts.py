"""The beginning, middle or end of a period, its edges, and the unit right beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import LAST_DAY, PARTS, TERMS
from followup.domain.when.period import Part, Period, Weight, fixed
from followup.domain.when.periods import season, term, year
from followup.domain.when.relative import period_from_reference
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import with_year

__all__ = ["Production", "beside", "genitive_part", "part", "term_edge", "week_around"]


Production = Callable[[Tokens, int], Found[Period]]


_TERM_EDGES: Lexicon[str] = Lexicon(
    {
        "start": "terminsstart|terminsstarten|terminens start|terminens början|terminsbörjan|start of term"
        "|start of the term|semesterstart|start av terminen|starten av terminen|uppstart av terminen",
        "end": "terminsslut|terminsslutet|terminens slut|terminsavslutning|terminsavslutningen|end of term"
        "|end of the term|slutet av terminen",
    }
)


_EDGE_MONTHS = {("start", "VT"): (1, 1), ("end", "VT"): (6, 1), ("start", "HT"): (7, 2), ("end", "HT"): (12, 1)}


_HALVES: Lexicon[int] = Lexicon(
    {
        1: "första halvan på|första hälften på|1:a halvan av|1:a hälften av|första halvan av|första hälften av"
        "|första halvan|första hälften|1st half of|1st half|first half of|the first half of"
        "|första halvdelen av",
        2: "andra halvan på|andra hälften på|2:a halvan av|2:a hälften av|andra halvan av|andra hälften av"
        "|andra halvan|andra hälften|sista halvan av|2nd half of|2nd half|second half of"
        "|the second half of|senare halvan av|senare hälften av|sista hälften av",
    }
)


def term_edge(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "terminsstart HT 2026": the month or months in which a term begins or ends; not exact."""
    found = _TERM_EDGES.at(tokens, index)
    if not found:
        return _edge_of_next(tokens, index) or _edge_of_short_name(tokens, index)
    edge, after = found
    after += 1 if tokens.word(after) in ("av", "för", "of", "i", "(") else 0
    named = term(tokens, after)
    if not named:
        return None
    return _at_edge(named[0], edge), named[1]


def _at_edge(period: Period, edge: str) -> Period:
    """The month or months in which the term begins ("start") or ends ("end")."""
    name = "VT" if period.window(2027)[0].month == 1 else "HT"
    first, count = _EDGE_MONTHS[(edge, name)]
    months = partial(_months_of, first, count)
    return replace(period, window=months, part=Part(is_ending=True), notes=("uncertain",))


def _edge_of_next(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "nästa terminsstart": that of the term after the one that the reference is in."""
    found = _TERM_EDGES.at(tokens, index + 1) if tokens.word(index) in _NEXT else None
    if not found:
        return None
    month = tokens.reference.month
    name, year_ = ("HT", tokens.reference.year) if month <= _LAST_OF_SPRING else ("VT", tokens.reference.year + 1)
    first, count = _EDGE_MONTHS[(found[0], name)]
    return fixed(Kind.TERM, windows.months(year_, first, count), "counted-from-reference", "uncertain"), found[1]


_NEXT = frozenset(("nästa", "nästkommande", "kommande", "next", "neste", "næste"))
_LAST_OF_SPRING = 6


def _months_of(first: int, count: int, year: int) -> windows.Window:
    return windows.months(year, first, count)


def _edge_of_short_name(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "HT-start 2027", "VT-slutet": the term, a hyphen and its edge."""
    named = TERMS.at(tokens, index)
    if not named or tokens.word(index).endswith("s"):
        return None
    place = named[1] + (tokens.word(named[1]) == "-")
    edge = _EDGES.get(tokens.word(place))
    is_told = place > named[1] or year(tokens, place + 1)
    if not edge or not is_told:
        return None
    name = named[0]
    period = _at_edge(Period(Kind.TERM, lambda year: windows.term(year, name)), edge)
    return with_year(tokens, period, place + 1, short=True)


_EDGES = {"start": "start", "starten": "start", "slut": "end", "slutet": "end", "avslutning": "end"}


def part(tokens: Tokens, index: int, whole: Production) -> Found[Period]:
    """Reads "slutet av maj 2026", "tidig vår 2027", "första halvan av juni": a third or half of a period."""
    halves = _HALVES.at(tokens, index)
    thirds = PARTS.at(tokens, index)
    found = halves or thirds
    if not found:
        return None
    after = found[1]
    after += 1 if tokens.word(after) in ("den", "the", "på", "i", "av") else 0
    inner = whole(tokens, after)
    if not inner or inner[0].kind is Kind.DAY:
        return None
    if not halves and found[0] == LAST_DAY:
        return _last_day(inner[0]), inner[1]
    cut = windows.half if halves else windows.third
    return _cut(inner[0], cut, found[0], is_ending=not halves and found[0] == 3), inner[1]


def _last_day(period: Period) -> Period:
    """Of "utgången av mars": the day on which it is over."""
    inner = period.window
    part_ = Part(is_ending=True)
    return replace(period, kind=Kind.DAY, window=lambda year: (inner(year)[1],) * 2, part=part_, weight=Weight.SURE)


def genitive_part(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "vårterminens slut 2027", "höstens början", "sommarens slut": a third of what is named."""
    counted = year(tokens, index)
    if counted and tokens.word(counted[1]) == "års" and tokens.word(counted[1] + 1) in _GENITIVE_PARTS:
        return _of(counted[0], _GENITIVE_PARTS[tokens.word(counted[1] + 1)]), counted[1] + 2
    if not tokens.word(index).endswith("s"):
        return None
    behind = year(tokens, index + 2) if tokens.word(index) == "årets" else None
    if behind and tokens.word(index + 1) in _GENITIVE_PARTS:
        return _of(behind[0], _GENITIVE_PARTS[tokens.word(index + 1)]), behind[1]
    named = term(tokens, index) or season(tokens, index) or period_from_reference(tokens, index)
    number = _GENITIVE_PARTS.get(tokens.word(named[1])) if named else None
    if not named or number is None or named[1] != index + 1:
        return None
    return with_year(tokens, _of(named[0], number), named[1] + 1, short=True)


def _of(period: Period, number: int) -> Period:
    """A third of a period, or its last day."""
    return _last_day(period) if number == LAST_DAY else _cut(period, windows.third, number, is_ending=number == 3)


_GENITIVE_PARTS = {
    "början": 1,
    "start": 1,
    "inledning": 1,
    "mitt": 2,
    "slut": 3,
    "utgång": LAST_DAY,
    "udgang": LAST_DAY,
    "utgang": LAST_DAY,
    "avslutning": 3,
}


def _cut(
    period: Period, cut: Callable[[windows.Window, int], windows.Window], number: int, *, is_ending: bool
) -> Period:
    kept = (Kind.TERM, Kind.SEASON)
    kind = period.kind if period.kind in kept else Kind.RANGE
    if cut is windows.half and period.kind is Kind.YEAR:
        kind = Kind.HALF_YEAR
    inner = period.window
    return replace(
        period,
        kind=kind,
        window=lambda year: cut(inner(year), number),
        part=Part(is_ending=is_ending),
        weight=Weight.SURE,
    )


def beside(tokens: Tokens, index: int, whole: Production) -> Found[Period]:
    """Reads "veckan efter påsk", "dagen före midsommar", "månaden efter semestern": the unit next to a period."""
    unit = _BESIDE.at(tokens, index)
    step = _SIDES.get(tokens.word(unit[1])) if unit else None
    if not unit or step is None:
        return None
    after = unit[1] + 1
    found = whole(tokens, after + (tokens.word(after) in _ARTICLES))
    if not found:
        return None
    name, inner = unit[0], found[0]
    kind = {"day": Kind.DAY, "week": Kind.WEEK}.get(name, Kind.MONTH)
    beside_it = replace(
        inner, kind=kind, window=lambda year: windows.next_to(inner.window(year), name, step), part=Part()
    )
    return beside_it, found[1]


def week_around(tokens: Tokens, index: int, whole: Production) -> Found[Period]:
    """Reads "week commencing 11 January", "veckan som börjar 11/1": the week that a day is in."""
    named = _WEEK_OF.at(tokens, index)
    after = named[1] + (tokens.word(named[1]) in ("den", "the", "monday", "måndag")) if named else index
    found = whole(tokens, after) if named else None
    if not found or found[0].kind is not Kind.DAY:
        return None
    inner = found[0].window
    week = replace(found[0], kind=Kind.WEEK, window=lambda year: windows.week_with(inner(year)[0]), part=Part())
    return week, found[1]


_WEEK_OF: Lexicon[bool] = Lexicon(
    {
        True: "week commencing|week beginning|week starting|the week of|week of|week ending|w/c|wc|w/e"
        "|veckan som börjar|vecka som börjar|veckan med start|veckan från|ugen fra|uken fra"
    }
)
_BESIDE: Lexicon[str] = Lexicon(
    {
        "day": "dagen|the day|day",
        "week": "veckan|vecka|the week|week|ugen|uken",
        "month": "månaden|the month|måneden",
    }
)
_ARTICLES = frozenset(("den", "i", "under", "the", "in"))
_SIDES = {"efter": 1, "före": -1, "innan": -1, "after": 1, "before": -1, "etter": 1, "før": -1}
