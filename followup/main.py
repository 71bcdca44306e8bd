"""Where the program starts: chooses settings, language and day, builds the desk, and gives it a chair.

No traceback ever reaches a user: what went wrong is a sentence, and an exit code of the contract.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

from followup.cli.arguments import Misuse, Parsed, UsageError, read_arguments
from followup.cli.exits import Exit
from followup.cli.output import Output
from followup.cli.word_order import arranged, verb_of
from followup.clock import Clock
from followup.domain.trouble import Trouble, Unusable
from followup.phrases.book import Phrases
from followup.settings import (
    APPLICATION,
    Settings,
    SettingsError,
    data_folder,
    language_of,
    read_settings,
    settings_path,
    user_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

SCREENS = frozenset({"", "tui", "demo"})
GARBAGE_AFTER = 200_000
"""How many new objects Python looks for circles after: looking more often is a third of reading a large database."""
_CODES: Mapping[type[Trouble], Exit] = {Unusable: Exit.DATABASE, Misuse: Exit.USAGE}


def run() -> None:
    """Run the program as the shell's command and end at once: taking down what was imported takes longer."""
    gc.set_threshold(GARBAGE_AFTER)
    code = main(sys.argv[1:], os.environ)
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        code = code or Exit.REFUSED
    os._exit(code)


def main(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Carry out what is written after `followup`; give the exit code."""
    output = Output(environment)
    chosen, bad = _chosen(environment)
    phrases = Phrases(language_of(_said_language(words), environment, str(chosen.get("language", ""))))
    try:
        return _start(words, environment, output, phrases, bad or chosen)
    except UsageError:
        return _explain(words, output, phrases)
    except Trouble as trouble:
        return _tell(trouble, output, phrases)
    except BrokenPipeError:
        return _quiet()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if environment.get("FOLLOWUP_DEBUG"):
            raise
        output.talk(phrases("refusal.unexpected.error", detail=f"{type(error).__name__}: {error}"))
        return Exit.REFUSED


def _start(
    words: Sequence[str],
    environment: Mapping[str, str],
    output: Output,
    phrases: Phrases,
    chosen: Mapping[str, Any] | Trouble,
) -> int:
    if {"-h", "--help"} & set(arranged(words)):
        return _help(words, output, phrases)
    parsed = read_arguments(words)
    if parsed.arguments.version:
        from followup import __version__

        output.line(f"{APPLICATION} {__version__}")
        return Exit.OK
    if isinstance(chosen, Trouble):
        raise chosen
    settings = choose(parsed, environment, phrases.language, chosen)
    sit = _screen if parsed.verb in SCREENS else _verb
    return sit(parsed, settings, phrases, output)


def _chosen(environment: Mapping[str, str]) -> tuple[dict[str, Any], Trouble | None]:
    """Give what the settings file says, or nothing and the trouble with it: help is to be had all the same."""
    try:
        return read_settings(environment), None
    except SettingsError as error:
        return {}, Trouble(error.code, **error.facts)


def choose(parsed: Parsed, environment: Mapping[str, str], language: str, chosen: Mapping[str, Any]) -> Settings:
    """Give the settings in force: command line, environment, settings file, what the system says.

    Raises:
        Trouble: the day given is no day.
    """
    said = parsed.arguments
    data = said.data or environment.get("FOLLOWUP_DATA") or chosen.get("data") or ""
    return Settings(
        data=data or os.path.join(data_folder(), "followup.db"),  # noqa: PTH118 - pathlib costs 10 ms
        language=language,
        plan=said.plan or environment.get("FOLLOWUP_PLAN", ""),
        today=_day(said.today or environment.get("FOLLOWUP_TODAY")),
        user=chosen.get("user") or user_name(environment),
        file=settings_path(environment),
        chosen=chosen,
    )


def _day(text: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Trouble("day.unreadable", text=text) from None


def _said_language(words: Sequence[str]) -> str:
    """Give what --lang says before the words are read, for the language of a mistake in them."""
    said = [word.partition("=")[2] for word in arranged(words) if word.startswith("--lang=")]
    return said[-1] if said and said[-1] in ("sv", "en") else ""


def _help(words: Sequence[str], output: Output, phrases: Phrases) -> int:
    from followup.cli.help import help_text

    output.line(help_text(verb_of(words), phrases).rstrip())
    return Exit.OK


def _explain(words: Sequence[str], output: Output, phrases: Phrases) -> int:
    """Read the words again with help's words, so that the mistake is told in the user's language."""
    from followup.cli.help import mistake_lines

    for line in mistake_lines(words, phrases):
        output.talk(line)
    return Exit.USAGE


def _tell(trouble: Trouble, output: Output, phrases: Phrases) -> int:
    from followup.present.sentences import sentence

    output.talk(sentence(trouble.code, trouble.facts, phrases))
    return next((code for kind, code in _CODES.items() if isinstance(trouble, kind)), Exit.REFUSED)


def _verb(parsed: Parsed, settings: Settings, phrases: Phrases, output: Output) -> int:
    from followup.cli.seat import Seat, run_verb
    from followup.desk import Desk

    desk = Desk(settings, phrases, Clock(settings.today))
    try:
        return run_verb(parsed.verb, Seat(desk, phrases, output, settings, parsed.arguments))
    finally:
        desk.close()


def _screen(parsed: Parsed, settings: Settings, phrases: Phrases, output: Output) -> int:
    if not output.somebody_is_there():
        output.talk(phrases("screen.no_terminal"))
        return Exit.USAGE
    if parsed.verb == "demo":
        from followup.cli.demo import demo_settings

        with demo_settings(settings, phrases) as throw_away:
            return _open_screen(throw_away, phrases)
    return _open_screen(settings, phrases)


def _open_screen(settings: Settings, phrases: Phrases) -> int:
    from followup.desk import Desk
    from followup.tui.app import run as run_screen

    desk = Desk(settings, phrases, Clock(settings.today))
    try:
        return run_screen(desk)
    finally:
        desk.close()


def _quiet() -> int:
    """Let a closed pipe be: the reader has had enough, which is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.OK


if __name__ == "__main__":
    run()
