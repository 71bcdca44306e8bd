"""The words that headings of action plans are made of, in Swedish, English, Danish and Norwegian.

A tag says what a word points at; `headings` weighs the tags. Only words that a heading needs stand here:
a word too many lets prose pass for a heading.
"""

from __future__ import annotations

from enum import StrEnum


class Tag(StrEnum):
    """What one word of a heading points at."""

    WHO = "who"
    CHECK = "check"
    WHEN = "when"
    BEGIN = "begin"
    FIRST = "first"
    WHAT = "what"
    HOW = "how"
    NEED = "need"
    AREA = "area"
    GRADE = "grade"
    STATE = "state"
    DONE = "done"
    NOTE = "note"
    NUMBER = "number"
    UNIT = "unit"
    REVIEW = "review"
    DATED = "dated"
    GOAL = "goal"
    BACKGROUND = "background"
    OTHER = "other"


_WORDS: dict[Tag, str] = {
    Tag.WHO: """
        ansv ansvarig ansvariga ansvarige ansvar ansvarar ansvarsfördelning vem vems vilka ägare utförare
        genomförare huvudansvarig huvudansvariga åtgärdsägare handläggare kontaktperson uppdragsägare ansvarshavende
        tilldelad tilldelat tilldelade tildelt uppdragstagare
        led owner owners responsible responsibility accountable lead leads assigned assignee who whom
        ansvarlig ansvarlige ansvarleg ansvarlege hvem kven eier ejer tovholder utførende
    """,
    Tag.CHECK: """
        uppföljningsintervall uppföljningsfrekvens uppföljningstidpunkt uppföljningsmetod uppföljningsform
        uppf uppföljning uppföljningen uppföljningar uppföljd uppföljt följs följas följer följ uppföljs uppföljas
        avstämning avstämningar avstämningen avstäms stäms utvärdering utvärderingen utvärderas
        utvärdera uppföljningstillfälle kontroll kontrolleras
        followup followups follow followed review reviewed reviews reviewing monitoring monitored evaluation
        opfølgning opfølgningen oppfølging oppfølgingen evaluering evalueringen evalueres
        verified verifierad verifieras følges følger frekvens frequency intervall
        uppföljare bevakas avrapportering avrapporteras återrapportering
        återkoppling rapporteras fulgt opfølges oppfølges återrapport återrapporteras vurderes
        sjekk sjekkes sjekker tjek tjekkes tjekker koll kollas kollar check
        checks know measured mäts måles effektmätning effektmåling
    """,
    Tag.WHEN: """
        genomförs utförs gennemføres gjennomføres
        klart klar klardatum klartdatum senast datum tidpunkt tidpunkten när tid tider tidplan tidsplan
        tidsram måldatum deadline deadlines slutdatum slutförd slutförs slutfört slutförande färdig
        färdigt färdigställt färdigställd färdigdatum förfallodatum tidsgräns sluttid förfaller
        date dates due when target timeline timescale timeframe completion complete completed timing
        frist frister tidsfrist hvornår når tidspunkt tidsplan dato senest ferdig færdig innen inden måldato
        tidsramme sluttdato slutdato tidshorisont tidsperspektiv milstolpe milestone milestones milepæl
    """,
    Tag.BEGIN: """
        start startdatum starttid starttidpunkt påbörjas påbörjad startar begins starts startdato oppstart opstart
    """,
    Tag.FIRST: "första först nästa first next første næste neste",
    Tag.WHAT: """
        uppgiftsnamn opgavenavn oppgavenavn
        åtgärd åtgärder åtgärden åtgärderna aktivitet aktiviteter aktiviteten aktion aktioner insats
        insatser insatsen beslut beslutet åtgärdsförslag åtgärdsbeskrivning förbättringsåtgärd förbättringsåtgärder
        handling handlingar vad uppgift uppgifter vedtak vedtatt vedtaget
        ärende uppdrag beslutning decision decisions steps förbättringsförslag förbättring
        förbättringar forbedring forbedringer lösning
        lösningar løsning solution
        förändring förändringar change changes endring endringer ændring ændringer
        kva action actions measure measures activity activities task tasks what
        tiltag tiltaget tiltak tiltaket tiltakene hva hvad indsats indsatser innsats innsatser
        handlinger aktivitetene oppgave opgave aftale avtale
    """,
    Tag.HOW: "hur metod genomförandebeskrivning how hvordan beskrivning description beskrivelse",
    Tag.NEED: """
        förbättras forbedres improved sak saken saker sag sagen sager fråga frågan frågor topic subject matter
        kriterier forbedringspunkt forbedringspunkter förbättringspunkt förbättringspunkter
        concern concerns udfordring udfordringer utfordring utfordringer utmaning utmaningar challenge challenges
        krav kravet brist brister bristen bristerna kvalitetsindikator kvalitetsindikatorer indikator
        kvalitetskrav varför why hvorfor problem problemet avvikelse avvikelser förbättringsbehov utvecklingsbehov
        rekommendation rekommendationer kriterium kriterier iakttagelse iakttagelser svaghet synpunkt synpunkter
        påpekande påpekanden påpekandet kritik invändning invändningar påpegning påpegninger påpekning påpekninger
        observation observationer
        requirement requirements deficiency deficiencies shortcoming shortcomings shortfall shortfalls finding findings
        gap gaps issue issues standard criterion indicator recommendation recommendations observations improvement
        mangel mangler avvik avviket avvikene fund funn kvalitetskrav anbefaling anbefalinger indikator problemstilling
    """,
    Tag.AREA: """
        område områden området delområde kvalitetsområde kategori tema teman temaer granskningsområde
        förbättringsområde utvecklingsområde fokusområde insatsområde målområde kapitel rubrik avsnitt
        bucket bucketnamn bucketnavn samlingsnavn
        area areas domain category theme section omraade område emne indsatsområde innsatsområde
    """,
    Tag.GRADE: "gradering graderingen betyg grade grading karakter karakteren",
    Tag.STATE: """
        status tillstånd läge statusläge statusrapport lägesstatus lägesrapport statusuppdatering
        progress state rag fremdrift förlopp
        tilstand framdrift
    """,
    Tag.DONE: """
        klarmarkerad klarmarkerat genomförd genomfört genomförda utförd utfört utförda åtgärdad
        åtgärdat avslutad
        done gennemført gjennomført utført udført
    """,
    Tag.NOTE: """
        kommentar kommentarer anteckning anteckningar anmärkning anmärkningar resultat utfall övrigt notering
        noteringar comment comments note notes remark remarks outcome result results update updates uppdatering
        bemærkning bemærkninger merknad merknader
    """,
    Tag.NUMBER: "nr nummer löpnr löpnummer no num number id ref åtgärdsnr punkt pkt rad item items kod kode code",
    Tag.UNIT: """
        enhet enheten verksamhet klinik kliniken vårdenhet utbildningsenhet vårdgivare arbetsplats
        verksamhetsområde mottagning avdelning unit clinic department hospital sjukhus afdeling avdeling klinikk
        trust practice vårdcentral
        enhed board organisation organization
    """,
    Tag.REVIEW: """
        komiteen komitéen inspektörerna inspektorerne
        komiteens komitéens kommitténs nämndens inspektorens inspektorernas inspektorernes granskarens panelens
        granskarna granskarnas inspektörernas granskning granskningen granskad spur inspektion revision audit
        inspection inspektorer tilsyn besøg visit granskningsdatum inspektionsdatum besöksdatum
    """,
    Tag.DATED: """
        skapad skapat oprettet opprettet
        upprättad upprättat fastställd fastställt reviderad reviderat daterad version dokumentdatum
        uppdaterad uppdaterat created updated revised utarbetad sammanställd oppdatert opdateret udarbejdet revidert
        utarbeidet
    """,
    Tag.GOAL: """
        uppnå uppnås achieve achieved opnå oppnå
        mål delmål effektmål målbild målet målsättning syfte goal goals aim aims purpose objective objectives formål
        mål
    """,
    Tag.OTHER: """
        medverkande deltagare involverade berörda participants participating contributors deltakere deltagere
        prioritet prio prioritering risk riskbedömning kostnad resurser resurs budget
        effekt förväntad
        priority cost resources evidence bevis underlag bilaga
    """,
    Tag.BACKGROUND: """
        diskussion discussion drøftelse situation situationen nulägesbeskrivning
        bakgrund bakgrunden nuläge nuläget orsak orsaker rationale background baggrund bakgrunn årsag årsak
    """,
}

