"""Tells a sentence of how something is looked at again from one of what is done: "Anna går igenom dem varje termin".

A verb of looking with a time is one; until when something is to be done is not.
"""

from __future__ import annotations

import re

from followup.intake.dating import is_about_time
from followup.intake.fields import Field
from followup.intake.prose.clauses import without_article
from followup.intake.prose.people_told import Names, is_crowd, is_somebody

Told = dict[Field, str]
CHECKS = re.compile(
    r"(?i)\b(?:(?:följ|kontroll|utvärd|gransk|redovis|(?:åter)?rapporter|sammanställ|audit|review"
    r"|monitor|evaluat|evaluer|följs|gennemgå|gjennomgå|mät|måle|undersök|check|survey|drøft|diskuter"
    r"|discuss|vurder)\w*"
    r"|stäm\w* av|g(?:ör|ør|jør)\s+(?:en\s+)?(?:status|uppföljning|avstämning|stickprov|opfølgning|oppfølging)"
    r"|present\w*\s+(?:the\s+)?(?:results?|resultat\w*|utfall\w*|findings)|gå[rs]? igenom|går gjennom"
    r"|(?:tar|tas) upp|report(?:s|ed)? (?:back|to)|følge[rs] op"
    r"|følge[rs] opp|looks? at)\b"
)
"""A verb of looking at what was done."""
NOUN_CHECKS = re.compile(
    r"(?i)^(?:\w+\s+)?(?:uppföljning\w*|utvärdering\w*|avstämning\w*|kontroll\w*|stickprov|återrapport\w*"
    r"|återkoppling|opfølgning\w*"
    r"|oppfølging\w*|evaluering\w*|evaluation|follow-?\s?up|review|audit|check)\b"
)
RESULT = re.compile(r"(?i)^(?:resultat|utfall|effekt|outcome|results?|progress|arbetet|arbejdet|arbeidet)\w*\s")
_UNTIL = re.compile(r"(?i)\b(?:till den|till \d|by|before|inden|innen|senast den|before the)\b")
"""Until when something is to be done, rather than when it is looked at."""
_MODAL = re.compile(
    r"(?i)\s+(?:ska(?:ll)?|skal|will(?: then)?|to|kommer att|should|och|sedan|därefter)(?:\s+(?:be|bli))?\s*$"
)
MOST_OF_THING = 3
_TO_WHOM = re.compile(r"(?i)^(?:till|for|för|to|til)\s+(?:the\s+)?\S+\s+(?=\S)")
"""Who is told of it ("rapporterar till ledningen varje kvartal")."""
DETERMINING = frozenset(
    {"den", "det", "de", "denna", "detta", "dessa", "the", "this", "these", "dette", "denne", "vår", "our"}
)
_NONE: Names = frozenset()
LONGEST = 28


def check_told(sentence: str, names: Names) -> Told:
    """How, and by whom, somebody looks at what was done ("Anna Ek går igenom loggboken varje termin")."""
    looks = CHECKS.search(sentence)
    how = RESULT.sub("", sentence[looks.end() :].strip(" ."), count=1) if looks else ""
    who = without_article(_MODAL.sub("", sentence[: looks.start()]).strip()) if looks else ""
    how = how if is_about_time(how) else _TO_WHOM.sub("", how)
    if not how or not is_about_time(how) or _UNTIL.search(sentence) or len(sentence.split()) > LONGEST:
        return {}
    if who and not is_somebody(who, names) and len(who.split()) > MOST_OF_THING:
        return {}
    is_sure = bool(who) and is_somebody(who, names) and not is_crowd(who)
    return {Field.FOLLOW_UP: how} | ({Field.FOLLOW_UP_RESPONSIBLE: who} if is_sure else {})


def looks_at_results(sentence: str) -> bool:
    """Say whether somebody looks at what has come of something ("We look at progress in April")."""
    looks = CHECKS.search(sentence)
    return looks is not None and RESULT.match(sentence[looks.end() :].strip()) is not None


def looks_at_its_own(clause: str) -> bool:
    """Say whether a clause tells that things it names are looked at ("Vetenskapliga arbeten redovisas i maj")."""
    looks = CHECKS.search(clause)
    subject = _MODAL.sub("", clause[: looks.start()]).strip() if looks else ""
    is_named = " " in subject and subject.split()[0].casefold() not in DETERMINING
    return is_named and subject.rpartition(" ")[2].islower() and not is_somebody(subject, _NONE)


def is_looked_at(before: str, names: Names) -> bool:
    """Say whether the words before a verb of looking are who looks, or what is looked at in a few words."""
    return len(before.split()) <= MOST_OF_THING or is_somebody(_MODAL.sub("", before), names)
