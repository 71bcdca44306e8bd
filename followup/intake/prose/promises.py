"""Whether a document says that it holds what is to be done, so that a list of merits or projects is no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.events import Event, Sign, unboxed
from followup.intake.fields import Field
from followup.intake.sentences import sentences_of

_PROMISE = re.compile(
    r"(?i)\b(?:(?:handlings|åtgärds|aktivitets|förbättrings|action |handle|tiltaks?|tiltags?)plan|åtgärd|aktivitet"
    r"|uppfölj|beslut|bestäm|kom fram|att göra|överens om|uppgifter|åtagande|gör vi|ska vi|action|follow|to do\b|todo"
    r"|tasks?\b|decision|agreed|next steps|tiltak|tiltag|handlinger|opgaver|oppgaver|aftalt|avtalt|nästa steg"
    r"|enige om|vem gör vad|hvem gør hvad|hvem gjør hva|who does what"
    r"|klinikens plan|enhetens plan|vår plan|our plan|följande ska|ska göras|ska genomföras|skal gjøres"
    r"|skal gøres|følgende skal|to be done|response to|svar på"
    r"|efter (?:den )?(?:externa |senaste )?(?:spur|gransk)|etter (?:spur|tilsyn|eksternt)"
    r"|efter (?:inspektor|spur)|following the (?:external |training |quality )*(?:review|visit))"
)
_REVIEWED = re.compile(r"(?i)spur|granskning|external review|inspektor|tilsyn")
"""What a line before a list speaks of, where the list is what is done about it ("Sammanfattning om SPUR:")."""
_MARKED = re.compile(r"\b(?:Actions?|Åtgärd(?:er)?|Beslut|Tiltak|Tiltag|Vedtak): [A-ZÅÄÖÆØ]")
"""What is to be done, or who does it, named inside a line of minutes."""
_MINUTES = re.compile(r"(?i)(?:minnesanteckning|anteckning|protokoll|referat|minutes|notes)")
_DECIDED = re.compile(
    r"(?i)^(?:\w+(?:kommittén|utskottet|rådet|gruppen|mötet|ledningen|nämnden|utvalget|udvalget|møtet|mødet"
    r"|committee|group)"
    r"|(?:kommittén|utskottet|rådet|gruppen|mötet|ledningen|nämnden|utvalget|udvalget|møtet|mødet|kliniken"
    r"|the (?:committee|group|board|meeting|panel)))\s+(?:beslutade|beslöt|enades om|bestämde|vedtok|besluttede"
    r"|agreed|decided)\b"
    r"|^(?:det\s+)?(?:beslut(?:ades|ar|ade)?\s+att|vi (?:beslutade|enades om|bestämde)|it was (?:agreed"
    r"|decided))\b"
    r"|^det (?:blev|ble|er|är) (?:besluttet|aftalt|bestemt|vedtatt|avtalt|enighet om|enighed om)\b"
)
_DESCRIBING = re.compile(r"(?i)(?:beskrivning|description|beskrivelse|hur|how|hvordan|metod)\b")
LONGEST_PROMISE = 120
_MEASURE = Field.MEASURE


_STRONG = re.compile(
    r"(?i)\b(?:(?:handlings|åtgärds|förbättrings|action |improvement |handle|tiltaks?|tiltags?)(?:plan"
    r"|list)\w*|åtgärd(?:er|erna)?\b|åtgärds\w+|beslut\b|beslutar|bestämde"
    r"|beslutade?|kom (?:\w+ )?fram|att göra|överens\b|gör vi|ska vi|tänker göra|intend to|actions?\b"
    r"|to do\b|todo\b|decisions?|agreed|next steps"
    r"|tiltak|tiltag|handlinger|aftalte?|avtalte?|nästa steg|enige|enades om|klinikens plan|enhetens plan"
    r"|vår plan|our plan"
    r"|plan (?:för att|for at|for å|to)\b|vem gör vad|hvem gør hvad|hvem gjør hva|who does what|bestämt oss"
    r"|planerar (?:vi|följande)|vi planerar|ska göras|ska genomföras|skal gjøres|skal gøres|to be done"
    r"|förbättring(?:ar|sarbete)?\b"
    r"|improvements?|forbedringer|förändringar|changes)"
)
"""Words of a heading, or of a line that leads to a list, for what is to be done and nothing else."""
_LEADING = re.compile(
    r"(?i)\b(?:följande|nedan(?:stående)?|det här|detta|the following|below|as follows|this is what"
    r"|here is|these are|følgende|nedenfor"
    r"|dette)\b"
)
"""A sentence that leads to what stands below it."""
_COUNTED = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s")
_OF_REVIEW = re.compile(
    r"(?i)\bspur\b|granskning|granskarna|inspekt(?:ör|or|ion)|external review|review(?:ers| team)"
    r"|visiting team|visitors|(?:quality|deanery|college|training) (?:review|visit|panel)|visit report|komiteen|tilsyn"
)
_OF_A_DECISION = re.compile(r"(?i)\s(?:att|that|at|å|to)\s|:$|\bföljande\b")


_PLANNED = re.compile(
    r"(?i)\b(?:plan(?:en|er|erna|s)?|svar|reply|response|respond|redogörelse|redovis\w*|förslag"
    r"|förbättr\w*|forbedr\w*|improve\w*"
    r"|åtgärd\w*|uppföljning|oppfølging|opfølgning|follow[- ]up"
    r"|vidta\w*)\b"
)
_REVIEWS = re.compile(
    r"(?i)\bspur\b|\w*gransk\w*|inspekt\w*|\breview\w*|\bvisit\w*|tilsyn\w*|\brapport\w*|\breport\w*"
    r"|ekstern\w* vurdering|besøk\w*|re-approval|rekommendation\w*|recommendation\w*|anbefaling\w*"
)


_AFTER_REVIEW = re.compile(
    r"(?i)\b(?:efter|etter|after|following|med anledning av)\s+(?:the\s+)?(?:(?:external|deanery|hee|gmc)\s+)?"
    r"(?:\w*besøk\w*|\w*besøg\w*|visit\w*|review\w*|\w*granskning\w*|\w*inspektion\w*|spur\b)"
)
"""A heading of what a review leads to."""
LONGEST_HEADING = 50


def is_strong(event: Event, following: Event | None = None) -> bool:
    """Say whether a line says that what stands below it is to be done: a heading, a line that leads to it, a decision.

    `following` is what stands below it: a sentence right above a list leads to the list.
    """
    text = event.text
    if event.sign in {Sign.TEXT, Sign.ITEM} and _decides(text):
        return True
    if event.sign in {Sign.ITEM, Sign.LABEL, Sign.TABLE} and text[-1:] != ":":
        return bool(unboxed(text)[1])
    is_above = following is not None and (following.sign is Sign.ITEM or _COUNTED.match(following.text) is not None)
    said = text[:LONGEST_PROMISE]
    if _PLANNED.search(said) and _REVIEWS.search(said) and (text[-1:] != "." or is_above or _LEADING.search(said)):
        return True
    if _AFTER_REVIEW.search(text) and text[-1:] != "." and len(text) <= LONGEST_HEADING:
        return True
    leads = is_above or text[-1:] == ":" or (text[-1:] != "." and len(text) <= LONGEST_PROMISE)
    return _STRONG.search(text) is not None and (leads or _LEADING.search(sentences_of(text)[-1]) is not None)


def _decides(text: str) -> bool:
    return any(is_decided(each) and _OF_A_DECISION.search(each) for each in sentences_of(text))


def is_of_review(events: Sequence[Event]) -> bool:
    """Say whether a line of a document speaks of a review, whose findings it may answer."""
    return any(_OF_REVIEW.search(event.text) for event in events)


def speaks_of_review(text: str) -> bool:
    """Say whether words name a review or what it led to ("Svar på granskningen", "Visit report")."""
    return _REVIEWS.search(text) is not None


def is_promised(events: Sequence[Event]) -> bool:
    """Say whether a line tells that something is to be done, or boxes to tick stand before what is."""
    return any(_promises(event) for event in events)


def tells_measures(events: Sequence[Event]) -> bool:
    """Say whether a label or a table's head names what is to be done."""
    return any(event.rows or (event.wording and event.field is _MEASURE) for event in events)


