"""Every text on every screen can be read: at least 4.5 to 1 against its ground, in each theme that is offered first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from builders import a_plan
from followup.domain.actions import Result, Status
from followup.domain.commands import MoveTo, RecordRound
from followup.tui.themes import THEMES
from test_tui_plans import two_plans
from test_tui_register import open_house, settle
from tui_desk import MemoryDesk

LEAST = 4.5
"""What WCAG 2 asks of text of ordinary size (success criterion 1.4.3)."""
OFFERED = ["textual-dark", "textual-light", *(theme.name for theme in THEMES)]
DRAWN = frozenset(" ▌■━─│▔▁▂▃▄▅▆▇█▊▎▏▕╭╮╰╯┃┌┐└┘▐▍▋▉▖▗▘▝▀·")
"""What is no text: lines, bars and blanks, and the dots between things."""


def brightness(colour: Color) -> float:
    """Give the relative luminance, as WCAG 2 defines it."""
    assert colour.triplet is not None
    parts = [part / 255 for part in colour.triplet]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    front, ground = style.color, style.bgcolor
    if style.reverse:
        front, ground = ground, front
    light, dark = sorted((brightness(front), brightness(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def painted(pilot: Pilot[int]) -> Iterator[Segment]:
    """Give what is painted of what can be used: the room that lies dimmed behind a dialog cannot."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips(screen.size)
    for left, right, strip in _in_use(screen, strips):
        yield from strip.crop(left, right)


def _in_use(screen: Screen[object], strips: list[Strip]) -> Iterator[tuple[int, int, Strip]]:
    region = screen.children[0].region if screen.is_modal else screen.region
    for strip in strips[region.y : region.bottom]:
        yield region.x, region.right, strip


def texts(pilot: Pilot[int]) -> Iterator[tuple[str, Style]]:
    for segment in painted(pilot):
        style = segment.style
        if style is None or not set(segment.text) - DRAWN or style.color is None or style.bgcolor is None:
            continue
        if ColorType.TRUECOLOR in (style.color.type, style.bgcolor.type):
            yield segment.text.strip(), style


KEYS = (
    "",
    "slash s t",
    "colon x",
    "escape w",
    "escape c",
    "escape t",
    "m 4",
    "escape f",
    "escape l",
    "escape question_mark",
    "escape 1",
    "3",
    "P",
    "escape 4",
    "5",
    "6",
    "7 enter",
    "space",
    "8",
    "i",
    "escape e",
    "1 d",
    "escape plus",
    "escape N",
    "escape m",
)


@pytest.mark.parametrize("theme", OFFERED)
async def test_all_texts_of_all_rooms_stand_out_from_their_ground(theme: str) -> None:
    desk = MemoryDesk(two_plans())
    desk.do(MoveTo("d3", Status.IN_PROGRESS, "Två nya saknar introduktion"))
    desk.do(RecordRound("d3", Result.REMAINS, "Listan finns men används inte"))
    faint: dict[str, float] = {}
    async with open_house(desk, (120, 50)) as pilot:
        pilot.app.theme = theme
        for keys in KEYS:
            await pilot.press(*keys.split())
            await settle(pilot)
            faint |= {text: round(contrast(style), 2) for text, style in texts(pilot) if contrast(style) < LEAST}
    assert faint == {}


async def test_nothing_blinks() -> None:
    async with open_house(MemoryDesk(a_plan())) as pilot:
        for keys in ("slash x", "escape d tab", "escape m tab"):
            await pilot.press(*keys.split())
            await settle(pilot)
            assert not any(
                segment.style and (segment.style.blink or segment.style.blink2) for segment in painted(pilot)
            )
            assert not any(getattr(field, "cursor_blink", False) for field in pilot.app.screen.query("Input"))
