"""What can be written after `followup`: in any order, with help in both languages, and every verb in the manual."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.cli.arguments import UsageError, read_arguments
from followup.cli.verb_list import GLOBALS, RESULTS, STATUSES, VERBS
from followup.cli.word_order import arranged, verb_of
from followup.domain.actions import Result, Status
from followup.settings import DEFAULTS
from shell import Shell

ROOT = Path(__file__).parent.parent
LANGUAGES = ("sv", "en")
CONTRACT = {
    "import": {"--dry-run", "--yes", "--plan", "--new", "--format"},
    "status": {"--format", "--as-of", "--since", "--fail-on", "--excel"},
    "show": {"--format"},
    "log": {"--format"},
    "agenda": {"--months"},
    "mark": {"-m", "--on"},
    "record": {"-m", "--on", "--evidence"},
    "move": {"--due", "--follow-up", "-m"},
    "occasion": {"--on"},
    "people": {"--mail"},
    "hold": {"--from"},
    "export": {"--out", "--for", "--private", "--dry-run"},
    "undo": set(),
    "redo": set(),
    "check": set(),
    "doctor": set(),
    "backup": {"--list"},
    "restore": set(),
    "config": set(),
    "when": {"--format", "--stdin"},
    "tui": set(),
    "demo": set(),
    "web": {"--port"},
}
"""The verbs and options that scripts depend on."""


def flags_of(verb: str) -> set[str]:
    return {flag for argument in (*VERBS[verb], *GLOBALS) for flag in argument.flags}


def test_every_verb_and_option_of_the_contract_is_there() -> None:
    assert set(CONTRACT) <= set(VERBS)
    for verb, flags in CONTRACT.items():
        assert flags | {"--data", "--lang", "--today", "--plan"} <= flags_of(verb), verb


def test_every_verb_stands_in_the_manual() -> None:
    manual = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"followup {verb}" not in manual] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_verb_has_help_that_names_every_option(bare_shell: Shell, language: str, verb: str) -> None:
    bare_shell.language = language
    told = bare_shell(*([verb] if verb else []), "--help")
    assert (told.code, told.err) == (0, "")
    for argument in (*VERBS.get(verb, ()), *GLOBALS):
        assert argument.flags[0].startswith("-") is False or argument.flags[-1] in told.out
    assert ("Användning:" in told.out) == (language == "sv")
    assert not re.search(r"\bhelp\.[a-z]", told.out)
    assert "\n\n\n" not in told.out
    assert not bare_shell.database.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_help_differs_between_the_languages_in_every_line_of_prose(bare_shell: Shell, verb: str) -> None:
    swedish = bare_shell(verb, "--help", "--lang", "sv").lines
    english = bare_shell(verb, "--help", "--lang", "en").lines
    shared = {line.strip() for line in swedish} & {line.strip() for line in english}
    assert [line for line in shared if line.count(" ") > 3 and not line.startswith(("{", "-", "["))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_general_help_has_a_line_for_every_verb(bare_shell: Shell, language: str) -> None:
    bare_shell.language = language
    lines = bare_shell("-h").lines
    for verb in VERBS:
        assert any(line.split()[:1] == [verb] and len(line.split()) > 1 for line in lines), verb


def test_help_fits_eighty_columns(bare_shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for verb in ("", *VERBS):
        for language in LANGUAGES:
            told = bare_shell(*([verb] if verb else []), "--help", "--lang", language)
            assert [line for line in told.lines if len(line) > 80] == []


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        (("mark",), "Det här saknas: NR, STATUS.", "This is missing: LABEL, STATUS."),
        (("mark", "A1"), "Det här saknas: STATUS.", "This is missing: STATUS."),
        (("show",), "Det här saknas: NR.", "This is missing: LABEL."),
        (("show", "A1", "B1"), "Känner inte till: B1.", "Does not know: B1."),
        (("status", "--blurp"), "Känner inte till: --blurp.", "Does not know: --blurp."),
        (("mark", "A1", "-x", "done"), "Känner inte till: -x.", "Does not know: -x."),
        (("status", "--format"), "--format: ett värde saknas.", "--format: a value is missing."),
        (("mark", "A1", "done", "-m", "--on", "2026-09-01"), "-m/--note: ett värde saknas.", "-m/--note: a value is missing."),
        (("log", "--limit", "x"), "--limit: 'x' är inget giltigt värde.", "--limit: 'x' is no valid value."),
        (("log", "--limit", "0"), "--limit: '0' är inget giltigt värde.", "--limit: '0' is no valid value."),
        (("agenda", "--months", "99999"), "--months: '99999' är", "--months: '99999' is"),
        (("mark", "A1", "blå"), "STATUS: 'blå' går inte att välja (välj bland ", "STATUS: 'blå' cannot be chosen (choose from "),
        (("record", "A1", "bra"), "RESULTAT: 'bra' går inte att välja (välj bland ", "RESULT: 'bra' cannot be chosen (choose from "),
        (("status", "--format", "pdf"), "--format: 'pdf' går inte att välja", "--format: 'pdf' cannot be chosen"),
        (("status", "--lang", "de"), "--lang: 'de' går inte att välja", "--lang: 'de' cannot be chosen"),
        (("status", "--excel=x"), "--excel: tar inget värde, men fick 'x'.", "--excel: takes no value but got 'x'."),
    ],
)  # fmt: skip
def test_words_that_cannot_be_read_are_told_in_the_users_language(
    bare_shell: Shell, words: tuple[str, ...], swedish: str, english: str
) -> None:
    for language, sentence, usage in (("sv", swedish, "Användning: "), ("en", english, "Usage: ")):
        bare_shell.language = language
        told = bare_shell(*words)
        assert (told.code, told.data) == (2, b"")
        assert told.err.startswith(f"{usage}followup {words[0]} ")
        assert any(line.startswith(sentence) for line in told.err.splitlines()), told.err
        assert told.err.splitlines()[-1].endswith(f"followup {words[0]} --help")


@pytest.mark.parametrize(
    ("word", "swedish", "english"),
    [
        ("stauts", "Det finns inget kommando ”stauts”. Menade du ”status”?", "There is no command “stauts”. Did you mean “status”?"),
        ("qqq", "Det finns inget kommando ”qqq”.", "There is no command “qqq”."),
    ],
)  # fmt: skip
def test_a_verb_that_does_not_exist_is_told_with_the_nearest(
    bare_shell: Shell, word: str, swedish: str, english: str
) -> None:
    assert bare_shell(word).err == f"{swedish}\nMer hjälp: followup --help\n"
    assert bare_shell(word, "--lang", "en").err == f"{english}\nMore help: followup --help\n"
    assert bare_shell(word).code == 2


def test_the_language_of_a_mistake_is_the_one_written_beside_it(bare_shell: Shell) -> None:
    assert bare_shell("status", "--blurp", "--lang", "en").err.startswith("Usage: ")
    assert bare_shell("--lang=en", "status", "--blurp").err.startswith("Usage: ")


def test_a_note_may_begin_with_a_hyphen(bare_shell: Shell) -> None:
    for words in (("-m", "-5 grader"), ("-m-5 grader",), ("--note", "-5 grader"), ("--note=-5 grader",)):
        assert read_arguments(["mark", "A1", "done", *words]).arguments.note == "-5 grader"


def test_what_follows_two_hyphens_stands_for_itself() -> None:
    assert read_arguments(["status", "--", "--format", "-h"]).arguments.query == ["--format", "-h"]
    assert read_arguments(["import", "--yes", "--", "-plan.txt"]).arguments.file == ["-plan.txt"]


def test_a_single_hyphen_is_standard_input() -> None:
    assert read_arguments(["import", "-", "--dry-run"]).arguments.file == ["-"]


def test_an_option_that_takes_many_is_written_many_times() -> None:
    assert read_arguments(["import", "a", "--map", "x=due", "b", "--map", "y=note"]).arguments.map == [
        "x=due",
        "y=note",
    ]


def test_options_are_not_cut_short_by_whoever_types() -> None:
    with pytest.raises(UsageError):
        read_arguments(["status", "--form", "json"])


def test_the_verb_is_found_behind_global_options_with_values() -> None:
    assert verb_of(["--plan", "status", "--lang", "sv", "log"]) == "log"
    assert verb_of(["--data=x"]) == ""


QUERY = st.lists(
    st.sampled_from(["försenad", "-rum", "område:D", "-område:B", "klart:<2026-06", "a b", "-x"]), max_size=4
)
OPTIONS = (("--format", "json"), ("--as-of=2026-01-01",), ("--plan", "hud"), ("--excel",), ("--lang", "sv"))


@given(st.data())
def test_words_and_options_mean_the_same_in_any_order(data: st.DataObject) -> None:
    words = data.draw(QUERY)
    parts = data.draw(st.permutations([*((word,) for word in words), *OPTIONS]))
    found = read_arguments(["status", *(word for part in parts for word in part)]).arguments
    assert found.query == [part[0] for part in parts if part not in OPTIONS]
    assert (found.format, found.as_of, found.plan, found.excel, found.lang) == (
        "json",
        "2026-01-01",
        "hud",
        True,
        "sv",
    )


@given(st.lists(st.text(max_size=8), max_size=6))
def test_no_words_at_all_make_it_fall(words: list[str]) -> None:
    arranged(words)
    with suppress(UsageError):
        read_arguments(words)


def test_the_statuses_and_results_are_the_domains() -> None:
    assert set(STATUSES) == {str(status) for status in Status}
    assert set(RESULTS) == {str(result) for result in Result} - {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_help_belongs_to_a_verb_or_an_option(language: str) -> None:
    help_of = tomllib.loads((ROOT / "followup" / "phrases" / f"{language}.toml").read_text(encoding="utf-8"))["help"]
    shared = {"says", "metavar", "option"}
    named = {name for name, table in help_of.items() if isinstance(table, dict)} - shared
    assert named == set(VERBS)
    for verb, arguments in VERBS.items():
        assert set(help_of[verb]) == {"short", *(argument.flags[-1].lstrip("-") for argument in arguments)}, verb


def test_every_setting_is_shown_by_config(bare_shell: Shell) -> None:
    assert [line.partition(" = ")[0] for line in bare_shell("config").lines] == list(DEFAULTS)
