"""Goes through a whole field and says what stands where: cadences, dates, triggers, states, other words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from followup.domain.dates import Kind
from followup.domain.when.cadence import Cadence
from followup.domain.when.counted_triggers import counted_trigger
from followup.domain.when.days import time_of_day
from followup.domain.when.lengths import length
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated, dated
from followup.domain.when.period import Shape, Weight
from followup.domain.when.rhythm import cadence
from followup.domain.when.states import State, StateKind, state
from followup.domain.when.tokens import Tokens
from followup.domain.when.triggers import IN_BRACKETS, Trigger, starts, trigger

__all__ = ["Item", "Sign", "scan"]


class Sign(Enum):
    """Items without a meaning of their own."""

    JOINT = "joint"
    THEN = "then"
    FILLER = "filler"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing found, from token `start` up to, not including, token `end`."""

    what: Cadence | Dated | Trigger | State | Sign
    start: int
    end: int


_SIGNS: Lexicon[Sign] = Lexicon(
    {
        Sign.JOINT: "och|samt|eller|and|or|og|&|+|,|.|;|:|(|)|/|-|–|•|·|*|!|?|'|\"|[|]|»|«|även|också|dessutom|men|dock"
        "|alternativt|annars|i annat fall|otherwise|respektive|resp|därutöver|plus|also|but|”|“"
        "|=|>|~|_|…|‒|◦|▪|●|○|■|→|<|||#",
        Sign.THEN: "därefter|sedan|then|thereafter|derefter|deretter|därpå|sen|därefter en gång|efter det|afterwards"
        "|och sedan|och därefter|därefter sedan|subsequently|fortsättningsvis|herefter",
        Sign.FILLER: "uppföljning|uppföljningen|uppföljningar|uppföljningen sker|följs upp|följas upp|uppföljs"
        "|följa upp"
        "|utvärdering|utvärderas|utvärderingen|avstämning|avstämningen|avstäms|stäms av|stämmas av|revision"
        "|revideras|revidering|genomgång|genomgås|gås igenom|görs|göras|sker|hålls|ska|skall|vara|är|bör|kommer|att|den"
        "|det|de|en|ett|datum|tidpunkt|tidplan|planeras|planerad|planerat|beräknas|gärna|möte|möten|follow|up|follow-up"
        "|followup|review|reviewed|due|date|the|of|is|to|be|opfølgning|oppfølging|oppfølgning|evaluering|evalueres"
        "|opfølges"
        "|følges op|følges opp|uppdatering|uppdateras|kontroll|kontrolleras|mätning|mäts|redovisning|redovisas|rapport"
        "|rapporteras|återrapportering|återrapporteras|återkopplas|återkoppling|intervall|frekvens|periodicitet|i|på"
        "|till|av|som|för|med|bli|blir|återkommande|uppföljningsdatum|uppföljningstillfälle|uppföljningstillfällen"
        "|översyn|ses över|gång|gången|gånger|klart|först|första|start|slut|sker en|i förtid|i tid|ny"
        "|nästa|deadline|senast|minst"
        "|tid|tidigast|time|first|next|at|by|on|will|every|once|evaluated|evaluation|kvalitetsuppföljning|rapportering"
        "|ja|yes|stående punkt|tas upp|diskuteras|behandlas|kl|om möjligt|tidsplan|målsättning|mål|a|an|året|månaden"
        "|budget|budgetår|budgetåret|budsjett|verksamhetsår|verksamhetsåret"
        "|skal|være|blive|så"
        "|inklusive|inkl|dvs|d v s|d.v.s.|dvs.|alltså|minimum|cirka|ca|fast|fasta|datum ej|enligt plan|enligt planen"
        "|plan|förslagsvis|omfattning|perioden|period|helst|eventuellt|ev|därmed|sammanlagt|totalt|ungefär|löpande"
        "|under|vid|i samband med|tillsammans|ej|inte|per|via|sammanställs|måndagen|årsrapport|stickprov|uppföljande",
    }
)
_ADJECTIVES = frozenset(
    (
        "årlig", "årligt", "årliga", "halvårlig", "halvårligt", "halvårliga", "månatlig", "månatligt", "månatliga",
        "daglig", "dagligt", "dagliga", "annual", "yearly", "monthly", "weekly", "quarterly", "biannual", "daily",
        "kvartalsvisa", "årsvisa", "veckovisa", "månadsvisa", "terminsvisa", "halvårsvisa", "månedlig", "årlige",
    )
)  # fmt: skip


_LONGEST_WORD = 40
"""Tokens; a longer run of signs without a blank is no word with a number in it."""


def scan(tokens: Tokens) -> tuple[Item, ...]:
    """Everything in the text, in order; what is not known is `Sign.OTHER`."""
    items: list[Item] = []
    index, clause = 0, True
    while index < len(tokens):
        found = _item(tokens, index, clause=clause)
        items.append(found)
        clause = found.what is not Sign.OTHER or (clause and _is_done(tokens, index))
        index = found.end
    return tuple(items)


_SHORTEST_VERB = 6


def _is_done(tokens: Tokens, index: int) -> bool:
    """Say whether a word may tell what is done, as "presenteras" does: what follows it begins as a clause does."""
    word = tokens.word(index)
    return len(word) >= _SHORTEST_VERB and word.endswith(("as", "es"))


def _item(tokens: Tokens, index: int, *, clause: bool) -> Item:
    found = _known(tokens, index, clause=clause)
    if found:
        return Item(found[0], index, found[1])
    return Item(Sign.OTHER, index, _past_word(tokens, index))


