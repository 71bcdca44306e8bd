"""The one door where text comes in: what is typed, read or imported loses here what a screen or a file would obey.

Every command passes through (`decide`), every document, and the name that the journal writes. Nothing that can be read
is lost: a control character becomes a sign that something was there, only marks that nobody sees are taken away.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import is_normalized, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

_BREAKS = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_UNSEEN = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
_ILLEGAL = (*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0))
_LAST = tuple(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_TABLE: dict[int, str] = {
    **dict.fromkeys(_ILLEGAL, "\ufffd"),
    **dict.fromkeys(_LAST, "\ufffd"),
    **dict.fromkeys(_UNSEEN, ""),
    **dict.fromkeys(_BREAKS, "\n"),
}
_ONE_LINE = frozenset(
    {"key", "title", "unit", "review", "area_code", "area_name", "name", "role", "person", "mail", "evidence",
     "held_by", "trigger", "source", "by"}
)  # fmt: skip
"""The fields of commands and drafts that are a name or a reference, which has no lines."""


def clean(text: str) -> str:
    r"""Give the text in NFC with `\n` as its only line break, and nothing that a screen or a file would obey.

    Marks that turn the reading direction are taken away; other control characters, halves of surrogate pairs and
    noncharacters become U+FFFD.
    """
    if text.isprintable() and is_normalized("NFC", text):
        return text
    return normalize("NFC", text.replace("\r\n", "\n").translate(_TABLE))


def clean_line(text: str) -> str:
    """Give the text cleaned and on one line."""
    return " ".join(clean(text).split())


def is_clean(text: str) -> bool:
    """Say whether the text holds nothing that would be cleaned away, in whatever form its letters are."""
    return text.isprintable() or text.translate(_TABLE) == text


def cleaned(value: T) -> T:
    """Give a command, a draft or any frozen value with every text in it cleaned; the same object if all were."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    said: dict[str, Any] = {name: getattr(value, name) for name in _names(type(value))}
    fresh = {name: _fresh(name, one) for name, one in said.items()}
    changed = {name: one for name, one in fresh.items() if one is not said[name] and one != said[name]}
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _fresh(name: str, value: Any) -> Any:  # noqa: ANN401 - any value of any field
    if type(value) is str:
        return clean_line(value) if name in _ONE_LINE else clean(value)
    if type(value) is tuple:
        return _each(name, value)
    return cleaned(value)


def _each(name: str, values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_fresh(name, one) for one in values)
