"""Make people's text safe to stand in any file: what every format does to a text before its own escaping.

Texts come from Word, mail and keyboards, and may hold anything. Nothing here may know a format.
"""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_ILLEGAL = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_BLANKS = re.compile("[ \t]+")
_AROUND_BREAK = re.compile(r" ?\n ?")


def clean(text: str) -> str:
    r"""Give `text` in NFC with `\n` as its only line break and nothing that a file or a terminal would obey.

    Marks that turn the reading direction are taken away; other control characters, lone surrogates and
    noncharacters become U+FFFD, so that one sees that something was there. Blanks in a row become one, for formats
    that fold or trim lines would lose them differently.
    """
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")
    return _cleaned(text)


def _cleaned(text: str) -> str:
    """Clean a text that may need it; most need nothing, and looking is quick."""
    whole = _BREAKS.sub("\n", text)
    whole = _ILLEGAL.sub("\ufffd", _UNSEEN.sub("", whole))
    whole = _BLANKS.sub(" ", unicodedata.normalize("NFC", whole))
    return _AROUND_BREAK.sub("\n", whole).strip(" \n")


def one_line(text: str, limit: int = 0) -> str:
    """Give `text` cleaned and on one line, cut to at most `limit` characters with an ellipsis (0: not cut)."""
    return shorten(clean(text).replace("\n", " "), limit)


def shorten(text: str, limit: int) -> str:
    """Cut `text` to at most `limit` characters, the last one an ellipsis if anything was cut (0: never cut)."""
    if not limit or len(text) <= limit:
        return text
    return text[: limit - 1].rstrip(" \n\u200d") + "…"
