"""Cadences in one word: "årligen", "kvartalsvis", "sexmånadersintervall", "udda veckor", "regelbundet"."""

from __future__ import annotations

import re

from followup.domain.when.cadence import Cadence
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import UNITS
from followup.domain.when.numbers import span_of_numbers
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import year_after

__all__ = ["adverb", "compound_length", "interval", "odd_weeks"]

_ADVERBS: Lexicon[tuple[str, int, int]] = Lexicon(
    {
        (
            "year",
            1,
            1,
        ): "årligen|årlig|årligt|årliga|årsvis|årsvisa|årsvist|om året|annually|yearly|annual|årleg|årlege|årlige"
        "|år för år|en gång om året|per annum|p.a.|årligen återkommande|årvis",
        ("year", 2, 1): "biennial|biennially|tvåårsvis|toårlig",
        ("half", 1, 1): "halvårsvis|halvårlig|halvårligen|halvårligt|halvårliga|halvårsvisa|half-yearly"
        "|bi-annual|bi-annually|biannually|biannual|semiannually|semi-annually|semiannual|semi-annual"
        "|half yearly|halvårsvist|halvårlege|halvårlige",
        ("tertial", 1, 1): "tertialvis|tertialvisa|tertialsvis",
        ("term", 1, 1): "terminsvis|terminsvisa|terminligen|terminsvist|termly|båda terminerna|both terms",
        ("quarter", 1, 1): "kvartalsvis|kvartalsvisa|kvartalsvist|quarterly|kvartalsmässigt|kvartalsvist",
        ("month", 1, 1): "månadsvis|månatligen|månatlig|månatligt|månatliga|månadsvisa|monthly|månedlig"
        "|månedligt|månedlige|månedsvis|månadsvist",
        ("month", 6, 1): "six-monthly|six monthly|6-monthly|6 monthly",
        ("month", 3, 1): "three-monthly|three monthly|3-monthly|3 monthly",
        ("month", 2, 1): "two-monthly|bimonthly|bi-monthly",
        ("week", 1, 1): "veckovis|veckovisa|weekly|ugentlig|ugentligt|ukentlig|ukentlige|veckoligen|veckovist",
        ("week", 2, 1): "every fortnight|each fortnight|once a fortnight|per fortnight|fortnightly|biweekly|bi-weekly",
        ("day", 1, 1): "dagligen|daglig|dagligt|dagliga|daily|daglige",
    }
)
_NO_INTERVAL: Lexicon[str] = Lexicon(
    {
        "regular": "regelbundet|regelbunden|regelbundna|regelmässigt|återkommande|regularly|regular|periodvis"
        "|regelmessig|regelmæssigt|jevnlig|jævnligt|periodiskt|periodically|med jämna mellanrum|då och då"
        "|med jämna intervaller|recurring|at regular intervals|med regelbundna intervall|fortlöpande regelbundet",
    }
)
_EACH_TIME: Lexicon[str] = Lexicon(
    {"each-occurrence": "varje gång|vid varje gång|vid varje tillfälle|varje tillfälle|each time|every time|hver gang"}
)
_ODD_WEEKS: Lexicon[str] = Lexicon(
    {
        "odd-weeks": "udda veckor|udda vecka|ojämna veckor|ojämn vecka|odd weeks|ulike uger|oddetallsuker"
        "|varje udda vecka",
        "even-weeks": "jämna veckor|jämn vecka|even weeks|lige uger|partallsuker|varje jämn vecka",
    }
)
_UNIT_STEMS = {
    "dags": "day",
    "dagars": "day",
    "vecko": "week",
    "veckors": "week",
    "månads": "month",
    "månaders": "month",
    "kvartals": "quarter",
    "tertial": "tertial",
    "tertials": "tertial",
    "termins": "term",
    "halvårs": "half",
    "års": "year",
}
_NUMBERS = {
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "tolv": 12,
    "ett": 1,
    "en": 1,
}
_COMPOUND = re.compile(
    "(" + "|".join(_NUMBERS) + ")?(" + "|".join(sorted(_UNIT_STEMS, key=len, reverse=True)) + ")([a-zåäö]*)"
)
_RHYTHMS = frozenset(
    ("vis", "visa", "vist", "intervall", "intervaller", "cykel", "cykler", "rytm", "mellanrum", "basis")
)
_MEETINGS = (
    "uppföljning", "avstämning", "genomgång", "rapport", "kontroll", "utvärdering", "revision", "översyn",
    "redovisning", "mätning", "möte",
)  # fmt: skip
_INTERVAL_WORDS = frozenset(("mellanrum", "intervall", "intervaller", "periodicitet", "cykel", "cykler", "intervals"))
_LEAD_INS = frozenset(("med", "i", "at", "intervall", "periodicitet", "frekvens", "var"))