def _known(tokens: Tokens, index: int, *, clause: bool) -> Found[Cadence | Dated | Trigger | State | Sign]:
    rhythm = cadence(tokens, index)
    if rhythm and _closed(tokens, rhythm[1]):
        return rhythm
    lasting = _how_long(tokens, index)
    if lasting is not None:
        return Sign.FILLER, lasting
    counted = counted_trigger(tokens, index, _breaks)
    date = dated(tokens, index)
    if counted and (not date or date[1] < counted[1]):
        return counted
    said = state(tokens, index)
    is_state = said and _closed(tokens, said[1]) and (not date or said[1] > date[1])
    if is_state and said and not _opens_longer(tokens, index, said):
        return said
    if date:
        return date
    return trigger(tokens, index, clause=clause, breaks=_breaks) or _sign(tokens, index)


_LASTING = frozenset(("for", "under", "i", "för"))
_COUNTED = frozenset(("first", "första", "første"))


def _how_long(tokens: Tokens, index: int) -> int | None:
    """Past "for the first six months", "for three months": how long a rhythm is kept, and no day."""
    if tokens.word(index) in ("de", "the") and tokens.word(index + 1) in _COUNTED:
        found = length(tokens, index + 2)
        return found[1] if found else None
    if tokens.word(index) not in _LASTING:
        return None
    after = index + (2 if tokens.word(index + 1) in ("the", "de") else 1)
    is_counted = tokens.word(after) in _COUNTED
    found = length(tokens, after + is_counted) if is_counted or tokens.word(index) == "for" else None
    return found[1] if found else None


def _sign(tokens: Tokens, index: int) -> Found[Sign]:
    """A word that only joins or fills, or a time of day."""
    clock = time_of_day(tokens, index)
    if clock is not None:
        return Sign.FILLER, clock
    return _SIGNS.at(tokens, index) if not tokens.is_number(index) else None


def _closed(tokens: Tokens, index: int) -> bool:
    """True where a word ends: no letters or digits hang on."""
    if not tokens.glued(index):
        return True
    if tokens.word(index) == "-" and tokens.glued(index + 1):
        return False
    return not tokens.word(index).isalnum() or not tokens.word(index - 1).isalnum()


def _opens_longer(tokens: Tokens, index: int, said: tuple[State, int]) -> bool:
    """True for "omgående vid", "löpande vid", "stående punkt": the longer words take the state with them."""
    opening = starts(tokens, index, clause=True)
    sign = _SIGNS.at(tokens, index)
    return any(found is not None and found[1] > said[1] for found in (opening, sign))


def _past_word(tokens: Tokens, index: int) -> int:
    """Past the whole word where digits hang in it ("RX-2014-00123"), else past one token."""
    end = index + 1
    while tokens.glued(end) and tokens.word(end) not in (",", ";", "(", ")") and end - index < _LONGEST_WORD:
        end += 1
    chunk = range(index, end)
    return end if any(tokens.is_number(place) for place in chunk) else index + 1


def _breaks(tokens: Tokens, joined: int, place: int) -> bool:
    """Whether a trigger ends before `place`, because something else known begins there."""
    if place >= len(tokens):
        return False
    if joined and (starts(tokens, place, clause=True) or _SIGNS.at(tokens, place) == (Sign.THEN, place + 1)):
        return True
    rhythm = cadence(tokens, place)
    if rhythm and _is_clear(tokens, rhythm) and (joined or tokens.word(place) not in _ADJECTIVES):
        return True
    if joined and _is_open(tokens, place):
        return True
    date = dated(tokens, place)
    if date and joined == IN_BRACKETS and tokens.word(date[1]) == ")":
        return True
    return bool(date and (_is_telling(date[0], joined) or _is_time_of_event(tokens, date) or _is_yearly(tokens, date)))


def _is_clear(tokens: Tokens, rhythm: tuple[Cadence, int]) -> bool:
    """True for a cadence that says its interval; "kvartalsmöte" may be a part of the event's name."""
    return rhythm[0].is_said and _closed(tokens, rhythm[1]) and "uncertain" not in rhythm[0].notes


def _is_open(tokens: Tokens, place: int) -> bool:
    said = state(tokens, place)
    return bool(said and said[0].kind is StateKind.OPEN and said[0].is_sure)


_OF_EVENT = frozenset(("av", "för", "of", "for", "till", "til"))
"""Words that make a date a part of what the event is about ("vid schemaläggning för våren")."""
_EXACT = frozenset((Kind.DAY, Kind.WEEK))


def _is_time_of_event(tokens: Tokens, date: tuple[Dated, int]) -> bool:
    """True for "2 februari", "i december", "under våren" at the end of a trigger: when the event comes next."""
    found, after = date
    is_last = after >= len(tokens) or tokens.word(after) in (".", ",", ";", ")")
    if not is_last or found.mode is not Mode.IN or found.opening in _OF_EVENT:
        return False
    if found.dates.kind in _EXACT:
        return found.weight is not Weight.ALONE
    return found.opening in ("i", "in", "under") and found.weight is not Weight.ALONE


def _is_yearly(tokens: Tokens, date: tuple[Dated, int]) -> bool:
    """True for "september varje år": a rhythm follows what would else be a part of the event's name."""
    rhythm = cadence(tokens, date[1])
    return bool(rhythm and _is_clear(tokens, rhythm) and tokens.word(date[1] - 1) not in (",", "och"))


def _is_telling(date: Dated, joined: int) -> bool:
    """True for a first time, a date with its year, or one after a comma: more than a part of the event's name."""
    if date.is_first or date.mode in (Mode.FROM, Mode.BY, Mode.FINISH):
        return date.weight > 0
    if joined and date.dates.shape is Shape.LIST and date.dates.periods[0].kind is Kind.MONTH:
        return True  # "vid introduktion, jan och aug"
    has_year = date.dates.is_placed and date.dates.kind.value != "year" and date.weight > 1
    return has_year or (bool(joined) and date.weight > 1)
