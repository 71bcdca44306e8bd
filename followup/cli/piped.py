"""Standard input, looked at before it is read: its beginning tells what it holds."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

_BEGINNING = 512


class Piped:
    """What is piped in; it is read once, and its end is met once: a terminal would ask for a second one."""

    def __init__(self, stream: TextIO | None) -> None:
        """Read from this when asked; a stream that was closed before the program began is None, and empty."""
        self._source: BinaryIO = stream.buffer if stream is not None else BytesIO()

    @cached_property
    def beginning(self) -> bytes:
        """Give the first bytes; all that follow can still be read."""
        return self._source.read(_BEGINNING)

    def whole(self, most: int) -> bytes:
        """Give all of it, but no more than so many bytes."""
        if len(self.beginning) < _BEGINNING:
            return self.beginning
        return self.beginning + self._source.read(max(most - _BEGINNING, 0))

    def as_file(self) -> BinaryIO:
        """Give all of it as a file, which is gone when it is closed: what is large is never held in memory."""
        from shutil import copyfileobj
        from tempfile import TemporaryFile

        file = TemporaryFile()  # noqa: SIM115 - closed by the one who asked
        file.write(self.beginning)
        copyfileobj(self._source, file)
        file.seek(0)
        return file
