"""What was chosen before the program starts: where the data lies, the language, the day, the plan, the user's name.

Order: command line, environment, settings file, what the system says. Nothing here makes a folder or a file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

APPLICATION = "followup"
DEFAULTS: Mapping[str, Any] = {
    "language": "",
    "data": "",
    "user": "",
    "warn_days": [7, 1],
    "warn_hour": 9,
    "warn_as_events": False,
    "calendar_years": 5,
    "working_days": "public",
    "organizer_name": "",
    "organizer_mail": "",
    "theme": "",
    "keys": {},
}
"""The settings file's keys with what holds when they are not set; days before, and the hour, of calendar warnings."""


class SettingsError(Exception):
    """The settings file is no good: a code (phrase `refusal.CODE`) and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        """Keep both."""
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices in force; `data` is a path or a database URL."""

    data: str
    language: str
    plan: str = ""
    today: date | None = None
    user: str = ""
    folder: str = ""
    chosen: Mapping[str, Any] = field(default_factory=dict)

    def value(self, key: str) -> Any:  # noqa: ANN401 - settings are of many kinds
        """Give a setting of the settings file, or its default."""
        return self.chosen.get(key, DEFAULTS[key])


def language_of(said: str, environment: Mapping[str, str]) -> str:
    """Give "sv" or "en": what was said, FOLLOWUP_LANG, then the locale; English if neither is Swedish."""
    if said:
        return said
    named = environment.get("FOLLOWUP_LANG") or next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "sv" if named.casefold().startswith(("sv", "swedish")) else "en"


def user_name(environment: Mapping[str, str]) -> str:
    """Give the name that the journal writes: FOLLOWUP_USER, else the system's."""
    names = ("FOLLOWUP_USER", "LOGNAME", "USER", "LNAME", "USERNAME")
    return next((environment[name] for name in names if environment.get(name)), "") or _account_name()


def _account_name() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def data_folder() -> str:
    """Give the platform's folder for this program's data."""
    from platformdirs import user_data_dir

    return user_data_dir(APPLICATION, appauthor=False)


def settings_path(environment: Mapping[str, str]) -> str:
    """Give the path of the settings file: FOLLOWUP_SETTINGS, else in the platform's folder for settings."""
    named = environment.get("FOLLOWUP_SETTINGS")
    if named:
        return named
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir(APPLICATION, appauthor=False), "settings.toml")  # noqa: PTH118 - pathlib costs 10 ms


def read_settings(environment: Mapping[str, str]) -> dict[str, Any]:
    """Give what the settings file says, nothing where there is none.

    Raises:
        SettingsError: the file cannot be read, or says what no setting can be.
    """
    path = settings_path(environment)
    if not os.path.exists(path):  # noqa: PTH110 - pathlib costs 10 ms
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            found = tomllib.load(file)
    except (OSError, ValueError) as error:
        raise SettingsError("settings.unreadable", path=path, reason=str(error)) from error
    unknown = [key for key in found if key not in DEFAULTS]
    if unknown:
        raise SettingsError("settings.unknown", path=path, key=unknown[0], known=", ".join(DEFAULTS))
    return found
