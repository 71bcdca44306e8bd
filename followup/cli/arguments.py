"""What can be written after `followup`: the verbs, their arguments, and the options that go before or after.

The words of help are phrases, and are read only when somebody asks for help or has made a mistake.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from followup.cli.verb_list import GLOBALS, VERBS
from followup.cli.word_order import arranged, verb_of
from followup.domain.trouble import Trouble

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


class Misuse(Trouble):
    """The words can be read, and ask for nothing that can be done (exit code 2 of the contract)."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage().strip())


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=_columns() - 2)


@cache
def _columns() -> int:
    """Give the columns that help may take: argparse would ask shutil, whose import takes longer than its own."""
    said = os.environ.get("COLUMNS", "")
    try:
        return int(said) if said.isdecimal() and int(said) else os.get_terminal_size().columns or 80
    except OSError:
        return 80


@dataclass(frozen=True, slots=True)
class Parsed:
    """The verb ("" when none was written), its arguments, and the global options."""

    verb: str
    arguments: argparse.Namespace


def read_arguments(words: Sequence[str], phrases: Phrases | None = None) -> Parsed:
    """Read the words, telling a mistake in the user's language if phrases are given.

    Raises:
        UsageError: they cannot be read.
    """
    verb = verb_of(words)
    parser = build(verb, phrases)
    found, unknown = parser.parse_known_args(arranged(words))
    if unknown:
        say: Callable[..., str] = phrases or (lambda key, **_: key)
        raise UsageError(say("help.says.unrecognised").replace("%s", " ".join(unknown)), _usage(parser, verb))
    return Parsed(found.verb or "", found)


def build(verb: str, phrases: Phrases | None = None) -> argparse.ArgumentParser:
    """Make the parser: the verb named with its arguments; with phrases, every verb, and the help of all."""
    say: Callable[..., str] = phrases or (lambda key, **_: key)
    speak(say if phrases else None)
    parser = _Parser("followup", description=say("help.followup"), **_MANNER)
    _add(parser, GLOBALS, say, default=True)
    verbs = parser.add_subparsers(dest="verb", metavar=say("help.verb_metavar"), title=say("help.verbs"))
    for name in VERBS if phrases else {verb} & VERBS.keys():
        about = say(f"help.{name}.short")
        sub = verbs.add_parser(name, help=about, description=about, **_MANNER)
        _add(sub, VERBS[name], say, verb=name)
        if phrases:
            sub.usage = _own_usage(sub, say).replace("%", "%%")
        _add(sub.add_argument_group(say("help.common")), GLOBALS, say)
    return parser


_MANNER: dict[str, Any] = {"formatter_class": _Formatter, "add_help": False, "allow_abbrev": False}


def _own_usage(parser: argparse.ArgumentParser, say: Callable[..., str]) -> str:
    """Give a verb's usage without the options that all verbs have."""
    return parser.format_usage().removeprefix(say("help.says.usage")).strip()


def _usage(parser: argparse.ArgumentParser, verb: str) -> str:
    return (verb_parser(parser, verb) or parser).format_usage().strip()


def verb_parser(parser: argparse.ArgumentParser, verb: str) -> argparse.ArgumentParser | None:
    """Give the parser of a verb, None if there is no such verb."""
    groups = parser._subparsers  # noqa: SLF001 - argparse keeps its verbs there and tells nobody
    choices: Any = groups._group_actions[0].choices if groups else None  # noqa: SLF001 - as above
    found: argparse.ArgumentParser | None = dict(choices or {}).get(verb)
    return found


def _add(
    parser: argparse._ActionsContainer,
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
    "expected one argument": "one_expected",
    "expected at least one argument": "some_expected",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": "choice",
    "argument %(argument_name)s: %(message)s": "argument",
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
