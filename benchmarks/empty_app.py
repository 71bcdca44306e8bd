"""The reference of the screens: the smallest Textual program with one table, whose head is what is waited for."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import DataTable

HEAD = "Column"


class EmptyApp(App[None]):
    """One table without rows."""

    def compose(self) -> ComposeResult:
        """Give the table."""
        table: DataTable[str] = DataTable()
        table.add_column(HEAD)
        yield table


if __name__ == "__main__":
    EmptyApp().run()
