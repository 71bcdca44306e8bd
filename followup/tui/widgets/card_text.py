"""An action's card as one styled text for a width: headings, running text, and labelled lines that hang.

People's words are appended as plain text, never parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.present.tone import Tone
from followup.tui.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.phrases.book import Phrases
    from followup.present.card import Card, Line
    from followup.present.history import Entry

TONE_STYLE = {
    Tone.LATE: "$text-error bold",
    Tone.SOON: "$text-warning bold",
    Tone.CALM: "",
    Tone.DONE: "$text-success",
}
_QUIET = "$foreground 72%"
_TITLE = "$text-primary bold"
_NOTHING = Content("")
NARROW = 44
"""In a card narrower than this a label stands before its words on the same line, not in a column of its own."""


def card_content(card: Card, entries: Iterable[Entry] | None, width: int, phrases: Phrases) -> Content:
    """Give the card at this width (cells); `entries` is the action's history, None when it is not asked for."""
    parts = [
        *_head(card, width),
        *_running(phrases("field.requirement"), card.requirement, width),
        *_running(phrases("field.measure"), card.measure, width),
        *_labelled(card.lines, width, phrases, short=True),
        *_section(phrases("tui.card.rounds"), _labelled(card.rounds, width, phrases)),
        *_section(phrases("field.doubts"), _labelled(card.doubts, width, phrases)),
    ]
    if entries is not None:
        parts += [_NOTHING, Content.styled(phrases("tui.card.history"), _TITLE), *_history(entries, width, phrases)]
    return Content("\n").join(parts)


def _head(card: Card, width: int) -> list[Content]:
    mark = f"  {'!' if card.tone is Tone.LATE else '~'} {card.mark}" if card.mark else ""
    title = Content.assemble(
        (clean(card.label), "bold"), ("   ", ""), (card.status, ""), (mark, TONE_STYLE[card.tone] if mark else "")
    )
    area = Content.styled(clean(card.heading), _QUIET).wrap(width) if card.heading else []
    return [*title.wrap(width), *area]


def _running(title: str, text: str, width: int) -> list[Content]:
    if not text.strip():
        return []
    paragraphs = [Content(clean(line)) for line in text.strip().split("\n")]
    wrapped = [line for one in paragraphs for line in (one.wrap(width) if one.plain else [_NOTHING])]
    return [_NOTHING, Content.styled(title, _TITLE), *wrapped]


def _section(title: str, lines: list[Content]) -> list[Content]:
    return [_NOTHING, Content.styled(title, _TITLE), *lines[1:]] if lines else []


def _labelled(lines: tuple[Line, ...], width: int, phrases: Phrases, *, short: bool = False) -> list[Content]:
    if not lines:
        return []
    if width < NARROW:
        return [_NOTHING, *(one for line in lines for one in _run_in(line, width, phrases, short=short))]
    named = [(_short_label(line, phrases) if short else line.label, line) for line in lines]
    column = min(max(Content(clean(name)).cell_length for name, _ in named) + 2, max(width // 2, 12))
    return [_NOTHING, *(one for name, line in named for one in _hanging(name, line, column, width))]


def _short_label(line: Line, phrases: Phrases) -> str:
    key = f"tui.card.{line.key}"
    return phrases(key) if phrases.has(key) else line.label


def _run_in(line: Line, width: int, phrases: Phrases, *, short: bool) -> list[Content]:
    name = clean(_short_label(line, phrases) if short else line.label)
    first, *rest = Content.assemble((name, _QUIET), "  ", _value(line)).wrap(width)
    return [first, *(part for one in _rejoined(rest) for part in _indented(one, width, 2))]


def _rejoined(lines: list[Content]) -> list[Content]:
    """Give wrapped lines as one again, to be wrapped at another width."""
    return [Content(" ").join(lines)] if lines else []


def _value(line: Line) -> Content:
    sign = {Tone.LATE: "! ", Tone.SOON: "~ "}.get(line.tone, "")
    text = " ".join(clean(f"{sign}{line.text}".replace("\n", " ")).split())
    return Content.styled(text, TONE_STYLE[line.tone])


def _hanging(name: str, line: Line, column: int, width: int) -> list[Content]:
    names = Content.styled(clean(name), _QUIET).wrap(max(column - 2, 4))
    value = _value(line)
    values = value.wrap(max(width - column, 8)) if value.plain else [_NOTHING]
    height = max(len(names), len(values))
    left = [*names, *[_NOTHING] * (height - len(names))]
    right = [*values, *[_NOTHING] * (height - len(values))]
    return [_padded(one, column) + other for one, other in zip(left, right, strict=True)]


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))


def _history(entries: Iterable[Entry], width: int, phrases: Phrases) -> list[Content]:
    said = [line for entry in entries for line in _entry(entry, width)]
    return said or [Content.styled(phrases("tui.card.no_history"), _QUIET)]


def _entry(entry: Entry, width: int) -> list[Content]:
    head = Content.assemble(
        (f"{entry.day} {entry.time}  ", _QUIET), clean(entry.what), (f"  {clean(entry.by)}", _QUIET)
    )
    lines = head.wrap(width)
    if entry.note:
        lines += _indented(Content.styled(clean(entry.quoted), "italic"), width)
    for change in entry.told:
        if change.field:
            text = f"{change.field}: {clean(change.old) or '–'} → {clean(change.new) or '–'}"
            lines += _indented(Content.styled(" ".join(text.split()), _QUIET), width)
    return lines


def _indented(content: Content, width: int, indent: int = 3) -> list[Content]:
    return [Content(" " * indent) + line for line in content.wrap(max(width - indent, 8))]
