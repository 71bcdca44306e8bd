"""Two themes beside Textual's own: one of high contrast, one for eyes that see red and green alike.

The second uses the colours of Okabe and Ito (blue, orange, vermilion), which stay apart in every common colour
blindness.
"""

from __future__ import annotations

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
