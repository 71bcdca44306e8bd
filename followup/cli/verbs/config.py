"""`followup config`: shows the settings and where they lie; changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble
from followup.settings import DEFAULTS, example, fits

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Show all settings or one; with a value, set it."""
    key = seat.asked.key
    if key and key not in DEFAULTS:
        raise Trouble("setting.unknown", key=key, known=", ".join(DEFAULTS))
    if key and seat.asked.value:
        return _set(seat, key, seat.asked.value)
    if not key:
        seat.output.talk(seat.phrases("config.file", path=seat.settings.file))
    for name in [key] if key else DEFAULTS:
        value = seat.settings.value(name)
        said = _written(value) if value not in ("", {}) else seat.phrases("config.unset")
        seat.output.line(seat.phrases("config.set", key=name, value=said))
    return Exit.OK


def _set(seat: Seat, key: str, words: list[str]) -> Exit:
    if isinstance(DEFAULTS[key], dict):
        raise Trouble("setting.by_hand", key=key, path=seat.settings.file)
    value = _read(key, words)
    if not fits(key, value):
        raise Trouble("setting.bad", key=key, value=" ".join(words), example=example(key))
    chosen = {**seat.settings.chosen, key: value}
    text = "".join(f"{name} = {_written(one)}\n" for name, one in chosen.items() if not isinstance(one, dict))
    tables = "".join(_table(name, one) for name, one in chosen.items() if isinstance(one, dict))
    seat.desk.papers.write(seat.settings.file, (text + tables).encode())
    seat.output.talk(seat.phrases("config.set", key=key, value=_written(value)))
    return Exit.OK


def _table(name: str, value: dict[str, Any]) -> str:
    return f"\n[{name}]\n" + "".join(f'"{key}" = {_written(one)}\n' for key, one in value.items())


def _read(key: str, words: list[str]) -> Any:  # noqa: ANN401 - settings are of many kinds
    """Read a value of the kind that its default has.

    Raises:
        Trouble: it is of another kind.
    """
    default = DEFAULTS[key]
    said = " ".join(words)
    try:
        if isinstance(default, bool):
            return {"true": True, "false": False, "ja": True, "nej": False, "yes": True, "no": False}[said.casefold()]
        if isinstance(default, int):
            return int(said)
        if isinstance(default, list):
            return [int(part) for part in said.replace(",", " ").split()]
    except (KeyError, ValueError):
        raise Trouble("setting.bad", key=key, value=said, example=example(key)) from None
    return said


def _written(value: Any) -> str:  # noqa: ANN401 - settings are of many kinds
    """Give the value as TOML writes it."""
    from json import dumps

    return dumps(value, ensure_ascii=False)
