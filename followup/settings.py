"""What was chosen before the program starts: where the data lies, the language, the day, the plan, the user's name.

Order: command line, environment, settings file, what the system says. Nothing here makes a folder or a file.
"""

from __future__ import annotations

import os
import sys
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
    "smtp_host": "",
    "smtp_port": 587,
    "smtp_security": "starttls",
    "smtp_user": "",
    "caldav_url": "",
    "caldav_user": "",
    "digest_months": 3,
    "theme": "",
    "keys": {},
}
"""The settings file's keys with what holds when they are not set; days before, and the hour, of calendar warnings."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("sv", "en"),
    "working_days": ("public", "eves", "weekdays", "any"),
    "smtp_security": ("starttls", "tls", "none"),
}
"""The keys whose values are few."""
RANGES: Mapping[str, tuple[int, int]] = {
    "warn_days": (0, 365),
    "warn_hour": (0, 23),
    "calendar_years": (1, 20),
    "smtp_port": (1, 65535),
    "digest_months": (1, 24),
}
"""The least and the most of each number."""


class SettingsError(Exception):
    """The settings file is no good: a code (phrase `refusal.CODE`) and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        """Keep both."""
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices in force; `data` is a path or a database URL, `file` the path of the settings file."""

    data: str
    language: str
    plan: str = ""
    today: date | None = None
    user: str = ""
    file: str = ""
    chosen: Mapping[str, Any] = field(default_factory=dict)

    def value(self, key: str) -> Any:  # noqa: ANN401 - settings are of many kinds
        """Give a setting of the settings file, or its default."""
        return self.chosen.get(key, DEFAULTS[key])


def fits(key: str, value: object) -> bool:
    """Say whether a key can have this value; "" unsets a choice."""
    default = DEFAULTS[key]
    if isinstance(default, list):
        return isinstance(value, list) and all(_is_number(key, one) for one in value)
    if isinstance(default, int) and not isinstance(default, bool):
        return _is_number(key, value)
    if isinstance(default, dict):
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    return type(value) is type(default) and (not value or value in CHOICES.get(key, (value,)))


def _is_number(key: str, value: object) -> bool:
    least, most = RANGES[key]
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def example(key: str) -> str:
    """Give a value that the key can have, as the settings file writes it."""
    from json import dumps

    return " / ".join(dumps(one) for one in CHOICES.get(key, (DEFAULTS[key],)))


def language_of(said: str, environment: Mapping[str, str], chosen: str = "") -> str:
    """Give "sv" or "en": what was said, FOLLOWUP_LANG, the settings', the locale's; English if neither is Swedish."""
    if said:
        return said
    named = (
        environment.get("FOLLOWUP_LANG")
        or chosen
        or next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    )
    return "sv" if named.casefold().startswith(("sv", "swedish")) else "en"


def user_name(environment: Mapping[str, str]) -> str:
    """Give the name that the journal writes: FOLLOWUP_USER, else the system's."""
    names = ("FOLLOWUP_USER", "LOGNAME", "USER", "LNAME", "USERNAME")
    return next((environment[name] for name in names if environment.get(name)), "") or _account_name()


def _account_name() -> str:
    """Give the account's name, "?" where the system keeps none (Windows says it in the environment alone)."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, OSError, ImportError):
        return "?"


def data_folder() -> str:
    """Give the platform's folder for this program's data."""
    known = _usual_folder("XDG_DATA_HOME", "/.local/share")
    if known:
        return known
    from platformdirs import user_data_dir

    return user_data_dir(APPLICATION, appauthor=False)


def _usual_folder(variable: str, usual: str) -> str:
    """Give a folder by Linux's plain rule, "" where it takes more: platformdirs knows all, and is slow to import."""
    said, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ or not home.startswith("/"):
        return ""
    folder = said if said.startswith("/") else home.rstrip("/") + usual
    return os.path.join(folder, APPLICATION)  # noqa: PTH118 - pathlib costs 10 ms


def settings_path(environment: Mapping[str, str]) -> str:
    """Give the path of the settings file: FOLLOWUP_SETTINGS, else in the platform's folder for settings."""
    named = environment.get("FOLLOWUP_SETTINGS")
    return named or os.path.join(_settings_folder(), "settings.toml")  # noqa: PTH118 - pathlib costs 10 ms


def _settings_folder() -> str:
    known = _usual_folder("XDG_CONFIG_HOME", "/.config")
    if known:
        return known
    from platformdirs import user_config_dir

    return user_config_dir(APPLICATION, appauthor=False)


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
    wrong = [key for key, value in found.items() if not fits(key, value)]
    if wrong:
        raise SettingsError(
            "settings.bad", path=path, key=wrong[0], value=str(found[wrong[0]]), example=example(wrong[0])
        )
    return found
