"""The words that roles are made of, and the marks around owners, in Swedish, English, Danish and Norwegian."""

from __future__ import annotations

from followup.intake.wordlists import words

ROLE_ENDINGS: tuple[str, ...] = (
    "sjef",
    "sjefen",
    "mästare",
    "mästaren",
    "chef",
    "chefen",
    "chefer",
    "cheferna",
    "rektor",
    "rektorn",
    "rektorer",
    "rektorerna",
    "handledare",
    "handledaren",
    "handledarna",
    "läkare",
    "läkaren",
    "läkarna",
    "ansvarig",
    "ansvariga",
    "ansvarige",
    "samordnare",
    "samordnaren",
    "samordnarna",
    "ledare",
    "ledaren",
    "ledarna",
    "ledning",
    "ledningen",
    "sekreterare",
    "sekreteraren",
    "sköterska",
    "sköterskor",
    "sköterskan",
    "direktör",
    "direktören",
    "koordinator",
    "koordinatorn",
    "koordinatorer",
    "administratör",
    "administratören",
    "adjunkt",
    "adjunkten",
    "lektor",
    "professor",
    "gruppen",
    "grupp",
    "råd",
    "rådet",
    "nämnd",
    "nämnden",
    "team",
    "teamet",
    "personal",
    "personalen",
    "kansli",
    "kansliet",
    "enhet",
    "enheten",
    "kollegium",
    "kollegiet",
    "kollegor",
    "ombud",
    "representant",
    "representanter",
    "utvecklare",
    "strateg",
    "controller",
    "givare",
    "givaren",
    "assistent",
    "mentor",
    "schemaläggare",
    "schemaläggaren",
    "medarbetare",
    "kurator",
    "terapeut",
    "psykolog",
    "specialist",
    "specialister",
    "konsult",
    "docent",
    "planerare",
    "inspektör",
    "granskare",
    "ägare",
    "överläkare",
    "underläkare",
    "leiar",
    "leiaren",
    "ansvarleg",
    "leder",
    "ledere",
    "lederen",
    "lege",
    "legen",
    "leger",
    "læge",
    "lægen",
    "læger",
    "veileder",
    "veiledere",
    "vejleder",
    "vejledere",
    "ansvarlig",
    "ansvarlige",
    "sygeplejerske",
    "sykepleier",
    "koordinatoren",
    "sekretær",
    "direktøren",
    "direktør",
    "udvalg",
    "utvalg",
    "utvalget",
    "doktor",
    "student",
    "studenter",
    "utskott",
    "utskottet",
    "kommitté",
    "styrelse",
    "styrelsen",
    "avdelning",
    "klinik",
    "kliniken",
    "representanten",
    "ombudet",
    "arna",
    "erna",
    "eraren",
    "lægger",
    "planlægger",
    "legger",
    "repræsentant",
    "repræsentanten",
    "tillidsmand",
    "huset",
    "centrum",
    "ansv",
    "erne",
    "vagt",
    "vakt",
    "jouren",
    "analytiker",
    "analytikern",
    "ledelse",
    "ledelsen",
    "intendent",
    "intendenten",
    "sekr",
    "ingenjör",
    "ingenjören",
    "bibliotekarie",
    "bibliotekarien",
    "ekonom",
    "ekonomen",
    "jurist",
    "kommunikatör",
    "kommunikatören",
    "instruktör",
    "instruktörer",
    "instruktören",
    "lärare",
    "läraren",
    "utbildare",
    "forskare",
    "pedagog",
    "pedagogen",
    "tekniker",
    "teknikern",
    "logoped",
    "dietist",
    "barnmorska",
    "barnmorskan",
    "barnmorskor",
    "farmaceut",
    "apotekare",
    "fysiker",
    "statistiker",
    "gymnast",
    "vikarie",
    "suppleant",
    "kontaktperson",
    "sammankallande",
    "vägledare",
    "koordinatorerna",
    "ansvarande",
    "tillitsvalgt",
    "tillitsvalgte",
    "rådgiver",
    "rådgivare",
    "jordemoder",
    "jordmor",
    "tandläkare",
)

