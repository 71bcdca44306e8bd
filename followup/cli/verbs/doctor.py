"""`followup doctor`: where everything lies, whether it is whole, and what to do if not."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from followup import __version__
from followup.cli.exits import Exit
from followup.settings import APPLICATION, settings_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.cli.seat import Seat

CLOUDS = ("OneDrive", "Dropbox", "iCloud", "Google Drive", "Nextcloud")


def run(seat: Seat) -> Exit:
    """Tell; exit 1 when something is wrong."""
    seat.desk.snapshot()
    seat.output.lines([f"  {line}" for line in _places(seat)])
    found = list(_findings(seat))
    seat.output.lines([f"{'✓' if good else '!'} {line}" for good, line in found])
    return Exit.OK if all(good for good, _ in found) else Exit.REFUSED


def _places(seat: Seat) -> Iterator[str]:
    import sqlite3

    say = seat.phrases
    python = ".".join(str(part) for part in sys.version_info[:3])
    versions = say("doctor.versions", python=python, sqlite=sqlite3.sqlite_version)
    place, size = seat.desk.keeping.place()
    said = (
        ("program", f"{APPLICATION} {__version__} ({versions})"),
        ("database", place),
        ("size", f"{size:,}"),
        ("copies", str(len(seat.desk.keeping.copies()))),
        ("settings", settings_path(os.environ)),
    )
    yield from (f"{say(f'doctor.{name}') + ':':<16}{text}" for name, text in said)
    snapshot = seat.desk.snapshot()
    counts = say("doctor.counts", plans=len(snapshot.plans), actions=len(snapshot.actions), sets=snapshot.revision)
    yield f"{say('doctor.holds') + ':':<16}{counts}"


def _findings(seat: Seat) -> Iterator[tuple[bool, str]]:
    say, health = seat.phrases, seat.desk.keeping.health()
    yield from ((False, say("doctor.unsound", detail=detail)) for detail in health.unsound)
    if not health.unsound:
        yield True, say("doctor.sound")
    wrong = seat.desk.replay_trouble()
    yield not wrong, say("doctor.not_replayed", detail=wrong) if wrong else say("doctor.replayed")
    yield from ((False, say("doctor.dangling", entity=say(f"entity.{kind}"), id=one)) for kind, one in health.dangling)
    place, _ = seat.desk.keeping.place()
    yield not health.exposed, say("doctor.exposed" if health.exposed else "doctor.private", path=place)
    cloud = next((name for name in CLOUDS if name.casefold() in place.casefold()), "")
    if cloud:
        yield False, say("doctor.cloud", what=cloud)
