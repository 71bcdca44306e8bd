"""Filtering many actions while somebody types: what is sought in is folded once, and kept until it changes.

It answers as `Query.matches` does, only sooner. It never outlives its snapshot and day: the next one is made from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.query import IN_TEXTS, fold, holds, texts_of
from followup.domain.questions import standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.query import Query, Term
    from followup.domain.questions import Standing
    from followup.domain.snapshot import Snapshot

_BETWEEN = "\x00"
"""What stands between two texts, and in none."""
_SAME = ("plans", "areas", "people", "roles", "holdings", "occasions")
"""What many actions share: when any of it changes, everything is to be made anew."""


class Searched:
    """A snapshot on a day, ready to be searched."""

    def __init__(self, snapshot: Snapshot, today: date, before: Searched | None = None) -> None:
        """Take over what the one before had learnt and still holds."""
        self.snapshot, self.today = snapshot, today
        self._folded: dict[str, dict[str, bytes]] = {}
        self._standings: dict[str, Standing] = {}
        if before is not None and before.today == today and _share(before.snapshot, snapshot):
            self._take_over(before)

    def _take_over(self, before: Searched) -> None:
        changed = _changed(before.snapshot, self.snapshot)
        self._folded = {field: dict(texts) for field, texts in before._folded.items()}
        self._standings = dict(before._standings)
        for identity in changed:
            self._standings.pop(identity, None)
            for texts in self._folded.values():
                texts.pop(identity, None)

    def prepare(self) -> None:
        """Fold every text, so that the first word is found as quickly as the next ones."""
        self._texts("", self.snapshot.actions)

    def found(self, query: Query) -> list[str]:
        """Give the ids of the actions that meet every condition, in the plan's order."""
        ids: list[str] = list(self.snapshot.actions)
        for term in query.terms:
            ids = self._kept(term, ids)
        return ids

    def standing(self, action: Action) -> Standing:
        """Say how an action stands on the day."""
        known = self._standings.get(action.id)
        if known is None:
            known = self._standings[action.id] = standing(self.snapshot, action, self.today)
        return known

    def _kept(self, term: Term, ids: Iterable[str]) -> list[str]:
        actions, wanted = self.snapshot.actions, not term.negated
        if term.field in IN_TEXTS:
            texts, sought = self._texts(term.field, ids), _encoded(term.sought)
            return [one for one in ids if (sought in texts[one]) is wanted]
        return [one for one in ids if self._holds(term, actions[one]) is wanted]

    def _holds(self, term: Term, action: Action) -> bool:
        return holds(term, self.snapshot, action, self.today, lambda _, one, __: self.standing(one))

    def _texts(self, field: str, ids: Iterable[str]) -> dict[str, bytes]:
        texts = self._folded.setdefault(field, {})
        for one in ids:
            if one not in texts:
                said = texts_of(field, self.snapshot, self.snapshot.actions[one], self.today)
                texts[one] = _encoded(fold(_BETWEEN.join(said)))
        return texts


def _encoded(text: str) -> bytes:
    """Give the text as it is kept: UTF-8 is found in as a text is, and takes half the room or less."""
    return text.encode(errors="surrogatepass")


def _share(old: Snapshot, new: Snapshot) -> bool:
    return all(getattr(old, shelf) is getattr(new, shelf) for shelf in _SAME)


def _changed(old: Snapshot, new: Snapshot) -> set[str]:
    """Give the actions (ids) that are another or gone, themselves or by a round."""
    actions = {one for one, action in new.actions.items() if old.actions.get(one) is not action}
    actions |= old.actions.keys() - new.actions.keys()
    if old.rounds is not new.rounds:
        pairs = ((old.rounds.get(one), new.rounds.get(one)) for one in old.rounds.keys() | new.rounds.keys())
        actions |= {each.action for pair in pairs if pair[0] is not pair[1] for each in pair if each}
    return actions
