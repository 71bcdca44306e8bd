"""`followup doctor`: where everything lies, whether it is whole, and what to do if not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from followup import __version__
from followup.cli.exits import Exit
from followup.cli.verbs.backup import size_words
from followup.domain.signs import Sign, sign
from followup.domain.trouble import Unusable
from followup.present.sentences import sentence
from followup.settings import APPLICATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Tell; exit 1 when something is wrong, 4 when the database cannot be used: then too it is told where it lies."""
    try:
        held = _held(seat)
    except Unusable:
        seat.output.lines(_aligned(seat, _places(seat)))
        raise
    if seat.asked.mend:
        _mend(seat)
    seat.output.lines(_aligned(seat, [*_places(seat), ("holds", held)]))
    found = list(_findings(seat))
    seat.output.lines(["", *(_line(seat, one) for one in found)])
    if any(one.mends for one in found):
        seat.output.talk(seat.phrases("doctor.can_mend"))
    return Exit.OK if all(one.good for one in found) else Exit.REFUSED


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


def _findings(seat: Seat) -> Iterator[Sign]:
    """Give what was found in the database and around it, whether the log gives what is stored, and today's copy."""
    yield from seat.desk.keeping.examine()
    wrong = seat.desk.replay_trouble()
    yield sign("not_replayed", detail=wrong) if wrong else sign("replayed", good=True)
    trouble = seat.desk.keeping.copy_of_today()
    if trouble is not None:
        yield sign("copy_failed", why=sentence(trouble.code, trouble.facts, seat.phrases))


def _line(seat: Seat, found: Sign) -> str:
    facts = dict(found.facts)
    if "entity" in facts:
        facts["entity"] = seat.phrases(f"entity.{facts['entity']}")
    mark = "✓" if found.good else "+" if found.mends else "!"
    return f"{mark} {seat.phrases(f'doctor.{found.code}', **facts)}"


def _mend(seat: Seat) -> None:
    """Put right what can be, after a copy; without one nothing is touched."""
    path = seat.desk.keeping.mend()
    seat.output.talk(seat.phrases("doctor.mended", path=path))
