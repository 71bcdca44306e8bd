"""The lines of a page before they are healed into paragraphs, and the furniture that is taken away.

Running heads, feet and page numbers are no part of what the document says. A heading of a field or an
area is never furniture, however often it stands at the top of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache, partial
from itertools import pairwise, takewhile
from typing import NamedTuple


class Gap(IntEnum):
    """What separates a line from the one before it."""

    STEP = 0
    PARAGRAPH = 1
    PAGE = 2


class Segment(NamedTuple):
    """Words that stand together on a line, from `left` to `right` (points or characters)."""

    left: float
    right: float
    text: str


class Line(NamedTuple):
    """One line of text and where it stands; `level` above 0 where its type is a heading's.

    `segments` are the pieces that wide gaps part it into, `height` its distance from the top of the page
    (points downwards, or the number of the line).
    """

    text: str
    gap: Gap = Gap.STEP
    page: int = 1
    number: int = 0
    level: int = 0
    segments: tuple[Segment, ...] = ()
    height: float = 0

    @property
    def source(self) -> str:
        """Where the line stands, for people."""
        return f"{self.page}:{self.number}"


line_of = partial(tuple.__new__, Line)
"""A line of all its values in order: there are thousands in a document."""


def part_of(line: Line, segments: tuple[Segment, ...]) -> Line:
    """What a line holds in one of its columns: some of its pieces."""
    words = segments[0].text if len(segments) == 1 else " ".join([segment.text for segment in segments])
    return line_of((words, line.gap, line.page, line.number, 0, segments, line.height))


_PAGE_WORD = r"(?:sid(?:a|an|e|or)?|page|s|p|pg)\.?"
_PAGE_NUMBER = re.compile(
    rf"^\W*(?:{_PAGE_WORD}\s*\d{{1,4}}(?:\s*(?:\(\s*\d{{1,4}}\s*\)|/\s*\d{{1,4}}|(?:av|of|af)\s*\d{{1,4}}))?"
    r"|\d{1,3}\s*\(\s*\d{1,3}\s*\)|\d{1,3}\s+(?:av|of|af)\s+\d{1,3}|[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*/\s*\d{1,3})\W*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})")
"""A page's number among all: the first is never the larger, as it is in many a day ("30/9")."""
_BARE_NUMBER = re.compile(r"^\d{1,3}$")
_HAS_PAGE_NUMBER = re.compile(rf"(?i)\b{_PAGE_WORD}\s*\d{{1,4}}\b|\b\d{{1,3}}\s*\(\d{{1,3}}\)")
_DIGITS = re.compile(r"\d+")
PAGE_OF_ALL = re.compile(r"(?i)\b(?:sida|sidan|side|page)\s+(\d{1,3})\s*(?:av|af|of|/|\()\s*\d{1,3}\b\)?")
"""The number of a page among all, in words: where texts without pages have it, it counts them."""
EDGE = 3
LONGEST_NUMBER = 60


def is_page_number(text: str) -> bool:
    """Say whether a line is nothing but a page number that says so ("Sida 2 av 9", "2 (13)")."""
    words = text.strip()
    if len(words) > LONGEST_NUMBER or not _PAGE_NUMBER.match(words):
        return False
    parts = _OF_ALL.fullmatch(words)
    return not parts or int(parts.group(1)) <= int(parts.group(2))


