"""Headings of areas: a letter or number and a name, as the document gives them."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = r"(?:(?:kvalitets|del)?område|avsnitt|del|kapitel|area|section|domain|part|omraade)"
_LETTERED = re.compile(rf"^(?:{_WORD}\s+)?([A-ZÅÄÖ])\s*(?:[.):]|\s[-–—])\s*(\S.*)$", re.IGNORECASE)
_BARE_LETTER = re.compile(r"^([A-Z])\s+([A-ZÅÄÖ]\S*(?:\s+\S+){0,8})$")
_SPOKEN = re.compile(rf"^{_WORD}\s+([A-Z]|\d{{1,2}})\s*(?:[.:)]|[-–—])?\s*(.*)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\s*[.):]?\s+(\D.*)$")
_ONLY_CODE = re.compile(r"^([A-ZÅÄÖ]|\d{1,2})[.)]?$")
_MAY_BE = re.compile(rf"(?i)\s*(?:{_WORD}\s|[a-zåäö]\s*[.):]|[a-zåäö]\s+[–—-])")
LONGEST = 90


def read_area_heading(text: str) -> tuple[str, str] | None:
    """The letter and name of a line that is an area's heading ("D. Tjänstgöringens upplägg"), or None."""
    if len(text) > LONGEST * 2 or not _MAY_BE.match(text):
        return None
    text = " ".join(text.split())
    if len(text) > LONGEST or text.endswith((".", ";", ",")) or ". " in text[3:]:
        return None
    spoken = _SPOKEN.match(text)
    if spoken:
        return spoken.group(1).upper(), spoken.group(2).strip()
    lettered = _LETTERED.match(text)
    if lettered and lettered.group(1).isupper() and any(map(str.isalpha, lettered.group(2))):
        return lettered.group(1), lettered.group(2).strip()
    return None


@lru_cache(maxsize=1024)
def read_area(text: str) -> tuple[str, str]:
    """The code and name of an area in a cell or after a label; the code is empty where none is written."""
    text = " ".join(text.split()).rstrip(".")
    found = read_area_heading(text) or _coded(text)
    return found or ("", text)


def _coded(text: str) -> tuple[str, str] | None:
    only = _ONLY_CODE.match(text)
    if only:
        return only.group(1), ""
    other = _BARE_LETTER.match(text) or _NUMBERED.match(text)
    return (other.group(1), other.group(2).strip()) if other else None
