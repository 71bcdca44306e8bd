"""Everything out as one file, and in again into an empty database: `export json --complete`, `import FILE.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from typing import BinaryIO

    from followup.cli.piped import Piped
    from followup.cli.seat import Seat

_BEGINNING = 512
_PIPED = "-"


def export_complete(seat: Seat) -> Exit:
    """Write everything to a file, or to stdout where none is named."""
    if seat.asked.kind != "json" or getattr(seat.asked, "for") or seat.asked.private:
        raise Misuse("complete.alone")
    parts, path = seat.desk.keeping.complete(), seat.asked.out or "-"
    if path != "-":
        seat.output.talk(seat.phrases("export.wrote", path=seat.desk.papers.write_parts(path, parts)))
        return Exit.OK
    for part in parts:
        seat.output.data(part)
    return Exit.OK


def holds_everything(seat: Seat, path: str, piped: Piped) -> bool:
    """Say whether a file ("-" is what is piped in) is one that `export json --complete` wrote.

    What cannot be read is none.
    """
    beginning = piped.beginning if path == _PIPED else _beginning(path)
    return b"followup.complete/" in beginning and seat.desk.keeping.is_complete(beginning)


def _beginning(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - asked before every import, and pathlib costs 10 ms
            return file.read(_BEGINNING)
    except (OSError, ValueError):
        return b""


def import_complete(seat: Seat, path: str, piped: Piped) -> Exit:
    """Fill the empty database, or with --dry-run say what the file holds."""
    if len(seat.asked.file) > 1 or seat.asked.new or seat.asked.map:
        raise Misuse("complete.alone_in")
    with piped.as_file() if path == _PIPED else _opened(path) as file:
        counts = seat.desk.keeping.fill(file, "stdin" if path == _PIPED else path, dry_run=seat.asked.dry_run)
    key = "complete.holds" if seat.asked.dry_run else "complete.filled"
    seat.output.talk(
        seat.phrases(
            key,
            plans=seat.phrases.count("complete.plans", counts["plan"]),
            actions=seat.phrases.count("summary.total", counts["action"]),
            sets=seat.phrases.count("complete.sets", counts["change_set"]),
        )
    )
    return Exit.OK


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "rb")  # noqa: PTH123 - closed by the one who asked
    except OSError as error:
        raise Trouble("intake.not_readable", path=path) from error
