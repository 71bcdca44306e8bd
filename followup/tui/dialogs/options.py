"""Choose one of a few, and perhaps type a word beside it; what is chosen is given to whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.tui.dialogs.dialog import Dialog
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from followup.domain.commands import Command
    from followup.phrases.book import Phrases

    Given = tuple[Command, ...] | str | None


class OptionsDialog(Dialog):
    """Alternatives, and a field with a name where `typed` gives one (its name, its value, its hint)."""

    def __init__(
        self,
        phrases: Phrases,
        titles: tuple[str, str],
        options: tuple[tuple[str, str], ...],
        give: Callable[[str, str], Given],
        *,
        chosen: str = "",
        typed: tuple[str, str, str] | None = None,
    ) -> None:
        """Ask under a title, about something; `give` is called with the value chosen and the word typed."""
        super().__init__(phrases, *titles)
        self._options, self._give, self._chosen, self._typed = options, give, chosen, typed

    def fields(self) -> ComposeResult:
        """The alternatives, and the field."""
        yield Choice(self._options, self._chosen, id="options")
        if self._typed is not None:
            name, value, hint = self._typed
            yield self.row(name, self.field("typed", value, hint))

    def action_save(self) -> None:
        """Give what is chosen; commands go to the desk, and the dialog waits for the answer."""
        given = self._give(self.query_one(Choice).value, self.text("typed") if self._typed else "")
        if given is None:
            self.dismiss(None)
        elif isinstance(given, str):
            self.refuse(given)
        elif not self._waits:
            self._waits = True
            self.post_message(self.Asked(self, given))
