"""Help in the user's language: the whole, or one verb; and what was wrong with words that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import UsageError, build, read_arguments, verb_parser
from followup.cli.verb_list import VERBS
from followup.cli.word_order import verb_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from followup.phrases.book import Phrases


def help_text(verb: str, phrases: Phrases) -> str:
    """Give the help of a verb, or of the program."""
    parser = build(verb, phrases)
    found = verb_parser(parser, verb)
    if found:
        return found.format_help()
    return f"{parser.format_help()}\n{phrases('help.end')}\n"


def mistake_lines(words: Sequence[str], phrases: Phrases) -> list[str]:
    """Say what is wrong with the words, how they are used, and where to read more."""
    verb = verb_of(words)
    if verb and verb not in VERBS:
        return [_no_verb(verb, phrases), phrases("help.more")]
    try:
        read_arguments(words, phrases)
    except UsageError as error:
        sentence = error.sentence[:1].upper() + error.sentence[1:] + "."
        more = phrases("help.more_on", verb=verb) if verb else phrases("help.more")
        return [error.usage, sentence, more]
    return [phrases("help.more")]


def _no_verb(verb: str, phrases: Phrases) -> str:
    from difflib import get_close_matches

    near = get_close_matches(verb, VERBS, 1)
    said = phrases("help.no_verb", verb=verb)
    return f"{said} {phrases('help.meant', verb=near[0])}" if near else said
