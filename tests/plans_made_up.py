"""Made-up plans, drawn anew from words: labels of three languages, actions with their truths, and forms to write them in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from builders_documents import layout_text, table_csv, table_docx, table_markdown, table_pdf, table_xlsx

TITLE = ("Handlingsplan efter SPUR-granskning 2026", "Medicinkliniken Testvik")
COLUMNS = ("area", "requirement", "measure", "due", "responsible", "follow_up", "follow_up_responsible", "status")
ALWAYS = {"measure", "due", "responsible"}
LABELS: tuple[dict[str, str], ...] = (
    {
        "area": "Område|Kvalitetsområde|Delområde|Tema",
        "requirement": "Brist|Krav|Kvalitetsindikator|Identifierad brist|Vad behöver förbättras?|Granskarnas synpunkt",
        "measure": "Åtgärd|Planerad åtgärd|Aktivitet|Vad ska göras?|Beslutad åtgärd|Insats|Beskrivning av åtgärd|Vad",
        "due": "Klart senast|Datum när åtgärden ska vara genomförd|När|Tidplan|Måldatum|Genomförs senast|Tidsram",
        "responsible": "Ansvarig|Ansvarig för genomförandet|Vem|Ägare|Vem ansvarar?|Åtgärdsansvarig|Utförs av",
        "follow_up": "Uppföljning|Följs upp|Avstämning|Uppföljningsintervall|Hur följs åtgärden upp?|Uppföljning sker",
        "follow_up_responsible": "Ansvarig för uppföljningen|Vem följer upp?|Följs upp av|Uppföljningsansvarig",
        "status": "Status|Läge|Statusläge",
    },
    {
        "area": "Area|Domain|Theme|Category",
        "requirement": "Finding|Recommendation|Requirement|Shortcoming|Standard not met|Gap identified",
        "measure": "Action|Planned action|Measure|What needs to be done|Action to be taken|Corrective action",
        "due": "Due date|Deadline|By when|Target date|To be completed by|Timescale|When",
        "responsible": "Responsible|Owner|Lead|Who|Person responsible|Action owner|Accountable",
        "follow_up": "Follow-up|Review|Monitoring|How will it be followed up?|Review frequency",
        "follow_up_responsible": "Follow-up by|Followed up by|Responsible for follow-up|Reviewed by",
        "status": "Status|Progress|State",
    },
    {
        "area": "Område|Tema|Indsatsområde",
        "requirement": "Mangel|Problem|Fund|Krav|Anbefaling|Avvik",
        "measure": "Handling|Tiltag|Tiltak|Planlagt tiltak|Hvad skal gøres?|Løsning",
        "due": "Frist|Tidsfrist|Hvornår|Når|Senest|Måldato|Tidspunkt",
        "responsible": "Ansvarlig|Hvem|Tovholder|Ansvarlig for gennemførelse|Hvem er ansvarlig?",
        "follow_up": "Opfølgning|Oppfølging|Evaluering|Følges op",
        "follow_up_responsible": "Ansvarlig for opfølgning|Følges op af",
        "status": "Status",
    },
)
AREAS = ("A. Verksamheten", "B. Medarbetarstab", "D. Tjänstgöringens upplägg", "E. Handledning")
REQUIREMENTS = (
    "Handledningen är inte schemalagd.",
    "Det saknas skriftlig introduktion",
    "Målbeskrivningen kan inte uppfyllas här.",
    "Lokaler för ST-läkare saknas",
    "Bedömningar dokumenteras inte",
    "Få har gått kurs",
)
MEASURES = (
    "Handledning schemaläggs en timme varje vecka för samtliga.",
    "Introduktionsprogram",
    "Avtal om placering skrivs med grannsjukhuset",
    "Mallar för bedömning införs. De läggs i den gemensamma mappen.",
    "Jourpärmen uppdateras",
    "Mentor utses",
)
DUES = {
    "2027-03-15": ("day", "2027-03-15", "2027-03-15"),
    "14 april 2028": ("day", "2028-04-14", "2028-04-14"),
    "Maj 2027": ("month", "2027-05-01", "2027-05-31"),
    "HT 2027": ("term", "2027-07-01", "2027-12-31"),
    "Q2 2028": ("quarter", "2028-04-01", "2028-06-30"),
    "snarast": ("open", "", ""),
    "senast 2027-01-31": ("day", "", "2027-01-31"),
}
OWNERS = {
    "Anna Ek": (("", "Anna Ek"),),
    "Studierektor": (("Studierektor", ""),),
    "Verksamhetschef Bo Öst": (("Verksamhetschef", "Bo Öst"),),
    "Per Wik, överläkare": (("överläkare", "Per Wik"),),
    "Enhetschef (Siri Norén-Falk)": (("Enhetschef", "Siri Norén-Falk"),),
    "Eva Dahl och Åke Sköld": (("", "Eva Dahl"), ("", "Åke Sköld")),
}
FOLLOW_UPS = {
    "Årligen": ("FREQ=YEARLY", "", ()),
    "Varje år, första gången mars 2028": ("FREQ=YEARLY", "2028-03-01", ()),
    "varje termin": ("1/term", "", ()),
    "vid utvecklingssamtal": ("", "", ("vid utvecklingssamtal",)),
    "juni 2028": ("", "2028-06-01", ()),
}
STATUSES = {"Pågår": "in_progress", "Klart": "done", "Ej påbörjad": "planned"}


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A plan's labels in their order, and the words of each action by column."""

    columns: tuple[str, ...]
    labels: dict[str, str]
    actions: tuple[dict[str, str], ...]

    def rows(self) -> list[list[str]]:
        """The plan as a table with its head."""
        head = [self.labels[name] for name in self.columns]
        return [head, *([action[name] for name in self.columns] for action in self.actions)]


