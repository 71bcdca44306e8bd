"""The review of a read document as a value: its rows, what is left out, what was put right, and what will be stored.

Pure: it is given a snapshot where it needs one, and stores nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from followup.domain.drafts import Draft, DraftAction
from followup.domain.reissue import Match, compare

if TYPE_CHECKING:
    from followup.domain.actions import Action, Plan
    from followup.domain.snapshot import Snapshot

GONE = "gone:"
_DOUBTED = {
    "follow_up": {"follow_up", "first", "rule", "triggers"},
    "area": {"area"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """One action of the document (`key` is its place in it), or one that the document lacks (`gone:ID`)."""

    key: str
    match: Match

    @property
    def change(self) -> str:
        """New, same, changed or gone."""
        return self.match.change

    @property
    def doubts(self) -> int:
        """How many things are unsure."""
        return sum(not one.ticked_by for one in self.match.draft.doubts) if self.match.draft else 0


@dataclass(frozen=True, slots=True)
class Review:
    """A document under review; `plan` is the stored plan it goes into, `without` the keys of rows left out."""

    draft: Draft
    plan: Plan | None = None
    without: frozenset[str] = frozenset()

    def rows(self, snapshot: Snapshot) -> tuple[Row, ...]:
        """Give the document's actions in its order, then those that it lacks."""
        if self.plan is None:
            return tuple(Row(str(n), Match("new", one, None)) for n, one in enumerate(self.draft.actions))
        told = compare(snapshot, self.plan, self.draft)
        read = len(self.draft.actions)
        rows = [Row(str(n), match) for n, match in enumerate(told[:read])]
        return (*rows, *(Row(GONE + match.action.id, match) for match in told[read:] if match.action))

    def toggled(self, key: str) -> Review:
        """Leave a row out, or take it along again."""
        return replace(self, without=self.without ^ {key})

    def put(self, key: str, **said: Any) -> Review:  # noqa: ANN401 - whatever a draft's fields take
        """Put fields of a row right; what was unsure of them is sure now."""
        number = int(key)
        old = self.draft.actions[number]
        right = {part for field in said for part in _DOUBTED.get(_stem(field), {_stem(field)})}
        doubts = tuple(one for one in old.doubts if one.field not in right)
        return self._with(number, replace(old, **said, doubts=doubts))

    def sure(self, key: str, by: str) -> Review:
        """Tick all doubts of a row off: a person has looked, and it is right."""
        number = int(key)
        old = self.draft.actions[number]
        ticked = tuple(replace(one, ticked_by=one.ticked_by or by or "?") for one in old.doubts)
        return self._with(number, replace(old, doubts=ticked))

    def _with(self, number: int, action: DraftAction) -> Review:
        actions = list(self.draft.actions)
        actions[number] = action
        return replace(self, draft=replace(self.draft, actions=tuple(actions)))

    def accepted(self, snapshot: Snapshot) -> Draft:
        """Give the document as it is to be stored: what was left out is as if it had not been in it.

        A stored action whose row was left out stands in the document as it is stored, so that nothing changes in it.
        """
        kept: list[DraftAction] = []
        for row in self.rows(snapshot):
            if row.key not in self.without:
                kept += [row.match.draft] if row.match.draft else []
            elif row.match.action is not None:
                kept.append(as_it_stands(snapshot, row.match.action))
        return replace(self.draft, actions=tuple(kept))


def _stem(field: str) -> str:
    if field in {"rule", "first", "triggers"}:
        return "follow_up"
    return "area" if field.startswith("area_") else field.removesuffix("_text")


def as_it_stands(snapshot: Snapshot, action: Action) -> DraftAction:
    """Give a stored action as a document would write it that changes nothing."""
    area = snapshot.areas.get(action.area)
    return DraftAction(
        area_code=area.code if area else "",
        area_name=area.name if area else "",
        requirement=action.requirement,
        measure=action.measure,
        due=action.due,
        responsible=(),
        responsible_text=action.responsible_text,
        follow_up_text=action.follow_up_text,
        rule=action.rule,
        first=action.first,
        triggers=action.triggers,
        follow_up_responsible=(),
        follow_up_responsible_text=action.follow_up_responsible_text,
    )


def unknown_headings(draft: Draft) -> tuple[str, ...]:
    """Give the headings that were not recognised: what stands under them was guessed at, or not read."""
    return tuple(one.text for one in draft.doubts if one.code == "heading-unknown" and one.text)
