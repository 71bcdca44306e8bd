"""What stands around a date: "senast", "före", "från och med", "först", "ca", "(prel.)".

A dated phrase is a mode and the dates. The mode says which end of the window holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from followup.domain.dates import Kind
from followup.domain.when.days import time_of_day
from followup.domain.when.lengths import length
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.period import Dates, Part, Shape, Weight, fixed
from followup.domain.when.relative import deadline_from_reference
from followup.domain.when.stretches import dates
from followup.domain.when.tokens import Tokens
from followup.domain.when.windows import Window

__all__ = ["Dated", "Mode", "dated"]


class Mode(StrEnum):
    """Which end of the window holds, or what the date is for."""

    IN = "in"
    ABOUT = "uncertain"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    START = "start"  # the doing begins: a start where an end follows, else a from-date
    FINISH = "finish"
    FIRST = "first"  # the first follow-up
    FORMER = "moved"  # the date as it was before


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


_MODES: Lexicon[Mode] = Lexicon(
    {
        Mode.IN: "hela|under hela|throughout|all of|i samband med|i anslutning till|i|på|under|vid|in|on|at|during"
        "|i løbet av|i løpet av|i løbet af|in the course of|over the course of|sometime in|någon gång under"
        "|under loppet av|någon gång"
        "|någon gång i|någon gång under|perioden|under perioden|dato|datum|datum:|:|for|av|nu i|redan|redan i"
        "|den|ske|ske i|ved|tidpunkt|under tiden|tiden|slutdatum|måldatum|deadline"
        "|för|är|avser|gäller",
        Mode.ABOUT: "ca|ca.|c:a|cirka|circa|omkring|kring|runt|ungefär|preliminärt|preliminär|prel|prel."
        "|troligen|troligtvis|förmodligen|eventuellt|ev|ev.|sannolikt|förhoppningsvis|helst|om möjligt|gärna"
        "|around|about|approximately|approx|approx.|tentatively|probably|omtrent|mot|~|preliminary|foreløbig"
        "|siktar på|förslagsvis|målsättning|mål|målet är|vid ungefär|foreløpig|prelim|omkring den",
        Mode.BY: "senast|allra senast|senast den|senast vid|till|till och med|t.o.m.|t.o.m|t o m|tom|fram till"
        "|fram till och med|dock senast|till senast|by|no later than|not later than|until|till|at latest"
        "|at the latest|up to|by the|senest|til og med|senest med"
        "|til|innen|senest den|klart till|färdigt till|klar till"
        "|senast till|senast under|senast inom|intill|inom|due|due by|due date|sista datum|deadline senast"
        "|klart senast|klar senast|klara senast|färdigt senast|färdig senast|ferdig innen|genomfört senast"
        "|genomförd senast|by the end of|by end of|before the end of|by end|before end of|latest|till dess"
        "|snarast dock senast|resten av"
        "|under resten av|återstoden av|under återstoden av|through|thru|through to|until the end of|up until|frem til"
        "|fram til|ända till|i vart fall senast",
        Mode.BEFORE: "före|innan|inför|i god tid före|i god tid innan|i god tid inför|before|prior to|ahead of"
        "|inden|før|forud for|helst före|strax före|strax innan|senast före|senast innan|klart före|klart innan",
        Mode.FROM: "från och med|fr.o.m.|fr.o.m|fr o m|from|fom|fom.|f.o.m.|från|tidigast|inte före|ej före"
        "|not before|not earlier than|starting|starting in|starting from|as of|as from|since|sedan|fra og med"
        "|fra|f o m|gäller från|med början|med början i|med start|med start i|börjar|börjar i|beginning"
        "|med start från|med start under|med start vid|med början under|with start in|with start|tidligst"
        "|från och med den|earliest|tidigast den|tidigast under|och framåt från|begynnende|startar|startar i"
        "|starting on|beginning in|startande|starts|starts in|fra den|från den|med uppstart",
        Mode.AFTER: "omedelbart efter|omgående efter|snarast efter|immediately after|straks efter|strax efter"
        "|kort efter|direkt efter|snart efter|shortly after|just after|right after|efter"
        "|after|following|etter|tidigast efter|först efter|efter den",
        Mode.START: "start|påbörjas|påbörjas i|inleds|inledes|uppstart|begins|to begin|start:|påbegyndes"
        "|påbegynnes|startdatum|igångsätts|sätts igång|börja|starta|kommer att starta|kommer igång",
        Mode.FINISH: "avslutas|slutförs|färdigställs|ska vara klart|ska vara klar|ska vara klara|skall vara klart"
        "|skall vara klar|beräknas klart|beräknas klar|beräknas vara klart|beräknas vara klar|planeras klart"
        "|slut|färdigt|bör vara klart|bör vara klar|to be completed|finish|ends|avslut|klart beräknas|end"
        "|ska vara genomfört|ska vara genomförd|skal være klar|målet är att vara klar|genomförs|genomföras|införs"
        "|implementeras|tas i bruk",
        Mode.FIRST: "först|första gången|första gång|1:a gången|första uppföljning|första uppföljningen"
        "|första tillfället|första tillfälle|första avstämning|första avstämningen|första uppföljningstillfälle"
        "|nästa gång|nästa|nästa uppföljning|nästa tillfälle|nästa avstämning|nästa uppföljningstillfälle"
        "|med första uppföljning|med första uppföljning i|med första gången|first|first time|first follow-up"
        "|first in|next|next time|next follow-up|første gang|første|næste gang|neste gang|første opfølgning"
        "|næste|neste|första gången i|nästa planerade|nästa revision|första mötet|nästa möte|first review"
        "|next review|första mätning|nästa mätning|första genomgång|nästa genomgång|initialt|första utvärdering"
        "|första utvärderingen|nästa utvärdering|första revision|den första|premiär|med första|first due|next due",
        Mode.FORMER: "tidigare|ursprungligen|urspr|previously|originally|ursprungligt datum|tidigare datum"
        "|was|tidligere|oprindeligt|opprinnelig|flyttat från|flyttad från|försenat från|ursprunglig",
    }
)
_SUFFIXES: Lexicon[Mode] = Lexicon(
    {
        Mode.BY: "senast|at the latest|eller tidigare|ut|or earlier|at latest|eller innan|, senast",
        Mode.ABOUT: "(prel.)|(prel)|prel|prel.|preliminärt|, prel|, prel.|(preliminärt)|, preliminärt|?|(?)|ca"
        "|(ev.)|(eventuellt)|om möjligt|, om möjligt|(ca)|ungefär|tentativt|(tentative)|eller så|cirka",
        Mode.FROM: "och framåt|och framöver|och tills vidare|tills vidare|onwards|and onwards|eller senare"
        "|och fortlöpande|och löpande|och därefter löpande|- tills vidare|– tills vidare|framåt|och senare",
    }
)
_ENDS = {Mode.BY, Mode.BEFORE}
_QUIET = frozenset((":", ",", "den", "d", "the", "of", "dagen", "att", "vara"))
_LONGEST_CHAIN = 8


def dated(tokens: Tokens, index: int) -> Found[Dated]:
    """A date with everything that belongs to it, or None where no date stands."""
    modes, place = _modes(tokens, index)
    for after, taken in place:
        found = _core(tokens, after)
        if found and _opens(tokens, after) and _closes(tokens, found[1]):
            return _phrase(tokens, modes[:taken], index, after, found)
    return None


def _modes(tokens: Tokens, index: int) -> tuple[list[Mode], list[tuple[int, int]]]:
    """The modes said before a date, and the places where the date may begin, with how many modes then."""
    modes: list[Mode] = []
    places = [(index, 0)]
    while len(places) < _LONGEST_CHAIN:
        mode = _MODES.at(tokens, index)
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


def _closes(tokens: Tokens, index: int) -> bool:
    """The word ends here: a blank, the end, or a sign that no number goes on after."""
    if not tokens.glued(index):
        return True
    sign, follows = tokens.word(index), tokens.glued(index + 1)
    if sign in (".", ",", ":"):
        return not (follows and tokens.is_number(index + 1))
    if sign in ("-", "/"):
        return not follows or (sign == "/" and tokens.is_word(index + 1))
    return not (sign.isalnum() or sign in ("%", "°", "§"))


def _phrase(tokens: Tokens, modes: list[Mode], start: int, core: int, found: tuple[Dates, int]) -> tuple[Dated, int]:
    inner, end = found
    if tokens.word(end) in ("-", "–") and tokens.glued(end) and end + 1 == len(tokens):
        modes = [*modes, Mode.FROM]  # "2026–"
    suffix = _SUFFIXES.at(tokens, end)
    if suffix and _closes(tokens, suffix[1]) and not _suffix_belongs_on(tokens, suffix):
        modes, end_all = [*modes, suffix[0]], suffix[1]
    else:
        end_all = end
    mode, notes = _merged(modes, inner)
    mode = _of_a_season(mode, tokens.slice(start, core).lower()) if inner.kind is Kind.SEASON else mode
    if tokens.slice(start, end).lower() in _PAST_THE_TURN:
        mode = Mode.AFTER
    weight = inner.weight
    if modes and weight is not Weight.SURE and not _is_plain_number(tokens, core, end):
        led = Weight.LAST if tokens.word(core) == "vår" else Weight.SURE
        weight = led if any(said is not Mode.ABOUT for said in modes) else weight
    words = tokens.slice(core, end)
    return Dated(inner, mode, notes, words, weight, Mode.FIRST in modes, start, end_all, tokens.word(start)), end_all


_UNTIL = frozenset(("fram till", "ända till", "intill", "until", "up until", "up to", "frem til", "fram til"))
_PAST_THE_TURN = frozenset(("in the new year", "early in the new year", "in new year", "på nyåret", "på det nya året"))


def _of_a_season(mode: Mode, lead: str) -> Mode:
    """How a season is meant: "till våren" is said of the spring itself, "fram till sommaren" ends before it."""
    if mode is not Mode.BY:
        return mode
    return Mode.IN if lead in ("till", "til") else Mode.BEFORE if lead in _UNTIL else mode


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
