"""A table reads the same however its words stand in its cells, with lines between them and without."""

from __future__ import annotations

from datetime import date

import pytest

from builders_filed import broken, rows_of
from clinic_tables import Made, table_pdf
from followup.domain.drafts import DraftAction
from followup.intake.documents import read_document

REFERENCE = date(2026, 9, 1)
WIDTHS: dict[str, list[float]] = {
    "geriatrik": [100, 140, 210, 110, 80, 120],
    "vardcentral": [25, 80, 110, 140, 90, 60, 60, 60, 90, 60],
    "danmark": [80, 130, 150, 100, 70, 80, 80],
    "kirurg": [90, 110, 30, 170, 70, 110, 110],
    "england": [30, 80, 110, 120, 80, 70, 80, 40, 80],
}


def printed(name: str, stand: str, *, with_lines: bool) -> tuple[DraftAction, ...]:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if with_lines else []
    look: list[Made] = [("VALIGN", (0, 0), (-1, -1), stand), *lines]
    data = table_pdf(broken(rows_of(name)), 8, WIDTHS[name], look, landscape(A4), ["Handlingsplan"])
    return read_document("printed.pdf", data, REFERENCE).actions


def told(actions: tuple[DraftAction, ...]) -> list[tuple[object, ...]]:
    return [
        (
            each.area_title,
            " ".join(each.requirement.split()),
            " ".join(each.measure.split()),
            each.due,
            each.responsible,
            each.follow_up_text,
            each.follow_up_responsible,
            each.status,
        )
        for each in actions
    ]


@pytest.mark.parametrize("name", WIDTHS)
@pytest.mark.parametrize("stand", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("with_lines", [True, False], ids=["lines", "no lines"])
def test_words_may_stand_anywhere_in_a_cell(name: str, stand: str, *, with_lines: bool) -> None:
    assert told(printed(name, stand, with_lines=with_lines)) == told(printed(name, "TOP", with_lines=True))


NARROW = ("kirurg", "vardcentral", "danmark", "england", "norge", "hjart", "nhs", "medicin")


def narrow(name: str, *, with_lines: bool) -> bytes:
    """A table on an upright page, its columns as wide as their longest words suggest."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    rows = rows_of(name)
    columns = list(zip(*rows, strict=True))
    weights = [
        max(8, *(len(word) for text in texts for word in text.split() or [""]))
        + min(40, sum(map(len, texts)) / len(texts)) / 2
        for texts in columns
    ]
    widths = [weight / sum(weights) * (A4[0] - 60) for weight in weights]
    look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if with_lines else []
    return table_pdf(broken(rows), 7, widths, look, A4, ["Handlingsplan"])


@pytest.mark.parametrize("name", NARROW)
@pytest.mark.parametrize("with_lines", [True, False], ids=["lines", "no lines"])
def test_what_narrow_columns_break_is_whole_again(name: str, *, with_lines: bool) -> None:
    plain = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows_of(name))
    read = read_document("narrow.pdf", narrow(name, with_lines=with_lines), REFERENCE).actions
    assert told(read) == told(read_document("wide.tsv", plain.encode(), REFERENCE).actions)


def forms(name: str, stand: str) -> bytes:
    """The rows of a table as forms without lines, labels to the left of their values."""
    import io

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    normal, label = styles["Normal"], styles["Normal"].clone("label", fontName="Helvetica-Bold")
    head, *rows = rows_of(name)
    story: list[Made] = [Paragraph("Handlingsplan", styles["Title"])]
    for row in rows:
        pairs = [[Paragraph(words, label), Paragraph(text, normal)] for words, text in zip(head, row, strict=True)]
        story += [Spacer(1, 20), Table(pairs, colWidths=[120, 330], style=[("VALIGN", (0, 0), (-1, -1), stand)])]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=A4, invariant=1).build(story)
    return made.getvalue()


@pytest.mark.parametrize("name", ["vardcentral", "hjart", "medicin", "norsk", "geriatrik", "danmark", "bred"])
@pytest.mark.parametrize("stand", ["TOP", "MIDDLE", "BOTTOM"])
def test_values_may_stand_anywhere_beside_their_labels(name: str, stand: str) -> None:
    wide = "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows_of(name))
    read = read_document("forms.pdf", forms(name, stand), REFERENCE).actions
    assert told(read) == told(read_document("wide.tsv", wide.encode(), REFERENCE).actions)
