"""A list of which only the lines of one kind can be chosen; the others are there to be read."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding

from followup.tui.widgets.outline import Outline


class Picks(Outline):
    """Lines under headings; enter chooses one whose target begins with the kind."""

    BINDINGS = [Binding("enter,right", "open", "tui.key.pick", key_display="Enter", id="list.open")]

    def __init__(self, kind: str, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Let what leads to this kind be chosen."""
        super().__init__(**rest)
        self._kind = kind
        self._offers = False

    @property
    def _is_choice(self) -> bool:
        return self.current.startswith(self._kind)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to choose only what can be."""
        return action != "open" or self._is_choice

    def watch_cursor(self, old: int, new: int) -> None:
        """Move, and offer what can be done there."""
        super().watch_cursor(old, new)
        if self._offers != self._is_choice:
            self._offers = self._is_choice
            self.refresh_bindings()
