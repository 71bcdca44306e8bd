"""Columns whose words stand in the middle below their heads: they are moved to where their heads begin.

What reads tables without drawn lines asks where words begin; in such a column that tells nothing. Only what stands
below one head and no other is moved, and only where nearly all words of the table stand so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from followup.intake.page.beside import unit_of
from followup.intake.page.lines import Line, Segment

MOST_LOOKED_AT = 60
LEAST_SHARE = 0.7
NEAR = 1.5
"""How many signs wide the middle of a head and of what stands below it may be apart."""


def is_below(upper: Segment, lower: Segment, near: float) -> bool:
    """Say whether two pieces begin at the same place, or have their middle there."""
    apart = (upper.left + upper.right - lower.left - lower.right) / 2
    return abs(lower.left - upper.left) < near or abs(apart) < near


def with_straight_columns(lines: Sequence[Line], head: Sequence[Line], after: int) -> Sequence[Line]:
    """The lines, those from `after` on with their pieces moved below the begin of their heads, if they are centred."""
    spans = _spans([segment for line in head for segment in line.segments])
    near = unit_of(head[0].segments) * NEAR
    if not _are_centred(islice(_pieces(lines[after:]), MOST_LOOKED_AT), spans, near):
        return lines
    moved = [
        line._replace(segments=tuple(_moved(each, spans, near) for each in line.segments)) for line in lines[after:]
    ]
    return [*lines[:after], *moved]


def _spans(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """Where each column's head begins and ends, its lines put together."""
    spans: list[tuple[float, float]] = []
    for left, right, _ in sorted(segments):
        if spans and left <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], right)
        else:
            spans.append((left, right))
    return spans


def _pieces(lines: Sequence[Line]) -> Iterator[Segment]:
    return (segment for line in lines if len(line.segments) > 1 for segment in line.segments)


def _are_centred(pieces: Iterator[Segment], spans: Sequence[tuple[float, float]], near: float) -> bool:
    """Say whether nearly all pieces have their middle below a head's, and far fewer begin where one does."""
    total = centred = begun = 0
    for piece in pieces:
        total += 1
        centred += _below(piece, spans, near) is not None
        begun += any(abs(piece.left - left) <= near for left, _ in spans)
    return centred >= total * LEAST_SHARE and begun < centred * LEAST_SHARE


def _below(piece: Segment, spans: Sequence[tuple[float, float]], near: float) -> float | None:
    """Where the only head begins whose middle is above that of a piece; None where none is, or it reaches another's."""
    middle = (piece.left + piece.right) / 2
    above = [left for left, right in spans if abs((left + right) / 2 - middle) <= near]
    reached = sum(1 for left, right in spans if piece.left < (left + right) / 2 < piece.right)
    return above[0] if len(above) == 1 and reached <= 1 else None


def _moved(piece: Segment, spans: Sequence[tuple[float, float]], near: float) -> Segment:
    left = _below(piece, spans, near)
    return piece if left is None else Segment(left, piece.right, piece.text)
