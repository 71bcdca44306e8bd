"""A made-up plan as the exports see it: sheets, an event and a calendar that their tests share."""

from datetime import UTC, date, datetime

from exports.sheet import Alarm, Calendar, Card, Column, Event, Fact, Row, Sheet

COLUMNS = (
    Column("label", "Nr"),
    Column("measure", "Åtgärd", wide=True),
    Column("status", "Status"),
    Column("due", "Klart senast"),
    Column("responsible", "Ansvarig"),
    Column("next", "Nästa uppföljning"),
    Column("days", "Dagar kvar"),
)
A = "A. Ledning och struktur"
C = "C. Kompetens och handledning"
D = "D. Tid för lärande"
LONG = (
    "Schemalagd självstudietid, en halv dag i veckan. Följs i schemat och i medsittning, och "
    "återkopplas i handledarsamtal så att den verkligen tas ut även under jourtunga perioder."
)
ROWS = (
    Row(
        (
            "A1",
            "Skriftlig rutin för introduktion tas fram & förankras på läkarmötet;\nbeslutas av ledningsgruppen.",
            "Försenad",
            "maj 2026",
            "Verksamhetschef (Signe Ahl)",
            date(2026, 12, 1),
            -174,
        ),
        "late",
        A,
    ),
    Row(("A2", "Mötesplan för ST-kollegiet", "Klar", "31 augusti 2026", "ST-chef", None, None), "done", A),
    Row(
        (
            "C1",
            "Alla handledare går kursen; de som saknar den <2 år bokas in | våren 2027",
            "Snart",
            "december 2026",
            "Studierektor, Ivar Löf",
            date(2027, 1, 11),
            40,
        ),
        "soon",
        C,
    ),
    Row(("C2", "=SUMMA(A1:A9) skrivs ut som text", "Pågår", "löpande", "Överläkare *Ström*", None, None), "calm", C),
    Row(
        (
            "D1",
            LONG,
            "Planerad",
            "HT 2027",
            "Schemaläggare",
            date(2027, 9, 1),
            404,
        ),
        "calm",
        D,
    ),
)
CARD = Card(
    "A1 Rutin för introduktion",
    "late",
    (Fact("Klart senast", "maj 2026"), Fact("Ansvarig", "Verksamhetschef (Signe Ahl)"), Fact("Krav", "Introduktion")),
    ("Skriftlig rutin för introduktion tas fram.", "1. Utkast i mars\n- Remiss i april\n# Beslut i maj"),
)
SHEET = Sheet(
    language="sv",
    title="Handlingsplan efter extern granskning, Medicinkliniken i Norrvik",
    columns=COLUMNS,
    rows=ROWS,
    facts=(
        Fact("Granskad", "2026-02-03"),
        Fact("Läget den", "21 november 2026"),
        Fact("Studierektor", "Ivar Löf"),
    ),
    summary=(
        Fact("försenade", "1", "late"),
        Fact("inom 45 dagar", "1", "soon"),
        Fact("klara", "1", "done"),
        Fact("åtgärder", "5"),
    ),
    empty="Inga åtgärder svarar mot urvalet.",
    cards=(CARD,),
    grouping=Column("area", "Område"),
)

EVENT = Event(
    uid="5f0c0b62-8a51-5b55-9a4e-2f1f9d3c7c11",
    day=date(2026, 12, 1),
    summary="A1: Uppföljning, introduktion; rutin (december 2026)",
    description="Rutinen följs upp: används den?\nNär det är gjort: meddela studierektorn.\n\nA1",
    rule="FREQ=YEARLY",
    alarms=(Alarm(7, 9, "Om en vecka: uppföljning av A1"), Alarm(1, 9, "I morgon: uppföljning av A1")),
    categories=("A. Ledning och struktur", "Uppföljning"),
    created=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    modified=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    url="https://plan.exempel.se/åtgärder/A1",
)
SINGLE = Event(
    uid="0d9f2c0e-6a37-5a4e-8d53-7a1de0a7b3c4",
    day=date(2026, 12, 31),
    summary="C1: senast december 2026: alla handledare går kursen",
    alarms=(Alarm(1, 9, "I morgon: C1"),),
    private=True,
    sequence=2,
    created=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    modified=datetime(2026, 11, 28, 8, 0, tzinfo=UTC),
)
CALENDAR = Calendar("Handlingsplan; Medicinkliniken, Norrvik", "sv", (EVENT, SINGLE))
