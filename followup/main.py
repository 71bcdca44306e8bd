"""Where the program starts: chooses settings, language and day, builds the desk, and gives it a chair.

No traceback ever reaches a user: what went wrong is a sentence, and an exit code of the contract.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from followup.cli.arguments import Parsed, UsageError, build, read_arguments
from followup.cli.exits import Exit
from followup.cli.output import Output
from followup.cli.verb_list import VERBS
from followup.clock import Clock
from followup.domain.trouble import Trouble, Unusable
from followup.phrases.book import Phrases
from followup.settings import APPLICATION, Settings, SettingsError, data_folder, language_of, read_settings, user_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

SCREENS = frozenset({"", "tui", "demo"})


def run() -> None:
    """Run the program as the shell's command and end at once: taking down what was imported takes longer."""
    code = main(sys.argv[1:], os.environ)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or Exit.REFUSED
    os._exit(code)


def main(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Carry out what is written after `followup`; give the exit code."""
    output = Output(environment)
    phrases = Phrases(language_of(_said(words, "--lang"), environment))
    try:
        return _start(words, environment, output, phrases)
    except UsageError:
        return _explain(words, output, phrases)
    except Trouble as trouble:
        output.talk(phrases(f"refusal.{trouble.code}", **trouble.facts))
        return Exit.DATABASE if isinstance(trouble, Unusable) else Exit.REFUSED
    except BrokenPipeError:
        return _quiet()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if environment.get("FOLLOWUP_DEBUG"):
            raise
        output.talk(phrases("refusal.unexpected.error", detail=f"{type(error).__name__}: {error}"))
        return Exit.REFUSED


def _start(words: Sequence[str], environment: Mapping[str, str], output: Output, phrases: Phrases) -> int:
    if "-h" in words or "--help" in words:
        return _help(words, output, phrases)
    parsed = read_arguments(words)
    if parsed.arguments.version:
        from followup import __version__

        output.line(f"{APPLICATION} {__version__}")
        return Exit.OK
    settings = choose(parsed, environment, phrases.language)
    if (
        not parsed.arguments.lang
        and settings.chosen.get("language") in ("sv", "en")
        and "FOLLOWUP_LANG" not in environment
    ):
        phrases = Phrases(settings.value("language"))
    if parsed.verb in SCREENS:
        return _screen(parsed, settings, phrases, output)
    from followup.cli.seat import Seat, run_verb
    from followup.desk import Desk

    desk = Desk(settings, phrases, Clock(settings.today))
    try:
        return run_verb(parsed.verb, Seat(desk, phrases, output, settings, parsed.arguments))
    finally:
        desk.close()


def choose(parsed: Parsed, environment: Mapping[str, str], language: str) -> Settings:
    """Give the settings in force: command line, environment, settings file, what the system says.

    Raises:
        Trouble: the day given is no day, or the settings file cannot be read.
    """
    said = parsed.arguments
    try:
        chosen = read_settings(environment)
    except SettingsError as error:
        raise Trouble(error.code, **error.facts) from error
    data = said.data or environment.get("FOLLOWUP_DATA") or chosen.get("data") or ""
    return Settings(
        data=data or os.path.join(data_folder(), "followup.db"),  # noqa: PTH118 - pathlib costs 10 ms
        language=language,
        plan=said.plan or environment.get("FOLLOWUP_PLAN", ""),
        today=_day(said.today or environment.get("FOLLOWUP_TODAY")),
        user=chosen.get("user") or user_name(environment),
        chosen=chosen,
    )


def _day(text: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Trouble("day.unreadable", text=text) from None


def _said(words: Sequence[str], option: str) -> str:
    """Give an option's value before the words are read, for the language of a mistake."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == option and following in ("sv", "en"):
            return following
        if word.startswith(f"{option}=") and word.partition("=")[2] in ("sv", "en"):
            return word.partition("=")[2]
    return ""


def _help(words: Sequence[str], output: Output, phrases: Phrases) -> int:
    from followup.cli.help import help_text

    verb = next((word for word in words if word in VERBS), "")
    output.data(help_text(verb, phrases).encode())
    return Exit.OK


def _explain(words: Sequence[str], output: Output, phrases: Phrases) -> int:
    """Read the words again with help's words, so that the mistake is told in the user's language."""
    try:
        build(words, phrases).parse_args(list(words))
    except UsageError as error:
        output.talk(error.usage)
        output.talk(error.sentence[:1].upper() + error.sentence[1:] + ".")
    output.talk(phrases("help.more"))
    return Exit.USAGE


def _screen(parsed: Parsed, settings: Settings, phrases: Phrases, output: Output) -> int:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        output.talk(phrases("screen.no_terminal"))
        return Exit.USAGE
    from followup.desk import Desk
    from followup.tui.app import run as run_screen

    with ExitStack() as kept:
        if parsed.verb == "demo":
            settings = replace(settings, data=kept.enter_context(demo_database(settings, phrases)))
        desk = Desk(settings, phrases, Clock(settings.today))
        kept.callback(desk.close)
        return run_screen(desk)


@contextmanager
def demo_database(settings: Settings, phrases: Phrases) -> Iterator[str]:
    """Give a throw-away database in which the made-up plan has lived for some months; it is gone afterwards."""
    from tempfile import TemporaryDirectory

    from followup.demo.story import BEGAN, document, happenings
    from followup.desk import Desk
    from followup.domain.rules import add_months

    today = Clock(settings.today).today()
    with TemporaryDirectory(prefix="followup-demo-") as folder:
        made = replace(settings, data=os.path.join(folder, "demo.db"))  # noqa: PTH118 - pathlib costs 10 ms

        def desk_on(day: date) -> Desk:
            return Desk(made, phrases, Clock(day))

        desk = desk_on(add_months(today, -BEGAN))
        desk.accept(desk.read_document("demo.txt", {}, document(today, phrases)))
        for day, command in happenings(desk.snapshot(), today, phrases):
            desk_on(day).do(command)
        desk.close()
        yield made.data


def _quiet() -> int:
    """Let a closed pipe be: the reader has had enough, which is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.OK


if __name__ == "__main__":
    run()
