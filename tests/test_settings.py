"""The settings file: what it may say, what holds when it is silent, and which values fit."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.publishing.workdays import RULES
from followup.settings import (
    CHOICES,
    DEFAULTS,
    Settings,
    SettingsError,
    example,
    fits,
    language_of,
    read_settings,
    settings_path,
    user_name,
)


def said_in(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings({"FOLLOWUP_SETTINGS": str(path)})


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read_settings({"FOLLOWUP_SETTINGS": str(tmp_path / "nix.toml")}) == {}


def test_every_default_fits_its_own_key() -> None:
    assert [key for key, value in DEFAULTS.items() if not fits(key, value)] == []


def test_what_is_silent_has_its_default() -> None:
    settings = Settings("x", "sv", chosen={"warn_hour": 12})
    assert settings.value("warn_hour") == 12
    assert settings.value("warn_days") == [7, 1]


def test_the_rules_of_working_days_are_those_that_calendars_know() -> None:
    assert CHOICES["working_days"] == RULES


@pytest.mark.parametrize(
    ("key", "value", "right"),
    [
        ("language", "sv", True),
        ("language", "", True),
        ("language", "de", False),
        ("language", 1, False),
        ("working_days", "eves", True),
        ("working_days", "never", False),
        ("warn_hour", 0, True),
        ("warn_hour", 23, True),
        ("warn_hour", 24, False),
        ("warn_hour", True, False),
        ("warn_hour", "9", False),
        ("warn_days", [], True),
        ("warn_days", [14, 0], True),
        ("warn_days", [-1], False),
        ("warn_days", ["7"], False),
        ("warn_days", 7, False),
        ("warn_as_events", True, True),
        ("warn_as_events", 1, False),
        ("calendar_years", 1, True),
        ("calendar_years", 0, False),
        ("user", "Signe", True),
        ("user", 7, False),
        ("keys", {"action.status": "s"}, True),
        ("keys", {"action.status": 1}, False),
        ("keys", "s", False),
    ],
)
def test_a_value_fits_or_not(key: str, value: object, right: bool) -> None:
    assert fits(key, value) is right


@given(st.sampled_from(sorted(DEFAULTS)), st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()), st.dictionaries(st.text(), st.text())))  # fmt: skip
def test_any_value_is_judged(key: str, value: object) -> None:
    assert fits(key, value) in (True, False)


@pytest.mark.parametrize("key", sorted(DEFAULTS))
def test_the_example_of_a_key_fits_it(key: str) -> None:
    for one in example(key).split(" / "):
        assert fits(key, tomllib.loads(f"x = {one}")["x"])


@pytest.mark.parametrize(
    ("text", "code", "fact"),
    [
        ("warn_hour = ", "settings.unreadable", "path"),
        ('colour = "blue"', "settings.unknown", "colour"),
        ("warn_hour = 99", "settings.bad", "99"),
    ],
)
def test_a_file_that_is_no_good_says_where_and_what(tmp_path: Path, text: str, code: str, fact: str) -> None:
    with pytest.raises(SettingsError) as told:
        said_in(tmp_path, text)
    assert told.value.code == code
    assert fact in told.value.facts or fact in told.value.facts.values()
    assert told.value.facts["path"].endswith("settings.toml")


def test_a_file_may_say_everything(tmp_path: Path) -> None:
    text = """
        language = "sv"
        data = "/tmp/plan.db"
        user = "Signe Åkerlund"
        warn_days = [14, 3, 1]
        warn_hour = 8
        warn_as_events = true
        calendar_years = 3
        working_days = "weekdays"
        organizer_name = "Signe Åkerlund"
        organizer_mail = "signe@exempel.se"
        theme = "textual-light"
        [keys]
        "action.status" = "s"
    """
    assert set(said_in(tmp_path, text)) <= set(DEFAULTS)
    assert said_in(tmp_path, text)["keys"] == {"action.status": "s"}


def test_a_folder_in_the_files_place_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        read_settings({"FOLLOWUP_SETTINGS": str(tmp_path)})
    assert told.value.code == "settings.unreadable"


def test_the_file_lies_in_the_platforms_folder_unless_somebody_says_otherwise() -> None:
    assert settings_path({"FOLLOWUP_SETTINGS": "x.toml"}) == "x.toml"
    assert Path(settings_path({})).name == "settings.toml"


@pytest.mark.parametrize(
    ("said", "environment", "chosen", "language"),
    [
        ("sv", {"FOLLOWUP_LANG": "en"}, "en", "sv"),
        ("", {"FOLLOWUP_LANG": "sv"}, "en", "sv"),
        ("", {"LANG": "en_GB"}, "sv", "sv"),
        ("", {"LANG": "sv_FI.UTF-8"}, "", "sv"),
        ("", {"LANG": "Swedish_Sweden.1252"}, "", "sv"),
        ("", {"LC_MESSAGES": "sv_SE", "LANG": "en_GB"}, "", "sv"),
        ("", {"LC_ALL": "C", "LANG": "sv_SE"}, "", "en"),
        ("", {}, "", "en"),
    ],
)
def test_the_language_is_the_one_said_nearest(
    said: str, environment: dict[str, str], chosen: str, language: str
) -> None:
    assert language_of(said, environment, chosen) == language


def test_somebody_is_always_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> str:
        raise KeyError

    assert user_name({"USERNAME": "sa"}) == "sa"
    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert user_name({}) == "?"
