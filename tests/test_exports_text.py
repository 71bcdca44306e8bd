"""A text that needs no cleaning is passed through quickly: as if it had been cleaned."""

from hypothesis import example, given
from hypothesis import strategies as st

from exports import text
from hostile_texts import texts


@given(st.one_of(texts, st.text()))
@example(" a  b ")
@example("a\u00a0b")
@example("e\u0301")
@example("\u1100\u1161")
@example("x\ufdd0")
@example("\U000e0001")
def test_the_quick_way_gives_what_the_long_way_gives(words: str) -> None:
    assert text.clean(words) == text._cleaned(words)


@given(texts)
def test_what_is_clean_stays_as_it_is(words: str) -> None:
    assert text.clean(text.clean(words)) == text.clean(words)
