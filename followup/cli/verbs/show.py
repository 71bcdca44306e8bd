"""`followup show`: one action whole."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.present.card import Card, Line, action_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.cli.seat import Seat

WIDEST = 100


def run(seat: Seat) -> Exit:
    """Print the action as text, or in a format."""
    snapshot = seat.snapshot(seat.asked.label)
    action = seat.action(snapshot, seat.asked.label)
    form = seat.asked.format
    if form == "text":
        card = action_card(snapshot, action, seat.desk.today(), seat.phrases)
        seat.output.lines(list(card_lines(seat, card)))
    elif form == "json":
        seat.output.data(seat.desk.papers.status("ndjson", snapshot, [action], seat.desk.today()))
    else:
        seat.output.data(seat.desk.papers.card(form, snapshot, action))
    return Exit.OK


def card_lines(seat: Seat, card: Card) -> Iterator[str]:
    """Give the card as lines, wrapped to the width."""
    width = min(seat.output.width(), WIDEST)
    heading = " · ".join(part for part in (card.label, card.heading, card.mark) if part)
    yield seat.output.tinted(heading, str(card.tone) if card.mark else "bold")
    for key, text in (("requirement", card.requirement), ("measure", card.measure)):
        if text:
            yield ""
            yield seat.output.tinted(seat.phrases(f"field.{key}"), "dim")
            yield from _wrapped(text, width)
    yield ""
    margin = max(len(line.label) for line in (*card.lines, *card.rounds, *card.doubts)) + 2
    for line in card.lines:
        yield from _labelled(seat, line, width, margin)
    for key, lines in (("rounds", card.rounds), ("doubts", card.doubts)):
        if lines:
            yield ""
            yield seat.output.tinted(seat.phrases(f"card.{key}"), "dim")
            for line in lines:
                yield from _labelled(seat, line, width, margin)


def _wrapped(text: str, width: int) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        for line in paragraph.splitlines():
            yield from wrap(line, width, break_on_hyphens=False) or [""]


def _labelled(seat: Seat, line: Line, width: int, margin: int) -> Iterator[str]:
    texts = wrap(line.text, max(width - margin, 30), break_on_hyphens=False) or [""]
    yield f"{line.label:<{margin}}{seat.output.tinted(texts[0], str(line.tone))}".rstrip()
    yield from (" " * margin + seat.output.tinted(text, str(line.tone)) for text in texts[1:])
