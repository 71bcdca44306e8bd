"""JSON is one object or one object a line, reads back equal, and holds nothing that a terminal would obey."""

import json
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.json import render_json, render_ndjson
from hostile_texts import texts

plain_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
documents = st.dictionaries(texts, plain_values, max_size=5)


@given(documents, st.booleans())
def test_a_document_reads_back_equal(document: dict[str, object], pretty: bool) -> None:
    data = render_json(document, pretty=pretty)
    assert json.loads(data) == document
    assert data.endswith(b"}\n") and (pretty or data.count(b"\n") == 1)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", data.decode())


@given(st.lists(documents, max_size=4))
def test_each_object_has_a_line(many: list[dict[str, object]]) -> None:
    lines = render_ndjson(many).decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == many


def test_swedish_letters_and_typography_are_written_as_themselves() -> None:
    text = "åäö – § 5"
    assert render_json({"a": text}) == f'{{"a":"{text}"}}\n'.encode()


def test_days_sets_and_read_only_mappings_have_their_plain_form() -> None:
    document: Mapping[str, object] = {"on": date(2026, 12, 1), "kinds": {"b", "a"}, "map": MappingProxyType({"x": 1})}
    assert render_json(document) == b'{"on":"2026-12-01","kinds":["a","b"],"map":{"x":1}}\n'


@pytest.mark.parametrize(("value", "error"), [(float("nan"), ValueError), (object(), TypeError), (b"x", TypeError)])
def test_what_json_does_not_have_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        render_json({"a": value})
