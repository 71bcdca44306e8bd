"""Finds the words inside a sentence that tell until when something is to be done ("Journalklubb ht 26, Karin").

It asks the grammar of dates for every run of words that may begin a date, and invents none: where the grammar finds
no date there is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.dating import MODAL, MOST_DATE_WORDS, date_within, is_dated_or_open, one_line
from followup.intake.sentences import sentences_of

_BEGINS = re.compile(
    r"(?i)(?<![\w/-])(?<!för )(?<!for )"
    r"(?=(?:(?:den\s+)?\d{1,2}[./ ]|20\d\d(?:-|(?=\.?$))|during\s"
    r"|(?:ht|vt|q|h)\s?-?\d|(?:v|vecka|uge|uke|week)\.?\s?\d"
    r"|(?:under\s+)?(?:jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des)\w*\b"
    r"|(?:vår|höst|vinter|sommar|autumn|spring|summer|forår|efterår|høst)\w*"
    r"|(?:denna|detta|nästa|kommande|innevarande|this|next|denne|dette|neste|næste|kommende)\s"
    r"|(?:klar|oppstart|opstart|start|börja|inled|påbörja)\w*\s|omgående|omedelbart|snarast|löpande|genast"
    r"|immediately|ongoing|asap"
    r"|løbende|løpende|snarest|årsskiftet|nyår|jul\b|påsk\b|straks|hurtigst|så snart))"
)
_A_RATE = re.compile(r"(?i)^(?:i|in|per|om)\s+(?:veckan|månaden|kvartalet|ugen|uken|uka|måneden|week|month)$")
"""How often something is ("två timmar i veckan"), which tells no day."""
_AHEAD = re.compile(r"(?i)\s*(?:i förväg|ahead|in advance|frem|innan|före|efter|etter|after)\b")
"""After a length: it is counted from something else than the day of the plan."""
_SHORTLY = re.compile(
    r"(?i)(?:inom|within|inden(?: for)?|innen)\s.*\b(?:timm\w*|dygn\w*|dag\w*|veck\w*|hours?|days?|weeks?|timer|døgn"
    r"|uger?|uker?|dage)$"
)
"""Within hours, days or weeks of something ("tas igen inom två veckor"), which is how it is done and no deadline."""
_TODAY = re.compile(r"(?i)(?:i dag|idag|today)$")
_SINCE = re.compile(r"(?i)\b(?:sedan|since|siden|sedan i)\s+$")
_COMES_AGAIN = re.compile(
    r"(?i)\s*(?:(?:varje|each|every|hvert?)\s(?:år|year|termin|term|vår|höst|halvår|spring|autumn)|årligen)\b"
)
"""What follows a month that comes each year: it is how often, and no day to be done by."""
_HOW_LONG = re.compile(
    r"(?i)^(?!inom|within|om|in|inden|innen|senast).*\d+\s*(?:mån|veck|dag|tim|v|vkr|vkn|month|week|day|hour|uke|uge)\w*$"
)
_LENGTH = re.compile(
    r"(?i)(?:(?:från|fra|from)\s+\w+\s+)?(?:till|til|to|senast|senest)?\s*(?:\d+|ett?|två|tre|fyra|fem|sex|en|to|fire|one|two|three|four"
    r"|six|sju|åtta|nio|tio|tolv|a)\s+(?:timm|dag|veck|månad|hour|day|week|month|uke|uge|time|dage)\w*$"
)
_OF_SOMETHING = re.compile(r"(?i)^(?:vår|höst|sommar|vinter|efterår|forår)\w*s$|^vår$")
"""A season that something belongs to ("sommarens schema"), or "vår" for what is ours."""
_TRIMMED = ".,;:)!"


def led_day(said: str) -> str:
    """The words after "till", "från", "senast" and their like that are a date; empty where none are."""
    found = date_within(said)
    return "" if _A_RATE.search(found) or _counts_on(said, found) else found


def _counts_on(said: str, found: str) -> bool:
    """Say whether a number follows what could be this year ("ST i år 1-2"): it is then a year of something."""
    return found.endswith((" år", " year")) and said.partition(found)[2].lstrip()[:1].isdigit()


@lru_cache(maxsize=16384)
def day_within(said: str) -> str:
    """The words of a sentence that are a date, or "snarast" and its like; empty where it tells none."""
    days = (led_day(each) or _bare_day(one_line(each)) for each in sentences_of(said))
    return next(filter(None, days), "")


def _bare_day(text: str) -> str:
    starts = (match.start() for match in _BEGINS.finditer(text) if not text.startswith(MODAL, match.start()))
    found = (_longest(text[start:]) for start in starts)
    return next((words for words in found if words and not _OF_SOMETHING.search(words)), "")


def _longest(text: str) -> str:
    following = text.split()[:MOST_DATE_WORDS]
    runs = (" ".join(following[:count]).rstrip(_TRIMMED) for count in range(len(following), 0, -1))
    return next((run for run in runs if is_dated_or_open(run)), "")


def day_of_doing(main: str) -> str:
    """The day in a sentence of what is done; empty where it only tells since when, how often or how long."""
    day = day_within(main)
    return day if day and is_day_of(main, day) else ""


def is_day_of(main: str, day: str) -> bool:
    """Say whether a day in a sentence is one to do something on, and not only how long, how often or since when."""
    before, _, after = main.partition(day) if day else (main, "", "")
    is_other = _SINCE.search(before) or _COMES_AGAIN.match(after) or _LENGTH.match(day) or _HOW_LONG.search(day)
    return not (is_other or _AHEAD.match(after) or _TODAY.match(day) or _SHORTLY.match(day))
