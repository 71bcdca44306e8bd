"""Write documents as JSON, for scripts and for other programs.

The caller decides what the document holds and keeps its schema; one who writes thousands of like objects writes each
with `written`, which is quick, and puts them together. Characters that a terminal would obey are written as escapes,
which every reader takes back to the same text. No file, no clock.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

import orjson

_C1 = re.compile(rb"\xc2[\x80-\x9f]")


def render_json(document: Mapping[str, object], *, pretty: bool = False) -> bytes:
    """Give `document` as one JSON object and a line end; days are ISO dates.

    Raises `TypeError` for a value that JSON does not have and `ValueError` for a number that is none.
    """
    return _encoded(_text(document, pretty=pretty) + "\n")


def render_ndjson(documents: Iterable[Mapping[str, object]]) -> bytes:
    """Give each of `documents` as a JSON object on a line of its own; raises as `render_json`."""
    return _encoded("".join([_text(document, pretty=False) + "\n" for document in documents]))


def written(value: object) -> bytes:
    """Give `value` as JSON without a line end; raises as `render_json`, but a number that is none is null."""
    try:
        data = orjson.dumps(value, _plain)
    except TypeError:
        return _encoded(_text(value, pretty=False))
    return data if _is_harmless(data) else _escaped(data.decode()).encode()


def _text(document: object, *, pretty: bool) -> str:
    return (_PRETTY if pretty else _COMPACT).encode(document)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no value of JSON")


_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)
_PRETTY = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2, default=_plain)


def _encoded(text: str) -> bytes:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _escaped(text).encode()
    return data if _is_harmless(data) else _escaped(text).encode()


def _is_harmless(data: bytes) -> bool:
    return b"\x7f" not in data and (b"\xc2" not in data or not _C1.search(data))


def _escaped(text: str) -> str:
    r"""Write DEL, C1 controls and lone surrogates as `\uXXXX`; in a JSON text they stand inside strings only."""
    return re.sub("[\x7f-\x9f\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
