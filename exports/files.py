"""The one way in which files are written: beside the target first, then put in its place, whole or not at all.

A file whose bytes would be the same is left alone, for a synced folder or a subscriber takes a new time for news.
Nothing here may know what is in the bytes.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_UNDECOMPOSED = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Written:
    """A file that now holds what was given; `changed` is false if it already did and was not touched."""

    path: Path
    changed: bool


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A file that is as it was, and why."""

    path: Path
    error: OSError


def write(path: Path, data: bytes) -> Written:
    """Put `data` at `path`, making folders that are missing; new ones are for the owner only, as is a new file.

    A file that is replaced keeps its permissions. What is no file, such as a pipe, is written to. Raises `OSError`;
    `path` is then as it was and nothing else is left behind.
    """
    present = _kind(path)
    if present is not None and stat.S_ISREG(present) and _holds(path, data):
        return Written(path, changed=False)
    return write_parts(path, (data,))


def write_parts(path: Path, parts: Iterable[bytes]) -> Written:
    """Put a file too long to be held at once at `path`, as `write` does; it is not compared with what is there."""
    present = _kind(path)
    if present is not None and not stat.S_ISREG(present):
        with path.open("wb") as file:
            file.writelines(parts)
        return Written(path, changed=True)
    _make_folders(path.parent)
    _replace(path, parts, _PRIVATE_FILE if present is None else stat.S_IMODE(present))
    return Written(path, changed=True)


def write_all(files: Iterable[tuple[Path, bytes]]) -> tuple[Written | NotWritten, ...]:
    """Write each of `files` that can be written, and say of each, in order, how it went."""
    return tuple(_attempt(path, data) for path, data in files)


def slug(name: str, ident: int | str, limit: int = 60) -> str:
    """Give an ASCII file name without suffix that reads like `name`, and is told apart by `ident`.

    `limit` is how many characters are taken of the name. It holds no separator, dot or device name of Windows.
    """
    readable = _ascii(name)[:limit].strip("-")
    if readable in _RESERVED:
        readable = f"x-{readable}"
    return f"{readable or 'x'}-{_ascii(str(ident)) or 'x'}"


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _attempt(path: Path, data: bytes) -> Written | NotWritten:
    try:
        return write(path, data)
    except OSError as error:
        return NotWritten(path, error)


def _kind(path: Path) -> int | None:
    """Give the mode of what is at `path`, `None` if nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _holds(path: Path, data: bytes) -> bool:
    """Say whether the file already is `data`; one that cannot be read is not."""
    with suppress(OSError):
        return path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _make_folders(folder: Path) -> None:
    """Make `folder` and those above it that are missing, each for the owner only."""
    if folder.is_dir():
        return
    _make_folders(folder.parent)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def _replace(path: Path, parts: Iterable[bytes], mode: int) -> None:
    # The name is short whatever the target's is: a name may have 255 bytes.
    beside = path.parent / f".followup-{os.urandom(8).hex()}.tmp"
    try:
        _write_durably(beside, parts, mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _write_durably(path: Path, parts: Iterable[bytes], mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())
    if mode != _PRIVATE_FILE:
        path.chmod(mode)


def _settle(folder: Path) -> None:
    """Make the new name survive a loss of power; Windows and some network folders cannot be asked for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
