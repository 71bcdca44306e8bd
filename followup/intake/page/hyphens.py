"""Hyphens at the end of a line: which of them the author wrote, and which only the line break.

"Mini-" + "CEX" and "jour-" + "/beredskap" keep theirs, "utbildnings-" + "plan" loses it, "handlednings-" +
"och bedömningsformer" keeps it with a space. The document's own words are the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from followup.intake.page.broken_words import are_halves

SOFT = "\u00ad"
PERHAPS = SOFT + SOFT
"""After a word that fills its line: it may be broken there (`broken_words` tells)."""

LONGEST_WORD = 80
_ENDS = re.compile(r"([^\W_]+)[-‐‑]$")
_BEGINS = re.compile(r"^([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
BREAKS = ("-", "‐", "‑", "/", SOFT)
"""Signs at the end of a line that may break a word."""

_LISTING = frozenset({"och", "eller", "samt", "respektive", "resp", "till", "and", "or", "og"})
_HALVES_OF_THEIR_OWN = frozenset({"on", "off", "e", "x"})
"""What "on-call", "off-site", "e-post" begin with: the hyphen is theirs."""
_VERBAL = ("r", "t", "s")


class Vocabulary:
    """The words of a document in lower case, without those at the edges of lines that may be halves.

    Gathered when first asked for: most documents break no word.
    """

    def __init__(self, lines: Callable[[], Sequence[str]]) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None
        self._inner: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_words_of(self._lines()))
        return word in self._words

    @property
    def inner(self) -> frozenset[str]:
        """The words that stand at neither edge of a line: no half of a word is among them."""
        if self._inner is None:
            self._inner = frozenset(_words_of([line.rstrip().rpartition(" ")[0] for line in self._lines()]))
        return self._inner


def _words_of(lines: Iterable[str]) -> list[str]:
    return _WORDS.findall("\n".join(map(_without_halves, lines)).casefold())


def _without_halves(line: str) -> str:
    """A line without its first word, and without its last where that is broken."""
    whole = line.strip()
    if whole.endswith(("-", "‐", "‑")):
        whole = whole.rpartition(" ")[0]
    return whole.partition(" ")[2]


def join(before: str, after: str, known: Vocabulary) -> str:
    """Two lines as one, the hyphen between them kept, dropped or kept with a space."""
    before, after = before.rstrip(), after.lstrip()
    if after[:1].isalpha() and before and before[-1] not in BREAKS:
        return f"{before} {after}"
    if _is_one_date(before, after) or (after[:1] == "-" and _BROKEN_NAME.match(after)):
        return before.rstrip(SOFT) + after
    if not before.endswith(BREAKS) and not after.startswith("/"):
        return f"{before} {after}" if before and after else before + after
    return _joined_at_sign(before, after, known)


def _joined_at_sign(before: str, after: str, known: Vocabulary) -> str:
    """Two lines as one, between which a sign stands that may break a word."""
    if before.endswith(SOFT):
        return before.rstrip(SOFT) + _at_mark(before, after, known) + after
    ends = _ENDS.search(before[-LONGEST_WORD:])
    if before.endswith("/") or (ends and after.startswith("/")):
        return before + after
    if not ends:
        return f"{before} {after}" if before and after else before + after
    return _hyphenated(before, after, ends.group(1), known)


def _at_mark(before: str, after: str, known: Vocabulary) -> str:
    """What stands between two lines where a mark tells that a word is broken, or perhaps is."""
    begins = _BEGINS.match(after)
    last = before.rstrip(SOFT).rpartition(" ")[2].rpartition("/")[2]
    is_broken = not before.endswith(PERHAPS) or (begins and are_halves(last, begins.group(1), known.inner))
    return "" if is_broken else " "


_DATE = re.compile(r"20\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./ -]20\d\d|\d{1,2}/\d{1,2}-\d\d|20\d\d-\d\d")
_BROKEN_NAME = re.compile(r"-[A-ZÅÄÖÆØ][a-zåäöæøé]")
"""How a line begins that goes on with the second half of a name ("Berg" / "-Larsson")."""


def _is_one_date(before: str, after: str) -> bool:
    """Say whether a narrow column has broken a date ("2027-01-3" / "1"), which either half alone would tell wrong."""
    if not before or not after.lstrip("-")[:1].isdigit():
        return False
    last, first = before.rstrip(SOFT).rpartition(" ")[2], after.partition(" ")[0].rstrip(".,;")
    is_whole = _DATE.fullmatch(last) is not None and len(last) > len("2027-01")
    return not is_whole and _DATE.fullmatch(last + first) is not None


def _hyphenated(before: str, after: str, left: str, known: Vocabulary) -> str:
    begins = _BEGINS.match(after)
    if not begins:
        return before + after
    right = begins.group(1)
    if right.casefold() in _LISTING:
        return f"{before} {after}"
    if right[0].isupper() or left.isupper() or left[-1].isdigit() or f"{left}-{right}".casefold() in known:
        return before + after
    return before[:-1] + _between(left.casefold(), right.casefold(), known) + after


def _between(left: str, right: str, known: Vocabulary) -> str:
    """What stands between two halves in lower case: nothing, a hyphen, or the dash of "deltar- exempelvis"."""
    if left in _HALVES_OF_THEIR_OWN:
        return "-"
    if left + right in known or len(left) <= 2:
        return ""
    if left in known:
        return "- " if left.endswith(_VERBAL) else "-"
    return "-" if right in known and len(left) > 3 and not left.endswith("s") else ""