def is_described(events: Sequence[Event]) -> bool:
    """Say whether the labels of what might be to be done only describe something ("Beskrivning", "Metod")."""
    labels = (event for event in events if event.field or event.rows)
    measures = [event for event in labels if event.field is _MEASURE or event.rows]
    return bool(measures) and all(_DESCRIBING.match(event.wording) for event in measures)


def is_decided(text: str) -> bool:
    """Say whether a sentence is a decision ("Beslutades att …", "It was agreed …")."""
    return _DECIDED.match(text) is not None


def _promises(event: Event) -> bool:
    is_subject = event.wording.casefold().strip(" :") == "emne"  # a mail's in Norwegian and Danish, else an area's
    is_counted = event.field is Field.NUMBER
    is_plain = event.sign not in {Sign.ITEM, Sign.LABEL} or event.text[-1:] == ":" or is_counted
    is_line = len(event.text) <= LONGEST_PROMISE and (is_subject or is_plain)
    is_minuted = event.text[-1:] == ":" or _MINUTES.match(event.text)
    if event.sign is Sign.TEXT and is_minuted and _REVIEWED.search(event.text[:LONGEST_PROMISE]):
        return True
    if _MARKED.search(event.text):
        return True
    said = f"{event.wording} {event.text}" if is_line else event.wording
    decided = event.sign in {Sign.TEXT, Sign.ITEM} and any(map(is_decided, sentences_of(event.text)))
    return bool(unboxed(event.text)[1]) or decided or is_decided(event.text) or promises(said)


def promises(said: str) -> bool:
    """Say whether words tell of things to be done ("Det här gör vi", "Åtgärder", "Next steps")."""
    return said.count(";") + said.count("|") < 2 and _PROMISE.search(said) is not None
