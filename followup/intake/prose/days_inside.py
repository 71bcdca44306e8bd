"""Finds the words inside a sentence that tell until when something is to be done ("Journalklubb ht 26, Karin").

It asks the grammar of dates for every run of words that may begin a date, and invents none: where the grammar finds
no date there is none.
"""

from __future__ import annotations

import re

from followup.intake.dating import MOST_DATE_WORDS, date_within, is_dated_or_open, one_line
from followup.intake.sentences import sentences_of

_BEGINS = re.compile(
    r"(?i)(?<![\w/-])(?<!för )(?<!for )"
    r"(?=(?:(?:den\s+)?\d{1,2}[./ ]|20\d\d-|(?:ht|vt|q|h)\s?-?\d|(?:v|vecka|uge|uke|week)\.?\s?\d"
    r"|(?:under\s+)?(?:jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des)\w*\b"
    r"|(?:vår|höst|vinter|sommar|autumn|spring|summer|forår|efterår|høst)\w*"
    r"|(?:denna|detta|nästa|kommande|innevarande|this|next|denne|dette|neste|næste|kommende)\s"
    r"|(?:klar|oppstart|opstart|start|börja|inled|påbörja)\w*\s|omgående|omedelbart|snarast|löpande|genast"
    r"|immediately|ongoing|asap"
    r"|løbende|løpende|snarest|årsskiftet|nyår|jul\b|påsk\b|straks|hurtigst|så snart))"
)
_A_RATE = re.compile(r"(?i)^(?:i|in|per|om)\s+(?:veckan|månaden|kvartalet|ugen|uken|uka|måneden|week|month)$")
"""How often something is ("två timmar i veckan"), which tells no day."""
_OF_SOMETHING = re.compile(r"(?i)^(?:vår|höst|sommar|vinter|efterår|forår)\w*s$|^vår$")
"""A season that something belongs to ("sommarens schema"), or "vår" for what is ours."""
_TRIMMED = ".,;:)!"


def led_day(said: str) -> str:
    """The words after "till", "från", "senast" and their like that are a date; empty where none are."""
    found = date_within(said)
    return "" if _A_RATE.search(found) else found


def day_within(said: str) -> str:
    """The words of a sentence that are a date, or "snarast" and its like; empty where it tells none."""
    days = (led_day(each) or _bare_day(one_line(each)) for each in sentences_of(said))
    return next(filter(None, days), "")


def _bare_day(text: str) -> str:
    starts = (match.start() for match in _BEGINS.finditer(text))
    found = (_longest(text[start:]) for start in starts)
    return next((words for words in found if words and not _OF_SOMETHING.search(words)), "")


def _longest(text: str) -> str:
    following = text.split()[:MOST_DATE_WORDS]
    runs = (" ".join(following[:count]).rstrip(_TRIMMED) for count in range(len(following), 0, -1))
    return next((run for run in runs if is_dated_or_open(run)), "")
