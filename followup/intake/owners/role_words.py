"""The words that roles are made of, in Swedish, English, Danish and Norwegian.

An ending stands for every word that ends so: "verksamhetschef" and "sektionschef" are chiefs.
"""

from __future__ import annotations

from followup.intake.wordlists import words

_SWEDISH = """
    chef chefen chefer cheferna rektor rektorn rektorer rektorerna ledare ledaren ledarna ledning ledningen
    mästare mästaren direktör direktören koordinator koordinatorn koordinatorer koordinatorerna
    samordnare samordnaren samordnarna ansvarig ansvariga ansvarige ansvarande ansv ägare ombud ombudet
    representant representanten representanter handledare handledaren handledarna mentor lärare läraren utbildare
    instruktör instruktörer instruktören vägledare
    läkare läkaren läkarna överläkare underläkare tandläkare specialist specialister doktor docent professor lektor
    adjunkt adjunkten student studenter forskare pedagog pedagogen
    sköterska sköterskor sköterskan sköterskorna morskorna
    barnmorska barnmorskan barnmorskor kurator terapeut psykolog logoped dietist gymnast
    farmaceut apotekare fysiker statistiker tekniker teknikern ingenjör ingenjören analytiker analytikern
    sekreterare sekreteraren sekr administratör administratören assistent controller controllern ekonom ekonomen jurist
    kommunikatör kommunikatören bibliotekarie bibliotekarien intendent intendenten konsult rådgivare strateg utvecklare
    arkitekt
    planerare schemaläggare schemaläggaren eraren inspektör granskare medarbetare kollegor personal personalen
    vikarie ersättare
    suppleant kontaktperson sammankallande givare givaren arna erna ordförande ledamot ledamöter kassör revisor
    grupp gruppen råd rådet nämnd nämnden team teamet kansli kansliet linjen enhet enheten kollegium kollegiet utskott
    utskottet avdelningen bemanningen förvaltningen apoteket kontoret sekretariatet biblioteket laboratoriet
    kommitté styrelse styrelsen avdelning klinik kliniken huset centrum jouren jour
"""
_DANISH_AND_NORWEGIAN = """
    sjef sjefen leiar leiaren leder ledere lederen ledelse ledelsen direktør direktøren koordinatoren sekretær
    ansvarleg ansvarlig ansvarlige lege legen leger læge lægen læger veileder veiledere vejleder vejledere
    legene lægerne lederne veilederne vejlederne
    sygeplejerske sykepleier jordemoder jordmor rådgiver lægger planlægger legger repræsentant repræsentanten
    tillidsmand tillitsvalgt tillitsvalgte udvalg utvalg utvalget vagt vakt erne udvalget vikar vikaren
"""
ROLE_ENDINGS: tuple[str, ...] = tuple(sorted(words(_SWEDISH + _DANISH_AND_NORWEGIAN)))

_SWEDISH_ALONE = """
    handl ordf
    vi jag undertecknad undertecknade
    samtliga alla hela varje respektive berörd berörda övriga yngre äldre ledande lokal lokala övergripande central
    klinisk kliniska vetenskaplig vetenskapliga administrativ leg. jourhavande bakjour receptionen
    st-läkare at-läkare bt-läkare handledarna mentorer koordinatorer programdirektör sr vc ec mla öl överl bvc hr it
    region regionen förvaltning fastighet lokalservice ekonomi inköp medicinteknik mta mt sammank ssk usk bma facket
    smittskydd vårdhygien företagshälsovård företagshälsan företagshälsovården patientsäkerhet
"""
_ENGLISH_ALONE = """
    everyone everybody anyone
    any all each every director head manager lead supervisor supervisors consultant consultants coordinator physician
    physicians resident residents trainee trainees chair chairman chairperson secretary administrator nurse nurses tutor
    tutors doctor doctors officer owner president dean educational clinical medical programme program training
    fellow fellows registrar registrars matron midwife librarian educator champion facilitator pharmacist educators
    services support admin guardian reps rep board committee group panel faculty
    department team staff estates facilities finance pharmacy procurement workforce education undergraduate postgraduate
"""
_DANISH_AND_NORWEGIAN_ALONE = """
    jeg undertegnede
    alle samlede ældre eldre ledende uddannelsesansvarlig uddannelsesansvarlige overlæge overlege lederen
"""
ROLE_WORDS: frozenset[str] = words(_SWEDISH_ALONE + _ENGLISH_ALONE + _DANISH_AND_NORWEGIAN_ALONE)
"""Whole words of roles, that no ending tells."""

ACRONYMS: frozenset[str] = words(
    "ST AT BT UAL UAO UKYL LIS PUF SSK USK VEC VUC MLL MAL PAL CHL LUS ÖL BÖL TR FTR TPD DME ANP"
)
"""Roles that are written with capitals only."""

WARDS: frozenset[str] = words("IVA BIVA NIVA TIVA CIVA PIVA KAVA MAVA AVA IMA HIA BB BUP BUM KBU PAL ICU ITU A&E ED")
"""Where somebody works, in capitals beside a role ("Enhetschef IVA"): nobody's initials."""

RANKS: tuple[str, ...] = (
    "överläkare", "specialistläkare", "docent", "professor", "överl", "med dr", "lektor", "sköterska", "barnmorska",
    "psykolog", "overlege", "overlæge", "afdelingslæge", "speciallæge", "avdelingslege", "avdelingsläkare",
    "lecturer", "reader",
)  # fmt: skip
"""Titles that somebody has beside what he or she is in charge of ("Överläkare och schemaansvarig Per Ask")."""

