"""The signs of a PDF's text: whether they are fit to be read as they stand, and what is taken out where not."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\ud800-\udfff]"
)
LINE_END = "\r\n"


_PRINTED = bytes(code for code in range(256) if chr(code).isprintable())


def is_tidy(text: str) -> bool:
    """Say whether a text holds nothing but composed, printable signs, single blanks and line ends.

    Most texts are of signs that Latin-1 has, and of a byte it is found five times as fast whether it is printed.
    """
    if "  " in text:
        return False
    try:
        unprinted = text.encode("latin-1").translate(None, _PRINTED)
    except UnicodeEncodeError:
        return text.replace(LINE_END, "").isprintable() and unicodedata.is_normalized("NFC", text)
    return not unprinted.replace(LINE_END.encode(), b"")


def _is_composed(text: str) -> bool:
    """Say whether no letter is parted from its marks; what Latin-1 can hold never is, and that is found soonest."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text)
    return True


def clean(text: str) -> str:
    """Words without control marks; pdfium's mark for a hyphen at a line's end is a hyphen."""
    if text.isprintable() and "  " not in text:
        words = text.strip()
        return words if _is_composed(words) else unicodedata.normalize("NFC", words)
    text = text.replace("\x02", "-").replace("\ufffe", "-")
    return " ".join(unicodedata.normalize("NFC", _UNPRINTED.sub(" ", text)).split())
