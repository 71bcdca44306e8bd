"""Text to tokens: words, numbers and signs with their places in the text.

Why it exists: every production looks at tokens, so blanks, line breaks, odd dashes and case are dealt
with once. It must never guess what a token means.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

__all__ = ["LONGEST", "Token", "Tokens", "heal", "tokenize", "words"]

LONGEST = 4000
"""Characters; a longer text is a document, not a date field."""

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_BROKEN_NUMBER = re.compile(r"(?<=[0-9]-)\s*\n\s*(?=[0-9])")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u202a\u202b\u202c\u202d\u202e"


def _rewritten() -> dict[int, str]:
    """Signs that look alike, as one: hyphens, dashes, apostrophes; control characters as blanks."""
    table = dict.fromkeys((*range(32), *range(127, 160)), " ")
    table |= {ord(sign): "" for sign in _INVISIBLE}
    table |= {ord(sign): "-" for sign in "\u2010\u2011\u2212"}
    table |= {ord(sign): "\u2013" for sign in "\u2012\u2014\u2015"}
    table |= {ord(sign): "'" for sign in "\u2018\u2019\u00b4`"}
    return table


_REWRITTEN = _rewritten()


@dataclass(frozen=True, slots=True)
class Token:
    """One word in lower case, one number or one sign; `glued` when no blank stands before it."""

    word: str
    start: int
    end: int
    glued: bool

    @property
    def is_number(self) -> bool:
        """True for a run of ASCII digits."""
        return "0" <= self.word[0] <= "9"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, and the day that missing years and "om en månad" count from."""

    text: str
    items: tuple[Token, ...]
    reference: date

    def __len__(self) -> int:
        return len(self.items)

    def word(self, index: int) -> str:
        """The token's word; "" beyond either end."""
        return self.items[index].word if 0 <= index < len(self.items) else ""

    def glued(self, index: int) -> bool:
        """True when the token exists and nothing stands between it and the one before."""
        return 0 <= index < len(self.items) and self.items[index].glued

    def digits(self, index: int, shortest: int, longest: int) -> int | None:
        """The number at `index` when it has that many digits; leading zeros count."""
        word = self.word(index)
        if not (word and "0" <= word[0] <= "9" and shortest <= len(word) <= longest):
            return None
        return int(word)

    def is_number(self, index: int) -> bool:
        """True when the token exists and is a run of digits."""
        return 0 <= index < len(self.items) and self.items[index].is_number

    def is_word(self, index: int) -> bool:
        """True when the token exists and is a run of letters."""
        return 0 <= index < len(self.items) and self.items[index].word[0].isalpha()

    def slice(self, first: int, after: int) -> str:
        """The words as written from token `first` up to, not including, token `after`."""
        if first >= after:
            return ""
        return self.text[self.items[first].start : self.items[after - 1].end]


def heal(text: str) -> str:
    """The text on one line: blanks and line breaks as one blank, look-alike signs as one sign."""
    mended = _BROKEN_NUMBER.sub("", unicodedata.normalize("NFC", text))
    return " ".join(mended.translate(_REWRITTEN).split())


def words(text: str) -> list[str]:
    """The words of a phrase, as tokens have them."""
    return _TOKEN.findall(text.lower())


def tokenize(text: str, reference: date) -> Tokens:
    """Tokens of a healed text."""
    items: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text):
        items.append(Token(match.group().lower(), match.start(), match.end(), match.start() == end))
        end = match.end()
    return Tokens(text, tuple(items), reference)
