"""Made-up words in sentences as long as those of real plans. The same seed gives the same words, of no language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from random import Random

_ONSETS = (
    "b",
    "bl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sk",
    "t",
)
_VOWELS = ("a", "e", "i", "o", "u", "y", "å", "ä", "ö")
_CODAS = ("", "", "", "l", "n", "r", "s", "nd", "ng", "rt", "st")
_SENTENCES = 600


@dataclass(frozen=True)
class Wording:
    """A source of words, names and sentences."""

    chance: Random

    def word(self, syllables: int = 0) -> str:
        """Give a word, of one to four syllables where nothing else is said."""
        pick = self.chance.choice
        count = syllables or self.chance.choice((1, 1, 2, 2, 2, 3, 3, 4))
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(count))

    def name(self) -> str:
        """Give the name of a person."""
        return f"{self.word(2).capitalize()} {self.word(3).capitalize()}"

    def title(self) -> str:
        """Give the name of a role, a clinic or an area: a few words."""
        return " ".join((self.word(3).capitalize(), *(self.word() for _ in range(self.chance.randint(0, 2)))))

    def text(self, characters: int) -> str:
        """Give sentences of about so many characters in all."""
        found: list[str] = []
        length = 0
        while length < characters:
            found.append(self.chance.choice(self._sentences))
            length += len(found[-1]) + 1
        return " ".join(found)

    @cached_property
    def _sentences(self) -> list[str]:
        return [self._sentence() for _ in range(_SENTENCES)]

    def _sentence(self) -> str:
        words = [self.word() for _ in range(self.chance.randint(5, 12))]
        return f"{' '.join(words).capitalize()}."
