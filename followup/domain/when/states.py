"""Words in a date field that are no date: open ("snarast"), none ("TBD"), a status ("Klart", "✅"), a reference.

Nothing here ever gets a day. A word that is common in running text counts only when it stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.pending import past_pending
from followup.domain.when.references import reference
from followup.domain.when.tokens import Tokens

__all__ = ["State", "StateKind", "state"]


class StateKind(StrEnum):
    """What a word without a date says."""

    OPEN = "open"
    NONE = "none"
    STATUS = "status"
    LATE = "late"
    MOVED = "moved"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class State:
    """A state and its code: "asap", "done", "reference:4"; `is_sure` also among other words."""

    kind: StateKind
    code: str
    is_sure: bool


def _negated(words: str) -> str:
    """Every word after every way to say not: "ej beslutat", "ännu inte beslutat"."""
    return "|".join(f"{no} {word}" for no in _NOT for word in words.split("|"))


_NOT = ("ej", "inte", "ännu ej", "ännu inte", "icke", "not", "not yet", "ikke", "ikke ennå", "endnu ikke", "är ej")
_DECIDED = (
    "beslutat|beslutad|beslutade|bestämt|bestämd|bestämda|fastställt|fastställd|angivet|angiven|angett|satt|tidsatt"
    "|datumsatt|daterat|specificerat|klarlagt|avtalat|diskuterat|relevant|tillämpligt|set|decided|specified|besluttet"
    "|fastsat|fastsatt|avklart|bestemt|schemalagt|preciserat|utsatt|given|planlagt|known|känt|tidsbestämt|ifyllt"
)
_BEGUN = (
    "påbörjad|påbörjat|påbörjade|startad|startat|klart|klar|klara|genomfört|genomförd|genomförda|utfört|utförd"
    "|åtgärdat|åtgärdad|slutfört|slutförd|avslutad|avslutat|inlett|inledd|uppfyllt|uppfylld|implementerat|infört"
    "|started|done|completed|begun|påbegyndt|påbegynt|startet|begyndt|igång|igångsatt|färdigt|färdig|åtgärdade|start"
)


def _bent(stems: str) -> str:
    """Every form in which a verb says that something is done: "genomförd", "genomfördes", "har genomförts"."""
    forms = [f"{stem}{ending}" for stem in stems.split("|") for ending in ("d", "t", "da", "de", "des")]
    told = [f"har {stem}{ending}" for stem in stems.split("|") for ending in ("ts", "t")]
    return "|".join((*forms, *told, *(f"är {form}" for form in forms)))


_ALREADY = frozenset(("redan", "already", "allerede", "numera"))
_LATER = frozenset(("ännu", "än", "yet", "endnu", "ennå"))

_ALL_YEAR: Lexicon[bool] = Lexicon(
    {True: "under året|under hela året|hela året|året om|året runt|throughout the year|all year|gjennom året|hele året"}
)
"""After "löpande": no year is meant."""
_FURTHER: Lexicon[bool] = Lexicon({True: "tills vidare|tillsvidare|until further notice|indtil videre|inntil videre"})
_HOW_LONG = {"ongoing": _ALL_YEAR, "paused": _FURTHER}

_OPEN: Lexicon[str] = Lexicon(
    {
        "asap": "snarast|snarast möjligt|snarast möjliga|så snart som möjligt|så snart det går"
        "|så snart det är möjligt|så snart det är praktiskt möjligt|så snart praktiskt möjligt"
        "|så fort som möjligt|så fort det går|så fort det är möjligt|omgående|omg.|omg|omedelbart|omedelbar|skyndsamt"
        "|with immediate effect|effective immediately|immediate"
        "|utan dröjsmål|asap|a.s.a.p.|as soon as possible|immediately|urgent|urgently|at once|snarest"
        "|snarest muligt|snarest mulig|hurtigst muligt|straks|umiddelbart|øyeblikkelig|så snart som mulig"
        "|så snart som muligt|inom kort|inom en snar framtid|i närtid|inom närtid|med omedelbar verkan"
        "|så snart möjligt|så fort möjligt|så tidigt som möjligt|så raskt som mulig|med det samme|right away"
        "|inom den närmaste tiden|inom närmaste tiden|hurtigst mulig|snarast (senast)|i den närmaste framtiden",
        "ongoing": "kontinuerligt|kontinuerlig|kontinuerlig uppföljning|löpande|fortlöpande|tills vidare|tillsvidare"
        "|tills annat beslutas|tills nytt beslut"
        "|ongoing|on-going|continuous|continuously|until further notice|løbende|løpende|fortløpende|inntil videre"
        "|indtil videre|pågår löpande|pågår kontinuerligt|pågående löpande|löpande under året|löpande hela året"
        "|sker löpande|sker kontinuerligt|hela tiden|ständigt|hela året|året om|året runt|kontinuerlige"
        "|continually|on an ongoing basis|löpande arbete|ständigt pågående|pågår fortlöpande|permanent|gäller nu"
        "|gäller redan|gäller tills vidare|in place|now in place",
        "some-day": "på sikt|på längre sikt|på lång sikt|långsiktigt|långsiktig|i framtiden|på medellång sikt"
        "|så småningom|i förlängningen|in the future|long term|long-term|in the long run|in the long term|eventually"
        "|på sigt|på længere sigt|på lang sigt|på lengre sikt|på kort sikt|kortsiktigt|någon gång|vid tillfälle"
        "|när tid finns|när tillfälle ges|i mån av tid|längre fram|sikt|framgent|framöver|some day|someday"
        "|när det finns tid|när möjlighet finns|i mån av resurser|some time|i en framtid|long run|i fremtiden",
    }
)
_OPEN_ALONE: Lexicon[str] = Lexicon(
    {
        "asap": "akut|nu|direkt|genast|now|snart|soon|prioriteras|prioriterat|prioriterad"
        "|hög prioritet|högsta prioritet|prio 1|akut behov|först och främst",
        "ongoing": "sker redan|görs redan|tillämpas redan|fungerar redan|sker idag|görs idag"
        "|successivt|stegvis|etappvis|gradvis|fortsatt|alltid|always|fortsätter|vardagligen|rutinmässigt"
        "|stående",
        "some-day": "senare|later|framtida|efterhand|med tiden|vision",
    }
)
_NONE_ALONE: Lexicon[str] = Lexicon(
    {
        "no-date": "-|–|?|/|n.a.|n.a|tbd|t.b.d.|tba|tbc|n/a|na|e/t|datum saknas|saknas|saknar datum"
        "|beslut saknas|inget beslut|inte beslutat|not yet agreed|not agreed yet|not yet decided"
        "|ska bestämmas|ska beslutas|ska diskuteras|ska utredas|diskuteras"
        "|återkommer|återkommer med datum|vet ej|vet inte|okänt|oklart|oklar"
        "|går ej att ange|går inte att ange|kan ej anges|kan inte anges|kan ej bestämmas|oklart när|okänt när"
        "|osäkert när|inget|ingen|inga|no fixed date|no date set|no date yet|date not set|date tbd"
        "|to be decided|to be determined"
        "|to be confirmed|to be announced|to be agreed|to be set|ingen åtgärd"
        "|ingen åtgärd behövs|ingen åtgärd krävs|no action needed|no action required"
        "|ingen planerad åtgärd|none|not yet decided|unknown|undecided|no date|unclear|mangler"
        "|dato mangler|ej planerat|ej planerad|osäkert|ska beslutas|att bestämma|att beslutas|att diskutera"
        "|datum ej satt|datum ej bestämt|datum ej beslutat|datum ej fastställt|inget datum satt"
        "|inget datum bestämt|tid ej bestämd|vet vi inte|vi vet inte|vet vi ej|not applicable|mangler dato|ukendt"
        "|ukjent|åååå-mm-dd|yyyy-mm-dd|åå-mm-dd|datum|datum?|när?|ingen uppgift|uppgift saknas|ej klart när"
        "|framgår ej|framgår inte|bestäms|beslutas|ej aktuellt ännu|inte klart|inväntar datum|fylls i senare"
        "|uavklart|uafklaret|null|nil|tomt"
        "|blank|xx|xxx|x.x|...|…"
        "|" + _negated(_DECIDED),
    }
)
_STATUS: Lexicon[str] = Lexicon(
    {
        "done": _bent(
            "slutför|genomför|utför|inför|fullför|avsluta|åtgärda|uppfyll|implementera|klarmarkera|lansera"
            "|färdigställ|verkställ|fastställ"
        )
        + "|✅|✔|✓|☑|🗸|[x]|✔️|hölls|har hållits|antogs|redan klart|klart sedan tidigare|redan klar"
        "|klart sedan|klar sedan|genomfört sedan|genomförd sedan|infört sedan|done since|completed since"
        "|klar sedan tidigare|finns redan|completed|finished|fullført|utført|udført|gennemført"
        "|gjennomført|afsluttet"
        "|avsluttet|slutfört och klart|åtgärdat och klart|är klart|är klar|helt klart|👍|is done|done",
        "in_progress": "pågår|startade|började|påbörjades|inleddes"
        "|påbörjad|påbörjat|påbörjade|startat|startad|delvis klart|delvis klar|delvis genomfört"
        "|delvis genomförd|under arbete|under genomförande|är igång|under framtagande|under utredning"
        "|in progress|started|underway|under way|igangsat|iværksat|igangværende|i gang|påbegyndt|påbegynt|arbete pågår"
        "|under arbeid|under arbejde"
        "|⏳|🔄|igångsatt|under uppstart|har påbörjats|är påbörjat|är påbörjad|pågående|delvis åtgärdat|delvis uppfyllt"
        "|delvis utfört|nästan klart|partly done|partially done|work in progress|wip|under införande|delvist|delvis",
        "planned": "under planering|i planering|being planned|under planlegging|under planlægning"
        "|not yet started|to do|todo|☐|⬜|[]|[ ]|planerad|planerat|planned|planlagt|planlagd"
        "|ikke påbegyndt endnu|planeras"
        "|" + _negated(_BEGUN),
        "paused": "avvaktar|inväntar|vilande|pausad|pausat|på paus|lagd på is|bordlagd|bordlagt|on hold|paused|waiting"
        "|afventer|avventer|⏸|avvakta|avvaktas|pausas|vilar|i väntan på besked|i väntan på beslut|parkerad|parkerat"
        "|väntar|stoppad|stoppat|stopped|halted"
        "|väntar på|sat på pause|på vent|på hold",
        "dropped": "ställs in|ställdes in"
        "|utgår|utgått|struken|struket|ej aktuell|ej aktuellt|inte aktuellt|inte aktuell|inställd|inställt"
        "|avförd|avfört|avskriven|avskrivet|nedlagd|nedlagt|makulerad|läggs ner|läggs ned|cancelled|canceled|dropped"
        "|withdrawn|no longer relevant|udgår|bortfaller|aflyst|avlyst|ej längre aktuellt|ej längre aktuell"
        "|inte längre aktuellt|❌|✗|✘|genomförs ej|genomförs inte|slopas|slopad|slopat|strykes|stryks|avbruten|avbrutet"
        "|utgått ur planen|har utgått|avslås|not relevant|abandoned|återkallad|återtagen|borttagen|borttaget",
    }
)
_STATUS_ALONE: Lexicon[str] = Lexicon(
    {
        "done": "klart|klar|klara|färdig|färdigt|complete|closed|implemented|færdig|ferdig|verkställd"
        "|på plats|ok|lukket|stängd|stängt|fullgjort|fullgjord|klart!|gjort|gjord|klar.|fixat|löst|löst!|avklarat"
        "|avklarad",
        "in_progress": "på gång|aktiv|aktivt|active|on track|i fas|igång|ongoing work|jobbas med|arbetas med",
        "planned": "öppen|open|kvarstår|återstår|ny|inplanerad|inplanerat|bokad|bokat|schemalagd|kommande",
        "paused": "paus|pause|uppskjuten|uppskjutet|deferred|postponed|framskjuten|framskjutet|utsatt|udsat|uppskjuts",
    }
)
_LATE: Lexicon[str] = Lexicon(
    {
        "status:late": "försenad|försenat|försenade|delayed|overdue|forsinket|är försenad|är försenat|late status|sen!"
        "|ej i tid|har försenats|behind schedule|blivit försenad|blivit försenat|🔴",
    }
)
_MOVED: Lexicon[str] = Lexicon(
    {
        "moved": "flyttat till|flyttad till|flyttas till|framflyttat till|framflyttad till|framskjutet till"
        "|framskjuten till|uppskjutet till|uppskjuten till|skjuts upp till|skjuts fram till|senarelagt till"
        "|senarelagd till|tidigarelagt till|tidigarelagd till|ändrat till|ändrad till|förlängt till|förlängd till"
        "|försenat till|försenad till|ny tid|nytt datum|nytt måldatum|moved to|postponed to|rescheduled to|flyttet til"
        "|udsat til|utsatt til|delayed to|framflyttas till|senareläggs till|nu|flyttat|flyttad|flyttas|framflyttat"
        "|framflyttad|ändras till|ny deadline|ny sluttid|nytt slutdatum|förskjutet till|förskjuten till|ny planering"
        "|omplanerat till|omplanerad till|reviderat till|omplaneras till|förlängs till|senarelagt|senarelagd"
        "|changed to|deferred to|deferred until|postponed until|pushed back to|put back to",
    }
)
_ALONE = ((_OPEN_ALONE, StateKind.OPEN), (_NONE_ALONE, StateKind.NONE), (_STATUS_ALONE, StateKind.STATUS))
_SURE = ((_LATE, StateKind.LATE), (_OPEN, StateKind.OPEN), (_STATUS, StateKind.STATUS))


def state(tokens: Tokens, index: int) -> Found[State]:
    """The longest state at `index`; "flyttat till" only before something that can be a date."""
    found = _share_done(tokens, index) or _to_elsewhere(tokens, index) or _to_be_told(tokens, index)
    if tokens.word(index) == "ny" and tokens.is_word(index + 1):
        return None  # "ny mätning"
    if tokens.word(index) in _ALREADY and tokens.is_word(index + 1):
        return state(tokens, index + 1)
    for lexicons, is_sure in ((_SURE, True), (_ALONE, False)):
        for lexicon, kind in lexicons:
            said = lexicon.at(tokens, index)
            if said and (found is None or said[1] > found[1]):
                after = said[1] + 1 if tokens.word(said[1]) in _LATER else said[1]
                all_year = _HOW_LONG[said[0]].at(tokens, after) if said[0] in _HOW_LONG else None
                after = all_year[1] if all_year else after
                found = State(kind, said[0], is_sure), after
    moved = _MOVED.at(tokens, index)
    if moved and tokens.word(moved[1]) and (found is None or moved[1] > found[1]):
        return State(StateKind.MOVED, moved[0], is_sure=False), moved[1]
    return found


_DONE_WORDS = frozenset(("klart", "klar", "klara", "genomfört", "genomförd", "färdigt", "done", "complete", "ferdig"))


def _share_done(tokens: Tokens, index: int) -> Found[State]:
    """Reads "100 % klart", "50% genomfört": done where all of it is, else in progress."""
    share = tokens.digits(index, 1, 3)
    if share is None or tokens.word(index + 1) != "%" or tokens.word(index + 2) not in _DONE_WORDS:
        return None
    code = "done" if share == _ALL else "in_progress" if share else "planned"
    return State(StateKind.STATUS, code, is_sure=True), index + 3


_ALL = 100


def _to_be_told(tokens: Tokens, index: int) -> Found[State]:
    """Reads "tid bokas senare", "inget slutdatum": there is no date yet."""
    end = past_pending(tokens, index)
    return (State(StateKind.NONE, "no-date", is_sure=False), end) if end is not None else None


def _to_elsewhere(tokens: Tokens, index: int) -> Found[State]:
    """Reads "se punkt 4", "se ovan"."""
    found = reference(tokens, index)
    return (State(StateKind.REFERENCE, f"reference:{found[0]}", is_sure=False), found[1]) if found else None
