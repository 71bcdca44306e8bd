"""What a file is, told by its content; its name only breaks ties between kinds of text."""

from __future__ import annotations

import codecs
from enum import StrEnum

from followup.intake.refusals import IntakeRefused

MEGABYTE = 1_000_000
LARGEST_FILE = 50 * MEGABYTE
LARGEST_TEXT = 10 * MEGABYTE


class Format(StrEnum):
    """The formats that have a reader."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    TEXT = "text"


_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_WEB = (b"<!doctype html", b"<html")
_FOREIGN = (
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"II*\0",
    b"MM\0*",
)


def recognise(data: bytes) -> Format:
    """The format of the content.

    Raises:
        IntakeRefused: empty, too large, encrypted, an old Office file, or nothing that has a reader.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise IntakeRefused("intake.empty")
    if len(data) > LARGEST_FILE:
        raise IntakeRefused("intake.too_large", most=LARGEST_FILE // MEGABYTE)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_OLD_OFFICE):
        raise IntakeRefused(_old_office(data))
    if data.startswith((_ZIP, b"PK\x05\x06")):
        return _package(data)
    if data.startswith(_FOREIGN) or data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB):
        raise IntakeRefused("intake.unknown_format")
    _refuse_data(data)
    if len(data) > LARGEST_TEXT:
        raise IntakeRefused("intake.too_large", most=LARGEST_TEXT // MEGABYTE)
    return Format.TEXT


def _refuse_data(data: bytes) -> None:
    """Refuse JSON, which is written for programs: read as a text it would give actions that nobody wrote."""
    bare = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not bare.startswith((b"{", b"[")):
        return
    if b'"followup.complete/' in bare:
        raise IntakeRefused("intake.everything")
    if len(data) <= LARGEST_TEXT and _is_json(data):
        raise IntakeRefused("intake.unknown_format")


def _is_json(data: bytes) -> bool:
    from json import loads

    try:
        loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _old_office(data: bytes) -> str:
    kinds = {
        "EncryptedPackage": "intake.encrypted",
        "WordDocument": "intake.old_word",
        "Workbook": "intake.old_excel",
        "Book": "intake.old_excel",
    }
    return next((code for name, code in kinds.items() if name.encode("utf-16-le") in data), "intake.unknown_format")


def _package(data: bytes) -> Format:
    from followup.intake.formats.packages import open_package

    names = set(open_package(data).namelist())
    if "word/document.xml" in names:
        return Format.WORD
    if "xl/workbook.xml" in names:
        return Format.EXCEL
    is_broken = any(name.startswith(("word/", "xl/")) and name.endswith(".xml") for name in names)
    raise IntakeRefused("intake.damaged" if is_broken else "intake.unknown_format")


_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> str:
    """The text that the bytes are: UTF-8, UTF-16 or cp1252.

    Raises:
        IntakeRefused: bytes that are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return data.decode(unmarked, errors="replace")
    if data.count(b"\0") > len(data) // 100 + 1:
        raise IntakeRefused("intake.unknown_format")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data)


def _unmarked_utf16(data: bytes) -> str:
    sample = data[:2_000]
    if len(sample) < 8:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1 else ""


def _western(data: bytes) -> str:
    text = data.decode("cp1252", errors="replace")
    odd = sum(1 for sign in text if sign == "\ufffd" or (sign < " " and sign not in "\t\n\r\f"))
    if odd > len(text) // 50 + 2:
        raise IntakeRefused("intake.unknown_format")
    return text
