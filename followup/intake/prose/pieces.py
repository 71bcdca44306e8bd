"""Says what a piece of a sentence tells, if all of it tells who, when or how it is checked and nothing of what is done.

A piece is what stands in brackets, after a dash or a comma, or is a sentence of its own ("Anna, senast v 50").
"""

from __future__ import annotations

import re
from datetime import date

from followup.intake.dating import is_about_time, is_dated_or_open, read
from followup.intake.fields import Field
from followup.intake.prose.acting import actor
from followup.intake.prose.clauses import fields_told, without_article
from followup.intake.prose.days_inside import day_within
from followup.intake.prose.leaning import is_meeting
from followup.intake.prose.looking import CHECKS, NOUN_CHECKS, RESULT, check_told, is_looked_at
from followup.intake.prose.people_told import Names, is_crowd, is_somebody
from followup.intake.statuses import read_status

Told = dict[Field, str]
_TOLD = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS})
_ANSWERING = re.compile(
    r"(?i)^(?!(?-i:A[FV]\b))(?:(?:responsible|ansvarig|ansvarlig)\s+\w+(?=\s*:)|ansvarar gör|ansv\.?|ansvarig(?:a|e)?"
    r"|ansvarlig(?:e)?|ansvarar|responsible|lead|leads|owner"
    r"|vem|who|by|av|af"
    r"|ansvar|responsibility of|tovholder|action)(?:\s+(?:är|er|is|are|blir|:))?\s*:?\s+(?=\S)"
)
_CLEFT = re.compile(r"(?i)^(?:det|it)\s+(?:är|blir|er|bliver|is)\s+(?P<who>.{2,60}?)\s+(?:som|who|der)\s+\S+")
_FIRST_OF_ALL = re.compile(
    r"(?i)^(?:första|første|first)\s+(?!gång|gang|time|one|in\b)\w{4,}\s+"
    r"(?=(?:i|den|in|v|v\.|vecka|uge|uke|week|senast|till|ht|vt|HT|VT)\s|\d)"
)
"""The first of what is told, and when ("första mötet v 46")."""
_HAS_PART = re.compile(r"^[A-ZÅÄÖÆØ][\w-]{4,}\s+(?:är|er|is|blir|bliver)\s+(?P<who>[^,.]{3,60})$")
"""Somebody by the part he or she has ("Sammankallande är Anna Ek")."""
_INVERTED = re.compile(r"(?i)^(?:det(?:ta|te)?|den|this)\s+(?-i:[a-zåäöæø]{2,}r)\s+(?P<who>[^,.]{2,60})$")
"""What was just told, and who does it ("Det sköter Anneli Frost")."""
_IS_ANSWERING = re.compile(r"(?i)(?<=\w),?\s+(?:ansvarig|ansvariga|ansvarlig|responsible)$")
_TAKING = re.compile(
    r"(?i)\s+(?:ansvarar|är ansvariga?|ansvariga?|ansvarlige?|er ansvarlige?|responsible|is responsible|to action"
    r"|(?:[a-zåäöæø]{2,}r|to\s+[a-z]+|skal [a-zæøå]+|ska [a-zåäö]+)(?:\s+(?:\S+\s+){0,2}\S+)?)\.?$"
)
"""What somebody in a tail is said to do: a verb and three words at most."""
_TAKES_IT = re.compile(
    r"(?i)\s+(?:är ansvariga?|er ansvarlige?|is responsible|har fått i uppdrag"
    r"|har (?:fått|tagit på sig|åtagit sig) (?:uppdraget|uppgiften|det|detta)|(?:will lead|is [a-z]+ing)(?: on)?"
    r" (?:this|it|the work)"
    r"|[a-zåäöæø]{2,}r(?:\s+(?:i|till|för|på|om|in|upp"
    r"|hand om|sig|at))?(?:\s+(?:det|detta|den|dem|dette|denne|detta arbete|saken|arbetet|arbejdet"
    r"|arbeidet|den delen))?|[a-z]{3,}s (?:this|it|the work|these))\.?$"
)
"""What somebody does with what was just told, and nothing else ("Karin ordnar detta")."""
_BY_DAY = re.compile(
    r"(?i)^(?:(?:alla?|allt?|alle|all)\s+)?(?:(?:ska(?:ll)?|skal|to|will|should|bör|beräknas|er|är"
    r"|is)\s+)?(?:(?:vara|være|be)\s+)?"
    r"(?:klart?|klara|färdig[at]?|ferdig[e]?|færdig[et]?|done|ready|complete[d]?)\s+"
)
_STATE = re.compile(
    r"(?i)^(?:(?:this|the|dette|denne|vilket|som|which)\s+)?(?:[a-zåäöæø]+\s+)?(?:(?:ska(?:ll)?|skal|will"
    r"|is to|are to|should|must|bör|beräknas|planeras"
    r"|förväntas|forventes|ventes|expects? (?:this|it) to|expected to|to)\s+)(?:(?:vara|være"
    r"|be)\s+)(?:\w+\s+){1,3}?(?P<when>(?!(?:from|från|fra)\b)\S.*)$"
)
"""What is to be in some state by a day, whatever the state ("Arbetet ska vara avslutat senast 28 februari")."""
_EXPECTS = re.compile(
    r"(?i)^(?:och |and |og )?(?:expects?|räknar med|beräknar|forventer)\b.*?\b(?P<when>(?:by|before"
    r"|senast|till|inden|innen|i|in)\s.*)$"
)
_PRONOUN = re.compile(r"(?i)(?:han|hon|hen|de|he|she|they)\s")
_AFTERWARDS = re.compile(r"(?i)^(?:sedan|därefter|därpå|then|thereafter|and then|derefter|deretter|så)\s+")
_ANY_DAY = date(2000, 1, 1)
_DAY = re.compile(
    r"(?i)(?:\d|klar|(?:senast|senest|till|til|före|før|innan|inden|innen|inom|i|under|från|fra|by|before"
    r"|in|from|until|den)\b"
    r"|fr\.|start|opp?start|snarast|omgående|löpande|ongoing|asap|nästa|next|neste|næste|v\.?\s?\d|vecka"
    r"|uke|uge|week|[vh]t\b"
    r"|jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des|vår|höst|sommar|spring|autumn"
    r"|summer|forår|efterår|q\d)"
)
"""How the words of a day begin."""
_WILL = re.compile(r"(?i)(?:will|ska|skal)\s+(?!be\b)\w*[^\Ws]\s")
"""Whoever was named before goes on to do a further thing ("and will present the results in April")."""
_LOOKS = re.compile(
    rf"(?=(?:[a-zåäöæø]+r|report|review|audit|check|monitor|evaluate)\s)(?:{CHECKS.pattern.removeprefix('(?i)')})"
)
"""Whoever was named before looks, and nobody is looked at ("och rapporterar till ledningen varje kvartal")."""
_INTRODUCED = re.compile(
    r"(?i)\b(?:införs|inrättas|skapas|startas|tas fram|etableras|förbättras|utökas|förstärks|utvecklas|indføres"
    r"|etableres|innføres|opprettes|oprettes|forbedres|utvides|udvides)\b"
)
"""What is done about a check that is itself to be ("Återkoppling efter jour införs")."""
_IS_HELD = re.compile(r"(?i)^.{3,40}?\s(?:blir|bliver|är|er|is|sker|skjer|hålls|holdes)\s+(?=\S)")
_WHO_CHECKS = re.compile(
    r"(?i)^(?:som|who|der|vilken|han|hon|hen|de|he|she|they)\s+(?:(?:också|även|also|sedan|ska|skal|will)\s+)*"
)
_OF_A_THING = re.compile(r"[A-ZÅÄÖÆØ][a-zåäöæø-]{3,}(?:na|en|et|an|er|ne)\s+[a-zåäöæø]+[rs]\s")
"""What somebody says of a thing by its name ("Placeringarna startar i januari"), which is part of what is done."""
MOST_WORDS = 14
MOST_DATED = 8
MOST_OF_STATE = 2
MOST_DONE = 3
"""Words that tell what somebody does in a piece, which is then no more than who does it."""


