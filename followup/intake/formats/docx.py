"""Reads Word documents (python-docx): headings, paragraphs, lists and tables in reading order.

Tracked changes are read as accepted; fields, comments, macros and links are left alone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from followup.domain.stopping import StoppedError, Watch
from followup.intake.blocks import Block, Cell, Reading, Row, Shape, heading, table
from followup.intake.formats.packages import open_package, read_part
from followup.intake.formats.word_signs import W, is_prompt
from followup.intake.formats.word_text import BOX, is_bold, is_struck, text_in, unstruck, with_bold_label
from followup.intake.refusals import IntakeRefused

if TYPE_CHECKING:
    from followup.intake.formats.word_numbering import Numbering

Element: TypeAlias = Any
"""An element of lxml, or a document of python-docx: neither carries types that help here."""

MOST_ROWS = 5_000
MOST_MARKS = 400_000
"""Marks of Word in a document's XML: some 20,000 paragraphs as Word writes them."""
BOLD_LEVEL = 9
LONGEST_BOLD = 90


def read_docx(data: bytes, watch: Watch) -> Reading:
    """The blocks of a document; `watch` is told of each paragraph and of each row of a table.

    Raises:
        StoppedError: the one who watches has stopped it.
        IntakeRefused: damaged or encrypted, or larger than a plan can be.
    """
    if read_part(open_package(data), "word/document.xml").count(b"<w:") > MOST_MARKS:
        raise IntakeRefused("intake.too_many_rows", most=MOST_ROWS)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        reader = _Reader(document, watch)
        blocks = tuple(reader.blocks(document.element.body))
        running = tuple(_running(document))
    except (IntakeRefused, StoppedError):
        raise
    except Exception as error:  # python-docx raises whatever the damage makes of its own code
        raise IntakeRefused("intake.damaged") from error
    return Reading(blocks, running=running)


def _running(document: Element) -> Iterator[str]:
    """The lines that stand above and below the pages, each once."""
    edges = [edge for section in document.sections for edge in (section.header, section.first_page_header)]
    edges += [section.footer for section in document.sections]
    paragraphs = (each for edge in edges if not edge.is_linked_to_previous for each in edge.part.element.iter(W + "p"))
    lines = (" ".join(line.split()) for each in paragraphs for line in text_in(each).replace("\t", "\n").split("\n"))
    yield from dict.fromkeys(line for line in lines if line)


