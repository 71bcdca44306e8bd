"""What Word shows in a form without storing it as text: ticked boxes, chosen words, prompts that nobody has answered.

It reads single elements and knows nothing of where they stand.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of lxml, which carries no types that help here."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGN = frozenset({W + "sym", W + "ffData"})
"""Elements that `sign_of` gives the words of."""
_DRAWN = {
    "wingdings": {0x6F: "☐", 0xA8: "☐", 0x71: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xD8: "•", 0xE0: "→"},
    "wingdings 2": {0x2A: "☐", 0xA3: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒"},
    "symbol": {0xB7: "•", 0xAE: "→"},
}
"""Signs of fonts that draw pictures, by the number that the font gives them."""


def sign_of(element: Element) -> str:
    """The sign that a font draws, or what is chosen in a field of a form; empty where nobody knows."""
    return _drawn(element) if element.tag == W + "sym" else _chosen(element)


def _drawn(element: Element) -> str:
    number = int(element.get(W + "char") or "0", 16) & 0xFF
    return _DRAWN.get(str(element.get(W + "font")).casefold(), {}).get(number, "")


def _chosen(field: Element) -> str:
    """A box, ticked or not, or the words chosen out of a list; what is typed into a field stands after it as text."""
    box, choice = field.find(W + "checkBox"), field.find(W + "ddList")
    if box is not None:
        marks = [mark for name in ("checked", "default") if (mark := box.find(W + name)) is not None]
        return "☒" if marks and _is_on(marks[0]) else "☐"
    if choice is None:
        return ""
    entries = [str(entry.get(W + "val")) for entry in choice.iter(W + "listEntry")]
    marks = [mark for name in ("result", "default") if (mark := choice.find(W + name)) is not None]
    place = int(marks[0].get(W + "val") or 0) if marks else 0
    return entries[place] if place < len(entries) else ""


def _is_on(mark: Element) -> bool:
    return mark.get(W + "val") not in {"0", "false", "off"}


def is_prompt(element: Element) -> bool:
    """Say whether a content control shows only what to fill in there ("Klicka här för att ange text")."""
    return element.tag == W + "sdt" and _shows_prompt(element.find(W + "sdtPr"))


def _shows_prompt(properties: Element) -> bool:
    mark = properties.find(W + "showingPlcHdr") if properties is not None else None
    return mark is not None and _is_on(mark)
