"""Address books say who has which address, in the forms that programs give them."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders_calendar import desk_with, person_of
from followup.domain.trouble import Trouble
from followup.intake.addresses import NamedAddress, read_addresses
from followup.intake.refusals import IntakeRefused

BO = NamedAddress("Bo Ek", "bo.ek@exempel.se")
BOOKS = {
    "a table with headings": "Namn;E-post\r\nBo Ek;bo.ek@exempel.se\r\n",
    "a table without headings": "bo.ek@exempel.se,Bo Ek\n",
    "first name and last name apart": "First Name,Last Name,E-mail Address\nBo,Ek,bo.ek@exempel.se\n",
    "Swedish headings from Outlook": "Förnamn\tEfternamn\tE-postadress\nBo\tEk\tBo Ek <bo.ek@exempel.se>\n",
    "a card": "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Ek\r\nEMAIL;TYPE=work:bo.ek@exempel.se\r\nEND:VCARD\r\n",
    "a folded card": "BEGIN:VCARD\nVERSION:3.0\nFN:Bo \n Ek\nitem1.EMAIL:bo.ek@\n exempel.se\nEND:VCARD\n",
    "a card with parts of a name": "BEGIN:VCARD\nN:Ek;Bo;;;\nEMAIL:bo.ek@exempel.se\nEMAIL:annan@x.se\nEND:VCARD\n",
    "an old card": "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Bo=20Ek\nEMAIL:bo.ek@exempel.se\nEND:VCARD\n",
}


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_an_address_book_is_understood(book: str, encoding: str) -> None:
    assert read_addresses(book.encode(encoding)) == (BO,)


@pytest.mark.parametrize("book", ["", "Namn;E-post\nBo Ek;ingen\n", "BEGIN:VCARD\nFN:Bo\nEND:VCARD\n", "bara text"])
def test_a_book_without_addresses_is_refused(book: str) -> None:
    with pytest.raises(IntakeRefused, match=r"addresses\.none"):
        read_addresses(book.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(IntakeRefused):
        assert all(one.name and "@" in one.mail for one in read_addresses(data))


def test_the_people_of_the_plans_get_their_addresses_in_one_stroke(tmp_path: Path) -> None:
    book = tmp_path / "adresser.csv"
    book.write_text(
        "Namn;E-post\nture ö. lindälv;ture@exempel.se\nZahra Kjellander;zahra@exempel.se\nNågon Annan;x@y.se\n"
    )
    desk = desk_with(tmp_path)
    assert desk.calendars.read_addresses(str(book)).refused is None
    assert person_of(desk, "Ture Ö. Lindälv").mail == "ture@exempel.se"
    desk.undo()
    assert {one.mail for one in desk.snapshot().people.values()} == {""}


@pytest.mark.parametrize(
    ("text", "code"), [(None, "intake.not_found"), ("", "addresses.none"), ("a@b.se;Nemo", "addresses.nobody")]
)
def test_a_file_of_no_use_is_refused_by_name(tmp_path: Path, text: str | None, code: str) -> None:
    book = tmp_path / "adresser.csv"
    if text is not None:
        book.write_text(text)
    with pytest.raises(Trouble, match=code.replace(".", r"\.")) as refused:
        desk_with(tmp_path).calendars.read_addresses(str(book))
    assert refused.value.facts["path"] == str(book)
