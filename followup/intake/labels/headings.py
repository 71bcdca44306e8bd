"""Which field a heading names: a column's head, a label on a line, or the words before a colon.

Strict reading asks that every word of the heading is a heading's word, so that prose never passes;
loose reading (a table's head, which stands in a row of others) asks for one such word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from followup.intake import wordlists
from followup.intake.fields import Field
from followup.intake.labels.asking import ASKING, asked_field
from followup.intake.labels.heading_words import TAGS, Tag
from followup.intake.labels.label_words import JOINING, TITLES, WEAK
from followup.intake.labels.weighing import tag_of, weigh

LONGEST_LABEL = 9
LONGEST_HEAD = 14
MOST_STRANGERS = 3
LONGEST_REST = 5
LONGEST_SHORT = 6
"""A word so short that the full stop after it makes it no sentence ("Nr.")."""

_WORD = re.compile(r"[^\W_]+")
_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?;]\s+\S")
_LETTERED = re.compile(r"^[A-ZÅÄÖ][.)]\s")
_OF_THE_PLAN = frozenset({Field.UNIT, Field.REVIEW})
"""What a line with an area's letter before it never names: "A. Verksamheten" is an area."""
_SET_APART = re.compile(r"\s[–—-]\s")
_ABBREVIATED = re.compile(r"\b([^\W\d_]{3,6})\.(?=\s|$|[^\W\d_])")
_BRACKETS = re.compile(r"\([^)]*\)")
_HYPHENED = re.compile(r"\b([^\W\d_]+)-([a-zåäöæø]+)\b")
_SIGNS = dict.fromkeys("#№§", Field.NUMBER) | dict.fromkeys("✔✓☑✅", Field.STATUS)
"""What a column's head of one sign names."""
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,2})*[.):]?|[-•*#]+)\s+")
_UNMET = re.compile(
    r"(?i)\s+(?:som\s+)?(?:är\s+)?(?:inte|ej|ikke|not)\s+(?:är\s+|er\s+)?(?:uppfyll\w*|uppnå\w*|met|fulfilled"
    r"|opfyldt|oppfylt)$"
)
"""What a label says of requirements besides naming them ("Krav som inte uppfylls")."""
_TRAILING_NUMBER = re.compile(r"\s+(?:nr\.?\s*)?(?:[A-ZÅÄÖ]\.?)?\d{1,3}(?:\.\d{1,2})*[a-z]?$")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a heading in lower case, without brackets, numbering and marks."""
    bare = _NUMBERED.sub("", _BRACKETS.sub(" ", text.replace("\u00ad", "")))
    bare = _ABBREVIATED.sub(_spelt_out, bare) if "." in bare else bare
    return tuple(_WORD.findall((_unhyphened(bare) if "-" in bare else bare).casefold()))


def _spelt_out(short: re.Match[str]) -> str:
    """The word that a short form begins ("Omr.", "Uppf."), where all words of headings that begin so mean the same."""
    begun = short.group(1).casefold()
    whole = sorted(word for word in TAGS if word.startswith(begun))
    is_clear = begun not in TAGS and len({TAGS[word] for word in whole}) == 1
    return f"{whole[0]} " if is_clear else short.group(0)


def _unhyphened(text: str) -> str:
    """A heading's words without the hyphens that only a narrow column put there."""
    bare = re.sub(r"(?i)\b(follow|check)-up", r"\1up", text)
    return _HYPHENED.sub(_whole, re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zåäöæø])", "", bare))


def _whole(halves: re.Match[str]) -> str:
    """A word that a hyphen breaks ("Tids-plan") as one, where that makes a heading's word."""
    joined = halves.group(1) + halves.group(2)
    return joined if joined.casefold() in TAGS else halves.group(0)


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A heading as it is compared with what somebody told with `--map`."""
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def field_of_head(text: str) -> Field | None:
    """The field that a table's column head names, or None."""
    words = words_of(text)
    if text.strip() in _SIGNS:
        return _SIGNS[text.strip()]
    if " ".join(words) in TITLES:
        return Field.MEASURE
    if not words or len(words) > LONGEST_HEAD:
        return None
    words = _rejoined(words)
    tags = [tag_of(word, loose=True) for word in words]
    strangers = sum(1 for tag, word in zip(tags, words, strict=True) if not tag and word not in JOINING)
    if strangers and words[0] in ASKING and (asked := asked_field(" ".join(text.split()))):
        return asked
    is_any_question = strangers > 0 and {*tags, None} == {None, Tag.HOW}
    return None if is_any_question or strangers > MOST_STRANGERS else weigh(words, [tag for tag in tags if tag])


def _rejoined(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with a few letters that a narrow column has broken off put back ("uppföljningsansvar ig")."""
    whole: list[str] = []
    for word in words:
        is_short = bool(whole) and len(word) <= LONGEST_REST and not tag_of(word, loose=False)
        is_rest = is_short and (word not in JOINING or not (whole[-1] in JOINING or tag_of(whole[-1], loose=True)))
        if is_rest and tag_of(whole[-1] + word, loose=True):
            whole[-1] += word
        else:
            whole.append(word)
    return tuple(whole)


@lru_cache(maxsize=4096)
def field_of_label(text: str, *, marked: bool = False) -> Field | None:
    """The field that a line names when every word of it is a heading's word, or None.

    `marked` tells that a colon, a question mark or a heading's style sets the words apart: then a single
    weak word ("När") is enough.
    """
    if _is_sentence(text) or (not marked and _SET_APART.search(text)):
        return None
    return _SIGNS.get(text) if marked and text in _SIGNS else _field_of_words(text, marked=marked)


def _field_of_words(text: str, *, marked: bool) -> Field | None:
    words = words_of(_UNMET.sub("", _TRAILING_NUMBER.sub("", text.strip(" :?*_#\t"))))
    if not words or len(words) > LONGEST_LABEL or words[0] in _NEVER_FIRST:
        return None
    if marked and len(words) == 1 and words[0] in _UNTIL:
        return Field.DUE
    tags = [tag_of(word, loose=False) for word in words]
    if any(tag is None and word not in JOINING for tag, word in zip(tags, words, strict=True)):
        return None
    if not marked and len(words) == 1 and words[0] in WEAK:
        return None
    field = weigh(words, [tag for tag in tags if tag])
    return None if field in _OF_THE_PLAN and _LETTERED.match(text) else field


def _is_sentence(text: str) -> bool:
    if len(text) <= LONGEST_SHORT and text[-1:] == "." and " " not in text:
        return False
    return len(text) > 90 or text.rstrip().endswith((".", ",", ";")) or _SENTENCES.search(text) is not None


def told_field(text: str, mapping: Mapping[str, Field]) -> Field | None:
    """The field that somebody told for this heading, or None; keys as `key_of` gives them."""
    return mapping.get(key_of(text)) if mapping else None


_UNTIL = frozenset({"by", "until"})
"""Words that tell until when where they stand alone before a colon."""
_NEVER_FIRST = wordlists.words(
    "och eller samt som att and or og den det de dessa denna detta en ett i på av med om sin sina a the an in not"
)
