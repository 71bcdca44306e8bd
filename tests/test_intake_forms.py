"""One plan, every form: the same made-up plan reads as its truth states, whatever it was written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import builders_documents as build
from followup.domain.dates import When
from followup.domain.drafts import Draft, DraftAction
from followup.domain.people import WrittenOwner
from followup.intake.documents import read_document

ROWS = build.rows_of_plan()
FORMS: dict[str, Callable[[], bytes]] = {
    "extracted.txt": lambda: build.extraction().encode(),
    "labelled.pdf": build.labelled_pdf,
    "large.pdf": lambda: build.labelled_pdf(size=13),
    "ruled.pdf": lambda: build.table_pdf(ROWS),
    "table.docx": lambda: build.table_docx(ROWS, before=["Handlingsplan", "Geriatriska kliniken, Skogsbro sjukhus"]),
    "headings.docx": build.headings_docx,
    "plan.xlsx": lambda: build.table_xlsx(ROWS, title=["Handlingsplan Geriatriska kliniken, Skogsbro sjukhus", ""]),
    "excel.csv": lambda: build.table_csv(ROWS),
    "utf8.csv": lambda: build.table_csv(ROWS, encoding="utf-8-sig", delimiter=","),
    "tabs.tsv": lambda: build.table_csv(ROWS, encoding="utf-16", delimiter="\t"),
    "table.md": lambda: build.table_markdown(ROWS).encode(),
    "layout.txt": lambda: build.layout_text(ROWS, (24, 34, 60, 16, 34, 36, 30)).encode(),
}


def read(name: str) -> Draft:
    return read_document(name, FORMS[name](), build.reference())


def owners(listed: list[list[Any]]) -> tuple[WrittenOwner, ...]:
    return tuple(WrittenOwner(role, name, held) for role, name, held in listed)


def flat(text: str) -> str:
    return " ".join(text.split())


def told(when: When) -> list[object]:
    return [when.kind.value, when.start, when.end, when.text]


def as_truth(action: DraftAction) -> dict[str, object]:
    return {
        "code": action.area_code,
        "name": action.area_name,
        "requirement": flat(action.requirement),
        "measure": flat(action.measure),
        "due": told(action.due),
        "responsible": action.responsible,
        "responsible_text": action.responsible_text,
        "follow_up_text": action.follow_up_text,
        "rule": action.rule,
        "first": told(action.first),
        "triggers": list(action.triggers),
        "follow_up_responsible": action.follow_up_responsible,
        "follow_up_responsible_text": action.follow_up_responsible_text,
    }


def truth() -> list[dict[str, object]]:
    return [
        action
        | {
            "measure": flat(" ".join(action["measure"])),
            "responsible": owners(action["responsible"]),
            "follow_up_responsible": owners(action["follow_up_responsible"]),
        }
        for action in build.review_plan()["actions"]
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_plan_reads_as_its_truth(form: str) -> None:
    assert [as_truth(action) for action in read(form).actions] == truth()


@pytest.mark.parametrize("form", ["extracted.txt", "labelled.pdf", "ruled.pdf", "headings.docx", "plan.xlsx"])
def test_a_plan_that_says_everything_leaves_no_doubt(form: str) -> None:
    assert [action.doubts for action in read(form).actions] == [()] * len(truth())


@pytest.mark.parametrize("form", ["labelled.pdf", "headings.docx", "table.md"])
def test_the_paragraphs_of_a_measure_are_kept(form: str) -> None:
    measures = [action.measure.replace("\n\n", "\n").split("\n") for action in read(form).actions]
    assert measures == [action["measure"] for action in build.review_plan()["actions"]]
