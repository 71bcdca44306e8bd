"""What a doctor says of a database: signs, good or bad, as codes and facts. Nothing here looks at anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """Something found: a code (phrase `doctor.CODE`), whether it is as it should be, whether it can be mended."""

    code: str
    good: bool = False
    mends: bool = False
    facts: tuple[tuple[str, str], ...] = ()


def sign(code: str, *, good: bool = False, mends: bool = False, **facts: object) -> Sign:
    """Make a sign with its facts as text."""
    return Sign(code, good, mends, tuple((name, str(fact)) for name, fact in facts.items()))
