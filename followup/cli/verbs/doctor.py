"""`followup doctor`: where everything lies, whether it is whole, and what to do if not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from followup import __version__
from followup.cli.exits import Exit
from followup.cli.verbs.backup import size_words
from followup.domain.trouble import Unusable
from followup.settings import APPLICATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.cli.seat import Seat

CLOUDS = ("OneDrive", "Dropbox", "iCloud", "Google Drive", "Nextcloud")


def run(seat: Seat) -> Exit:
    """Tell; exit 1 when something is wrong, 4 when the database cannot be used: then too it is told where it lies."""
    try:
        held = _held(seat)
    except Unusable:
        seat.output.lines(_aligned(seat, _places(seat)))
        raise
    seat.output.lines(_aligned(seat, [*_places(seat), ("holds", held)]))
    found = list(_findings(seat))
    seat.output.lines(["", *(f"{'✓' if good else '!'} {line}" for good, line in found)])
    return Exit.OK if all(good for good, _ in found) else Exit.REFUSED


def _aligned(seat: Seat, said: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{seat.phrases(f'doctor.{name}') + ':':<16}{text}" for name, text in said]


def _places(seat: Seat) -> Iterator[tuple[str, str]]:
    import sqlite3

    python = ".".join(str(part) for part in sys.version_info[:3])
    versions = seat.phrases("doctor.versions", python=python, sqlite=sqlite3.sqlite_version)
    place, size = seat.desk.keeping.place()
    copies = seat.desk.keeping.copies()
    yield "program", f"{APPLICATION} {__version__} ({versions})"
    yield "database", f"{place} ({size_words(size)})" if size else place
    yield "copies", f"{len(copies)} ({seat.phrases('doctor.latest', path=copies[-1].path)})" if copies else "0"
    yield "settings", seat.settings.file


def _held(seat: Seat) -> str:
    snapshot = seat.desk.snapshot()
    counts = (("plans", len(snapshot.plans)), ("actions", len(snapshot.actions)), ("sets", snapshot.revision))
    return ", ".join(seat.phrases.count(f"doctor.count_{name}", number) for name, number in counts)


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
