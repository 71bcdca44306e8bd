"""The numbers and bullets that Word prints before paragraphs but does not store in them.

"A." before an area's name is often such a number: without it the area would lose its letter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of lxml, or a document of python-docx: neither carries types that help here."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Level = tuple[str, str, int]


@dataclass(slots=True)
class Numbering:
    """The list definitions of a document and how far each list has come."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    @classmethod
    def of(cls, document: Element) -> Numbering:
        """Read the definitions; a document without lists has none."""
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        root = getattr(part, "element", None)
        return cls(_levels(root) if root is not None else {}, _styles(document))

    def mark(self, paragraph: Element) -> str:
        """What Word prints before the paragraph: "A.", "2)", "•", or nothing; counts it."""
        place = self._place(paragraph)
        if place is None or place not in self.levels:
            return "•" if place else ""
        kind, pattern, start = self.levels[place]
        if kind in {"bullet", "none"}:
            return "•" if kind == "bullet" else ""
        self.counts[place] += 1
        for deeper in [each for each in self.counts if each[0] == place[0] and each[1] > place[1]]:
            self.counts[deeper] = 0
        return self._printed(place, pattern, start)

    def depth(self, paragraph: Element) -> int:
        """How deep in its list a paragraph stands, 0 at the top; a style's own number ("List Bullet 2") counts too."""
        place = self._place(paragraph)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number = str(style.get(W + "val"))[-1:] if style is not None else ""
        return (place[1] if place else 0) + (int(number) - 1 if number.isdigit() and number != "0" else 0)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            place = _place_in(properties)
            return None if place[0] == "0" else place
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles.get(str(style.get(W + "val"))) if style is not None else None

    def _printed(self, place: tuple[str, int], pattern: str, start: int) -> str:
        printed = pattern
        for depth in range(place[1] + 1):
            kind, _, first = self.levels.get((place[0], depth), ("decimal", "", start))
            count = max(1, self.counts[place[0], depth]) + first - 1
            printed = printed.replace(f"%{depth + 1}", _written(count, kind))
        return printed.strip()


def _place_in(properties: Element) -> tuple[str, int]:
    number, level = properties.find(W + "numId"), properties.find(W + "ilvl")
    depth = str(level.get(W + "val")) if level is not None else "0"
    return (str(number.get(W + "val")) if number is not None else "0", int(depth) if depth.isdigit() else 0)


def _styles(document: Element) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for style in document.styles.element.iter(W + "style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None and _place_in(properties)[0] != "0":
            found[str(style.get(W + "styleId"))] = _place_in(properties)
    return found


def _levels(root: Element) -> dict[tuple[str, int], Level]:
    abstract = {str(each.get(W + "abstractNumId")): each for each in root.iter(W + "abstractNum")}
    found: dict[tuple[str, int], Level] = {}
    for number in root.iter(W + "num"):
        reference = number.find(W + "abstractNumId")
        definition = abstract.get(str(reference.get(W + "val"))) if reference is not None else None
        for level in definition.iter(W + "lvl") if definition is not None else ():
            depth = str(level.get(W + "ilvl"))
            found[str(number.get(W + "numId")), int(depth) if depth.isdigit() else 0] = _level(level)
    return found


def _level(level: Element) -> Level:
    def value(name: str, default: str) -> str:
        element = level.find(W + name)
        return str(element.get(W + "val") or default) if element is not None else default

    start = value("start", "1")
    return value("numFmt", "decimal"), value("lvlText", ""), int(start) if start.isdigit() else 1


def _written(count: int, kind: str) -> str:
    if kind in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if kind == "upperLetter" else letter.lower()
    if kind in {"upperRoman", "lowerRoman"}:
        roman = _roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    return str(count)


def _roman(count: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        while count >= value:
            text, count = text + sign, count - value
    return text
