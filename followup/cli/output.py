"""Stdout is data, stderr is talk. Control characters never reach a terminal, colour only a terminal that wants it.

A terminal is written to in its own encoding, everything else in UTF-8: a file is read by other programs.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BAD = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *range(0xD800, 0xE000)), "�")
_BAD |= dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF), "�")
_BAD |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "�")
COLOURS = {"late": "31;1", "soon": "33", "done": "32", "dim": "2", "bold": "1"}
_MARK = f"\ufdd0{os.urandom(6).hex()}"
"""What stands before a tint's sign in a line until the line is written; no text has it, for nobody can guess it."""
_BEGIN = {tone: f"{_MARK}{number}" for number, tone in enumerate(COLOURS)}
_END = f"{_MARK}/"
_TINTS = {"/": "\x1b[0m"} | {str(number): f"\x1b[{code}m" for number, code in enumerate(COLOURS.values())}
_PLAINER = {
    "…": "...", "–": "-", "—": "-", "”": '"', "“": '"', "’": "'", "→": "->", "·": "-", "−": "-",
    "○": "o", "◐": "/", "●": "*", "‖": "=", "✗": "x", "✓": "v", "▲": "!", "◆": "~", "�": "?",
}  # fmt: skip
"""What stands for our own signs on a terminal that has them not."""
PLENTY = 200


def shown(text: str) -> str:
    """Give the text as a terminal may show it: no control character but line break and tab."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_BAD)


def one_line(text: str) -> str:
    """Give the text on one line, as a terminal may show it."""
    return " ".join(shown(text).split())


class Output:
    """Where a command writes, and where it asks."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look once whether stdout is a terminal, how wide it is, and whether it wants colour."""
        self.is_terminal = _is_terminal(sys.stdout)
        self._colour = self.is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
        self._columns = environment.get("COLUMNS", "")
        self._is_browser = environment.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")

    def data(self, data: bytes) -> None:
        """Write bytes to stdout as they are.

        Raises:
            Trouble: they cannot be written.
            BrokenPipeError: the reader has had enough.
        """
        self.pieces((data,))

    def pieces(self, pieces: Iterable[bytes]) -> None:
        """Write bytes as they come: what is long need never be held whole. Raises as `data`."""
        try:
            _write(sys.stdout, pieces)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Trouble("output.not_written", reason=_reason(error)) from error

    def line(self, text: str = "") -> None:
        """Write a line of data."""
        self.lines([text])

    def lines(self, texts: Iterable[str]) -> None:
        """Write lines of data at once."""
        first, *tinted = "".join([f"{text}\n" for text in texts]).split(_MARK)
        whole = shown(first) + "".join([_TINTS[part[0]] + shown(part[1:]) for part in tinted])
        self.data(_encoded(whole, sys.stdout))

    def talk(self, text: str) -> None:
        """Say something to the person, beside the data; where nobody can hear it, nothing is lost."""
        try:
            _write(sys.stderr, (_encoded(shown(text) + "\n", sys.stderr),))
        except OSError:
            return

    def tinted(self, text: str, tone: str) -> str:
        """Give the text in its tone's colour, where colour is wanted."""
        return f"{_BEGIN[tone]}{text}{_END}" if self._colour and tone in _BEGIN else text

    def width(self) -> int:
        """Give the columns that a table may take: COLUMNS, else the terminal's, or plenty in a pipe."""
        if self._columns.isdecimal() and int(self._columns) > 0:
            return int(self._columns)
        if not self.is_terminal:
            return PLENTY
        from shutil import get_terminal_size

        return get_terminal_size().columns

    def somebody_is_there(self) -> bool:
        """Say whether there is a person to ask: at this terminal, or at a browser that stands for one."""
        if self._is_browser:
            return True
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    def ask(self, question: str) -> str:
        """Ask the person at the terminal; "" when there is no answer."""
        _write(sys.stderr, (_encoded(shown(question), sys.stderr),))
        try:
            return sys.stdin.readline().strip()
        except UnicodeDecodeError:
            return ""


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _write(stream: TextIO | None, pieces: Iterable[bytes]) -> None:
    """Write through the stream's bytes; a stream that was closed before the program began is None."""
    if stream is None:
        raise OSError
    stream.flush()
    stream.buffer.writelines(pieces)
    stream.buffer.flush()


def _reason(error: OSError) -> str:
    import errno

    return "no_space" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "other"


def _encoded(text: str, stream: TextIO | None) -> bytes:
    encoding = (stream.encoding if stream is not None and _is_terminal(stream) else None) or "utf-8"
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable(letter, encoding) for letter in text).encode(encoding, "replace")


def _encodable(letter: str, encoding: str) -> str:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return _PLAINER.get(letter, "?")
    return letter
