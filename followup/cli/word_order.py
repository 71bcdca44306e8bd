"""The words after `followup` in an order that argparse reads: people mix options with the rest as it comes to them.

A word like "-beredskap" is no option where a filter or a date is expected: there it stands for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.verb_list import GLOBALS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from followup.cli.verb_list import Argument

_FREE = frozenset({"query", "words", "trigger"})
"""Arguments that take any words."""


def verb_of(words: Sequence[str]) -> str:
    """Give the verb: the first word that is no option and no option's value; "" if there is none."""
    return next((word for word, stands_alone in _told_apart(words, GLOBALS, free=False) if stands_alone), "")


def arranged(words: Sequence[str]) -> list[str]:
    """Give the verb, then the options, each with its value, then the words that stand alone."""
    verb = verb_of(words)
    arguments = VERBS.get(verb, ())
    free = any(argument.flags[-1] in _FREE for argument in arguments)
    told = list(_told_apart(words, [*GLOBALS, *arguments], free=free))
    options = [word for word, stands_alone in told if not stands_alone]
    alone = [word for word, stands_alone in told if stands_alone]
    return [*alone[:1], *options, *(["--", *alone[1:]] if alone[1:] else [])]


def _told_apart(words: Sequence[str], arguments: Iterable[Argument], *, free: bool) -> Iterator[tuple[str, bool]]:
    """Give each word with whether it stands alone; an option and its value are one word, "--note=text"."""
    known = {flag: argument for argument in arguments for flag in argument.flags if flag.startswith("-")}
    left = iter(words)
    for word in left:
        if word == "--":
            yield from ((each, True) for each in left)
        elif word in known and known[word].takes_value:
            yield from _with_value(word, next(left, None), known)
        elif _has_value(word, known):
            yield f"{known[word[:2]].flags[-1]}={word[2:]}", False
        else:
            yield word, not _is_option(word, known, free=free)


def _with_value(word: str, value: str | None, known: dict[str, Argument]) -> Iterator[tuple[str, bool]]:
    """Give the option with its value; where another option follows, the value is missing, and argparse says so."""
    if value is None or value.partition("=")[0] in known:
        yield from ((each, False) for each in (word, value) if each is not None)
    else:
        yield f"{known[word].flags[-1]}={value}", False


def _has_value(word: str, known: dict[str, Argument]) -> bool:
    """Say whether it is a short option with its value joined on: "-mtext"."""
    short = known.get(word[:2]) if len(word) > 2 and word[1] != "-" else None
    return short is not None and short.takes_value


def _is_option(word: str, known: dict[str, Argument], *, free: bool) -> bool:
    if not word.startswith("-") or word == "-":
        return False
    return word.startswith("--") or word in known or not free
