"""Why a document cannot be read, as a code and facts; the words for people stand in the phrases."""

from __future__ import annotations

from followup.domain.trouble import Trouble


class IntakeRefused(Trouble):
    """A document that gives no plan: `code` names the sentence (`refusal.CODE`), `facts` what it mentions."""
