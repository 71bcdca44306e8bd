"""What stands around a date: "senast", "före", "från och med", "först", "ca", "(prel.)".

A dated phrase is a mode and the dates. The mode says which end of the window holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from followup.domain.dates import Kind
from followup.domain.when.days import time_of_day
from followup.domain.when.lengths import length
from followup.domain.when.lexicon import Found
from followup.domain.when.modes import MODES, SUFFIXES, Mode
from followup.domain.when.names import MONTHS
from followup.domain.when.period import Dates, Part, Shape, Weight, fixed
from followup.domain.when.periods import GENITIVES
from followup.domain.when.relative import deadline_from_reference
from followup.domain.when.stretches import dates
from followup.domain.when.tokens import Tokens
from followup.domain.when.windows import Window

__all__ = ["Dated", "dated"]


@dataclass(frozen=True, slots=True)
class Dated:
    """Dates as one phrase of the text, with their mode; `words` is the date itself as written."""

    dates: Dates
    mode: Mode
    notes: tuple[str, ...]
    words: str
    weight: Weight
    is_first: bool
    start: int
    end: int
    opening: str = ""

    @property
    def is_either(self) -> bool:
        """True for "mars eller maj": one of them, and not both."""
        return any(word in ("eller", "el", "or", "alternativt") for word in self.words.lower().split())


_ENDS = {Mode.BY, Mode.BEFORE}
_QUIET = frozenset((":", ",", "den", "d", "the", "of", "dagen", "att", "vara"))
_LONGEST_CHAIN = 8


def dated(tokens: Tokens, index: int) -> Found[Dated]:
    """A date with everything that belongs to it, or None where no date stands."""
    modes, place = _modes(tokens, index)
    for after, taken in place:
        found = _core(tokens, after)
        if found and _opens(tokens, after) and _closes(tokens, found[1]):
            if tokens.word(index) in _LASTING and after == index + 1 and length(tokens, after):
                return None  # "i tre månader", "vid 3 månader"
            if modes[:taken] and modes[taken - 1] in _OF_EVENTS and _has_event(tokens, after, found[1]):
                return None
            return _phrase(tokens, modes[:taken], index, after, found)
    return None


_LASTING = frozenset(("i", "för", "for", "vid", "at", "ved"))
_OF_EVENTS = frozenset((Mode.BEFORE, Mode.AFTER))


def _has_event(tokens: Tokens, core: int, end: int) -> bool:
    """True for "inför höstens introduktion", "before the August changeover": the date only says which event."""
    is_which = tokens.word(core) in GENITIVES or (tokens.word(core - 1) == "the" and MONTHS.at(tokens, core))
    return bool(is_which) and end == core + 1 and tokens.is_word(end)


def _modes(tokens: Tokens, index: int) -> tuple[list[Mode], list[tuple[int, int]]]:
    """The modes said before a date, and the places where the date may begin, with how many modes then."""
    modes: list[Mode] = []
    places = [(index, 0)]
    while len(places) < _LONGEST_CHAIN:
        mode = MODES.at(tokens, index)
        if mode:
            modes.append(mode[0])
            index = mode[1]
        elif modes and tokens.word(index) in _QUIET:
            index += 1
        elif modes and (clock := time_of_day(tokens, index)) is not None:
            index = clock
        else:
            break
        places.append((index, len(modes)))
    return modes, places


def _core(tokens: Tokens, index: int) -> Found[Dates]:
    deadline = deadline_from_reference(tokens, index)
    found = _shifted(tokens, index) or dates(tokens, index)
    if deadline and (not found or deadline[1] >= found[1]):
        return _deadline(deadline[0], is_bare=length(tokens, index) is not None), deadline[1]
    return found


def _shifted(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "3 månader efter 1 juni 2026", "två veckor före midsommar": the day that long from the date."""
    said = length(tokens, index)
    side = _SIDES.get(tokens.word(said[1])) if said else None
    found = dates(tokens, said[1] + 1) if said and side else None
    if not said or not side or not found or found[0].shape is not Shape.ONE or found[0].weight is not Weight.SURE:
        return None
    inner, far = found[0].periods[0], said[0]

    def window(year: int) -> Window:
        edge = inner.window(year)[1 if side == 1 else 0]
        day = far.after(edge) if side == 1 else far.before(edge)
        return day, day

    return Dates((replace(inner, kind=Kind.DAY, window=window, part=Part()),)), found[1]


_SIDES = {"efter": 1, "från": 1, "after": 1, "from": 1, "etter": 1, "före": -1, "innan": -1, "before": -1}


def _deadline(day: date, *, is_bare: bool) -> Dates:
    """The day counted to; a bare "tre veckor" among other words is only how long something is."""
    period = fixed(Kind.DAY, (day, day), "counted-from-reference", "from-reference")
    return Dates((replace(period, weight=Weight.ALONE) if is_bare else period,))


def _opens(tokens: Tokens, index: int) -> bool:
    if not tokens.glued(index):
        return True
    before = tokens.word(index - 1)
    if before in ("-", "/", "–", ".", ":", ",", "'"):
        return not (tokens.glued(index - 1) and (tokens.is_number(index - 2) or before == "-"))
    return not (before.isalnum() or before in ("§", "#"))


