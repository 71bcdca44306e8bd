"""What can be written after `followup`: the verbs, their arguments, and the options that go before or after.

The words of help are phrases, and are read only when somebody asks for help or has made a mistake.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from followup.cli.verb_list import GLOBALS, VERBS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from followup.cli.verb_list import Argument
    from followup.phrases.book import Phrases


class UsageError(Exception):
    """The words cannot be read: argparse's sentence, and the usage line of the verb."""

    def __init__(self, sentence: str, usage: str) -> None:
        """Keep both."""
        super().__init__(sentence)
        self.sentence = sentence
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage().strip())


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The verb ("" when none was written), its arguments, and the global options."""

    verb: str
    arguments: argparse.Namespace


def read_arguments(words: Sequence[str]) -> Parsed:
    """Read the words; raises UsageError, or SystemExit(0) after help was printed."""
    parser = build(words)
    found = parser.parse_args(list(words))
    return Parsed(found.verb or "", found)


def build(words: Sequence[str], phrases: Phrases | None = None) -> argparse.ArgumentParser:
    """Make the parser: the verbs that the words name with their arguments, all with their help if phrases are given."""
    say: Callable[..., str] = phrases or (lambda key, **_: key)
    speak(say if phrases else None)
    parser = _Parser("followup", description=say("help.followup"), formatter_class=_Formatter, add_help=False)
    _add(parser, GLOBALS, say, default=True)
    verbs = parser.add_subparsers(dest="verb", metavar=say("help.verb_metavar"), title=say("help.verbs"))
    for verb, arguments in VERBS.items():
        if phrases is None and verb not in words:
            continue
        sub = verbs.add_parser(
            verb,
            help=say(f"help.{verb}.short"),
            description=say(f"help.{verb}.short"),
            formatter_class=_Formatter,
            add_help=False,
        )
        _add(sub, arguments, say, verb=verb)
        _add(sub, GLOBALS, say)
    return parser


def _add(
    parser: argparse.ArgumentParser,
    arguments: Sequence[Argument],
    say: Callable[..., str],
    *,
    verb: str = "",
    default: bool = False,
) -> None:
    for argument in arguments:
        options: dict[str, Any] = dict(argument.options)
        if not verb and not default:
            options["default"] = argparse.SUPPRESS
        name = argument.flags[-1].lstrip("-")
        if argument.metavar:
            options["metavar"] = say(f"help.metavar.{argument.metavar}")
        about = f"help.{verb}.{name}" if verb else f"help.option.{name}"
        parser.add_argument(*argument.flags, **options, help=say(about).replace("%", "%%"))


_MESSAGES = {
    "usage: ": "usage",
    "positional arguments": "arguments",
    "options": "options",
    "the following arguments are required: %s": "required",
    "unrecognized arguments: %s": "unrecognised",
    "expected one argument": "one_expected",
    "expected at least one argument": "some_expected",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "argument %(argument_name)s: %(message)s": "argument",
    "ambiguous option: %(option)s could match %(matches)s": "ambiguous",
    "not allowed with argument %s": "not_with",
    "invalid %(type)s value: %(value)r": "value",
    "ignored explicit argument %r": "explicit",
}
"""argparse's own sentences, which it asks of gettext, and our phrases for them (`help.says.NAME`)."""


def speak(say: Callable[..., str] | None) -> None:
    """Let argparse say its own sentences in the user's language: it looks each up by `_` when it needs it."""

    def translated(sentence: str) -> str:
        name = _MESSAGES.get(sentence)
        return say(f"help.says.{name}") if say and name else sentence

    setattr(argparse, "_", translated)  # noqa: B010 - mypy knows no such name, and there is no other way in
