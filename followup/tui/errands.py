"""What rooms ask for that is no command: values that say what the desk is to do, and the messages they travel in.

An errand is run by the app in a thread; who asked is given the answer, or the sentence of a refusal. Nothing here
knows the desk's module: it is named by the few questions that are put to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from textual.message import Message

from followup.domain.stopping import StoppedError, Watch
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from followup.domain.actions import Plan
    from followup.domain.commands import Command
    from followup.domain.drafts import Draft
    from followup.domain.reissue import Match


class Asker(Protocol):
    """A room or a dialog that waits for an answer."""

    def answered(self, errand: object, answer: Any) -> None:  # noqa: ANN401 - each errand has its own answer
        """Take the answer to an errand, or to a text that was given to the editor."""

    def refuse(self, sentence: str) -> None:
        """Take the sentence that says why there is none."""


class Errand(Protocol):
    """Something that the desk can do; run in a thread."""

    def run(self, desk: Any) -> Any:  # noqa: ANN401 - only the app may name the desk's type
        """Do it and give the answer."""


class ErrandAsked(Message):
    """An errand is to be run, and the answer given to who asked."""

    def __init__(self, errand: Errand, asker: Asker) -> None:
        """Carry both."""
        super().__init__()
        self.errand, self.asker = errand, asker


class CommandsAsked(Message):
    """Commands that need no dialog are to be carried out, as one change set."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        """Carry them."""
        super().__init__()
        self.commands = commands


BACK = ""
"""In the place of a room's name: the room that one came from."""


class RoomAsked(Message):
    """Another room is to be entered, or gone back to; at an action (id) if one is named."""

    def __init__(self, name: str, action: str = "") -> None:
        """Name the room."""
        super().__init__()
        self.room_name, self.action = name, action


class CopyAsked(Message):
    """A text is to lie on the clipboard; `says` is what the user is told."""

    def __init__(self, text: str, says: str) -> None:
        """Carry both."""
        super().__init__()
        self.text, self.says = text, says


class EditorAsked(Message):
    """A long text is to be written in the user's own editor; who asked is given it as the answer."""

    def __init__(self, text: str, asker: Asker) -> None:
        """Carry the text."""
        super().__init__()
        self.text, self.asker = text, asker


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as read, the stored plan that it is a new issue of, and what differs.

    `told` has the headings that somebody has told of, of any form, with the fields they were said to name.
    """

    draft: Draft
    plan: Plan | None
    matches: tuple[Match, ...]
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadDocument:
    """Read a document; `data` is its content where it lies in no file.

    Answers `Understood`, None where `watch` has stopped it.
    """

    path: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    data: bytes | None = None
    watch: Watch = field(default_factory=Watch)

    def run(self, desk: Any) -> Understood | None:  # noqa: ANN401 - as above
        """Read, and look for the plan that it is a new issue of."""
        path = str(Path(self.path).expanduser()) if self.data is None else self.path
        try:
            draft = desk.documents.read(path, self.mapping, self.data, watch=self.watch)
        except StoppedError:
            return None
        except Trouble:
            if self.watch.stopping:
                return None
            raise
        plan = desk.documents.reissue(draft)
        return Understood(draft, plan, desk.documents.compare(plan, draft) if plan else (), _told_headings(desk))


FORMS = "forms"
"""Under this name the desk remembers what has been told of headings: a list of forms, each {heading: field}."""


def _told_headings(desk: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    forms = desk.remembered(FORMS)
    known = [one for one in forms if isinstance(one, dict)] if isinstance(forms, list) else []
    return {str(heading): str(name) for form in known for heading, name in form.items()}


@dataclass(frozen=True)
class ForgetHeading:
    """Forget what was told of a heading, in every form that has it."""

    heading: str

    def run(self, desk: Any) -> None:  # noqa: ANN401 - as above
        """Remember the forms without it."""
        forms = desk.remembered(FORMS)
        known = [one for one in forms if isinstance(one, dict)] if isinstance(forms, list) else []
        left = [{heading: name for heading, name in form.items() if heading != self.heading} for form in known]
        desk.remember(FORMS, [form for form in left if form])


@dataclass(frozen=True)
class Accept:
    """Store a read document, as a new plan with this key or into a stored plan (id). Answers the desk's outcome."""

    draft: Draft
    key: str = ""
    plan: str = ""

    def run(self, desk: Any) -> Any:  # noqa: ANN401 - as above
        """Store it as one change set."""
        return desk.documents.accept(self.draft, self.key, self.plan)


