"""The words of headings that point at nothing by themselves, those that are weak alone, and the titles of plans.

`heading_words` has the words that tell what a heading is about.
"""

from __future__ import annotations

from followup.intake.wordlists import words

_SWEDISH = """
    då avser berör planerat behöver behövs oppdatering ifyllt anges här
    för av till i på vid om och eller samt med som den det de ett en att ska skall bör vara är var har blir blev
    klinikens enhetens verksamhetens avdelningens vår våra vårt vi så vill kan sker enligt från sin sina
    detta denna dessa identifierad identifierat identifierade förslag beskriv fixar bedömning bedömningen utlåtande upp
    görs göra göras gör gjort planerad planerade föreslagen föreslagna beslutad beslutade
    genomföras genomförande genomförandet genomförandets förväntat förväntad förväntas berörd berörda ev eventuell
    person personer personal namn roll roller befattning funktion funktioner chef titel part parter
    beräknas beräknat beräknad uppfylla uppfylls uppfyllt uppfylld månad år kvartal vecka första
    konkret konkreta fortsatta fortsatt specifik specifika kort nödvändig nödvändiga vidtagen vidtagna vidtas vidta
    påtalad påtalade noterad noterade konstaterad konstaterade aktuell aktuella huvudsaklig huvudsakliga enskild
    närmast närmaste gällande utsedd utsedda
"""
_ENGLISH = """
    we our it do development the a an of for to by be is are will and or on in with up this that has was not
    needs update updates met fulfilled needed success assessment agreed planned recommended proposed required
    corrective preventive remedial taken take identified specific further immediate key main current addressed raised
    named health intended expected desired suggested improving person persons people name role title job
"""
_DANISH_AND_NORWEGIAN = """
    af op må skal skulle er være blive bli og eller til for med ved fra på opp planlagt planlagte ansvar
    gøres gjøres gjøre gøre gjennomføring gennemførelse vurdering navn rolle foreslått foreslået skje ske
    opfyldt opfyldes oppfylt oppfylles
    konkrete nødvendig nødvendige identificeret identificerede identifisert identifiserte besluttet vedtatte
"""
JOINING: frozenset[str] = words(_SWEDISH + _ENGLISH + _DANISH_AND_NORWEGIAN)
"""Words that a heading may have beside those that tell."""

WEAK: frozenset[str] = words(
    """
    gradering graderingen betyg grade grading karakter karakteren
    genomförs utförs gennemføres gjennomføres
    beslut beslutet syfte goal goals aim aims purpose formål målet klart klar när vad vem hur datum tid
    start mål område områden krav problem brist brister insats insatser handling handlingar kontroll
    beskrivning person lead leads who what when how action actions area review note notes resultat
    kommentar version punkt nr no id ref enhet verksamhet klinik granskning revision uppföljd följs
    genomförd genomfört utförd utfört åtgärdad åtgärdat avslutad done senast tema kapitel section
    förbättring förbättringar forbedring forbedringer kod kode code item items ärende uppdrag rubrik avsnitt steps
    observation improvement rag lösning lösningar løsning
    solution granskarna synpunkt synpunkter
    sak saken saker sag sagen sager fråga frågan frågor topic subject matter
    varför why hvorfor delmål standard issue issues gap gaps fund funn mangel avvik hvem hva hvad når hvornår hvordan
    status läge
    planerad första nästa övrigt resurser kostnad risk spur sjukhus avdelning mottagning hospital clinic department
    afdeling avdeling klinikk enhed board organisation organization task tasks
    complete completed uppgift uppgifter påbörjad påbörjas ansvar due date dates target dato frist
    kva kven aftale avtale aktivitet activity decision decisions uppdaterad koll sjekk tjek återkoppling
    förändring förändringar change changes endring endringer ændring ændringer check checks
    """
)
"""Words that stand alone on a line of a text for many reasons: a heading only with a colon or question mark."""

TITLES: tuple[str, ...] = (
    "handlingsplan",
    "åtgärdsplan",
    "aktivitetsplan",
    "förbättringsplan",
    "action plan",
    "improvement plan",
    "handleplan",
    "handlingsplanen",
    "tiltaksplan",
    "tiltaksliste",
    "handlingsliste",
    "åtgärdsförteckning",
    "tiltagsplan",
    "åtgärdslista",
    "aktionslista",
    "aktivitetslista",
    "action list",
)
