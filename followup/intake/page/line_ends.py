"""How a line ends: with its sentence, or only because the page or the cell is no wider.

It joins nothing.
"""

from __future__ import annotations

_ENDS_SENTENCE = (".", "!", "?", ":", ";", '."', ".”", ".)", "!”", "?”", ":)")
_FULL, _ROOM_BEFORE_CAPITAL, _ROOM_BEFORE_SMALL = 0.88, 0.78, 0.65
"""How much of the width a full line fills at least; how much one may that has room for a next word, large or small."""


def ends_sentence(text: str) -> bool:
    """Say whether a line ends with what ends a sentence, or leads to what stands below it."""
    return text.endswith(_ENDS_SENTENCE)


def broke_early(last: str, text: str, width: int) -> bool:
    """Say whether a line that is `last` was ended by its author: the first word of `text` had room on it.

    `width` is how many signs a full line has.
    """
    if len(last) >= width * _FULL or last[-1] in "-\u00ad/," or text[0] == "/":
        return False
    needed = len(last) + 1 + len(text.split(" ", 1)[0])
    if text[0].islower():
        return needed < width * _ROOM_BEFORE_SMALL
    return needed < width * (_FULL if ends_sentence(last) else _ROOM_BEFORE_CAPITAL)


def usual_length(lengths: list[int]) -> int:
    """The length that nine lines of ten do not exceed, 0 of none."""
    return sorted(lengths)[int(len(lengths) * 0.9)] if lengths else 0