def piece_told(piece: str, names: Names, told: Told, kind: str = "") -> Told:
    """The fields that a piece tells, where it tells nothing else; `kind` is what parts it from what is before it."""
    if len(piece.split()) > MOST_WORDS or is_meeting(piece):
        return {}
    if (
        kind in {"sentence", "dash", "bracket"}
        and len(piece.split()) <= MOST_OF_STATE
        and piece.replace(" ", "").isalpha()
        and read_status(piece, _ANY_DAY).code
    ):
        return {Field.STATUS: piece}
    looked = _looked(piece, names, told, kind)
    if looked is not None:
        return looked
    if kind == "sentence" and _OF_A_THING.match(piece) and "ansvar" not in piece:
        return {}
    found = _dated(piece, names, kind) or _afterwards(piece) or _owner(piece, names, kind) or _plain(piece, names, told)
    return found or _state(piece) or ({} if kind == "word" else _owner_and_day(piece, names))


def _looked(piece: str, names: Names, told: Told, kind: str) -> Told | None:
    """How it is looked at; None where no verb or noun of looking tells."""
    checked = _looked_by(piece, names) if kind in {"comma", "word"} else {}
    looks = CHECKS.search(piece)
    if NOUN_CHECKS.match(piece) and _INTRODUCED.search(piece):
        return None
    if checked or not (NOUN_CHECKS.match(piece) or (looks and is_looked_at(piece[: looks.start()], names))):
        return checked or None
    found = {name: said for name, said in fields_told(piece, told).items() if name in _TOLD}
    if not found and NOUN_CHECKS.match(piece) and len(piece.split()) <= MOST_DATED and is_about_time(piece):
        return {Field.FOLLOW_UP: _IS_HELD.sub("", piece)}
    if kind == "sentence" and not _PRONOUN.match(piece):
        found = {name: said for name, said in found.items() if said}
    if not found and kind == "sentence" and RESULT.match(piece):
        return check_told(piece, names)
    return found if found or CHECKS.match(piece) or NOUN_CHECKS.match(piece) else None