_SHARES_ENDING = frozenset(("och", "eller", "samt", "og", "and"))


def _closes(tokens: Tokens, index: int) -> bool:
    """The word ends here: a blank, the end, or a sign that no number goes on after."""
    if not tokens.glued(index):
        return True
    sign, follows = tokens.word(index), tokens.glued(index + 1)
    if sign in (".", ",", ":"):
        return not (follows and tokens.is_number(index + 1))
    if sign == "-" and not follows and tokens.word(index + 1) in _SHARES_ENDING:
        return bool(dates(tokens, index + 2))  # not of "jul- och nyårsledigheten"
    if sign in ("-", "/"):
        return not follows or (sign == "/" and tokens.is_word(index + 1))
    return not (sign.isalnum() or sign in ("%", "°", "§"))


def _phrase(tokens: Tokens, modes: list[Mode], start: int, core: int, found: tuple[Dates, int]) -> tuple[Dated, int]:
    inner, end = found
    if _is_left_open(tokens, end):
        modes = [*modes, Mode.FROM]  # "2026–"
    suffix = SUFFIXES.at(tokens, end)
    if suffix and _closes(tokens, suffix[1]) and not _suffix_belongs_on(tokens, suffix):
        modes, end_all = [*modes, suffix[0]], suffix[1]
    else:
        end_all = end
    mode, notes = _merged(modes, inner)
    lead = tokens.slice(start, core).lower()
    if inner.kind is Kind.SEASON:
        is_planned = tokens.word(start - 1) in _PLANNED
        mode = _of_a_season(mode, lead, is_placed=inner.is_placed and not is_planned)
    if tokens.slice(start, end).lower() in _PAST_THE_TURN:
        mode = Mode.AFTER
    is_bracketed = tokens.word(start - 1) == "(" and tokens.word(end) == ")"
    is_months = all(period.kind is Kind.MONTH for period in inner.periods)
    weight = Weight.SURE if is_bracketed and is_months else inner.weight
    if modes and weight is not Weight.SURE and not _is_plain_number(tokens, core, end):
        led = Weight.LAST if tokens.word(core) == "vår" else Weight.SURE
        weight = led if any(said is not Mode.ABOUT for said in modes) else weight
    words = tokens.slice(core, end)
    return Dated(inner, mode, notes, words, weight, Mode.FIRST in modes, start, end_all, tokens.word(start)), end_all


def _is_left_open(tokens: Tokens, end: int) -> bool:
    """True for "2026–" and "2027-02-01 --": dashes are all that follow; a lone one apart is an empty field's."""
    dashes = len(tokens) - end
    is_told = dashes > 1 or (dashes == 1 and tokens.glued(end))
    return is_told and all(tokens.word(sign) in ("-", "–") for sign in range(end, len(tokens)))


_TOWARDS = ("till", "til")
_PLANNED = frozenset(
    ("planeras", "planerad", "planerat", "inplanerad", "inplanerat", "bokad", "bokat", "schemalagd", "planlagt")
)
"""What is planned "till hösten 2027" is to be done then, and not before."""
_UNTIL = frozenset(("fram till", "ända till", "intill", "until", "up until", "up to", "frem til", "fram til"))
_PAST_THE_TURN = frozenset(("in the new year", "early in the new year", "in new year", "på nyåret", "på det nya året"))


def _of_a_season(mode: Mode, lead: str, *, is_placed: bool) -> Mode:
    """How a season is meant: "till våren" says the spring itself, and "fram till sommaren" ends before it.

    With its year ("till sommaren 2027") it is a day to be done by, as any other.
    """
    if mode is not Mode.BY:
        return mode
    if lead in _TOWARDS:
        return mode if is_placed else Mode.IN
    return Mode.BEFORE if lead in _UNTIL else mode


def _suffix_belongs_on(tokens: Tokens, suffix: tuple[Mode, int]) -> bool:
    """True in "maj 2026, senast ..": the word opens the next phrase when a date follows it."""
    return bool(suffix[0] is not Mode.FROM and dates(tokens, suffix[1]))


def _is_plain_number(tokens: Tokens, start: int, end: int) -> bool:
    """True for "5.9": a number and a full stop, never sure by what stands before it."""
    return end - start == 3 and tokens.word(start + 1) == "."


def _merged(modes: list[Mode], inner: Dates) -> tuple[Mode, tuple[str, ...]]:
    """The mode that decides, and the notes of the others."""
    notes = ["uncertain"] if Mode.ABOUT in modes else []
    telling = [mode for mode in modes if mode not in (Mode.IN, Mode.ABOUT, Mode.FIRST)]
    if not telling:
        return (Mode.FIRST if Mode.FIRST in modes else Mode.IN), tuple(notes)
    mode: Mode = telling[-1]
    if inner.shape is Shape.STRETCH and mode in (Mode.FROM, Mode.START):
        mode = Mode.IN
    if mode is Mode.FINISH and any(said in _ENDS for said in telling):
        mode = Mode.BY
    return mode, tuple(notes)
