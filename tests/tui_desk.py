"""A desk in memory that decides by the real rules: what the user interface sits at in its tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from json import dumps
from typing import TYPE_CHECKING, Any

from followup.clock import Clock
from followup.desk import Desk, Glance, Outcome
from followup.desk.papers import Papers
from followup.desk.reasons import reason
from followup.domain.changes import ChangeSet, Refused, invert, next_redo, next_undo, refuse
from followup.domain.decide import decide_all
from followup.domain.snapshot import Snapshot, apply
from followup.domain.trouble import Trouble
from followup.phrases.book import Phrases
from followup.settings import Settings

if TYPE_CHECKING:
    from followup.domain.commands import Command
    from followup.present.told import Told


class NoCalendars:
    """What a desk without a ledger says when calendars are asked for."""

    def export_folder(self, folder: str, **_: object) -> Any:
        raise Trouble("file.not_written", path=folder, reason="permission")

    export_by_hand = export_folder

    def send_mails(self, _folder: str, **_: Any) -> Any:
        raise Trouble("mail.no_sender")

    send_digests = send_mails

    def sync(self, **_: object) -> Any:
        raise Trouble("caldav.no_server")

    def log(self, action: str = "") -> tuple[Told, ...]:
        return ()


class MemoryDesk(Desk):
    """A desk whose database is a list."""

    def __init__(self, snapshot: Snapshot, language: str = "sv", today: date = date(2026, 5, 12)) -> None:
        self.settings = Settings(data=":memory:", language=language, user="Signe", chosen={})
        self.phrases = Phrases(language)
        self.clock = Clock(today)
        self.papers = Papers(self.phrases, self.clock)
        self.calendars = NoCalendars()  # type: ignore[assignment]  # a desk without a ledger
        self.now = snapshot
        self.journal: list[ChangeSet] = []
        self.asked: list[tuple[Command, ...]] = []
        self.news = False
        self.trouble: Trouble | None = None
        self._ids = count(1)
        self.kept: dict[str, Any] = {}

    def close(self) -> None:
        pass

    def remembered(self, key: str) -> Any:
        return self.kept.get(key)

    def remember(self, key: str, value: Any) -> None:
        self.kept[key] = value

    def glance(self, limit: int = 200) -> Glance:
        first = dict(list(self.now.actions.items())[:limit])
        return Glance(replace(self.now, actions=first), len(self.now.actions))

    def snapshot(self) -> Snapshot:
        return self.now

    def has_news(self) -> bool:
        news, self.news = self.news, False
        return news

    def warm(self) -> None:
        pass

    def do(self, *commands: Command, note: str = "", seen: Snapshot | None = None) -> Outcome:
        if self.trouble:
            raise self.trouble
        self.asked.append(commands)
        decided = decide_all(seen or self.now, commands, self.today(), lambda: f"new{next(self._ids)}")
        if isinstance(decided, Refused):
            return Outcome(self.now, refused=decided)
        labels = [self.now.actions[one.action].label for one in commands if hasattr(one, "action")]
        if not labels:
            why = reason(self.now, commands, note)
            return self._keep(ChangeSet(f"set{next(self._ids)}", self._moment(), "Signe", why, decided))
        said = note or getattr(commands[0], "note", "") or getattr(commands[0], "why", "")
        told = {"command": type(commands[0]).__name__, "labels": labels, **({"note": said} if said else {})}
        return self._keep(ChangeSet(f"set{next(self._ids)}", self._moment(), "Signe", dumps(told), decided))

    def _moment(self) -> datetime:
        return datetime(2026, 5, 12, 9, len(self.journal) % 60, tzinfo=UTC)

    def _keep(self, made: ChangeSet) -> Outcome:
        self.now = apply(self.now, made.changes, self.now.revision + 1)
        made = replace(made, number=self.now.revision)
        self.journal.insert(0, made)
        return Outcome(self.now, made)

    def undo(self) -> Outcome:
        return self._turn(next_undo(self.journal), "undo")

    def redo(self) -> Outcome:
        return self._turn(next_redo(self.journal), "redo")

    def _turn(self, chosen: ChangeSet | None, kind: str) -> Outcome:
        if chosen is None:
            return Outcome(self.now, refused=refuse(f"nothing.to_{kind}"))
        made = ChangeSet(
            f"set{next(self._ids)}", self._moment(), "Signe", chosen.why, invert(chosen.changes), kind, chosen.id
        )
        return self._keep(made)

    def history(self, action: str = "", limit: int | None = 200) -> tuple[ChangeSet, ...]:
        rounds = {one.id for one in self.now.rounds_of.get(action, ())}
        named = [made for made in self.journal if not action or any(c.id in {action, *rounds} for c in made.changes)]
        return tuple(named[:limit])
