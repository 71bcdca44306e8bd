"""Turns names that stand with the surname first ("Ek Anna"), where the document's names show that it writes them so.

One such name alone tells nothing: a first name that no list holds may stand before a surname that one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from followup.domain.drafts import DraftAction
from followup.domain.people import WrittenOwner
from followup.intake.owners.kinds import is_given

LEAST = 2
"""Names that only make sense with the surname first, for all to be read so."""
MOST_STRAIGHT = 0.25
"""Of those, as many may stand the usual way round; more, and the document has no such habit."""


def with_names_turned(actions: Sequence[DraftAction]) -> tuple[DraftAction, ...]:
    """The actions, with the names of two words turned where the document writes the surname first."""
    owners = (owner for action in actions for owner in (*action.responsible, *action.follow_up_responsible))
    names = {owner.name for owner in owners if owner.name.count(" ") == 1}
    turned = {name for name in names if _is_turned(name)}
    if len(turned) < LEAST:
        return tuple(actions)
    straight = {name for name in names if _is_turned(_around(name))}
    if len(straight) > len(turned) * MOST_STRAIGHT:
        return tuple(actions)
    return tuple(_turned(action, names - straight) for action in actions)


def _is_turned(name: str) -> bool:
    """Say whether the second of a name's two words, and only that, is a first name."""
    first, last = name.split(" ")
    return is_given(last) and not is_given(first)


def _around(name: str) -> str:
    return " ".join(reversed(name.split()))


def _turned(action: DraftAction, names: set[str]) -> DraftAction:
    def turned(owners: tuple[WrittenOwner, ...]) -> tuple[WrittenOwner, ...]:
        return tuple(replace(owner, name=_around(owner.name)) if owner.name in names else owner for owner in owners)

    return replace(
        action,
        responsible=turned(action.responsible),
        follow_up_responsible=turned(action.follow_up_responsible),
    )