class _Reader:
    """Walks the body once; counts lists as it goes, as Word does."""

    def __init__(self, document: Element, watch: Watch) -> None:
        from followup.intake.formats.word_numbering import Numbering

        self._watch = watch
        self._levels = _heading_levels(document)
        self._numbering: Numbering = Numbering.of(document)

    def blocks(self, body: Element) -> Iterator[Block]:
        for number, element in enumerate(_content(body), 1):
            self._watch.step(1)
            if element.tag == W + "tbl":
                rows = tuple(self._rows(element))
                if rows:
                    yield table(rows, source=f"¶{number}")
            else:
                yield from self._paragraph(element, f"¶{number}")

    def _paragraph(self, element: Element, source: str) -> Iterator[Block]:
        if is_struck(element):
            return
        text = "\n".join(" ".join(_labelled(line).split()) for line in unstruck(element).split("\n")).strip()
        text = with_bold_label(element, text)
        mark = self._numbering.mark(element)
        if not text:
            return
        level = self._levels.get(_style(element), 0) or _outline(element)
        if not level and is_bold(element) and len(text) <= LONGEST_BOLD and not text.endswith("."):
            level = BOLD_LEVEL
        numbered = f"{mark} {text}" if mark and mark != "•" else text
        if level:
            yield heading(numbered, level, source=source)
            return
        depth = self._numbering.depth(element) if mark else 0
        yield Block(Shape.ITEM if mark else Shape.PARAGRAPH, numbered, depth, source=source)

    def _rows(self, element: Element) -> Iterator[Row]:
        above: list[Cell] = []
        for number, row in enumerate(_unwrapped(element, W + "tr"), 1):
            self._watch.step(1)
            if number > MOST_ROWS:
                raise IntakeRefused("intake.too_many_rows", most=MOST_ROWS)
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            above = self._cells(row, above)
            yield Row(tuple(above), str(number))

    def _cells(self, row: Element, above: list[Cell]) -> list[Cell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells = [Cell()] * (_number(before) if before is not None else 0)
        for element in _unwrapped(row, W + "tc"):
            span = max(1, min(60, _number(element.find(f"{W}tcPr/{W}gridSpan"), 1)))
            merge = element.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(W + "val") != "restart" and len(cells) < len(above):
                cell = above[len(cells)]
                cells.extend([Cell(cell.text, merged=True, struck=cell.struck)] * span)
                continue
            cell = self._cell(element)
            cells.extend([cell, *[Cell(cell.text, merged=True, struck=cell.struck)] * (span - 1)])
        return cells

    def _cell(self, element: Element) -> Cell:
        lines: list[str] = []
        paragraphs = [each for each in element.iter(W + "p") if _stands_itself(each) and text_in(each).strip()]
        struck = bool(paragraphs) and all(is_struck(each) for each in paragraphs)
        for each in paragraphs:
            mark = self._numbering.mark(each)
            written = text_in(each) if struck else unstruck(each)
            text = "\n".join(" ".join(line.split()) for line in written.split("\n")).strip()
            lines.append(f"{mark} {text}" if mark and text else text)
        return Cell("\n".join(line for line in lines if line), struck=struck)


def _stands_itself(paragraph: Element) -> bool:
    """Say whether a paragraph is neither a prompt of a form nor inside a box that another paragraph holds."""
    return not any(above.tag == BOX or is_prompt(above) for above in paragraph.iterancestors(BOX, W + "sdt"))


_TABBED = re.compile(r"\s*([^\t:.;,]{2,40}?)\s*\t\s*(?!\d{1,4}\s*$)([^\t]+)$")
"""A few words, one tab, and more than the number of a page, as lists of contents have it."""


def _labelled(line: str) -> str:
    """A line on which one tab parts a few words from the rest, with a colon there: a label and its value."""
    return _TABBED.sub(r"\1: \2", line) if line.count("\t") == 1 else line


def _content(body: Element) -> Iterator[Element]:
    """The paragraphs and tables, those inside content controls and insertions too."""
    for element in body:
        if element.tag in {W + "p", W + "tbl"}:
            yield element
        elif element.tag == W + "sdt" and not is_prompt(element):
            inner = element.find(W + "sdtContent")
            yield from _content(inner if inner is not None else ())
        elif element.tag in {W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}:
            yield from _content(element)


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in {W + "sdt", W + "sdtContent", W + "ins", W + "customXml"}:
            yield from _unwrapped(element, tag)


def _number(element: Element, default: int = 0) -> int:
    value = element.get(W + "val") if element is not None else None
    return int(value) if value and value.isdigit() else default


def _style(element: Element) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return str(style.get(W + "val")) if style is not None else ""


def _outline(element: Element) -> int:
    mark = element.find(f"{W}pPr/{W}outlineLvl")
    return _number(mark) + 1 if mark is not None and _number(mark) < 9 else 0


def _heading_levels(document: Element) -> dict[str, int]:
    """The level of each heading style by its id, whatever language names it."""
    levels: dict[str, int] = {}
    for style in document.styles.element.iter(W + "style"):
        name = style.find(W + "name")
        words = str(name.get(W + "val") if name is not None else "").casefold().split()
        if len(words) == 2 and words[0] in {"heading", "rubrik", "overskrift"} and words[1].isdigit():
            levels[str(style.get(W + "styleId"))] = int(words[1])
        elif words in (["title"], ["rubrik"], ["titel"]):
            levels[str(style.get(W + "styleId"))] = 1
        elif (outline := style.find(f"{W}pPr/{W}outlineLvl")) is not None and _number(outline) < 9:
            levels[str(style.get(W + "styleId"))] = _number(outline) + 1
    return levels
