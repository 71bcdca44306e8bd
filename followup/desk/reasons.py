"""Why a change set was made, as the journal keeps it: the command's name, its labels, the facts that name it."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from followup.domain.texts import clean, cleaned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.domain.commands import Command
    from followup.domain.snapshot import Snapshot


def reason(snapshot: Snapshot, commands: Iterable[Command], note: str) -> str:
    """Give the reason that the journal keeps: the command's name, the labels, the facts that name it, the note."""
    asked = [cleaned(one) for one in commands]
    first = asked[0]
    ids = [one.action for one in asked if hasattr(one, "action")]
    why: dict[str, Any] = {"command": type(first).__name__}
    if ids:
        why["labels"] = [snapshot.actions[one].label for one in ids]
    why |= _documents(asked) or _facts(snapshot, first)
    said = clean(note) or getattr(first, "note", "") or getattr(first, "why", "")
    return dumps(why | ({"note": said} if said else {}), ensure_ascii=False)


def _documents(commands: Iterable[Command]) -> dict[str, Any]:
    """Name the documents that were read in, and count their actions."""
    from followup.domain.commands import AcceptDraft

    drafts = [one.draft for one in commands if isinstance(one, AcceptDraft)]
    sources = ", ".join(draft.source for draft in drafts)
    return {"source": sources, "count": sum(len(draft.actions) for draft in drafts)} if drafts else {}


def _facts(snapshot: Snapshot, command: Command) -> dict[str, Any]:
    from followup.domain import commands

    if isinstance(command, commands.SetPerson):
        return {"name": snapshot.people[command.person].name}
    if isinstance(command, commands.GradeArea):
        return {"area": snapshot.areas[command.area].title}
    if isinstance(command, commands.MoveDue | commands.MoveRound):
        when = command.due if isinstance(command, commands.MoveDue) else command.agreed
        return {"to": when.text or str(when.end or when.start or "")}
    named = ("trigger", "role", "person", "key", "title", "status", "result", "start")
    return {name: str(getattr(command, name)) for name in named if hasattr(command, name)}
