"""A lexicon: phrases of one or several words, each with a meaning, longest phrase first.

Why it exists: the same idea is said in many ways and four languages; the productions ask for the idea.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from followup.domain.when.tokens import Tokens, words

__all__ = ["Found", "Lexicon"]

T = TypeVar("T")
Found = tuple[T, int] | None
"""What a production gives: the thing and the index of the token after it, or None."""


class _Node(Generic[T]):
    """One step of a phrase: where the next word leads, and what the phrase means if it ends here."""

    __slots__ = ("meaning", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.meaning: T | None = None


class Lexicon(Generic[T]):
    """Phrases looked up at a place among the tokens; phrases are written with "|" between them."""

    def __init__(self, entries: Mapping[T, str]) -> None:
        self._root: _Node[T] = _Node()
        for meaning, phrases in entries.items():
            for phrase in phrases.split("|"):
                self._add(phrase.strip(), meaning)

    def _add(self, phrase: str, meaning: T) -> None:
        node = self._root
        for word in words(phrase):
            node = node.next.setdefault(word, _Node())
        node.meaning = meaning

    def at(self, tokens: Tokens, index: int) -> Found[T]:
        """The meaning of the longest phrase that starts at `index`."""
        node, best = self._root, None
        while (step := node.next.get(tokens.word(index))) is not None:
            node, index = step, index + 1
            if node.meaning is not None:
                best = (node.meaning, index)
        return best
