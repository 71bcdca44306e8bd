"""What text loses at the door, and what it never loses."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest
from hypothesis import given

from builders import an_action
from followup.domain.actions import Status
from followup.domain.commands import AddAction, MoveTo
from followup.domain.dates import When
from followup.domain.people import WrittenOwner
from followup.domain.texts import clean, clean_line, cleaned, is_clean
from hostile_texts import HOSTILE, texts
from paper_desk import PaperDesk


@given(texts)
def test_cleaned_text_stays_as_it_is_when_it_is_cleaned_again(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert is_clean(clean(text))
    assert is_normalized("NFC", clean(text))


@given(texts)
def test_cleaned_text_can_be_stored_and_shown(text: str) -> None:
    clean(text).encode()
    assert all(letter.isprintable() or letter in "\n\t\xa0\xad" or letter > "\xad" for letter in clean(text))


@given(texts)
def test_a_cleaned_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Två rader\r\nmed text\rhär", "Två rader\nmed text\nhär"),
        ("e\u0301tude", "étude"),
        ("a\x1b[31mröd", "a\ufffd[31mröd"),
        ("\x00\x9b2J", "\ufffd\ufffd2J"),
        ("\u202efdp.exe\u202c", "fdp.exe"),
        ("halvt \ud800 par", "halvt \ufffd par"),
        ("\ufdd0\U0001fffe", "\ufffd\ufffd"),
        ("rad\x0brad\u2028rad", "rad\nrad\nrad"),
        ("[red]x[/red] =1+1 <b>", "[red]x[/red] =1+1 <b>"),
        ("שלום 👩🏽‍⚕️ å", "שלום 👩🏽‍⚕️ å"),
        ("kolumn\tkolumn", "kolumn\tkolumn"),
    ],
)
def test_what_a_screen_would_obey_goes_and_what_people_write_stays(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_a_clean_command_is_not_made_anew() -> None:
    command = MoveTo("a1", Status.DONE, "Klart")
    assert cleaned(command) is command


def test_every_text_of_a_command_is_cleaned_and_nothing_else_is_touched() -> None:
    bad = "Ås\x1ba\nBerg"
    command = AddAction("p1", bad, "A", bad, "", When.no_date(bad), (WrittenOwner(bad, bad),), triggers=(bad,))
    made = cleaned(command)
    line, text = "Ås\ufffda Berg", "Ås\ufffda\nBerg"
    assert (made.area_code, made.requirement, made.due.text) == (line, text, text)
    assert (made.responsible, made.triggers) == ((WrittenOwner(line, line),), (text,))
    assert cleaned(MoveTo("a1", Status.DONE, bad)).status is Status.DONE


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_decided_holds_only_clean_text(text: str) -> None:
    desk = PaperDesk()
    desk.ask(MoveTo(desk.action("A1").id, Status.PAUSED, text))
    assert is_clean(desk.action("A1").status_note)
    assert an_action().status_note == ""
