"""A long line is folded where any reader can put it together again."""

from hypothesis import given
from hypothesis import strategies as st

from exports.folding import folded

lines = st.text(st.sampled_from("aå€🏥\\ ;,n"), max_size=400).map("X:".__add__)


@given(lines)
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    assert folded(line).removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line


@given(lines)
def test_no_physical_line_is_too_long_and_each_is_whole_letters(line: str) -> None:
    for physical in folded(line).removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(physical) <= 75
        assert physical.decode()


@given(lines)
def test_no_escape_is_split(line: str) -> None:
    escaped = "X:" + line[2:].replace("\\", "\\\\")
    for physical in folded(escaped).split(b"\r\n")[:-2]:
        assert (len(physical) - len(physical.rstrip(b"\\"))) % 2 == 0


def test_lines_are_used_to_the_full() -> None:
    assert folded("X:" + "a" * 73) == b"X:" + b"a" * 73 + b"\r\n"
    assert folded("X:" + "a" * 74) == b"X:" + b"a" * 73 + b"\r\n a\r\n"
