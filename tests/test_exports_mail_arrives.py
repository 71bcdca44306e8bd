"""Our mails, given to a real calendar server: they put an event there, change it, and take it back."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from calendar_judge import values
from exports.mail import Letter, render_cancel, render_request
from exports.sheet import Address
from sample_sheets import EVENT

LETTER = Letter(
    Address("Ivar Löf", "ivar.lof@exempel.se"),
    Address("Signe Ahl", "signe.ahl@exempel.se"),
    datetime(2026, 11, 22, 8, 15, tzinfo=UTC),
    "Påminnelse: A1",
    "Hej!",
)


def arrive(mail: bytes, server: Path) -> list[str]:
    """The lines of the one event in the recipient's calendar, after the mail has arrived."""
    command = [sys.executable, "-m", "xandikos", "import-imip", "--autocreate", "-d", str(server)]
    subprocess.run(command, input=mail, capture_output=True, check=True)
    (event,) = (server / "user" / "calendars" / "calendar").glob("*.ics")
    return event.read_bytes().decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("over", [True, False])
def test_an_event_comes_changes_and_goes(over: bool, tmp_path: Path) -> None:
    came = arrive(render_request(LETTER, EVENT, "sv"), tmp_path)
    assert values(came, "UID") == [EVENT.uid] and values(came, "STATUS") == ["CONFIRMED"]
    moved = replace(EVENT, summary="A1: flyttad", sequence=1)
    changed = arrive(render_request(LETTER, moved, "sv"), tmp_path)
    assert values(changed, "SUMMARY") == ["A1: flyttad"] and values(changed, "SEQUENCE") == ["1"]
    gone = arrive(render_cancel(LETTER, replace(moved, sequence=2), "sv", over=over), tmp_path)
    assert values(gone, "STATUS") == ["CANCELLED"]