def _looked_by(piece: str, names: Names) -> Told:
    """How it is looked at by whoever was named before ("som utvärderar den i maj"), or by somebody named here."""
    whose = _WHO_CHECKS.match(piece)
    checked = check_told(piece[whose.end() :], names) if whose else {}
    if checked:
        return checked | {Field.FOLLOW_UP_RESPONSIBLE: ""}
    checked = check_told(piece, names)
    if checked and (_WILL.match(piece) or _LOOKS.match(piece)):
        return checked | {Field.FOLLOW_UP_RESPONSIBLE: ""}
    return checked if checked.get(Field.FOLLOW_UP_RESPONSIBLE) else {}


def _dated(piece: str, names: Names, kind: str) -> Told:
    ready = _BY_DAY.match(piece)
    if ready and is_dated_or_open(piece[ready.end() :]):
        return {Field.DUE: piece[ready.end() :]}
    first = _FIRST_OF_ALL.match(piece) if kind != "word" else None
    if first and is_dated_or_open(piece[first.end() :]):
        return {Field.DUE: piece[first.end() :]}
    is_day = kind != "word" and len(piece.split()) <= MOST_DATED and is_dated_or_open(piece) and not actor(piece, names)
    return {Field.DUE: piece} if is_day else {}


def _afterwards(piece: str) -> Told:
    """How often it is looked at after the first time ("därefter varje år")."""
    after = _AFTERWARDS.match(piece)
    return {Field.FOLLOW_UP: piece} if after and again(piece[after.end() :]) else {}


def again(piece: str) -> Told:
    """How often it is looked at, where a piece tells nothing else ("hver tredje måned")."""
    said = read(piece, _ANY_DAY)
    return {Field.FOLLOW_UP: piece} if said.rule and "other-words" not in said.notes else {}


def _plain(piece: str, names: Names, told: Told) -> Told:
    """What a clause tells that says in as many words who answers, until when or how it is checked."""
    found = fields_told(piece, told)
    who = found.get(Field.RESPONSIBLE)
    is_plain = found.keys() <= _TOLD and (who is None or is_somebody(who, names, is_marked=True))
    return found if is_plain else {}


def _owner(piece: str, names: Names, kind: str) -> Told:
    cleft = _CLEFT.match(piece) or _HAS_PART.match(piece) or (_INVERTED.match(piece) if kind != "word" else None)
    if cleft and is_somebody(cleft["who"], names):
        return {Field.RESPONSIBLE: without_article(cleft["who"])}
    piece = _IS_ANSWERING.sub("", piece)
    answering = _ANSWERING.match(piece)
    who = piece[answering.end() :] if answering else piece
    acts = kind == "sentence" and not answering and bool(actor(piece, names))
    if not acts and is_somebody(who, names, is_marked=bool(answering) or kind != "word") and not _is_only_time(who):
        return {Field.RESPONSIBLE: without_article(who)}
    return _taker(piece, names, kind)


def _taker(piece: str, names: Names, kind: str) -> Told:
    """Who does it, and perhaps when, in a clause of somebody who does ("Jens bokar tider")."""
    taking = (_TAKES_IT if kind in {"sentence", "word", "semicolon"} else _TAKING).search(piece)
    acting = actor(piece, names) if kind in {"bracket", "dash"} or (taking and kind == "comma") else ""
    if not (taking or acting) or (taking and CHECKS.search(taking[0])):
        return {}
    who = acting or (piece[: taking.start()] if taking else "")
    day = day_within(piece[len(who) :])
    is_long = kind == "dash" and not day and len(piece.split()) > len(who.split()) + MOST_DONE
    if is_long or not is_somebody(who, names, is_marked=True) or (is_crowd(who) and kind == "comma"):
        return {}
    return {Field.RESPONSIBLE: without_article(who)} | ({Field.DUE: day} if day else {})


def _is_only_time(said: str) -> bool:
    """Say whether words that may be somebody are only a time ("Våren")."""
    return " " not in said and is_about_time(said)


def _owner_and_day(piece: str, names: Names) -> Told:
    """Somebody and a day with no sign between ("Lasse klart nov")."""
    told = _ANSWERING.sub("", piece).split() if not actor(piece, names) else []
    for place in range(1, min(len(told), 6)):
        who, rest = _IS_ANSWERING.sub("", " ".join(told[:place]).rstrip(",")), " ".join(told[place:])
        when = _BY_DAY.sub("", rest)
        if _DAY.match(when) and is_dated_or_open(when) and is_somebody(who, names, is_marked=True):
            return {Field.RESPONSIBLE: without_article(who), Field.DUE: when}
    return {}


def _state(piece: str) -> Told:
    stated = _STATE.match(piece) or _EXPECTS.match(piece)
    return {Field.DUE: stated["when"]} if stated and is_dated_or_open(stated["when"]) else {}
