"""Why a change set was made, as the journal keeps it: the command's name, its labels, the facts that name it."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.domain.commands import Command
    from followup.domain.snapshot import Snapshot


def reason(snapshot: Snapshot, commands: Iterable[Command], note: str) -> str:
    """Give the reason that the journal keeps: the command's name, the labels, the facts that name it, the note."""
    asked = list(commands)
    first = asked[0]
    ids = [one.action for one in asked if hasattr(one, "action")]
    why: dict[str, Any] = {"command": type(first).__name__}
    if ids:
        why["labels"] = [snapshot.actions[one].label for one in ids]
    why |= _facts(snapshot, first)
    said = note or getattr(first, "note", "") or getattr(first, "why", "")
    return dumps(why | ({"note": said} if said else {}), ensure_ascii=False)


def _facts(snapshot: Snapshot, command: Command) -> dict[str, Any]:
    from followup.domain.commands import AcceptDraft, SetPerson

    if isinstance(command, AcceptDraft):
        return {"source": command.draft.source, "count": len(command.draft.actions)}
    if isinstance(command, SetPerson):
        return {"name": snapshot.people[command.person].name}
    named = ("trigger", "role", "person", "key", "title")
    return {name: getattr(command, name) for name in named if hasattr(command, name)}
