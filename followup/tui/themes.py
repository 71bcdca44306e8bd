"""Two themes beside Textual's own: one of high contrast, one for eyes that see red and green alike.

The second uses the colours of Okabe and Ito (blue, orange, vermilion), which stay apart in every common colour
blindness.
"""

from __future__ import annotations

from textual.color import BLACK, WHITE, Color, ColorParseError
from textual.theme import Theme

HIGH_CONTRAST = Theme(
    name="followup-contrast",
    primary="#ffd400",
    secondary="#7fdbff",
    accent="#ffd400",
    warning="#ffd400",
    error="#ff8080",
    success="#7dff9b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#c0c0c0",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffd400",
        "border": "#ffffff",
    },
)
COLOUR_SAFE = Theme(
    name="followup-colour-safe",
    primary="#56b4e9",
    secondary="#0072b2",
    accent="#56b4e9",
    warning="#f0e442",
    error="#ff9e4a",
    success="#56b4e9",
    foreground="#e8eaed",
    background="#14181d",
    surface="#191e24",
    panel="#222932",
)
THEMES = (HIGH_CONTRAST, COLOUR_SAFE)

LEGIBLE = 4.6
"""The least contrast of words that a tone colours, with what rounding may take: WCAG 2 asks 4.5 (1.4.3)."""
_TONES = ("text-primary", "text-error", "text-warning", "text-success")
_GROUNDS = ("background", "surface", "panel")


def legible(variables: dict[str, str]) -> dict[str, str]:
    """Give a theme's colours with those of tones moved away from the grounds they stand on, until they can be read."""
    grounds = [Color.parse(variables[name]) for name in _GROUNDS]
    if any(ground.ansi is not None for ground in grounds):
        return variables
    goal = BLACK if grounds[0].brightness > 0.5 else WHITE
    lights = [_luminance(ground) for ground in grounds]
    return variables | {name: _moved(variables[name], goal, lights) for name in _TONES}


def _moved(text: str, goal: Color, lights: list[float]) -> str:
    """Give a colour moved towards black or white until it can be read on grounds that are so light."""
    try:
        colour = Color.parse(text)
    except ColorParseError:
        return text
    steps = (colour.blend(goal, step / 20) for step in range(21))
    read = next(one for one in steps if one.rgb == goal.rgb or _is_legible(_luminance(one), lights))
    return text if read.rgb == colour.rgb else read.hex


def _is_legible(light: float, lights: list[float]) -> bool:
    return all(_contrast(light, ground) >= LEGIBLE for ground in lights)


def _contrast(one: float, other: float) -> float:
    """Give the contrast ratio of two relative luminances as WCAG 2 defines it, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
