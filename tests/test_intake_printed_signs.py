"""Which texts of a PDF may be read as they stand, and that cleaning makes any text such a one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup.intake.formats.printed_signs import LINE_END, clean, is_tidy

SIGNS = st.sampled_from(
    ["a", "Ö", "–", "ř", " ", LINE_END, "\r", "\n", "\x02", "\x00", "\xa0", "\xad", "\u0308", "\u200b"]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join)


@given(TEXTS)
@example("o\u0308")
@example("a\rb")
def test_a_text_is_tidy_whose_lines_are_printed_composed_and_without_wide_gaps(text: str) -> None:
    lines = text.split(LINE_END)
    is_plain = all(line.isprintable() and unicodedata.is_normalized("NFC", line) for line in lines)
    assert is_tidy(text) == (is_plain and "  " not in text)


@given(TEXTS.filter(lambda text: "\xad" not in text))
def test_a_line_that_was_cleaned_is_tidy_but_for_soft_hyphens(text: str) -> None:
    assert is_tidy(clean(text))
    assert clean("hand\xad") == "hand\xad"


@pytest.mark.parametrize("sign", ["\x02", "\ufffe", "\xa0", "\xad", "\u2028"])
def test_no_sign_that_is_not_printed_is_read_as_it_stands(sign: str) -> None:
    assert not is_tidy(f"Handlings{sign}plan")
