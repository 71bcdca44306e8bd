"""What calendars are called: their files after ids that never change, their titles after people and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.sheet import Calendar
from followup.phrases.book import LANGUAGES
from followup.publishing.speech import phrases_in
from followup.publishing.wording import language_of

if TYPE_CHECKING:
    from followup.domain.actions import Plan
    from followup.domain.snapshot import Snapshot

_ID_LENGTH = 12


def owner_stem(owner: str) -> str:
    """Give what an owner's files are called: from the id, never from a name that may change."""
    return f"owner-{owner.replace('-', '')[:_ID_LENGTH]}"


def plan_stem(key: str) -> str:
    """Give what a plan's files are called; a letter that is not plain becomes its number."""
    return f"plan-{''.join(one if one.isascii() and one.isalnum() else f'{ord(one):x}' for one in key)}"


def owner_calendar(snapshot: Snapshot, owner: str) -> Calendar:
    """Give the calendar of a person (id), without events, named in the person's language."""
    person = snapshot.people[owner]
    language = owner_language(snapshot, owner)
    return Calendar(phrases_in(language)("calendar.name_owner", name=person.name), language)


def plan_calendar(plan: Plan) -> Calendar:
    """Give the calendar of a plan, without events."""
    name = ", ".join(dict.fromkeys(part for part in (plan.title, plan.unit) if part)) or plan.key
    return Calendar(name, language_of(plan))


def owner_language(snapshot: Snapshot, owner: str) -> str:
    """Give the language of a person (id), that of the first plan where none was chosen."""
    said = snapshot.people[owner].language
    return said if said in LANGUAGES else next(map(language_of, snapshot.plans.values()), LANGUAGES[0])
