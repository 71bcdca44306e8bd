"""Makes an eleventh lot of files: a form turned on its side below a title, hints in a row of questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from builders_documents import saved

TEXTS = Path(__file__).parent / "documents" / "filed"
HINTED: Sequence[Sequence[str]] = (
    ("Handlingsplan", "", "", "", "Version 3 – 2026-09-11"),
    ("Enhet: Palliativ vård Björkliden",),
    ("Krav", "Åtgärd", "Ansvarig", "Klart senast (ÅÅÅÅ-MM-DD)", "Uppföljning (datum eller intervall)", "Status (välj)"),
    ("Vad säger föreskriften?", "Vad ska vi göra?", "Namn och roll"),
    ("Teambaserad träning", "Teamträning ordnas två gånger per år", "Sjuksköterska Disa Wik / läkare Jo Hahn",
     "2026-12-15", "2 ggr per år", "Pågår"),
    ("Etikrond", "Etikrond startas", "Överläkare Jo Hahn", "2027-02-28", "Maj 2027", "Ej påbörjad"),
    ("Läkemedel", "Ny läkemedelslista", "Apotekare Ann Sund", "2026-05-30", "–", "Klart"),
)  # fmt: skip
SIDEWAYS: Sequence[Sequence[object]] = (
    ("Tiltaksplan – Øyeavdelingen, Havnes sykehus",),
    ("Dato", date(2026, 6, 1)),
    (),
    ("", "Tiltak 1", "Tiltak 2"),
    ("Mangel", "Lite operasjonstrening", "Ingen journalklubb"),
    ("Tiltak", "Egen LIS-liste hver fredag", "Journalklubb hver måned"),
    ("Ansvarlig", "Seksjonsleder Ida Holm", "LIS Per Vik"),
    ("Frist", date(2026, 9, 1), "høsten 2026"),
    ("Oppfølging", "Kvartalsvis", "Januar 2027"),
)


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    return saved(book)


MADE: dict[str, Callable[[], bytes]] = {
    "hinted.xlsx": lambda: _sheet(HINTED),
    "sideways.xlsx": lambda: _sheet(SIDEWAYS),
    "ruled_off.md": (TEXTS / "ruled_off.md").read_bytes,
}