def adverb(tokens: Tokens, index: int) -> Found[Cadence]:
    """A cadence said in one word or a set phrase."""
    found = _ADVERBS.at(tokens, index)
    if found:
        return Cadence(*found[0]), found[1]
    both = _both_halves(tokens, index)
    if both:
        return both
    vague = _NO_INTERVAL.at(tokens, index)
    if vague:
        return Cadence("year", is_said=False), vague[1]
    each_time = _EACH_TIME.at(tokens, index)
    if each_time and not tokens.is_word(each_time[1]):
        return Cadence("year", notes=(each_time[0],), is_said=False), each_time[1]
    return _compound(tokens, index)


_HALF: Lexicon[int] = Lexicon(
    {
        1: "vt|v.t.|vår|våren|vårtermin|vårterminen|spring|forår|foråret",
        2: "ht|h.t.|höst|hösten|hösttermin|höstterminen|autumn|fall|høst|høsten|efterår|efteråret",
    }
)
_BOTH = frozenset(("och", "samt", "and", "og", "&", "+", "/"))


def _both_halves(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "vår och höst", "HT/VT", "vår- och hösttermin": each half of every year, where no year is said."""
    first = _HALF.at(tokens, index)
    after = first[1] + (tokens.word(first[1]) == "-") if first else index
    second = _HALF.at(tokens, after + 1) if tokens.word(after) in _BOTH else None
    if not first or not second or first[0] == second[0] or year_after(tokens, second[1], short=True):
        return None
    return Cadence("term"), second[1]


def odd_weeks(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "udda veckor": every other week; which ones is a note."""
    found = _ODD_WEEKS.at(tokens, index)
    return (Cadence("week", 2, notes=(found[0],)), found[1]) if found else None


def _compound(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "tvåmånadersvis", "6-månadersintervall", "kvartalsuppföljning"."""
    parts = _compound_parts(tokens, index)
    if not parts:
        return None
    (number, unit, tail), after = parts
    if tail in _RHYTHMS or (number and not tail):
        notes = () if tail else ("uncertain",)
        return Cadence(unit, number or 1, notes=notes), after
    is_meeting = not number and any(tail.startswith(word) for word in _MEETINGS)
    return (Cadence(unit, notes=("uncertain",)), after) if is_meeting and unit != "day" else None


def compound_length(tokens: Tokens, index: int) -> Found[tuple[int, str]]:
    """Reads "3-månadersuppföljning", "sexmånaderskontroll": a follow-up that long after, once."""
    parts = _compound_parts(tokens, index)
    if not parts:
        return None
    (number, unit, tail), after = parts
    is_meeting = any(tail.startswith(word) for word in _MEETINGS)
    return ((number, unit), after) if number and is_meeting else None


def _compound_parts(tokens: Tokens, index: int) -> Found[tuple[int, str, str]]:
    number = tokens.digits(index, 1, 2)
    start = index if number is None else index + 1
    start += 1 if number is not None and tokens.word(start) == "-" and tokens.glued(start) else 0
    match = _COMPOUND.fullmatch(tokens.word(start))
    if not match or (number is not None and not tokens.glued(start)):
        return None
    spelled, stem, tail = match.groups()
    if not tail and not spelled and number is None:
        return None
    return (number or _NUMBERS.get(spelled or "", 0), _UNIT_STEMS[stem], tail), start + 1


def interval(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "med sex månaders mellanrum", "intervall: 12 månader", "med ett års intervall"."""
    if tokens.word(index) not in _LEAD_INS:
        return None
    start = index + 1
    start += 1 if tokens.word(start) in (":", "av", "om") else 0
    numbers = span_of_numbers(tokens, start)
    unit = UNITS.at(tokens, numbers[1]) if numbers else None
    if not numbers or not unit or numbers[0][0] < 1:
        return None
    led = tokens.word(index) in _INTERVAL_WORDS or tokens.word(index) == "frekvens"
    named = tokens.word(unit[1]) in _INTERVAL_WORDS
    if not led and not named:
        return None
    notes = () if numbers[0][0] == numbers[0][1] else ("uncertain",)
    return Cadence(unit[0], numbers[0][0], notes=notes), unit[1] + named
