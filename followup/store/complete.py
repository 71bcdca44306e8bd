"""Everything as one JSON file: schema followup.complete/2.

The file holds every table, journal and calendar ledger too, row for row with its numbers, one row a line. What is taken
in again (followup.store.filling) gives the same bytes.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from json import dumps
from typing import TYPE_CHECKING, Any

from db import copies, errors
from db.address import Address
from db.columns import COLUMNS
from db.reading import open_reader
from db.whole import NAMES
from followup.store.places import folder_of
from followup.store.store import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.reading import Reader

SCHEMA = "followup.complete/2"
HEAD = '{{"schema":"{}","tables":{{'
END_OF_TABLE = "]},"
END = "]}}}"
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


def written(address: Address) -> Iterator[bytes]:
    """Give the whole database as one JSON document, in parts, all of one state.

    Raises:
        Trouble: it cannot be read.
    """
    with telling(), _still(address) as still, open_reader(still) as reader, reader.snapshot():
        yield f"{HEAD.format(SCHEMA)}\n".encode()
        for name in NAMES:
            yield from _table(reader, name)
            yield f"\n{END if name == NAMES[-1] else END_OF_TABLE}\n".encode()


@contextmanager
def _still(address: Address) -> Iterator[Address]:
    """Give a copy that nobody waits for: whoever writes to a file waits for those who read it, and this reads long.

    A server lets both go on. Where no copy can be made the file itself is read.
    """
    if address.path is None:
        yield address
        return
    copy = folder_of(address) / f".followup-all-{os.getpid()}.part"
    try:
        copies.copy(address, copy)
    except errors.DatabaseError:
        yield address
        return
    try:
        yield Address("sqlite", str(copy))
    finally:
        copy.unlink(missing_ok=True)


def _table(reader: Reader, name: str) -> Iterator[bytes]:
    yield heading(name).encode()
    before = "\n"
    for page in reader.pages(name):
        yield (before + ",\n".join(map(as_json, page))).encode()
        before = ",\n"


def heading(name: str, columns: Sequence[str] = ()) -> str:
    """Give the line with which a table begins, of these columns or those of today."""
    return f'"{name}":{{"columns":{as_json(columns or COLUMNS[name])},"rows":['


def as_json(plain: Any) -> str:  # noqa: ANN401 - a row
    """Give a row as its line, with what a terminal would obey as escapes."""
    return dumps(plain, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
