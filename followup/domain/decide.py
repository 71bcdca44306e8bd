"""What a command means: the changes it makes, or why it is refused. Pure: same in, same out, nothing stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.domain import commands
from followup.domain.changes import Change, Refused, refuse
from followup.domain.decisions import agreements, people, plans, rounds, status
from followup.domain.given import Decided, Given
from followup.domain.snapshot import apply
from followup.domain.texts import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from followup.domain.snapshot import Snapshot

_RULES: dict[type[Any], Callable[[Given, Any], Decided]] = {
    commands.AcceptDraft: plans.accept_draft,
    commands.NewPlan: plans.new_plan,
    commands.AddAction: plans.add_action,
    commands.MoveTo: status.move_to,
    commands.RecordRound: rounds.record_round,
    commands.MoveRound: rounds.move_round,
    commands.NoteOccasion: rounds.note_occasion,
    commands.MoveDue: agreements.move_due,
    commands.ChangeRule: agreements.change_rule,
    commands.Reword: agreements.reword,
    commands.PutInArea: agreements.put_in_area,
    commands.GradeArea: agreements.grade_area,
    commands.Assign: agreements.assign,
    commands.TickDoubt: agreements.tick_doubt,
    commands.HoldRole: people.hold_role,
    commands.SetPerson: people.set_person,
}


def decide(snapshot: Snapshot, command: commands.Command, today: date, new_id: Callable[[], str]) -> Decided:
    """Give the changes that the command makes, or the refusal; a command that changes nothing is refused too.

    What the command says is cleaned first (`texts`).
    """
    changes = _RULES[type(command)](Given(snapshot, today, new_id), cleaned(command))
    return changes or refuse("nothing.to_change")


def decide_all(
    snapshot: Snapshot, asked: Iterable[commands.Command], today: date, new_id: Callable[[], str]
) -> Decided:
    """Give the changes of several commands, each seeing what those before it did; one refusal refuses all."""
    made: list[Change] = []
    refusal: Refused | None = None
    for command in asked:
        changes = decide(snapshot, command, today, new_id)
        if not isinstance(changes, Refused):
            made.extend(changes)
            snapshot = apply(snapshot, changes, ordered=False)
        elif changes.code == "nothing.to_change":
            refusal = changes
        else:
            return changes
    return tuple(made) or refusal or refuse("nothing.to_change")
