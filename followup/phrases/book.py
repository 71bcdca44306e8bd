"""A book of phrases in one language: a key and facts in, a sentence out.

The file is read at the first phrase asked for: a status line in JSON says nothing and must not pay for it.
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

    def __call__(self, key: str, /, **facts: object) -> str:
        """Give the phrase with its facts in place.

        Raises:
            KeyError: no such phrase; a test sees to it that every key used exists.
        """
        phrase = self.all()[key]
        return phrase.format_map(facts) if facts else phrase

    def count(self, key: str, number: int, /, **facts: object) -> str:
        """Give the phrase `KEY.one` or `KEY.other` for this number, which it may name as {n}."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", n=number, **facts)

    def has(self, key: str) -> bool:
        """Say whether there is such a phrase."""
        return key in self.all()

    def all(self) -> dict[str, str]:
        """Give every phrase by its key."""
        if not self._phrases:
            self._phrases = read_phrases(self.language)
        return self._phrases


def read_phrases(language: str) -> dict[str, str]:
    """Read a language's file as phrases by dotted key."""
    import os
    import tomllib

    path = os.path.join(os.path.dirname(__file__), f"{language}.toml")  # noqa: PTH118, PTH120 - pathlib costs 10 ms
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return dict(_flat(tomllib.load(file), ""))


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        found += _flat(value, f"{key}.") if isinstance(value, dict) else [(key, value)]
    return found
