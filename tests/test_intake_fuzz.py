"""Documents with anything wrong with them: the intake reads or refuses, it never falls.

FOLLOWUP_FUZZ=2000 searches as long as a night allows.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders_documents as build
import builders_unlike as unlike
from followup.domain.drafts import Draft
from followup.intake.documents import IntakeRefused, read_document

EXAMPLES = int(os.environ.get("FOLLOWUP_FUZZ", "40"))
SEARCH = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = date(2026, 9, 1)
ROWS = build.rows_of_plan()[:5]

BASES: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: build.table_pdf(ROWS),
    "docx": lambda: build.table_docx(ROWS),
    "xlsx": unlike.register_xlsx,
    "csv": lambda: build.table_csv(ROWS),
    "tsv": lambda: build.table_csv(ROWS, encoding="utf-16", delimiter="\t"),
    "txt": lambda: build.extraction().encode(),
    "md": lambda: build.table_markdown(ROWS).encode(),
}
PACKED = {"docx", "xlsx"}


@cache
def base(form: str) -> bytes:
    return BASES[form]()


def read(data: bytes) -> Draft | str:
    try:
        return read_document("plan", data, DAY)
    except IntakeRefused as refused:
        return refused.code


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, taken out, doubled or put in."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(changed) + 1), chance.choice((1, 1, 2, 16, 300))
        match chance.randrange(5):
            case 0:
                changed[at : at + length] = chance.randbytes(length)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length * 4]
            case 3:
                changed[at:at] = chance.choice(
                    (b"\0", b"\n\n", b";", b"|", b"\xff\xfe", b"<", b'"', b"(", b"\f", b"9" * 30)
                )
            case _:
                changed = changed[:at] if chance.random() < 0.2 else changed
    return bytes(changed)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """A package whose parts are sound zip and unsound content."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        hit = chance.sample(names, k=min(2, len(names)))
        hit.append(chance.choice([name for name in names if "document" in name or "sheet" in name]))
        for name in names:
            new.writestr(name, damaged(old.read(name), chance) if name in hit else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize("form", BASES)
@SEARCH
@given(seed=st.integers(0, 2**32))
def test_a_damaged_document_is_read_or_refused(form: str, seed: int) -> None:
    chance = random.Random(seed)
    inside = form in PACKED and chance.random() < 0.7
    read(damaged_inside(base(form), chance) if inside else damaged(base(form), chance))


@SEARCH
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_read_or_refused(data: bytes) -> None:
    read(data)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Åtgärd",
                "Åtgärd:",
                "Ansvarig: Anna Ek",
                "Klart: maj 2027",
                "A. Område",
                "",
                "",
                "\f",
                "• punkt",
                "1. Ett",
                "| a | b |",
                "|---|---|",
                "Åtgärd  Ansvarig  Klart",
                "Ta fram   Anna Ek   maj",
                "Sida 1 (2)",
                "Vad? Hej. Vem? Bo. När? 3 maj",
                "ord-",
                "> citat",
            ]
        ),
        st.text(max_size=60),
    ),
    max_size=30,
)


@SEARCH
@given(LINES)
def test_any_lines_at_all_are_read_or_refused(lines: list[str]) -> None:
    read("\n".join(lines).encode("utf-8", "surrogatepass"))


@SEARCH
@given(LINES)
def test_reading_twice_gives_the_same(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    assert read(data) == read(data)


WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)


@SEARCH
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_every_row_of_a_table_with_a_measure_and_an_owner_is_told(rows: list[tuple[str, str]]) -> None:
    named = [
        (f"Åtgärd nummer {place} gäller {measure}.", f"Anna {owner}") for place, (measure, owner) in enumerate(rows)
    ]
    draft = read(
        build.table_csv([["Åtgärd", "Ansvarig", "Klart"], *([*row, "maj 2027"] for row in named)], encoding="utf-8")
    )
    assert isinstance(draft, Draft)
    assert [action.measure.split()[2] for action in draft.actions] == [str(place) for place in range(len(rows))]
