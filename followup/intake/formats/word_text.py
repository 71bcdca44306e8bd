"""The words of a paragraph in Word, tracked changes accepted, and whether all of them are bold or struck through.

It looks at one element at a time and knows nothing of the paragraphs around it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any, TypeAlias

from followup.intake.formats.word_signs import SIGN, W, is_prompt, sign_of
from followup.intake.labels.headings import field_of_label

Element: TypeAlias = Any
"""An element of lxml, which carries no types that help here."""

_GONE = frozenset(
    {W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "footnoteReference"}
)
LONGEST_LABEL = 60
BOX = W + "txbxContent"
"""The paragraphs of a box that is drawn over the page."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}


def unstruck(element: Element) -> str:
    """The words of a paragraph without those that are struck through while others are not."""
    return text_in(element, without_struck=not is_struck(element))


def text_in(element: Element, *, without_struck: bool = False) -> str:
    """The words of a paragraph with tracked changes accepted."""
    parts: list[str] = []
    for child in element:
        if child.tag == W + "t":
            parts.append(child.text or "")
        elif child.tag in SIGN:
            parts.append(sign_of(child))
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag == BOX:
            parts.append("\n".join(["", *(text_in(line) for line in child), ""]))
        elif without_struck and child.tag == W + "r" and _is_struck_run(child):
            continue
        elif child.tag not in _GONE and child.tag != _FALLBACK and isinstance(child.tag, str) and not is_prompt(child):
            parts.append(text_in(child, without_struck=without_struck))
    return "".join(parts)


def _written_runs(element: Element) -> list[Element]:
    return [
        run
        for run in element.iter(W + "r")
        if text_in(run).strip() and run.getparent().tag not in {W + "del", W + "moveFrom"}
    ]


def _all_runs(element: Element, *names: str) -> bool:
    runs = _written_runs(element)
    return bool(runs) and all(any(_is_on(run.find(f"{W}rPr/{W}{name}")) for name in names) for run in runs)


def with_bold_label(element: Element, text: str) -> str:
    """The words of a paragraph, with a colon after a label that only bold type or a line of its own sets apart."""
    opening = "".join(text_in(run) for run in takewhile(_is_bold_run, _written_runs(element))).strip()
    rest = text[len(opening) :].lstrip()
    is_label = 0 < len(opening) <= LONGEST_LABEL and text.startswith(opening) and field_of_label(opening, marked=True)
    if is_label and opening[-1].isalnum() and rest and (rest[0].isalnum() or rest[0] in "(–-"):
        return f"{opening}: {rest}"
    first, _, below = text.partition("\n")
    return f"{first}: {below}" if below and field_of_label(first) else text


def _is_bold_run(run: Element) -> bool:
    return _is_on(run.find(f"{W}rPr/{W}b"))


def is_bold(element: Element) -> bool:
    """Say whether every word of a paragraph is bold by its own formatting."""
    return _all_runs(element, "b")


def is_struck(element: Element) -> bool:
    """Say whether every word of a paragraph is struck through."""
    return _all_runs(element, "strike", "dstrike")


def _is_struck_run(run: Element) -> bool:
    return any(_is_on(run.find(f"{W}rPr/{W}{name}")) for name in ("strike", "dstrike"))


def _is_on(mark: Element) -> bool:
    return mark is not None and mark.get(W + "val") not in {"0", "false", "off", "none"}
