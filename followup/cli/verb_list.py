"""The verbs and their arguments, as data: a contract that scripts depend on (names, not words)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

STATUSES = ("planned", "in_progress", "done", "paused", "dropped", "closed")
RESULTS = ("holds", "partly", "remains", "skipped")
_NAMES = {
    "planerad": "planned",
    "pågår": "in_progress",
    "in-progress": "in_progress",
    "klar": "done",
    "pausad": "paused",
    "utgår": "dropped",
    "avslutad": "closed",
    "uppfylld": "holds",
    "delvis": "partly",
    "kvarstår": "remains",
    "inställd": "skipped",
}
"""What else a status or a result is called when it is typed, whatever language the screen speaks."""
MOST = 1200


def code_of(word: str) -> str:
    """Give the code of a status or a result as typed; an unknown word stays as it is."""
    from unicodedata import normalize

    return _NAMES.get(normalize("NFC", word).strip().casefold(), word)


def number_of(word: str) -> int:
    """Read a count; raises ValueError for what is none, or too much."""
    number = int(word)
    if not 0 < number <= MOST:
        raise ValueError
    return number


def port_of(word: str) -> int:
    """Read the number of a port; raises ValueError for what is none."""
    number = int(word)
    if not 0 < number < 65536:
        raise ValueError
    return number


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its flags (the last names its help), argparse's options, and the phrase of its metavar."""

    flags: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict)
    metavar: str = ""

    @property
    def takes_value(self) -> bool:
        """Say whether a word follows its flag."""
        return self.options.get("action") != "store_true"


def _one(*flags: str, metavar: str = "", **options: Any) -> Argument:  # noqa: ANN401 - argparse's own
    return Argument(flags, options, metavar)


def _switch(*flags: str) -> Argument:
    return Argument(flags, {"action": "store_true"})


GLOBALS = (
    _one("--data", metavar="place"),
    _one("--lang", choices=("sv", "en")),
    _one("--today", metavar="day"),
    _one("--plan", metavar="key"),
    _switch("-h", "--help"),
    _switch("--version"),
)
_LABEL = _one("label", metavar="label")
_LABELS = _one("label", metavar="label", nargs="+")
_NOTE = _one("-m", "--note", metavar="note", default="")
_ON = _one("--on", metavar="day")
_QUERY = _one("query", metavar="query", nargs="*", default=[])
_OUT = _one("--out", metavar="path")


def _format(*formats: str) -> Argument:
    return _one("--format", choices=formats, default=formats[0])


VERBS: dict[str, tuple[Argument, ...]] = {
    "tui": (),
    "demo": (),
    "web": (_one("--port", metavar="number", type=port_of, default=0),),
    "import": (
        _one("file", metavar="file", nargs="+"),
        _switch("--dry-run"),
        _switch("--yes"),
        _one("--new", metavar="key"),
        _one("--map", metavar="mapping", action="append", default=[]),
        _format("text", "json"),
    ),
    "status": (
        _QUERY,
        _one("--format", choices=("table", "json", "ndjson", "csv", "md", "html", "xlsx"), default=""),
        _one("--as-of", metavar="day"),
        _one("--since", metavar="day"),
        _one("--fail-on", metavar="conditions", default=""),
        _switch("--excel"),
        _OUT,
    ),
    "show": (_LABEL, _format("text", "json", "md", "html")),
    "log": (
        _one("label", metavar="label", nargs="?", default=""),
        _format("text", "json", "ndjson", "csv", "md"),
        _one("--since", metavar="day"),
        _one("--limit", metavar="number", type=number_of, default=100),
        _switch("--reminders"),
    ),
    "agenda": (_one("--months", metavar="number", type=number_of, default=12), _format("text", "json", "csv", "md")),
    "mark": (_LABELS, _one("status", metavar="status", type=code_of, choices=STATUSES), _NOTE, _ON),
    "record": (
        _LABEL,
        _one("result", metavar="result", type=code_of, choices=RESULTS),
        _NOTE,
        _ON,
        _one("--evidence", metavar="reference", default=""),
        _one("--by", metavar="person", default=""),
    ),
    "move": (
        _LABEL,
        _one("--due", metavar="words"),
        _one("--follow-up", metavar="words"),
        _one("-m", "--why", metavar="note", default=""),
    ),
    "occasion": (_one("trigger", metavar="words", nargs="+"), _ON, _NOTE),
    "people": (
        _one("task", nargs="?", choices=("list", "set", "read"), default="list"),
        _one("person", metavar="person", nargs="?", default=""),
        _one("--mail", metavar="address"),
        _one("--language", choices=("sv", "en")),
        _format("text", "json", "csv"),
    ),
    "hold": (_one("role", metavar="role"), _one("person", metavar="person"), _one("--from", metavar="day")),
    "export": (
        _one("kind", choices=("ics", "mail", "digest", "caldav", "csv", "json", "md", "html", "xlsx")),
        _OUT,
        _one("--for", metavar="owner", default=""),
        _switch("--by-hand"),
        _switch("--since-last"),
        _switch("--excel"),
        _switch("--private"),
        _switch("--complete"),
        _switch("--dry-run"),
    ),
    "undo": (),
    "redo": (),
    "check": (_format("text", "json"),),
    "doctor": (_switch("--mend"),),
    "backup": (_OUT, _switch("--list")),
    "restore": (_one("file", metavar="file", nargs="?", default=""),),
    "config": (_one("key", metavar="setting", nargs="?", default=""), _one("value", metavar="value", nargs="*")),
    "when": (_one("words", metavar="words", nargs="*", default=[]), _switch("--stdin"), _format("text", "json")),
}