def drop_furniture(
    pages: Sequence[Sequence[Line]], is_kept: Callable[[Line], bool], is_title: Callable[[Line], bool]
) -> list[Line]:
    """The lines of all pages without running heads, feet and page numbers; the first of a page says so.

    `is_kept` tells of lines that are content however often they recur (labels, headings of areas, heads of tables),
    `is_title` of running heads that are the document's title: they are kept on the first page.
    """
    edges = [[(before, line, _key(line)) for before, line in _edges(page)] for page in pages]
    recurring = Counter(key for edge in edges for key in {key for _, _, key in edge})
    numbers = sum(count for (words, _), count in recurring.items() if words == "#")
    most = max(2, (len(pages) + 1) // 2)
    feet = {id(line) for page in pages for line, below in pairwise(page[-EDGE:]) if PAGE_OF_ALL.search(below.text)}
    kept: list[Line] = []
    for page, edge in zip(pages, edges, strict=True):
        furniture = {
            id(line)
            for before, line, key in edge
            if (recurring[key] > 1 or "#" in key[0])
            and _is_furniture(line, recurring[key], most, numbers)
            and not is_kept(line)
            and not (page is pages[0] and line in page[:EDGE] and is_title(line))
            and not (before is not None and id(line) not in feet and _may_be_value(line) and is_kept(before))
        }
        kept.extend(_opened(_without(page, furniture), first=not kept))
    return _without_head_again(kept) if len(pages) == 1 else kept


def _without_head_again(lines: list[Line]) -> list[Line]:
    """The lines of a text without its first ones where they stand again beside the number of a page inside it."""
    heads = {_worded(line.text) for line in lines[:EDGE]}
    gone: set[int] = set()
    for place in [place for place, line in enumerate(lines) if line.gap is Gap.PAGE]:
        for beside in (range(place - 1, EDGE - 1, -1), range(place, len(lines))):
            gone.update(takewhile(lambda at: _worded(lines[at].text) in heads, beside))
    return [line for place, line in enumerate(lines) if place not in gone] if gone else lines


def _without(page: Sequence[Line], furniture: set[int]) -> list[Line]:
    """The lines of a page without those at its edges that are furniture, by their identity."""
    foot = max(EDGE, len(page) - EDGE)
    above, below = ([line for line in edge if id(line) not in furniture] for edge in (page[:EDGE], page[foot:]))
    return [*above, *page[EDGE:foot], *below]


def furniture_of(pages: Sequence[Sequence[Line]], kept: Sequence[Line]) -> tuple[str, ...]:
    """The words at the edges of the first page that are not `kept`, its number left out."""
    first = pages[0] if pages else ()
    standing = {line.number for line in takewhile(lambda line: line.page == first[0].page, kept)}
    gone = [line for line in first if line.number not in standing]
    return tuple(segment.text for line in gone if not is_page_number(line.text) for segment in line.segments)


def _edges(page: Sequence[Line]) -> Iterator[tuple[Line | None, Line]]:
    """The lines at the top and the foot of a page, each with the one above it."""
    foot = max(EDGE, len(page) - EDGE)
    yield from zip([None, *page[: EDGE - 1]], page[:EDGE], strict=False)
    yield from zip(page[foot - 1 :], page[foot:], strict=False)


def _may_be_value(line: Line) -> bool:
    """Say whether a recurring line after a label may be its value: no page number, and no height to tell by."""
    return line.height == line.number and not _HAS_PAGE_NUMBER.search(line.text) and not is_page_number(line.text)


def _key(line: Line) -> tuple[str, int]:
    """Equal words at an equal height, where heights are points; digits apart."""
    return _worded(line.text), 0 if line.height == line.number else round(line.height / 4)


@lru_cache(maxsize=1024)
def _worded(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()).casefold())


def _says_page(segment: Segment) -> bool:
    """Say whether a piece of a line numbers the page in words ("Sida 1 av 3"), as no cell of a table does."""
    return PAGE_OF_ALL.fullmatch(segment.text.strip()) is not None


def _is_furniture(line: Line, recurring: int, most: int, numbers: int) -> bool:
    text = line.text.strip()
    if is_page_number(text) or any(map(_says_page, line.segments if len(line.segments) > 1 else ())):
        return True
    if _BARE_NUMBER.match(text):
        return numbers >= 2
    return recurring >= most or (recurring >= 2 and bool(_HAS_PAGE_NUMBER.search(text)))


def _opened(body: list[Line], *, first: bool) -> list[Line]:
    if not body or first:
        return body
    return [body[0]._replace(gap=Gap.PAGE), *body[1:]]
