"""Help in the user's language: the whole, or one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import build

if TYPE_CHECKING:
    from followup.phrases.book import Phrases


def help_text(verb: str, phrases: Phrases) -> str:
    """Give the help of a verb, or of the program."""
    parser = build([verb] if verb else [], phrases)
    if not verb:
        return parser.format_help() + "\n" + phrases("help.end") + "\n"
    groups = parser._subparsers  # noqa: SLF001 - argparse keeps its verbs there and tells nobody
    choices = groups._group_actions[0].choices if groups else None  # noqa: SLF001 - as above
    found: str = dict(choices or {})[verb].format_help()
    return found
