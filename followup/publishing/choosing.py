"""How calendars are asked for: the settings' taste, and who is meant by a name or a role on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.enrol import folded
from followup.domain.people import holder_on
from followup.domain.trouble import Trouble
from followup.publishing.drawing import Asked
from followup.publishing.wording import Taste

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from followup.domain.snapshot import Snapshot
    from followup.settings import Settings

_EARLIEST, _LATEST = 6, 20
_MOST_DAYS = 365


def asked_of(settings: Settings, snapshot: Snapshot, today: date, only: str = "", *, private: bool = False) -> Asked:
    """Give what is asked for: the settings' taste, the plan chosen with --plan, the people that `only` names.

    Raises:
        Trouble: there is no such plan, or nobody of that name.
    """
    return Asked(
        taste=taste_of(settings, private=private),
        years=max(1, int(settings.value("calendar_years"))),
        working_days=str(settings.value("working_days")),
        plan=_plan(snapshot, settings.plan),
        people=people_named(snapshot, only, today) if only else None,
    )


def taste_of(settings: Settings, *, private: bool = False) -> Taste:
    """Give the settings' taste; a warning that no calendar could ring at is moved to one that it can."""
    return Taste(
        warn_days=tuple(_days(settings.value("warn_days"))),
        warn_hour=min(max(int(settings.value("warn_hour")), _EARLIEST), _LATEST),
        warn_as_events=bool(settings.value("warn_as_events")),
        organizer=_organizer(str(settings.value("organizer_name")), str(settings.value("organizer_mail"))),
        private=private,
    )


def _organizer(name: str, mail: str) -> str:
    return f"{name} ({mail})" if name and mail else name or mail


def people_named(snapshot: Snapshot, name: str, today: date) -> frozenset[str]:
    """Give the people (ids) of that name, or else who holds the roles of that name on that day.

    Raises:
        Trouble: there is nobody.
    """
    wanted = folded(name)
    people = {person.id for person in snapshot.people.values() if folded(person.name) == wanted or person.id == name}
    roles = [role.id for role in snapshot.roles.values() if folded(role.name) == wanted]
    held = (holder_on(snapshot.holdings_of.get(role, ()), role, today) for role in roles)
    found = people or {one.person for one in held if one} or _part_of_name(snapshot, wanted)
    if not found:
        raise Trouble("person.unknown", name=name)
    return frozenset(found)


def _part_of_name(snapshot: Snapshot, wanted: str) -> set[str]:
    """Give the one person whose name has these words; several are nobody."""
    found = {person.id for person in snapshot.people.values() if wanted and wanted in folded(person.name)}
    return found if len(found) == 1 else set()


def _plan(snapshot: Snapshot, key: str) -> str:
    if not key:
        return ""
    found = next((plan.id for plan in snapshot.plans.values() if plan.key == key), "")
    if not found:
        known = ", ".join(plan.key for plan in snapshot.plans.values())
        raise Trouble("plan.unknown", key=key, known=known)
    return found


def _days(said: Any) -> Iterable[int]:  # noqa: ANN401 - whatever a settings file says
    numbers = said if isinstance(said, list | tuple) else [said]
    return dict.fromkeys(min(max(int(number), 1), _MOST_DAYS) for number in numbers)
