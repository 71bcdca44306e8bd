"""Reads a cadence: "varje år", "var 3:e månad", "minst två gånger per termin", "första måndagen i varje månad"."""

from __future__ import annotations

from dataclasses import replace

from followup.domain.when.adverbs import adverb, interval, odd_weeks
from followup.domain.when.cadence import Cadence
from followup.domain.when.counted import counted
from followup.domain.when.each import CODES, EACH, each, on_weekdays, unit_at
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import MONTHS, PARTS, WEEKDAYS, WEEKDAYS_PLURAL, WEEKDAYS_SHORT
from followup.domain.when.numbers import ordinal
from followup.domain.when.tokens import Tokens

__all__ = ["cadence"]

_QUALIFIERS: Lexicon[str] = Lexicon(
    {
        "at-least": ">|> =|mer än|fler än|more than|minst|åtminstone|lägst|at least|mindst|minimum|dock minst"
        "|inte mindre än|≥|som minst"
        "|dock minst en gång|minimalt|men minst",
        "at-most": "max|högst|maximalt|som mest|at most|upp till|max.|no more than",
        "uncertain": "ca|ca.|cirka|ungefär|i genomsnitt|omkring|normalt|vanligen|i regel|oftast|som regel"
        "|about|approximately|usually|helst|gärna|minst ca",
    }
)
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
        counted(tokens, index)
        or _place_in_each(tokens, index)
        or _day_of_each(tokens, index)
        or _each_edge(tokens, index)
        or _each_with_day(tokens, index)
        or odd_weeks(tokens, index)
        or _weekdays(tokens, index)
        or adverb(tokens, index)
        or interval(tokens, index)
    )


def _times_led_in(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "vid minst två tillfällen per termin": only a count may follow "vid"."""
    qualifier = _QUALIFIERS.at(tokens, index)
    found = counted(tokens, qualifier[1] if qualifier else index)
    return (found[0].noting(qualifier[0]), found[1]) if found and qualifier else found


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
        return _short_days_each_week(tokens, start)
    odd = odd_weeks(tokens, end)
    plain = on_weekdays(days, 2 if odd else 1)
    return (plain.noting(*odd[0].notes), odd[1]) if odd else (plain, end)


def _short_days_each_week(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "tis och tors varje vecka": short names are weekdays before a week only."""
    days: list[int] = []
    while found := WEEKDAYS_SHORT.at(tokens, index):
        days.append(found[0])
        index = found[1]
        if tokens.word(index) not in (",", "och", "and", "og", "/", "+"):
            break
        index += 1
    weekly = each(tokens, index) if days else None
    if not weekly or weekly[0].unit != "week" or weekly[0].by:
        return None
    return on_weekdays(days, weekly[0].interval), weekly[1]


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
    if tokens.word(index) not in EACH:
        return None
    edge = _EDGES.at(tokens, index + 1)
    return (Cadence(edge[0]), edge[1]) if edge else None


def _each_with_day(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "varje månad den 5", "varannan månad den 15:e"; without a day what `each` reads."""
    found = each(tokens, index)
    if not found or found[0].unit not in _UNIT_OF_MONTHS[:-1] or tokens.word(found[1]) != "den":
        return found
    start = found[1] + 1
    number = tokens.digits(start, 1, 2)
    counted = ordinal(tokens, start) or ((number, start + 1) if number is not None else None)
    weekday = WEEKDAYS.at(tokens, counted[1]) if counted else None
    if counted and weekday:
        return replace(found[0], by=(("BYDAY", f"{counted[0]}{CODES[weekday[0]]}"),)), weekday[1]
    if not counted or counted[0] > 31 or MONTHS.at(tokens, counted[1]) or tokens.word(counted[1]) == "/":
        return found
    return replace(found[0], by=(("BYMONTHDAY", str(counted[0])),)), counted[1]


def _day_of_each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "första måndagen i varje månad", "den 15:e varje månad", "sista dagen i månaden"."""
    is_each = tokens.word(index) in EACH
    start = index + 1 if is_each or tokens.word(index) in ("den", "the") else index
    counted = ordinal(tokens, start)
    number = tokens.digits(start, 1, 2) if start > index and not is_each else None
    if not counted and number is None:
        return None
    place, after = counted or (number or 0, start + 1)
    weekday = WEEKDAYS.at(tokens, after)
    is_week = tokens.word(after) in ("veckan", "week")
    is_day = is_week or tokens.word(after) in ("dagen", "dag", "day")
    end = weekday[1] if weekday else after + is_day
    unit = _unit_of_each(tokens, end)
    if not unit or unit[0].unit not in _UNIT_OF_MONTHS or not (weekday or is_day or start > index or counted):
        return None
    if is_each and not weekday:
        return None
    if is_week:
        return unit[0].noting(f"week:{place}"), unit[1]
    by = ("BYDAY", f"{place}{CODES[weekday[0]]}") if weekday else ("BYMONTHDAY", str(place))
    return replace(unit[0], by=(by,)), unit[1]


def _unit_of_each(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "i varje månad", "per månad", "i månaden", "of the month"."""
    start = index + 1 if tokens.word(index) in ("i", "in", "of", "av") else index
    found = each(tokens, start)
    if found:
        return None if found[0].by else found
    start += 1 if tokens.word(start) == "the" else 0
    return unit_at(tokens, start, 1) if tokens.word(start) in ("månaden", "month") and start > index else None
