"""An empty database filled from a file of schema followup.complete, today's or an older one.

The file is read with suspicion: a value of the wrong kind, or a text that no door would let in, refuses the whole file.
Nothing is stored before everything is.
"""

from __future__ import annotations

from dataclasses import fields
from json import loads
from typing import TYPE_CHECKING, Any

from db import errors
from db.columns import COLUMNS
from db.engine import open_engine
from db.whole import NAMES, pour
from followup.domain.records import read_field, read_record, type_of
from followup.domain.texts import is_clean
from followup.domain.trouble import Trouble
from followup.store import from_rows as rows
from followup.store.complete import END, END_OF_TABLE, HEAD, SCHEMA, heading
from followup.store.reminders import delivery_of, reminder_of
from followup.store.store import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from db.address import Address

    Named = tuple[str, Any]

_FAMILY = b'"followup.complete/'
_LACKING: dict[str, dict[str, dict[str, object]]] = {
    SCHEMA: {},
    "followup.complete/1": rows.LATER,
}
"""The columns that each schema which is read lacks, and what stands there instead."""
_NUMBERS = frozenset({"version", "position", "number", "set_number", "sequence", "withdrawn"})
_COUNTED = frozenset({("change", "id"), ("delivery", "id")})
_LARGEST = 2**63


def _change_of(row: Any) -> object:  # noqa: ANN401 - a row
    """Read a change, and both its values as what they stand for."""
    change = rows.change_of(row)
    if change.field is None:
        whole: list[Any] = [one for one in (change.old, change.new) if one is not None]
        return [read_record(change.entity, dict(one)) for one in whole]
    _expect(change.field in {field.name for field in fields(type_of[change.entity])})
    return [read_field(change.field, one) for one in (change.old, change.new)]


_READINGS: dict[str, Callable[[Any], object]] = {
    "plan": rows.plan_of,
    "area": rows.area_of,
    "person": rows.person_of,
    "role": rows.role_of,
    "holding": rows.holding_of,
    "action": rows.action_of,
    "round": rows.round_of,
    "occasion": rows.occasion_of,
    "change_set": lambda row: (rows.moment_of(row[2]), loads(row[4] or "{}").keys()),
    "change": _change_of,
    "reminder": reminder_of,
    "delivery": delivery_of,
}
"""How a row is read afterwards: what cannot be read so is not let in."""


def is_complete(beginning: bytes) -> bool:
    """Say whether a file that begins so is one of these, of whatever version."""
    bare = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bare.startswith(b"{") and _FAMILY in bare[:200]


def fill(address: Address, file: BinaryIO, path: str) -> dict[str, int]:
    """Fill the empty database with what a file holds, all or nothing; give how many rows each table got.

    Raises:
        Trouble: the database holds something, or the file is not to be relied on; nothing is stored.
    """
    counts = dict.fromkeys(NAMES, 0)
    with telling():
        engine = open_engine(address)
        try:
            pour(engine, _counted(file, path, counts))
        except errors.Occupied as error:
            raise Trouble("complete.occupied", place=error.place) from error
        except errors.Violated as error:
            raise Trouble("complete.broken", path=path, where=error.detail) from error
        finally:
            engine.dispose()
    return counts


def weigh(file: BinaryIO, path: str) -> dict[str, int]:
    """Read a file through and store nothing; give how many rows each table would get.

    Raises:
        Trouble: the file is not to be relied on.
    """
    counts = dict.fromkeys(NAMES, 0)
    for _ in _counted(file, path, counts):
        continue
    return counts


def _counted(file: BinaryIO, path: str, counts: dict[str, int]) -> Iterator[Named]:
    """Give the rows of a file, each checked and counted.

    Raises:
        Trouble: it is no such file, of another version, or a row is not to be relied on.
    """
    name = ""
    try:
        for name, row in _rows(file, path):
            counts[name] += 1
            _weigh_row(name, row)
            yield name, tuple(row)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Trouble("complete.broken", path=path, where=f"{name} {counts.get(name, '')}".strip()) from error


def _rows(file: BinaryIO, path: str) -> Iterator[Named]:
    """Give the rows as they stand: line by line where the file is laid out as it was written, else all at once."""
    first = file.readline().removeprefix(b"\xef\xbb\xbf")
    for schema, lacking in _LACKING.items():
        if first.strip() == HEAD.format(schema).encode():
            return _by_line(file, lacking)
    return _by_table(loads(first + file.read()), path)


def _columns(name: str, lacking: dict[str, dict[str, object]]) -> list[str]:
    return [column for column in COLUMNS[name] if column not in lacking.get(name, {})]


def _whole(name: str, row: Any, lacking: dict[str, dict[str, object]]) -> list[Any]:  # noqa: ANN401 - whatever the file holds
    """Give a row with what stands where its schema had no column yet."""
    _expect(isinstance(row, list))
    if name not in lacking:
        return list(row)
    named = dict(zip(_columns(name, lacking), row, strict=True)) | lacking[name]
    return [named[column] for column in COLUMNS[name]]


def _by_line(file: Iterable[bytes], lacking: dict[str, dict[str, object]]) -> Iterator[Named]:
    names, name, text = iter(NAMES), "", ""
    for line in file:
        text = line.decode().strip()
        if text.startswith('"'):
            name = next(names, "")
            _expect(text == heading(name, _columns(name, lacking)))
        elif text.startswith("["):
            yield name, _whole(name, loads(text.removesuffix(",")), lacking)
        else:
            _expect(text in {END_OF_TABLE, END})
    _expect(name == NAMES[-1] and text == END)


def _by_table(document: Any, path: str) -> Iterator[Named]:  # noqa: ANN401 - whatever the file holds
    if document["schema"] not in _LACKING:
        raise Trouble("complete.newer", path=path, schema=document["schema"])
    lacking = _LACKING[document["schema"]]
    _expect(sorted(document["tables"]) == sorted(NAMES))
    for name in NAMES:
        table = document["tables"][name]
        _expect(table["columns"] == _columns(name, lacking))
        yield from ((name, _whole(name, row, lacking)) for row in table["rows"])


def _expect(good: bool) -> None:  # noqa: FBT001 - what is expected is the only thing to say
    if not good:
        raise ValueError


def _weigh_row(name: str, row: Any) -> None:  # noqa: ANN401 - whatever the file holds
    """Accept a row whose values are of their columns' kinds and that reads as what it says it is.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: it is not.
    """
    for column, value in zip(COLUMNS[name], row, strict=True):
        is_number = column in _NUMBERS or (name, column) in _COUNTED
        _expect(_is_number(value) if is_number else value is None or _is_text(column, value))
    _READINGS[name](tuple(row))


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) < _LARGEST


def _is_text(column: str, value: object) -> bool:
    if not isinstance(value, str):
        return False
    seen = value.replace("\r\n", "\n") if column == "component" else value
    return is_clean(seen) and ("\\u" not in value or column == "component" or _is_clean_inside(value))


def _is_clean_inside(text: str) -> bool:
    """Say whether a text that is JSON holds only clean texts; one that is none holds nothing but itself."""
    try:
        return _holds_clean(loads(text))
    except ValueError:
        return True


def _holds_clean(plain: Any) -> bool:  # noqa: ANN401 - any plain value
    if isinstance(plain, str):
        return is_clean(plain)
    if isinstance(plain, dict):
        return all(_holds_clean(part) for part in (*plain, *plain.values()))
    return all(map(_holds_clean, plain)) if isinstance(plain, list) else True
