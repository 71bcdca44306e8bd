"""Reads people's mail addresses out of a CSV file or vCards, as address books give them.

It understands which column is the name and which the address, and decides nothing about who is in a plan.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from quopri import decodestring
from typing import TYPE_CHECKING

from followup.intake.formats.csv_file import find_separator
from followup.intake.refusals import IntakeRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+")
_NAMES = ("namn", "name", "visningsnamn", "display name", "fullständigt namn", "full name", "person")
_FIRST = ("förnamn", "first name", "given name", "tilltalsnamn")
_LAST = ("efternamn", "last name", "surname", "family name")
_MAILS = ("e-post", "epost", "e-postadress", "epostadress", "mail", "mejl", "email", "e-mail", "e-mail address")
_CARD = "BEGIN:VCARD"


@dataclass(frozen=True, slots=True)
class NamedAddress:
    """A name as written, and the mail address beside it."""

    name: str
    mail: str


def read_address_file(path: str) -> tuple[NamedAddress, ...]:
    """Give the addresses that a file holds.

    Raises:
        IntakeRefused: the file cannot be read, or holds none.
    """
    try:
        return read_addresses(Path(path).read_bytes())
    except FileNotFoundError as error:
        raise IntakeRefused("intake.not_found", path=path) from error
    except (OSError, ValueError) as error:
        raise IntakeRefused("intake.not_readable", path=path) from error
    except IntakeRefused as refused:
        raise refused.with_path(path) from refused


def read_addresses(data: bytes) -> tuple[NamedAddress, ...]:
    """Give the addresses that the bytes of a CSV file or of vCards hold, each with a name.

    Raises:
        IntakeRefused: there is none.
    """
    text = _decoded(data)
    found = _from_cards(text) if _CARD in text[:2000].upper() else _from_rows(text)
    named = tuple(dict.fromkeys(one for one in found if one.name and one.mail))
    if not named:
        raise IntakeRefused("addresses.none")
    return named


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _from_cards(text: str) -> Iterator[NamedAddress]:
    """Read vCard 2.1 to 4.0 (RFC 6350): the formatted name, else the parts of it, and the first address."""
    name = parts = mail = ""
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        head, _, value = line.partition(":")
        key = head.partition(";")[0].rpartition(".")[2].strip().upper()
        if key == "BEGIN":
            name = parts = mail = ""
        elif key == "FN":
            name = _card_text(head, value)
        elif key == "N":
            last, _, first = _card_text(head, value).partition(";")
            parts = f"{first.partition(';')[0]} {last}".strip()
        elif key == "EMAIL":
            mail = mail or _mail_in(_card_text(head, value))
        elif key == "END":
            yield NamedAddress(name or parts, mail)


def _card_text(head: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in head.upper():
        return _decoded(decodestring(value.encode()))
    return re.sub(r"\\([,;\\])", r"\1", value).strip()


def _from_rows(text: str) -> Iterator[NamedAddress]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=find_separator(text)) if any(row)]
    except csv.Error as error:
        raise IntakeRefused("intake.damaged") from error
    heading = [cell.strip().casefold() for cell in rows[0]] if rows else []
    columns = _Columns.of(heading)
    for row in rows[1:] if columns.is_heading else rows:
        yield NamedAddress(columns.name(row), columns.mail(row))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns hold what, by their headings; without headings the address tells itself and the name is beside."""

    whole: int = -1
    first: int = -1
    last: int = -1
    address: int = -1

    @classmethod
    def of(cls, heading: Sequence[str]) -> _Columns:
        return cls(*(_place(heading, names) for names in (_NAMES, _FIRST, _LAST, _MAILS)))

    @property
    def is_heading(self) -> bool:
        return self.address >= 0 or self.whole >= 0 or self.last >= 0

    def mail(self, row: Sequence[str]) -> str:
        said = _cell(row, self.address)
        return _mail_in(said) if self.address >= 0 else next(filter(None, map(_mail_in, row)), "")

    def name(self, row: Sequence[str]) -> str:
        if self.whole >= 0:
            return _cell(row, self.whole)
        if self.first >= 0 or self.last >= 0:
            return f"{_cell(row, self.first)} {_cell(row, self.last)}".strip()
        return next((cell.strip() for cell in row if cell.strip() and "@" not in cell), "")


def _place(heading: Sequence[str], names: Sequence[str]) -> int:
    return next((heading.index(name) for name in names if name in heading), -1)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if 0 <= place < len(row) else ""


def _mail_in(text: str) -> str:
    found = _MAIL.search(text)
    return found[0] if found else ""