SUFFIXES: dict[str, Tag] = {
    "ansvarig": Tag.WHO,
    "ansvariga": Tag.WHO,
    "ansvarlig": Tag.WHO,
    "ansvarlige": Tag.WHO,
    "ansvarleg": Tag.WHO,
    "ansv": Tag.WHO,
    "ägare": Tag.WHO,
    "datum": Tag.WHEN,
    "dato": Tag.WHEN,
    "tidpunkt": Tag.WHEN,
    "tidspunkt": Tag.WHEN,
    "frist": Tag.WHEN,
    "nummer": Tag.NUMBER,
    "nr": Tag.NUMBER,
    "status": Tag.STATE,
    "område": Tag.AREA,
    "kommentar": Tag.NOTE,
    "plan": Tag.OTHER,
}
PREFIXES: dict[str, Tag] = {
    "uppföljning": Tag.CHECK,
    "avstämning": Tag.CHECK,
    "kontroll": Tag.CHECK,
    "utvärdering": Tag.CHECK,
    "opfølgning": Tag.CHECK,
    "oppfølging": Tag.CHECK,
    "åtgärd": Tag.WHAT,
    "aktivitet": Tag.WHAT,
    "tiltak": Tag.WHAT,
    "tiltag": Tag.WHAT,
    "krav": Tag.NEED,
    "brist": Tag.NEED,
    "genomförande": Tag.DONE,
    "slut": Tag.WHEN,
    "start": Tag.BEGIN,
    "insats": Tag.WHAT,
    "indsats": Tag.WHAT,
    "innsats": Tag.WHAT,
    "handling": Tag.WHAT,
    "gennemførelse": Tag.DONE,
    "gjennomføring": Tag.DONE,
}

CHECKING: tuple[str, ...] = ("uppfölj", "opfølg", "oppfølg", "utvärdering", "avstäm")
"""How words begin that tell of following up, whatever they end in."""

BEFORE: tuple[str, ...] = (
    "del",
    "kvalitets",
    "förbättrings",
    "utvecklings",
    "utbildnings",
    "utviklings",
    "udviklings",
    "gransknings",
    "verksamhets",
    "forbedrings",
    "kvalitets",
    "utdannings",
    "uddannelses",
    "effekt",
)
"""What a heading's word may be compounded with without meaning anything else."""

TAGS: dict[str, Tag] = {word: tag for tag, listed in _WORDS.items() for word in listed.split()}
