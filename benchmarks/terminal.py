"""A pseudo-terminal that a program is started in: when what it paints has arrived, and keys to it.

It answers the one question that Textual asks of a terminal, whether a frame can be sent as one; bytes are matched,
nothing is emulated.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
from collections.abc import Sequence
from time import perf_counter
from typing import Self

from benchmarks.measuring import surroundings

COLUMNS, LINES = 120, 40
ASKED = b"\x1b[?2026$p"
ANSWER = b"\x1b[?2026;1$y"
FRAME_END = b"\x1b[?2026l"
LONGEST = 120.0
"""Seconds after which a program is taken to hang."""


class Terminal:
    """A program in a terminal; use it as a context manager, which ends the program at once."""

    def __init__(self, command: Sequence[str], **more: str) -> None:
        """Start the program."""
        self._handle, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = surroundings(TERM="xterm-256color", COLORTERM="truecolor", **more)
        self._begun = perf_counter()
        self._program = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._handle)

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._program.pid

    def until(self, pattern: re.Pattern[bytes]) -> float:
        """Give the milliseconds from the start until what matches has arrived.

        Raises:
            TimeoutError: it never did; the last that was painted is told.
        """
        seen = b""
        while perf_counter() - self._begun < LONGEST:
            piece = self._read(1.0)
            seen += piece
            if piece and pattern.search(seen):
                return (perf_counter() - self._begun) * 1000
        raise TimeoutError(seen[-2000:].decode("utf-8", "replace"))

    def rest(self, quiet: float) -> None:
        """Wait until nothing has been painted for so many seconds."""
        while self._read(quiet):
            pass

    def press(self, keys: bytes) -> float:
        """Give the milliseconds from a key until a frame has been painted.

        Raises:
            TimeoutError: none was.
        """
        begun = perf_counter()
        os.write(self._handle, keys)
        seen = b""
        while perf_counter() - begun < LONGEST:
            seen += self._read(1.0)
            if FRAME_END in seen:
                return (perf_counter() - begun) * 1000
        raise TimeoutError(repr(keys))

    def _read(self, wait: float) -> bytes:
        """Give what arrives within so many seconds, b"" if nothing does.

        Raises:
            EOFError: the program has ended, which none that is measured should.
        """
        if not select.select([self._handle], [], [], wait)[0]:
            return b""
        try:
            piece = os.read(self._handle, 1 << 16)
        except OSError as error:
            raise EOFError("the program has ended") from error
        if ASKED in piece:
            os.write(self._handle, ANSWER)
        return piece
