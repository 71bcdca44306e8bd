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
_FIRST, _LAST = (True, False), (False, True)
"""Which of a name's two words is a first name."""


def with_names_turned(actions: Sequence[DraftAction]) -> tuple[DraftAction, ...]:
    """The actions, with the names of two words turned where the document writes the surname first."""
    owners = (owner for action in actions for owner in (*action.responsible, *action.follow_up_responsible))
    names = {owner.name for owner in owners if owner.name.count(" ") == 1}
    given = {name: tuple(map(is_given, name.split(" "))) for name in names}
    turned = {name for name, which in given.items() if which == _LAST}
    straight = {name for name, which in given.items() if which == _FIRST}
    if len(turned) < LEAST or len(straight) > len(turned) * MOST_STRAIGHT:
        return tuple(actions)
    return tuple(_turned(action, names - straight) for action in actions)


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
