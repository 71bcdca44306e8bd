"""Two languages that say the same things: same keys, same facts, and nothing in the code that neither can say."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

from followup.domain.actions import Action, Occasion, Plan, Result, Round, Status
from followup.domain.commands import Command
from followup.domain.people import Holding, Person
from followup.domain.records import type_of
from followup.phrases.book import LANGUAGES, Phrases, read_file
from followup.present.history import QUIET

ROOT = Path(__file__).parent.parent / "followup"
SAYERS = {"phrases", "_phrases", "say", "has", "count"}
"""What a book of phrases is called, and its methods."""
CODES = {"refuse": 0, "Refused": 0, "Trouble": 0, "Unusable": 0, "Unreadable": 0, "SettingsError": 0}
"""What is made with the code of a refusal, and where the code stands."""
NUMBERS = ("one", "other", "second")

SV, EN = Phrases("sv").all(), Phrases("en").all()


@cache
def trees() -> tuple[ast.AST, ...]:
    return tuple(ast.parse(file.read_bytes()) for file in sorted(ROOT.rglob("*.py")))


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the program, with the last part of its name."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def literals(node: ast.AST) -> set[str]:
    """The texts that an argument may be, as far as they are written out: both arms of a choice."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) | literals(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def keys_said() -> set[str]:
    """The keys that the code says as they stand."""
    return {
        key for name, call in calls() if name in SAYERS and call.args for key in literals(call.args[0]) if "." in key
    }


def forms_said() -> set[str]:
    """Patterns of the keys that the code puts together, wherever it does."""
    joined = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return {pattern(node) for node in joined if re.match(r"[a-z_]+\\\.", pattern(node))}


def pattern(node: ast.JoinedStr) -> str:
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)


def facts(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def exists(key: str) -> bool:
    return key in SV or f"{key}.one" in SV


def refusal_codes() -> set[str]:
    return {code for name, call in calls() if name in CODES and call.args for code in literals(call.args[CODES[name]])}


# The two books


def test_both_languages_have_the_same_keys() -> None:
    assert SV.keys() == EN.keys()


@pytest.mark.parametrize("key", sorted(SV))
def test_both_languages_name_the_same_facts(key: str) -> None:
    assert facts(SV[key]) == facts(EN[key])


def test_no_phrase_is_empty() -> None:
    assert [key for book in (SV, EN) for key, phrase in book.items() if not phrase.strip()] == []


def test_facts_are_named_and_never_formatted() -> None:
    odd = [
        key
        for book in (SV, EN)
        for key, phrase in book.items()
        for _, name, form, conversion in Formatter().parse(phrase)
        if name is not None and (not name.isidentifier() or form or conversion)
    ]
    assert odd == []


def test_what_is_counted_can_be_counted_to_one_and_to_many() -> None:
    for key in SV:
        stem, _, last = key.rpartition(".")
        if last in NUMBERS and stem != "system":
            assert {f"{stem}.one", f"{stem}.other"} <= SV.keys(), stem


def test_the_swedish_is_written_with_swedish_quotation_marks_and_no_english_left() -> None:
    assert [key for key, phrase in SV.items() if "“" in phrase] == []
    assert [key for key, phrase in EN.items() if "”" in phrase and "“" not in phrase] == []
    same = {key for key in SV if SV[key] == EN[key] and len(SV[key].split()) > 2 and facts(SV[key]) == set()}
    assert same == set()


# What the code says


def test_every_key_that_the_code_says_is_there() -> None:
    assert {key for key in keys_said() if not exists(key)} == set()
    assert len(keys_said()) > 50


def test_every_key_that_the_code_puts_together_has_phrases() -> None:
    tables = {key.partition(".")[0] for key in SV}
    begun = {form for form in forms_said() if form.partition("\\.")[0] in tables}
    assert {form for form in begun if not any(re.match(form, key) for key in SV)} == set()


def test_every_refusal_and_every_trouble_has_a_sentence() -> None:
    assert {code for code in refusal_codes() if f"refusal.{code}" not in SV} == set()
    assert len(refusal_codes()) > 30


def test_a_refusal_gives_every_fact_that_its_sentence_names() -> None:
    """Calls with facts that are not written out are left to the tests of what they refuse."""
    lacking = {}
    for name, call in calls():
        if name in CODES and call.args and all(word.arg for word in call.keywords):
            given = {word.arg for word in call.keywords}
            for code in literals(call.args[0]):
                asked = facts(SV[f"refusal.{code}"])
                if given and not asked <= given:
                    lacking[code] = asked - given
    assert lacking == {}


def test_everything_that_can_be_undone_has_a_name() -> None:
    assert {type_.__name__ for type_ in get_args(Command) if not exists(f"why.{type_.__name__}")} == set()


@pytest.mark.parametrize("word", [*Status, *[result for result in Result if result]])
def test_every_status_and_every_result_has_a_word(word: Status | Result) -> None:
    table = "status" if isinstance(word, Status) else "result"
    assert f"{table}.{word}" in SV


def test_every_entity_and_every_field_that_a_change_may_name_has_a_word() -> None:
    assert {entity for entity in type_of if f"entity.{entity}" not in SV} == set()
    named = {field.name for kind in (Action, Round, Plan, Person, Occasion, Holding) for field in fields(kind)}
    named.add("grade")
    assert {name for name in named - QUIET - {"id", "version"} if f"field.{name}" not in SV} == set()


def test_every_doubt_that_can_be_raised_has_a_sentence_and_its_field_a_word() -> None:
    raised = [call for name, call in calls() if name in {"Doubt", "doubt"} and len(call.args) >= 2]
    codes = {code for call in raised for code in literals(call.args[1])}
    doubted = {field for call in raised for field in literals(call.args[0])}
    assert {code for code in codes | {"gone"} if f"doubt.{code}" not in SV} == set()
    assert {field for field in doubted if f"field.{field}" not in SV} == set()
    assert len(codes) > 5


def test_no_phrase_is_there_for_nothing() -> None:
    texts = {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said = (
        texts | {f"refusal.{code}" for code in refusal_codes()} | {f"why.{kind.__name__}" for kind in get_args(Command)}
    )
    forms = [re.compile(form) for form in forms_said()]
    idle = {
        key for key in SV if not ({key, key.rpartition(".")[0]} & said or any(form.fullmatch(key) for form in forms))
    }
    assert idle == set()


# The book itself


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_puts_its_facts_in_place_whatever_they_are_called(language: str) -> None:
    phrases = Phrases(language)
    assert "X{y}%s" in phrases("refusal.plan.unknown", key="X{y}%s", known="")
    assert phrases.count("summary.total", 1) != phrases.count("summary.total", 2)
    assert "12" in phrases.count("summary.total", 12)
    assert phrases.has("status.done") and not phrases.has("status.nope")


def test_an_unknown_key_is_an_error_and_never_an_empty_text() -> None:
    with pytest.raises(KeyError):
        Phrases("sv")("no.such.key")


def test_nothing_is_read_before_something_is_said() -> None:
    assert Phrases("klingon")._phrases == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_read_table_by_table_are_those_of_the_whole_file(language: str) -> None:
    def flat(table: dict[str, Any], prefix: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in table.items():
            found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
        return found

    whole = flat(tomllib.loads(read_file(language)), "")
    assert Phrases(language).all() == whole
    fresh = Phrases(language)
    assert all(fresh.has(key) for key in whole)
    assert not fresh.has("no.such.phrase")
