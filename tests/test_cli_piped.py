"""What is piped in is looked at before it is read, and read to its end once."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper

import pytest

from followup.cli.piped import Piped


class Terminal(BytesIO):
    """A terminal at which somebody has said once that this is the end: who reads on waits for ever."""

    has_ended = False

    def read(self, size: int | None = -1, /) -> bytes:
        assert not self.has_ended, "waits for a second end"
        found = super().read(size)
        self.has_ended = size is None or size < 0 or len(found) < size
        return found


@pytest.mark.parametrize("length", [0, 1, 511, 512, 513, 4000])
def test_all_is_read_and_its_end_is_met_once(length: int) -> None:
    typed = bytes(range(65, 91)) * 200
    stream = TextIOWrapper(Terminal(typed[:length]))
    piped = Piped(stream)
    assert typed.startswith(piped.beginning)
    assert piped.whole(10_000) == typed[:length]


def test_no_more_is_read_than_was_asked_for() -> None:
    stream = TextIOWrapper(BytesIO(b"x" * 4000))
    assert Piped(stream).whole(1000) == b"x" * 1000


def test_a_file_of_it_holds_all_of_it() -> None:
    stream = TextIOWrapper(BytesIO(b"x" * 4000))
    piped = Piped(stream)
    assert len(piped.beginning) == 512
    with piped.as_file() as file:
        assert file.read() == b"x" * 4000


def test_a_stream_that_was_closed_is_empty() -> None:
    assert Piped(None).beginning == Piped(None).whole(10) == b""
