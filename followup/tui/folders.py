"""The names in a folder that a typed path may become: folders, and files that a reader may read. Opens no file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

READABLE = (".pdf", ".docx", ".xlsx", ".csv", ".tsv", ".txt", ".md", ".json")
MOST = 400
"""So many names are shown of a folder."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a folder: its path as it is typed on, whether it is a folder, its size in bytes."""

    path: str
    name: str
    is_folder: bool
    size: int = 0


def names_for(typed: str) -> tuple[Name, ...]:
    """Give what the typed path may become, folders first; hidden names only when a dot is typed."""
    folder, begun = os.path.split(typed)
    place = Path(folder or ".").expanduser()
    found: list[Name] = []
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                found += _named(entry, folder, begun)
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (not one.is_folder, one.name.casefold()))[:MOST])


def _named(entry: os.DirEntry[str], folder: str, begun: str) -> list[Name]:
    if not entry.name.casefold().startswith(begun.casefold()) or (entry.name.startswith(".") and not begun):
        return []
    try:
        is_folder = entry.is_dir()
        size = 0 if is_folder else entry.stat().st_size
    except OSError:
        return []
    if not is_folder and not entry.name.casefold().endswith(READABLE):
        return []
    path = os.path.join(folder, entry.name)  # noqa: PTH118 - the folder stays as it was typed, "~" and all
    return [Name(path + os.sep if is_folder else path, entry.name, is_folder, size)]


def completed(typed: str, names: tuple[Name, ...]) -> str:
    """Give the typed path with all that the names have in common."""
    if not names:
        return typed
    if len(names) == 1:
        return names[0].path
    letters = zip(*(one.path.casefold() for one in names), strict=False)
    common = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, letters))
    return names[0].path[:common] if common > len(typed) else typed


def pasted_path(text: str) -> str:
    """Give the path in a pasted or dropped text: quotes, escaped blanks and file:// taken off."""
    path = text.strip().strip("'\"")
    if path.startswith("file://"):
        from urllib.parse import unquote

        path = unquote(path.removeprefix("file://"))
    return path.replace("\\ ", " ")


def size_words(size: int) -> str:
    """Give a size in kB or MB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} kB"


def short_path(path: str) -> str:
    """Give a path as people write it: from home where it lies there."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a path is text here
    return "~" + path[len(home) :] if home != "/" and path.startswith(home + os.sep) else path


def plain_name(words: str) -> str:
    """Give words as a part of a file's name: letters and digits, and a hyphen for all between."""
    return "-".join(part for part in "".join(one if one.isalnum() else " " for one in words).split())