ROLE_WORDS: frozenset[str] = words(
    """
    vi samtliga alla alle yngre äldre ældre eldre ledande ledende klinisk kliniska vetenskapliga administrativ region
    regionen
    förvaltning respektive varje berörd berörda övriga any all each every samlede hr it vc sr ec mla öl
    bvc överl lokal lokala övergripande central director head manager lead supervisor supervisors
    consultant consultants coordinator physician physicians resident residents trainee trainees chair
    chairman chairperson secretary administrator nurse nurses tutor tutors educational clinical medical
    programme program training officer board committee faculty doctor doctors department team staff
    owner president dean mentorer st-läkare at-läkare bt-läkare leg. koordinatorer programdirektör
    handledarna jourhavande bakjour receptionen hela
    medicinteknik mta fastighet lokalservice ekonomi estates facilities finance pharmacy procurement workforce inköp
    vetenskaplig uddannelsesansvarlig uddannelsesansvarlige overlæge overlege lederen
    """
)

ACRONYMS: frozenset[str] = words("ST AT BT UAL UAO UKYL LIS PUF SSK USK VEC VUC MLL MAL CHL LUS ÖL BÖL TR FTR")
"""Roles that are written with capitals only."""

PROFESSIONS: tuple[str, ...] = (
    "läkare",
    "läkaren",
    "docent",
    "professor",
    "överl",
    "med dr",
    "sköterska",
    "specialist",
)
"""Titles beside which the same person's function may stand ("Anna Ek, överläkare, studierektor")."""

BEFORE_ROLES: frozenset[str] = words(
    """
    t.f. tf t.f tf. bitr. bitr biträdande ställföreträdande stf stf. vik. vik vikarierande tillförordnad
    vice 1:e förste andre ass. assisterande adj. adjungerad medicinskt medicinsk huvudansvarig ansvarig
    ny nya nytillträdd lokal lokala acting deputy assistant interim associate senior chief konst.
    regionens sjukhusets klinikens enhetens avdelningens verksamhetens
    konstituerad fungerande avgående tidligere
    """
)

HOLDING: tuple[str, ...] = (
    "för närvarande",
    "f.n.",
    "f. n.",
    "fn.",
    "f n",
    "nuvarande",
    "just nu",
    "i dagsläget",
    "för tillfället",
    "f.t.",
    "innehas av",
    "currently",
    "at present",
    "presently",
    "for tiden",
    "for øjeblikket",
    "p.t.",
    "pt.",
    "p t",
    "nåværende",
    "nuværende",
)

THINGS: tuple[str, ...] = (
    "möte", "mötet", "möten", "träff", "träffen", "träffar", "samtal", "samtalet", "enkät", "enkäten", "genomgång",
    "mätning", "uppföljning", "rapport", "stickprov", "revision", "audit", "survey", "meeting", "meetings", "review",
    "møde", "møte", "konferens", "dialog", "avstämning", "utvärdering", "granskning", "schema", "loggbok", "protokoll",
)  # fmt: skip
"""Endings of words for what happens or what is written: no name, though they may stand where a name would."""

TITLES: frozenset[str] = words("dr dr. dr.med. med.dr. med. prof. prof mr mrs ms miss herr fru")

PARTICLES: frozenset[str] = words("von af de van der den la le du al el da di dos bin ibn ten ter zu")

NOBODY: frozenset[str] = words(
    """
    - – — ? ?? ... … tbd tba ej.utsedd ej.beslutat ej.klart n/a na saknas vakant ingen utses meddelas
    se.ovan okänd inte.klart ej.bestämt ej.aktuellt none unknown ingen.utsedd
    """
)

ARTICLES: frozenset[str] = words("de den det våra vår the our")
"""Words that may stand first in a role ("De yngre läkarna")."""

ENGLISH_ROLES: frozenset[str] = words(
    "coordinator coordinators director head manager lead leads supervisor officer secretary administrator nurse tutor"
    " consultant physician resident trainee chair team board committee sister sisters staff"
)
"""Roles that stand after a noun of their own ("Rota coordinator"): the word before them is no first name."""

ADJECTIVE_ENDINGS: tuple[str, ...] = tuple(
    sorted(words("sk ska skt erad erade al ala iga lig ande ende ell ella iv iva"))
)
"""Endings of adjectives that stand before roles ("Medicinsk rådgivare")."""
