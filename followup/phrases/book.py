"""A book of phrases in one language: a key and facts in, a sentence out.

A table of the file is read when a phrase of it is first asked for: a status line in JSON says nothing, and the first
paint says little; neither must pay for a thousand phrases.
"""

from __future__ import annotations

from typing import Any

LANGUAGES = ("sv", "en")


class Phrases:
    """The phrases of one language, "sv" or "en"."""

    def __init__(self, language: str) -> None:
        """Choose the language; nothing is read yet."""
        self.language = language
        self._phrases: dict[str, str] = {}
        self._unread: dict[str, str] | None = None

    def __call__(self, key: str, /, **facts: object) -> str:
        """Give the phrase with its facts in place.

        Raises:
            KeyError: no such phrase; a test sees to it that every key used exists.
        """
        phrase = self._phrases.get(key) or self._found(key)[key]
        return phrase.format_map(facts) if facts else phrase

    def count(self, key: str, number: int, /, **facts: object) -> str:
        """Give the phrase `KEY.one` or `KEY.other` for this number, which it may name as {n}."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", n=number, **facts)

    def has(self, key: str) -> bool:
        """Say whether there is such a phrase."""
        return key in self._found(key)

    def all(self, under: str = "") -> dict[str, str]:
        """Give every phrase by its key; those of one table and the tables in it, if named ("a" for [a] and [a.b])."""
        for table in list(self._tables()):
            if f"{table}.".startswith(f"{under}." if under else ""):
                self._read(table)
        return {key: phrase for key, phrase in self._phrases.items() if key.startswith(f"{under}." if under else "")}

    def _found(self, key: str) -> dict[str, str]:
        """Read the tables that may hold the key: "a.b.c" stands in [a.b], or as "b.c" in [a]."""
        table = key
        while table:
            table = table.rpartition(".")[0]
            self._read(table)
        return self._phrases

    def _read(self, table: str) -> None:
        """Read a table; what it holds is there before it counts as read, for other threads ask too."""
        text = self._tables().get(table, "")
        if text:
            import tomllib

            self._phrases.update(_flat(tomllib.loads(text), f"{table}."))
            self._tables().pop(table, "")

    def _tables(self) -> dict[str, str]:
        if self._unread is None:
            self._unread = split_tables(read_file(self.language))
        return self._unread


def read_file(language: str) -> str:
    """Read a language's file."""
    import os

    path = os.path.join(os.path.dirname(__file__), f"{language}.toml")  # noqa: PTH118, PTH120 - pathlib costs 10 ms
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as above
        return file.read()


def split_tables(text: str) -> dict[str, str]:
    """Give the text under each [heading] of a file; no phrase may begin a line with "[" (a test sees to it)."""
    parts = (part.partition("]") for part in text.split("\n[")[1:])
    return {name: body for name, _, body in parts}


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        found += _flat(value, f"{key}.") if isinstance(value, dict) else [(key, value)]
    return found