MAILS = frozenset({"mail", "digest"})
_ONE_PREVIEW = Lock()
"""Drawing up many calendars takes all of a processor: one preview at a time does."""


@dataclass(frozen=True)
class Calendars:
    """Draw up what the owners get by a way: "ics" (a folder), "hand", "mail", "digest" or "caldav".

    Writes or sends it unless `dry_run`; where no mail server is set, mail becomes drafts. Answers the report, None
    where `watch` has stopped it.
    """

    folder: str
    dry_run: bool
    private: bool = False
    way: str = "ics"
    watch: Watch = field(default_factory=Watch)

    def run(self, desk: Any) -> Any:  # noqa: ANN401 - as above
        """Ask for the report; None when the user has stopped it on the way, or it was not begun before it was."""
        if not self.dry_run:
            return self._go(desk)
        with _ONE_PREVIEW:
            return None if self.watch.stopping else self._go(desk)

    def _go(self, desk: Any) -> Any:  # noqa: ANN401 - as above
        asked: dict[str, Any] = {"dry_run": self.dry_run, "private": self.private, "watch": self.watch}
        try:
            if self.way == "caldav":
                return desk.calendars.sync(**asked)
            if self.way in MAILS:
                return self._mail(desk, asked)
            by = desk.calendars.export_by_hand if self.way == "hand" else desk.calendars.export_folder
            return by(self.place, **asked)
        except StoppedError:
            return None

    @property
    def place(self) -> str:
        """The folder of this way: what is subscribed to has one for itself, for files by hand are called the same."""
        folder = Path(self.folder).expanduser()
        return str(folder if self.way == "ics" else folder / self.way)

    def _mail(self, desk: Any, asked: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        send = desk.calendars.send_mails if self.way == "mail" else desk.calendars.send_digests
        return send("" if desk.settings.value("smtp_host") else self.place, **asked)


@dataclass(frozen=True)
class Ledger:
    """Ask what the owners of an action (id) have been told. Answers rows, the newest first."""

    action: str

    def run(self, desk: Any) -> Any:  # noqa: ANN401 - as above
        """Read the ledger."""
        return desk.calendars.log(self.action)


@dataclass(frozen=True)
class Paper:
    """Write how all actions stand, or those of a plan (id), to a file (md, html, csv, xlsx). Answers the path."""

    form: str
    path: str
    plan: str = ""

    def run(self, desk: Any) -> str:  # noqa: ANN401 - as above
        """Make the bytes and write them."""
        from followup.tui.narrowing import part_of

        snapshot = part_of(desk.snapshot(), self.plan)
        actions = list(snapshot.actions.values())
        data = desk.papers.status(self.form, snapshot, actions, desk.today(), excel=True)
        path = Path(self.path).expanduser()
        path.parent.mkdir(parents=True, exist_ok=True)
        written: str = desk.papers.write(str(path), data)
        return written


@dataclass(frozen=True)
class Minutes:
    """Write what a meeting came to, in each format (md, html). Answers the paths.

    `names` gives the file's path by format, `heading` what the meeting was about, `dealt` the actions (ids) gone
    through, `notes` what was said of each, `since` the journal's number when it began.
    """

    names: Mapping[str, str]
    heading: str
    dealt: Sequence[str]
    notes: Mapping[str, str]
    since: int

    def run(self, desk: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
        """Make the bytes and write them."""
        snapshot = desk.snapshot()
        made = [one for one in desk.history() if one.number > self.since]
        written = []
        for form, name in self.names.items():
            path = Path(name).expanduser()
            path.parent.mkdir(parents=True, exist_ok=True)
            data = desk.papers.minutes(form, snapshot, self.heading, self.dealt, self.notes, made)
            written.append(str(desk.papers.write(str(path), data)))
        return tuple(written)
