"""Reads a line that dashes, brackets, bars or commas part: "Ny mall – Anna Ek – maj 2027", "Ny docka (Bo Lind, VT27)".

One part must be a day and one somebody; what follows the day may only tell how it is followed up.
"""

from __future__ import annotations

import re
from datetime import date

from followup.intake.dating import is_about_time, is_dated_or_open, read
from followup.intake.fields import Field
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners

LONGEST = 400
_PARTS = re.compile(r"\s+[–—/-]\s+|\s*[|;]\s*|\t+|\s*[()]\s*|,\s+")
_CHECKED_HOW = re.compile(r"(?i)(?:följs|uppfölj|stäms|avstäm|utvärder|review|follow|følges)")
_ACTS = re.compile(r"\)\s+(?:to|ska|skall|will|skal|tar)\s")
"""Somebody in brackets who does what follows: the brackets part nothing."""
_PLACE = re.compile(r"(?i)(?:hospital|sjukhuset?|sygehus|sykehuset?|lasarettet?|centrum|university|universitet)$")
"""How the names of places end that stand where somebody would, in the head of a paper."""
_ANY_DAY = date(2025, 1, 1)
_TAKING = re.compile(
    r"(?i)^ansv\.?:?\s+|^ansvarig(?:a|e)?:?\s+|^ansvarlig(?:e)?:?\s+|\s+(?:ansvarig|ansvarar|ansvarlig|fixar|ordnar)$"
)
"""Words beside somebody in brackets or between commas, that only say that it is who answers for it."""
LONGEST_OWNER = 6


def parted(text: str) -> dict[Field, str]:
    """What is to be done, then owner and date in any order, between dashes, brackets, bars or commas."""
    if len(text) > LONGEST or _ACTS.search(text):
        return {}
    first, *others = [part.strip(" .") for part in _PARTS.split(text) if part.strip(" .")] or [""]
    dates = [part for part in others if is_dated_or_open(part)]
    owners = [part for part in others if part not in dates and may_own(part)]
    times = [part for part in others if part not in dates and part not in owners and _is_check(part)]
    times = times[1:] if times and times[0] == others[0] and " " not in first else times
    rest = [part for part in others if part not in dates and part not in owners and part not in times]
    if len(dates) != 1 or not owners or _is_somebody(first) or any(_follows(text, part, dates[0]) for part in rest):
        return {}
    who = ", ".join(_TAKING.sub("", owner) for owner in owners)
    words = {Field.MEASURE: ", ".join([first, *rest]), Field.DUE: dates[0], Field.RESPONSIBLE: who}
    return words | ({Field.FOLLOW_UP: ". ".join(times)} if times else {})


def _is_check(part: str) -> bool:
    """Say whether words tell when something is looked at again, and nothing that is done ("två heldagar per år")."""
    is_plain = "other-words" not in read(part, _ANY_DAY).notes
    return is_about_time(part) and (is_plain or _CHECKED_HOW.match(part) is not None)


def may_own(part: str) -> bool:
    """Say whether a few words may be somebody, and are no time, no place and nothing that is checked."""
    is_time = part[:1].islower() and is_about_time(part)
    return not is_time and not _PLACE.search(part) and not _CHECKED_HOW.match(part) and are_owners_here(part)


def _is_somebody(measure: str) -> bool:
    """Say whether what stands first is a post that somebody has or had, and nothing to be done."""
    return all(ends_in_role(word) for word in measure.split())


def _follows(text: str, part: str, other: str) -> bool:
    """Words that stand after the date are prose, not part of what is to be done."""
    return text.find(part) > text.find(other)


def are_owners_here(part: str) -> bool:
    """Say whether a few words may be somebody, without a doubt."""
    owners, doubts = read_owners(part)
    return bool(owners) and not doubts and len(part.split()) <= LONGEST_OWNER
