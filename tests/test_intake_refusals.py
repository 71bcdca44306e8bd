"""What is no plan, or cannot be read, gets one refusal with its facts; nothing else ever comes out of the intake."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import builders_documents as build
from followup.intake.documents import IntakeRefused, read_document
from followup.intake.formats import csv_file, recognise
from followup.phrases.book import Phrases

DAY = date(2026, 9, 1)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def code_of(data: bytes | None, path: str = "plan") -> str:
    with pytest.raises(IntakeRefused) as refused:
        read_document(path, data, DAY)
    assert refused.value.facts["path"] == path
    return refused.value.code


def scanned_pdf() -> bytes:
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made)
    page.rect(100, 100, 200, 300, fill=1)
    page.showPage()
    page.save()
    return made.getvalue()


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, encrypt=StandardEncryption("hemligt", strength=128))
    page.drawString(100, 700, "Åtgärd: något. Ansvarig: någon.")
    page.save()
    return made.getvalue()


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return made.getvalue()


def a_docx() -> bytes:
    return build.table_docx([["Åtgärd", "Ansvarig", "Klart"], ["Något", "Någon Ek", "maj 2027"]])


def an_xlsx() -> bytes:
    return build.table_xlsx([["Åtgärd", "Ansvarig", "Klart"], ["Något", "Någon Ek", "maj 2027"]])


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'

TORN = (
    "Handlingsplan\nBrist Åtgärd Ansvarig för\ngenomförande\nTidpunkt för\ngenomförande\nUppföljning\n"
    "Skriftlig introduktion\nsaknas.\nPärm tas fram och delas\nut. Beslutet gäller\nalla placeringar.\nPia\nRask\n"
    "31 mars 2027 Årligen i\nmaj\nSit-in görs sällan. Två per\ntermin.\nAlla handledare löpande Enkät i\nnovember\n"
)
BAD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("intake.empty", lambda: b""),
    "blanks": ("intake.empty", lambda: b" \r\n\t\n"),
    "only a mark": ("intake.empty", lambda: b"\xef\xbb\xbf"),
    "a scan": ("intake.no_text", scanned_pdf),
    "a locked pdf": ("intake.encrypted", locked_pdf),
    "half a pdf": ("intake.damaged", lambda: b"%PDF-1.7\n1 0 obj\n<<"),
    "an old Word file": ("intake.old_word", lambda: OLD_OFFICE + "WordDocument".encode("utf-16-le")),
    "an old Excel file": ("intake.old_excel", lambda: OLD_OFFICE + "Workbook".encode("utf-16-le")),
    "a locked workbook": ("intake.encrypted", lambda: OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")),
    "half a docx": ("intake.damaged", lambda: a_docx()[:3000]),
    "half an xlsx": ("intake.damaged", lambda: an_xlsx()[:3000]),
    "a docx with broken xml": ("intake.damaged", lambda: repacked(a_docx(), "word/document.xml", b"<w:document")),
    "an xlsx with broken xml": ("intake.damaged", lambda: repacked(an_xlsx(), "xl/workbook.xml", b"<workbook")),
    "entities in Word": ("intake.damaged", lambda: repacked(a_docx(), "word/document.xml", ENTITY)),
    "entities in Excel": ("intake.damaged", lambda: repacked(an_xlsx(), "xl/workbook.xml", ENTITY)),
    "a zip of something": ("intake.unknown_format", lambda: zipped({"a.txt": b"Hej"})),
    "a bomb": ("intake.too_large", lambda: repacked(a_docx(), "word/document.xml", b" " * 45_000_000)),
    "a web page": ("intake.unknown_format", lambda: b"\n<!DOCTYPE html><html><body>Hej</body></html>"),
    "slides": (
        "intake.unknown_format",
        lambda: zipped({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}),
    ),
    "a document without its words": ("intake.damaged", lambda: zipped({"word/styles.xml": b"<a/>"})),
    "rich text": ("intake.unknown_format", lambda: b"{\\rtf1 Hej}"),
    "a picture": ("intake.unknown_format", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "noise": ("intake.unknown_format", lambda: bytes(range(256)) * 20),
    "a recipe": ("intake.not_a_plan", lambda: b"Koka pastan.\nRiv osten.\n"),
    "a table of something else": ("intake.not_a_plan", lambda: b"Namn;Telefon\nAnna;08-1\nBo;08-2\n"),
    "a head and no row": ("intake.not_a_plan", "Åtgärd;Ansvarig;Klart\n".encode),
    "an empty sheet": ("intake.not_a_plan", lambda: build.table_xlsx([[]])),
    "a table in pieces": ("intake.torn_table", TORN.encode),
    "a minute without actions": ("intake.not_a_plan", "Närvarande: Anna, Bo\nAnsvarig: Anna\n".encode),
}


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_with_its_reason(case: str) -> None:
    code, make = BAD[case]
    assert code_of(make()) == code


def test_every_refusal_and_doubt_has_words_in_both_languages() -> None:
    codes = {code for code, _ in BAD.values()} | {
        f"intake.{name}" for name in ("not_found", "not_readable", "too_many_rows", "too_many_pages", "unknown_field")
    }
    for language in ("sv", "en"):
        assert {f"refusal.{code}" for code in codes} <= set(Phrases(language).all())


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert code_of(None, str(tmp_path / "ingen.pdf")) == "intake.not_found"


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert code_of(None, str(tmp_path)) == "intake.not_readable"


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followup.intake.documents.LARGEST_FILE", 10)
    (tmp_path / "stor.txt").write_bytes(b"x" * 11)
    assert code_of(None, str(tmp_path / "stor.txt")) == "intake.too_large"


def test_more_rows_than_a_plan_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_ROWS", 3)
    assert code_of("Åtgärd;Ansvarig;Klart\n".encode() + b"a;b;c\n" * 5, "plan.csv") == "intake.too_many_rows"


def test_a_field_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_document("plan.csv", b"a;b\n", DAY, {"Rubrik": "färg"})
    assert refused.value.code == "intake.unknown_field"
    assert "measure" in refused.value.facts["known"]


@pytest.mark.parametrize("name", ["plan.pdf", "plan.txt", "plan", "plan.csv"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert [action.measure for action in read_document(name, a_docx(), DAY).actions] == ["Något"]
    assert [action.measure for action in read_document(name, an_xlsx(), DAY).actions] == ["Något"]


def test_control_marks_and_markup_are_words_or_nothing() -> None:
    text = "Åtgärd: [red]Skriv\x1b[31m om\x00 <b>mallen</b>\u202e\nAnsvarig: Anna Ek\nKlart: maj 2027\n"
    measure = read_document("plan.txt", text.encode(), DAY).actions[0].measure
    assert measure == "[red]Skriv[31m om <b>mallen</b>"


def test_headings_of_ones_own_are_read_when_somebody_tells_what_they_are() -> None:
    rows = "Vad vi gör;Gubbe;Dag\nSkriver mallen;Anna Ek;maj 2027\n".encode()
    told = {"Vad vi gör": "measure", "Gubbe": "Ansvarig", "Dag": "due"}
    [action] = read_document("plan.csv", rows, DAY, told).actions
    assert (action.measure, action.responsible[0].name, action.due.text) == ("Skriver mallen", "Anna Ek", "maj 2027")


def test_a_heading_nobody_knows_is_told_and_not_dropped_in_silence() -> None:
    rows = "Åtgärd;Ansvarig;Klart;Färg\nSkriv mallen;Anna Ek;maj 2027;röd\n".encode()
    assert [(doubt.code, doubt.text) for doubt in read_document("plan.csv", rows, DAY).doubts] == [
        ("heading-unknown", "Färg")
    ]


def test_text_in_any_of_the_usual_encodings_reads_the_same() -> None:
    text = "Åtgärd: Skriv om mallen\nAnsvarig: Åsa Öst\nKlart: maj 2027\n"
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"):
        [action] = read_document("plan.txt", text.encode(encoding), DAY).actions
        assert action.responsible[0].name == "Åsa Öst"


def test_recognise_names_every_format() -> None:
    assert recognise.recognise(b"%PDF-1.4 ...") is recognise.Format.PDF
    assert recognise.recognise(a_docx()) is recognise.Format.WORD
    assert recognise.recognise(an_xlsx()) is recognise.Format.EXCEL
    assert recognise.recognise(b"Hej") is recognise.Format.TEXT
