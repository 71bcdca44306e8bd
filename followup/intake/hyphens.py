"""Hyphens at the end of a line: which of them the author wrote, and which only the line break.

"Mini-" + "CEX" and "jour-" + "/beredskap" keep theirs, "utbildnings-" + "plan" loses it, "handlednings-" +
"och bedömningsformer" keeps it with a space. The document's own words are the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\u00ad"

_ENDS = re.compile(r"([^\W_]+)[-‐‑]$")
_BEGINS = re.compile(r"^([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LISTING = frozenset({"och", "eller", "samt", "respektive", "resp", "till", "and", "or", "og"})
_LINKING = ("s", "nings", "ions", "ets", "skaps")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document in lower case, those at a hyphenated line end left out."""
    found: set[str] = set()
    for line in lines:
        whole = _ENDS.sub("", line.rstrip())
        found.update(word.casefold() for word in _WORDS.findall(whole))
    return frozenset(found)


def join(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one, the hyphen between them kept, dropped or kept with a space."""
    before, after = before.rstrip(), after.lstrip()
    if before.endswith(SOFT):
        return before.rstrip(SOFT) + after
    ends = _ENDS.search(before)
    if before.endswith("/") or (ends and after.startswith("/")):
        return before + after
    if not ends:
        return f"{before} {after}" if before and after else before + after
    return _hyphenated(before, after, ends.group(1), known)


def _hyphenated(before: str, after: str, left: str, known: frozenset[str]) -> str:
    begins = _BEGINS.match(after)
    if not begins:
        return before + after
    right = begins.group(1)
    if right.casefold() in _LISTING:
        return f"{before} {after}"
    if right[0].isupper() or left.isupper() or left[-1].isdigit() or f"{left}-{right}".casefold() in known:
        return before + after
    if _is_one_word(left.casefold(), right.casefold(), known):
        return before[:-1] + after
    return f"{before} {after}"


def _is_one_word(left: str, right: str, known: frozenset[str]) -> bool:
    if left + right in known:
        return True
    return left not in known or len(left) <= 2 or (right not in known and left.endswith(_LINKING))
