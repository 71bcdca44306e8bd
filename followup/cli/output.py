"""Stdout is data, stderr is talk. Control characters never reach a terminal, colour only a terminal that wants it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BAD = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *range(55296, 57344)), "�")
_BAD |= dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF), "\ufffd")
COLOURS = {"late": "31;1", "soon": "33", "done": "32", "calm": "", "dim": "2", "bold": "1"}


def shown(text: str) -> str:
    """Give the text as a terminal may show it: no control character but line break and tab."""
    return text.translate(_BAD)


class Output:
    """Where a command writes."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look once whether stdout is a terminal that wants colour."""
        self.is_terminal = sys.stdout.isatty()
        self._colour = self.is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"

    def data(self, data: bytes) -> None:
        """Write bytes to stdout as they are."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def line(self, text: str = "") -> None:
        """Write a line of data."""
        self.data((shown(text) + "\n").encode("utf-8", "replace"))

    def lines(self, texts: list[str]) -> None:
        """Write lines of data at once."""
        self.data("".join(f"{text}\n" for text in texts).encode("utf-8", "replace"))

    def talk(self, text: str) -> None:
        """Say something to the person, beside the data."""
        sys.stderr.buffer.write((shown(text) + "\n").encode("utf-8", "replace"))
        sys.stderr.buffer.flush()

    def tinted(self, text: str, tone: str) -> str:
        """Give the text in its tone's colour, where colour is wanted."""
        code = COLOURS.get(tone, "")
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and code else text

    def width(self) -> int:
        """Give the columns a table may take: the terminal's, or plenty in a pipe."""
        if not self.is_terminal:
            return 200
        from shutil import get_terminal_size

        return get_terminal_size().columns


def ask(question: str) -> str:
    """Ask the person at the terminal; "" when there is nobody or no answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def somebody_is_there() -> bool:
    """Say whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()
