"""The last door before the terminal: control characters in people's texts never pass it.

A title taken from a document could otherwise recolour the screen, set the window's title or write the clipboard.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_BAD = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_REPLACEMENT = "\ufffd"


class Clean(LineFilter):
    """Show each control character and each bidirectional override as a replacement sign."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Give the segments fit for a terminal; `background` does not matter."""
        if not any(_BAD.search(segment.text) for segment in segments):
            return segments
        return [Segment(clean(segment.text), segment.style, segment.control) for segment in segments]


def clean(text: str) -> str:
    """Give the text with each dangerous character replaced; its length is kept."""
    return _BAD.sub(_REPLACEMENT, text)