def made_up(random: Random) -> MadeUp:
    """Draw a plan."""
    columns = tuple(name for name in COLUMNS if name in ALWAYS or random.random() < 0.6)
    columns = tuple(name for name in columns if name != "follow_up_responsible" or "follow_up" in columns)
    words = random.choice(LABELS)
    labels = {name: random.choice(words[name].split("|")) for name in columns}
    count = random.randint(3, 5)
    drawn = zip(
        sorted(random.choices(AREAS, k=count)),
        random.sample(REQUIREMENTS, count),
        random.sample(MEASURES, count),
        *(random.choices(tuple(each), k=count) for each in (DUES, OWNERS, FOLLOW_UPS, OWNERS, STATUSES)),
        strict=True,
    )
    return MadeUp(columns, labels, tuple(dict(zip(COLUMNS, action, strict=True)) for action in drawn))


def as_text(plan: MadeUp, line: Callable[[str, str], Sequence[str]], area: str = "{}") -> str:
    """Write a plan as text; `line` writes a label and its value, `area` what stands around an area."""
    lines = [*TITLE, ""]
    above = ""
    for action in plan.actions:
        if "area" in plan.columns and action["area"] != above:
            above = action["area"]
            lines += [area.format(above), ""]
        for name in plan.columns:
            lines += line(plan.labels[name], action[name]) if name != "area" else []
        lines.append("")
    return "\n".join(lines)


def marked(label: str) -> str:
    """A label with its mark."""
    return label if label.endswith("?") else f"{label}:"


def as_cells(plan: MadeUp) -> bytes:
    """Write a plan with commas between its cells."""
    made = io.StringIO()
    csv.writer(made).writerows(plan.rows())
    return made.getvalue().encode()


FORMS: dict[str, Callable[[MadeUp], bytes]] = {
    "beside.txt": lambda plan: as_text(plan, lambda label, value: [f"{marked(label)} {value}"]).encode(),
    "above.txt": lambda plan: as_text(plan, lambda label, value: [label, value, ""]).encode(),
    "list.md": lambda plan: as_text(plan, lambda label, value: [f"- **{marked(label)}** {value}"], "## {}").encode(),
    "table.md": lambda plan: table_markdown(plan.rows()).encode(),
    "columns.txt": lambda plan: layout_text(plan.rows(), [26] * len(plan.columns)).encode(),
    "commas.csv": as_cells,
    "plan.csv": lambda plan: table_csv(plan.rows()),
    "plan.xlsx": lambda plan: table_xlsx(plan.rows(), title=TITLE),
    "plan.docx": lambda plan: table_docx(plan.rows(), before=TITLE),
    "plan.pdf": lambda plan: table_pdf(plan.rows(), before=TITLE),
}
