"""Why a document cannot be read, as a code and facts; the words for people stand in the phrases."""

from __future__ import annotations

from followup.domain.trouble import Trouble


class IntakeRefused(Trouble):
    """A document that gives no plan: the code (phrase `refusal.CODE`) and the facts its sentence names."""

    def with_path(self, path: str) -> IntakeRefused:
        """The same, naming the document."""
        return IntakeRefused(self.code, **(self.facts | {"path": path}))
