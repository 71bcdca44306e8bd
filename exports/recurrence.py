"""Write a recurrence in the few forms that Outlook maps, with nothing left for a client to guess.

MS-OXCICAL 2.1.3.2.2 takes one month, one day and one position in a rule, and clients disagree on days that short
months lack. The parts that the first day implies are therefore written out. No clock; days in, text out.
"""

from calendar import monthrange
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDER = ("FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST", "COUNT", "UNTIL")
_NUMBERS = {
    "INTERVAL": (1, 999),
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-1, 31),
    "BYSETPOS": (-1, 4),
    "COUNT": (1, 999),
}
_FORMS = {
    "YEARLY": ({"BYMONTH", "BYMONTHDAY"}, {"BYMONTH", "BYDAY", "BYSETPOS"}),
    "MONTHLY": ({"BYMONTHDAY"}, {"BYDAY", "BYSETPOS"}),
    "WEEKLY": ({"BYDAY"},),
    "DAILY": (set[str](),),
}
_SHORTEST_MONTH = 28


@lru_cache(maxsize=4096)
def outlook_rule(rule: str, day: date) -> str:
    """Give `rule`, an RRULE value, completed from its first `day`: `FREQ=YEARLY` becomes one month and one day.

    The last day of a month is written -1 where the months of the series differ in length. A series of one is no
    series: the answer is then empty. Raises `ValueError` for what no single rule that Outlook maps can say (several
    months, the 30th of every month, hours) and where `day` is not a day of the rule.
    """
    if not rule:
        return ""
    parts = _parts(rule)
    _simplify(parts)
    _complete(parts, day)
    completed = ";".join(f"{name}={parts[name]}" for name in _ORDER if name in parts)
    if not _is_mapped(parts) or day not in days_of(completed, day, day):
        raise ValueError(f"{rule!r} from {day} cannot be one series")
    return "" if parts.get("COUNT") == "1" else completed


def days_of(rule: str, first: date, last: date) -> frozenset[date]:
    """Give the days of a completed `rule` that begins on `first`, until `last`, both included; no rule is one day."""
    if not rule:
        return frozenset({first} if first <= last else ())
    found = _expansion(rule, first).between(_midnight(first), _midnight(last), inc=True)
    return frozenset(moment.date() for moment in found)


def anything_left(rule: str, first: date, excluded: AbstractSet[date]) -> bool:
    """Say whether a completed `rule` that begins on `first` has a day that is not `excluded`; no rule is one day."""
    if not rule:
        return first not in excluded
    if "COUNT" not in rule and "UNTIL" not in rule:
        return True
    return any(moment.date() not in excluded for moment in _expansion(rule, first))


def _parts(rule: str) -> dict[str, str]:
    """Take a rule apart; raises `ValueError` for a part that is unknown, doubled or out of range."""
    parts: dict[str, str] = {}
    for part in rule.upper().split(";"):
        name, _, value = part.partition("=")
        if name in parts or name not in _ORDER or not value:
            raise ValueError(f"{part!r} in {rule!r}")
        parts[name] = _value(name, value)
    return parts


def _value(name: str, value: str) -> str:
    if name in _NUMBERS:
        low, high = _NUMBERS[name]
        if not low <= int(value) <= high or (name.startswith("BY") and int(value) == 0):
            raise ValueError(f"{name}={value}")
        return str(int(value))
    if name == "UNTIL":
        return date.fromisoformat(value[:8]).strftime("%Y%m%d")
    return value


def _simplify(parts: dict[str, str]) -> None:
    """Say the same with fewer parts: every twelfth month is a year, and what is taken for granted is left out."""
    months = int(parts.get("INTERVAL", "1"))
    if parts.get("FREQ") == "MONTHLY" and months % 12 == 0:
        parts |= {"FREQ": "YEARLY", "INTERVAL": str(months // 12)}
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    if parts.get("WKST") == "MO":
        del parts["WKST"]
    _split_numbered_weekday(parts)


def _split_numbered_weekday(parts: dict[str, str]) -> None:
    """Write `BYDAY=1MO` as a weekday and a position, the only way Outlook reads it."""
    number, weekday = parts.get("BYDAY", "")[:-2], parts.get("BYDAY", "")[-2:]
    if number and "," not in number:
        parts |= {"BYDAY": weekday, "BYSETPOS": _value("BYSETPOS", number)}


def _complete(parts: dict[str, str], day: date) -> None:
    """Add what the first day implies, so that no client has to."""
    frequency = parts.get("FREQ")
    if frequency == "WEEKLY":
        parts.setdefault("BYDAY", _WEEKDAYS[day.weekday()])
    if frequency == "YEARLY":
        parts.setdefault("BYMONTH", str(day.month))
    if frequency in ("YEARLY", "MONTHLY") and "BYDAY" not in parts:
        parts["BYMONTHDAY"] = _month_day(parts, day)


def _month_day(parts: dict[str, str], day: date) -> str:
    """Give the day of the month as a number that every month of the series has, -1 for the last one."""
    said = parts.get("BYMONTHDAY", str(day.day))
    lengths_differ = parts["FREQ"] == "MONTHLY" or parts["BYMONTH"] == "2"
    is_last = day.day == monthrange(day.year, day.month)[1]
    return "-1" if lengths_differ and is_last and said == str(day.day) else said


def _is_mapped(parts: dict[str, str]) -> bool:
    """Say whether Outlook maps the rule: a known form, one limit, and no day that some of its months lack."""
    form = {name for name in parts if name.startswith("BY")}
    if form not in _FORMS.get(parts.get("FREQ", ""), ()) or {"COUNT", "UNTIL"} <= parts.keys():
        return False
    if not set(parts.get("BYDAY", "MO").split(",")) <= set(_WEEKDAYS):
        return False
    months_differ = parts["FREQ"] == "MONTHLY" or parts.get("BYMONTH") == "2"
    return not months_differ or int(parts.get("BYMONTHDAY", "1")) <= _SHORTEST_MONTH


def _expansion(rule: str, first: date) -> "rrule | rruleset":
    from dateutil.rrule import rrulestr

    return rrulestr(rule, dtstart=_midnight(first))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
