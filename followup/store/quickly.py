"""Frozen values, made quickly: for the ten thousand that are read while somebody waits.

A frozen dataclass stores each field through `object.__setattr__`, because plain assignment is forbidden, and that is
a quarter of reading an action. Here a like class that is not frozen is filled, and what is whole becomes the frozen
value. Nothing is checked: only for values without a `__post_init__`, made of what was checked when it was stored.
"""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def maker(kind: type[T]) -> Callable[..., T]:
    """Give what makes values of a frozen, slotted dataclass out of all its fields, in their order."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type] # a dataclass, as no type can say
    filled: Any = make_dataclass(kind.__name__, names, slots=True, eq=False, repr=False)

    def make(*values: object) -> T:
        made = filled(*values)
        made.__class__ = kind
        whole: T = made
        return whole

    return make
