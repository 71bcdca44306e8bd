"""Makes each plan of `every_form.txt` in every form that a clinic may file it in: tables and labelled forms."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from builders_documents import layout_text, saved, table_csv, table_docx, table_markdown, table_xlsx
from clinic_tables import filled, table_pdf, typed

Made: TypeAlias = Any
"""A document of a library whose types are its own affair."""
PLANS = Path(__file__).parent / "documents" / "every_form.txt"
"""Plans as written, each with its truth.

"## name", then "@above" lines that stand above the actions, "@unit", "@review" and "@dated" as they are true, "@heads"
the labels, "@fields" what each holds, "@forms t" where it is a table only; a row of cells begins with a bar, and the
line below it, "= …;; …", is what is true of it beside its texts ("none" where it is no action).
"""
TEXTS = {"need": "requirement", "what": "measure"}
NAMES = {
    "who": "responsible",
    "fuwho": "follow_up_responsible",
    "st": "status",
    "need": "requirement",
    "what": "measure",
}


@dataclass(slots=True)
class Plan:
    """A plan as it is filed, and what is true of it."""

    name: str
    above: list[str] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)
    said: list[dict[str, str]] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        """The heads of its columns."""
        return [cell.strip() for cell in self.head["heads"].split("|")]

    def truths(self, nothing: dict[str, Any]) -> list[dict[str, Any]]:
        """What is true of each action; `nothing` is what is where a plan says nothing."""
        fields = self.head["fields"].split()
        pairs = zip(self.rows, self.said, strict=True)
        return [_truth(fields, row, said, nothing) for row, said in pairs if "none" not in said]


def _truth(fields: Sequence[str], row: Sequence[str], said: dict[str, str], nothing: dict[str, Any]) -> dict[str, Any]:
    truth = dict(nothing)
    for name, cell in zip(fields, row, strict=True):
        if name in TEXTS:
            truth[TEXTS[name]] = f"{truth[TEXTS[name]]} {' '.join(cell.split())}".strip()
        elif name == "area":
            coded = re.match(r"([A-Z])[.):]? ?[–-]? +(.*)", cell)
            truth["code"], truth["name"] = coded.groups() if coded else ("", cell)
    truth |= {NAMES.get(name, name): text for name, text in said.items() if name not in {"trig", "since"}}
    truth |= {"triggers": said["trig"].split(" // ")} if "trig" in said else {}
    return truth | ({"status_since": date.fromisoformat(said["since"])} if "since" in said else {})


@cache
def plans() -> tuple[Plan, ...]:
    """All plans, in their order."""
    found: list[Plan] = []
    for line in PLANS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found.append(Plan(line[3:].strip()))
        elif line.startswith("@above "):
            found[-1].above.append(line[7:])
        elif line.startswith("@"):
            name, _, text = line[1:].partition(" ")
            found[-1].head[name] = text
        elif line.startswith("|"):
            found[-1].rows.append([cell.strip().replace("¶", "\n") for cell in line[1:].split("|")])
        elif line.startswith("= "):
            parts = (part.strip().partition("=") for part in line[2:].split(";;"))
            found[-1].said.append({name.strip(): text.strip() for name, _, text in parts if name})
    return tuple(found)


def _table(plan: Plan) -> list[list[str]]:
    return [plan.labels, *plan.rows]


def _sheet(plan: Plan) -> bytes:
    rows = [[typed(cell) if cell else None for cell in row] for row in plan.rows]
    return table_xlsx([plan.labels, *rows], title=plan.above)


def _csv(plan: Plan) -> bytes:
    rest = [""] * (len(plan.labels) - 1)
    return table_csv([*([line, *rest] for line in plan.above), *_table(plan)])


def _printed_table(plan: Plan, *, with_lines: bool) -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    rows = [[cell.replace("&", "&amp;").replace("\n", "<br/>") for cell in row] for row in _table(plan)]
    look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if with_lines else []
    return table_pdf(rows, 9, [760 / len(rows[0])] * len(rows[0]), look, landscape(A4), plan.above)


def _marked(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _text(plan: Plan, lines_of: Callable[[str, str], Sequence[str]]) -> bytes:
    lines = [*plan.above, ""]
    for row in plan.rows:
        for label, cell in zip(plan.labels, row, strict=True):
            lines += lines_of(label, cell)
        lines.append("")
    return "\n".join(lines).encode()


def _document(plan: Plan, write: Callable[[Made, Sequence[tuple[str, str]]], object]) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(plan.above[0], 1)
    for line in plan.above[1:]:
        document.add_paragraph(line)
    for row in plan.rows:
        write(document, list(zip(plan.labels, row, strict=True)))
    return saved(document)


def _beside(document: Made, pairs: Sequence[tuple[str, str]]) -> None:
    for label, cell in pairs:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{_marked(label)} ").bold = True
        paragraph.add_run(cell)


def _below(document: Made, pairs: Sequence[tuple[str, str]]) -> None:
    for label, cell in pairs:
        document.add_paragraph().add_run(label).bold = True
        if cell:
            document.add_paragraph(cell)


def _in_table(document: Made, pairs: Sequence[tuple[str, str]]) -> None:
    filled(document, pairs)
    document.add_paragraph("")


def _printed(plan: Plan, write: Callable[[Made, Sequence[tuple[str, str]]], list[Made]]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    normal = styles["Normal"]
    story: list[Made] = [
        Paragraph(plan.above[0], styles["Title"]),
        *(Paragraph(line, normal) for line in plan.above[1:]),
    ]
    for row in plan.rows:
        cells = [cell.replace("&", "&amp;").replace("\n", "<br/>") for cell in row]
        story += [Spacer(1, 14), *write(normal, list(zip(plan.labels, cells, strict=True)))]
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1).build(story)
    return made.getvalue()


def _in_columns(style: Made, pairs: Sequence[tuple[str, str]]) -> list[Made]:
    from reportlab.platypus import Paragraph, Table

    cells = [[Paragraph(label, style), Paragraph(cell, style)] for label, cell in pairs]
    return [Table(cells, colWidths=[140, 340], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]


def _on_a_line(style: Made, pairs: Sequence[tuple[str, str]]) -> list[Made]:
    from reportlab.platypus import Paragraph

    return [Paragraph(f"<b>{_marked(label)}</b> {cell}", style) for label, cell in pairs]


def _under(style: Made, pairs: Sequence[tuple[str, str]]) -> list[Made]:
    from reportlab.platypus import Paragraph, Spacer

    story: list[Made] = []
    for label, cell in pairs:
        story += [Paragraph(f"<b>{label}</b>", style), *([Paragraph(cell, style)] if cell else []), Spacer(1, 4)]
    return story


TABLES: dict[str, Callable[[Plan], bytes]] = {
    "table.docx": lambda plan: table_docx(_table(plan), before=plan.above),
    "table.xlsx": _sheet,
    "table.csv": _csv,
    "table.md": lambda plan: ("\n\n".join(plan.above) + "\n\n" + table_markdown(_table(plan))).encode(),
    "lines.pdf": lambda plan: _printed_table(plan, with_lines=True),
    "bare.pdf": lambda plan: _printed_table(plan, with_lines=False),
    "columns.txt": lambda plan: (
        "\n".join(plan.above) + "\n\n" + layout_text(_table(plan), [24] * len(plan.labels))
    ).encode(),
}
LABELLED: dict[str, Callable[[Plan], bytes]] = {
    "beside.txt": lambda plan: _text(plan, lambda label, cell: [f"{_marked(label)} {cell}".rstrip()]),
    "above.txt": lambda plan: _text(plan, lambda label, cell: [label, *([cell] if cell else []), ""]),
    "list.md": lambda plan: _text(plan, lambda label, cell: [f"- **{_marked(label)}** {' '.join(cell.split())}"]),
    "beside.docx": lambda plan: _document(plan, _beside),
    "above.docx": lambda plan: _document(plan, _below),
    "form.docx": lambda plan: _document(plan, _in_table),
    "columns.pdf": lambda plan: _printed(plan, _in_columns),
    "beside.pdf": lambda plan: _printed(plan, _on_a_line),
    "above.pdf": lambda plan: _printed(plan, _under),
}


def forms_of(plan: Plan) -> dict[str, Callable[[Plan], bytes]]:
    """The forms that a plan may be filed in."""
    return TABLES if plan.head.get("forms") == "t" else TABLES | LABELLED
