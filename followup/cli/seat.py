"""What every verb is given, and the few things that many of them do: find labels, read days, tell an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.domain.changes import Refused
from followup.domain.snapshot import find_action
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from followup.cli.output import Output
    from followup.desk import Desk, Outcome
    from followup.domain.actions import Action, Plan
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.settings import Settings


BINARY = frozenset({"xlsx"})
MANY = 12
"""A list of plans in a sentence has no more than this."""
SUFFIXES = frozenset({"json", "ndjson", "csv", "md", "html", "xlsx"})


@dataclass(frozen=True, slots=True)
class Seat:
    """The desk, the words, where to write, and what was asked."""

    desk: Desk
    phrases: Phrases
    output: Output
    settings: Settings
    asked: argparse.Namespace

    def snapshot(self, label: str = "") -> Snapshot:
        """Give what is to be looked at: the plan that --plan or the label ("pcu/D3") names, or everything."""
        key = label.rpartition("/")[0] or self.settings.plan
        return self.desk.snapshot_of(key) if key else self.desk.snapshot()

    def action(self, snapshot: Snapshot, label: str) -> Action:
        """Give the action with this label.

        Raises:
            Trouble: there is none, or several.
        """
        found = find_action(snapshot, label, self.settings.plan)
        if isinstance(found, Refused):
            raise Trouble(found.code, **dict(found.facts))
        return found

    def plan(self, snapshot: Snapshot) -> Plan:
        """Give the plan chosen with --plan, or the only one.

        Raises:
            Trouble: there is none, or several and none was chosen.
        """
        keys = [plan.key for plan in snapshot.plans.values()]
        known = ", ".join([*keys[:MANY], *(["…"] if len(keys) > MANY else [])])
        chosen = [plan for plan in snapshot.plans.values() if self.settings.plan in {"", plan.key}]
        if len(chosen) == 1:
            return chosen[0]
        if not snapshot.plans:
            raise Trouble("plan.none")
        raise Trouble("plan.unknown" if not chosen else "plan.ambiguous", key=self.settings.plan, known=known)

    def plan_that(self, snapshot: Snapshot, fits: Callable[[Plan], bool]) -> Plan:
        """Give the plan chosen with --plan, or the only one that fits; raises as `plan` where several do, or none."""
        alike = [plan for plan in snapshot.plans.values() if fits(plan)] if not self.settings.plan else []
        return alike[0] if len(alike) == 1 else self.plan(snapshot)

    def actions(self, snapshot: Snapshot, query: str = "", day: date | None = None) -> list[Action]:
        """Give the actions of the plans chosen that the query matches on that day, in the document's order."""
        if self.settings.plan:
            plan = self.plan(snapshot).id
            own = [action for action in snapshot.actions.values() if action.plan == plan]
        else:
            own = list(snapshot.actions.values())
        if not query.strip():
            return own
        from followup.domain.query import QueryError, parse

        try:
            wanted = parse(query)
        except QueryError as error:
            raise Trouble("query.bad", part=error.part) from error
        today = day or self.desk.today()
        return [action for action in own if wanted.matches(snapshot, action, today)] if wanted.terms else own

    def day(self, text: str | None) -> date | None:
        """Read a day as people write it; None for nothing said.

        Raises:
            Trouble: it is no day.
        """
        return read_day(text, self.desk) if text else None

    def tell(self, outcome: Outcome) -> Exit:
        """Say what became of a command."""
        if outcome.refused is not None:
            self.refuse(outcome.refused.code, **dict(outcome.refused.facts))
            return Exit.REFUSED
        if outcome.made is not None:
            self.output.talk(self.told(outcome))
        return Exit.OK

    def told(self, outcome: Outcome) -> str:
        """Give the sentence of what was done, "" if nothing was."""
        from followup.present.history import what_words

        return what_words(outcome.made, self.phrases) + "." if outcome.made else ""

    def tell_lines(self, lines: Iterable[str], nothing: str, **facts: object) -> None:
        """Print lines of data; where there are none, say so (a phrase's key) beside the data, which is then empty."""
        told = tuple(lines)
        if told:
            self.output.lines(told)
        else:
            self.output.talk(self.phrases(nothing, **facts))

    def deliver(self, form: str, data: bytes, path: str) -> None:
        """Write a paper to a file, or to stdout ("-").

        Raises:
            Misuse: a terminal cannot show it.
            Trouble: the file cannot be written.
        """
        if path != "-":
            self.output.talk(self.phrases("export.wrote", path=self.desk.papers.write(path, data)))
        elif form in BINARY and self.output.is_terminal:
            raise Misuse("export.binary", form=form)
        else:
            self.output.data(data)

    def refuse(self, code: str, **facts: object) -> None:
        """Say the sentence of a refusal; codes among the facts are said in words."""
        from followup.present.sentences import sentence

        self.output.talk(sentence(code, facts, self.phrases))


def form_of(path: str) -> str:
    """Give the format that a file's name has, "table" if none."""
    suffix = path.rpartition(".")[2].casefold()
    return suffix if suffix in SUFFIXES else "table"


def read_day(text: str, desk: Desk) -> date:
    """Read a day: ISO, or as people write it.

    Raises:
        Trouble: it is no single day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    reading = desk.when(text, in_date_field=True)
    if reading.kind == "day" and reading.end:
        return reading.end
    raise Trouble("day.unreadable", text=text)


def run_verb(verb: str, seat: Seat) -> Exit:
    """Carry out a verb: each lives in a module of its name, imported now."""
    from importlib import import_module

    name = {"import": "documents"}.get(verb, verb)
    code: Exit = import_module(f"followup.cli.verbs.{name}").run(seat)
    return code