BODIES: tuple[str, ...] = (
    "grupp", "gruppen", "team", "teamet", "råd", "rådet", "kommitté", "kommittén", "utskott", "utskottet", "nämnd",
    "nämnden", "styrelsen", "kollegiet", "forum", "group", "committee", "board", "panel", "council",
    "udvalget", "utvalget", "utskottet", "ledningen", "ledelsen",
)  # fmt: skip
"""Endings of those that are several people together."""

UNITS: tuple[str, ...] = (
    "centrum", "centret", "förvaltningen", "lasarettet", "sjukhuset", "sektion", "sektionen", "klinik", "kliniken",
    "klinikken", "avdelningen", "mottagning", "mottagningen", "afdelingen", "avdelingen", "institutionen", "byrån",
    "staben", "facket", "förbundet", "programmet", "vård", "vården", "centralen", "akuten", "klinikerna",
    "logi", "login", "logen", "iatri", "iatrin", "rurgi", "rurgin", "rurgen", "medicin", "medicinen", "ortopedi",
    "ortopedin", "ortopeden", "narkosen", "anestesi", "röntgen", "sengepost", "poliklinikk",
    "funktionen", "skolan", "föreningen", "facken", "organisationen", "universitetet", "kommunen", "fakulteten",
    "nätverket", "foreningen",
    "kansli", "kansliet", "sekretariatet", "biblioteket", "apoteket", "laboratoriet", "labbet", "kontoret",
    "surgery", "hospital", "centre", "center", "clinic", "ward", "unit", "infirmary",
)  # fmt: skip
"""Endings of where people work, and of the specialities that stand for it ("Ögonmottagningen", "Urologen")."""

CHAIRS: frozenset[str] = words(
    "ordf ordf. ordförande ordföranden sammankallande chair chairman chairperson formand leder lead"
)
"""Who stands for a body that is named before ("ST-rådet, ordf. Mina Said")."""

ENGLISH_ENDINGS: tuple[str, ...] = (
    "ologist", "iatrist", "surgeon", "practitioner", "trainer", "teacher", "lecturer", "examiner", "assessor",
    "adviser", "advisor", "clinician", "manager", "supervisor", "coordinator", "representative",
)  # fmt: skip
"""Endings of English words for people by what they do; also with an s."""

AGENT_ENDINGS: tuple[str, ...] = (
    "are", "ler", "ger", "ver", "ker", "ner", "der", "ter", "ist", "log", "nom", "ör", "iker", "ent", "ant", "man",
)  # fmt: skip
"""Endings of Nordic words for those who do something ("Fagutvikler", "Bioanalytiker")."""

SURE_ENDINGS: tuple[str, ...] = ("are", "arna", "log", "nom", "ör", "iker", "ator", "ning", "ningen")
"""Of long words that no surname ends in: they stand for people or for where they work ("Bemanning")."""

VERBS: frozenset[str] = words(
    """
    ansvarar beslutar verkställer sammankallar utser genomför kallar bokar planerar samordnar driver rapporterar
    återkopplar informerar håller tar följer ser ordnar initierar godkänner fastställer leads decides organises
    arranges ansvarer beslutter innkaller sørger
    """
)
"""What somebody does: no part of the role that it follows ("Studierektor ansvarar för schemat")."""

FIELDS_OF_WORK: tuple[str, ...] = (
    "training", "education", "research", "safety", "quality", "improvement", "development", "care", "governance",
    "finance", "workforce", "forskning", "utveckling", "utbildning", "kvalitet", "säkerhet", "ekonomi", "uddannelse",
    "utdanning", "forskning", "kvalitet",
)  # fmt: skip
"""Endings of what somebody may be the head of, a second after "and" as well as the first."""

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
    resp resp. närmaste närmsta yngste yngsta äldste
    t.f. tf t.f tf. bitr. bitr biträdande ställföreträdande stf stf. vik. vik vikarierande tillförordnad
    vice 1:e förste andre ass. assisterande adj. adjungerad medicinskt medicinsk huvudansvarig ansvarig
    ny nya nytillträdd lokal lokala acting deputy assistant interim associate senior chief konst.
    regionens sjukhusets klinikens enhetens avdelningens verksamhetens
    konstituerad fungerande avgående tillträdande blivande tidligere leg leg. kst. kst konstituert fung.
    fungerende ytterst
    """
)

ACTING: frozenset[str] = words("t.f. tf t.f tf. vik. vik vikarierande tillförordnad acting konst.")
"""Of those, what is said of who holds a role for a time."""

ARTICLES: frozenset[str] = words(
    "en ett två tre fyra fem någon några minst one two three an a to de den det våra vår the our"
)
"""Words that may stand first in a role ("De yngre läkarna")."""

ENGLISH_ROLES: frozenset[str] = words(
    "coordinator coordinators director head manager lead leads supervisor officer secretary administrator nurse tutor"
    " consultant physician resident trainee chair team board committee sister sisters staff matron group panel fellow"
    " fellows guardian services"
)
"""Roles that stand after a noun of their own ("Rota coordinator"): the word before them is no first name."""

ADJECTIVE_ENDINGS: tuple[str, ...] = tuple(
    sorted(words("ern alt ellt igt iskt sk ska skt ad erad erade al ala iga lig ande ende ell ella iv iva"))
)
"""Endings of adjectives that stand before roles ("Medicinsk rådgivare")."""
