"""Which field a heading names: a column's head, a label on a line, or the words before a colon.

Strict reading asks that every word of the heading is a heading's word, so that prose never passes;
loose reading (a table's head, which stands in a row of others) asks for one such word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from followup.intake import wordlists
from followup.intake.fields import Field
from followup.intake.heading_words import BEFORE, JOINING, PREFIXES, SUFFIXES, TAGS, TITLES, WEAK, Tag

LONGEST_LABEL = 9
LONGEST_HEAD = 14
MOST_STRANGERS = 3

_WORD = re.compile(r"[^\W_]+")
_LETTERED = re.compile(r"\s*[A-ZÅÄÖ][.)]?\s")
_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?;]\s+\S")
_LETTERED = re.compile(r"^[A-ZÅÄÖ][.)]\s")
_OF_THE_PLAN = frozenset({Field.UNIT, Field.REVIEW})
"""What a line with an area's letter before it never names: "A. Verksamheten" is an area."""
_SET_APART = re.compile(r"\s[–—-]\s")
_BRACKETS = re.compile(r"\([^)]*\)")
_HYPHENED = re.compile(r"\b([^\W\d_]+)-([a-zåäöæø]+)\b")
_NUMBER_SIGNS = frozenset({"#", "№"})
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,2})*[.):]?|[-•*#]+)\s+")
_TRAILING_NUMBER = re.compile(r"\s+(?:nr\.?\s*)?(?:[A-ZÅÄÖ]\.?)?\d{1,3}[a-z]?$")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a heading in lower case, without brackets, numbering and marks."""
    bare = _NUMBERED.sub("", _BRACKETS.sub(" ", text.replace("\u00ad", "")))
    return tuple(_WORD.findall((_unhyphened(bare) if "-" in bare else bare).casefold()))


def _unhyphened(text: str) -> str:
    """A heading's words without the hyphens that only a narrow column put there."""
    bare = re.sub(r"(?i)\b(follow|check)-up", r"\1up", text)
    return _HYPHENED.sub(_whole, re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zåäöæø])", "", bare))


def _whole(halves: re.Match[str]) -> str:
    """A word that a hyphen breaks ("Tids-plan") as one, where that makes a heading's word."""
    joined = halves.group(1) + halves.group(2)
    return joined if joined.casefold() in TAGS else halves.group(0)


def key_of(text: str) -> str:
    """A heading as it is compared with what somebody told with `--map`."""
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def field_of_head(text: str) -> Field | None:
    """The field that a table's column head names, or None."""
    words = words_of(text)
    if text.strip() in _NUMBER_SIGNS:
        return Field.NUMBER
    if " ".join(words) in TITLES:
        return Field.MEASURE
    if not words or len(words) > LONGEST_HEAD:
        return None
    tags = [_tag(word, loose=True) for word in words]
    strangers = sum(1 for tag, word in zip(tags, words, strict=True) if not tag and word not in JOINING)
    return _weigh(words, [tag for tag in tags if tag]) if strangers <= MOST_STRANGERS else None


@lru_cache(maxsize=4096)
def field_of_label(text: str, *, marked: bool = False) -> Field | None:
    """The field that a line names when every word of it is a heading's word, or None.

    `marked` tells that a colon, a question mark or a heading's style sets the words apart: then a single
    weak word ("När") is enough.
    """
    if _is_sentence(text) or (not marked and _SET_APART.search(text)):
        return None
    words = words_of(_TRAILING_NUMBER.sub("", text.strip(" :?*_#\t")))
    if not words or len(words) > LONGEST_LABEL or words[0] in _NEVER_FIRST:
        return None
    if marked and len(words) == 1 and words[0] in _UNTIL:
        return Field.DUE
    tags = [_tag(word, loose=False) for word in words]
    if any(tag is None and word not in JOINING for tag, word in zip(tags, words, strict=True)):
        return None
    if not marked and len(words) == 1 and words[0] in WEAK:
        return None
    field = _weigh(words, [tag for tag in tags if tag])
    return None if field in _OF_THE_PLAN and _LETTERED.match(text) else field


def _is_sentence(text: str) -> bool:
    return len(text) > 90 or text.rstrip().endswith((".", ",", ";")) or _SENTENCES.search(text) is not None


def told_field(text: str, mapping: Mapping[str, Field]) -> Field | None:
    """The field that somebody told for this heading, or None; keys as `key_of` gives them."""
    return mapping.get(key_of(text)) if mapping else None


_UNTIL = frozenset({"by", "until"})
"""Words that tell until when where they stand alone before a colon."""
_NEVER_FIRST = wordlists.words(
    "och eller samt som att and or og den det de dessa denna detta en ett i på av med om sin sina a the an"
)


def _tag(word: str, *, loose: bool) -> Tag | None:
    return TAGS.get(word) or _rarer_tag(word, loose=loose)


@lru_cache(maxsize=8192)
def _rarer_tag(word: str, *, loose: bool) -> Tag | None:
    if word.startswith(BEFORE):
        before = next(each for each in BEFORE if word.startswith(each))
        if len(word) > len(before) + 2 and word[len(before) :] in TAGS:
            return TAGS[word[len(before) :]]
    return _compound(word, loose=loose)


_SUFFIXES, _PREFIXES = tuple(SUFFIXES), tuple(PREFIXES)


def _compound(word: str, *, loose: bool) -> Tag | None:
    if not word.endswith(_SUFFIXES) and not word.startswith(_PREFIXES):
        return None
    ends = next((tag for end, tag in SUFFIXES.items() if len(word) > len(end) + 1 and word.endswith(end)), None)
    begins = next((tag for start, tag in PREFIXES.items() if word.startswith(start)), None)
    if begins is Tag.CHECK and ends is Tag.WHO:
        return Tag.CHECK
    if begins and ends:
        return _stronger(begins, ends)
    return (ends or begins) if loose else None


def _stronger(begins: Tag, ends: Tag) -> Tag:
    return Tag.CHECK if begins is Tag.CHECK and ends is Tag.WHEN else ends


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The words of a heading and what they point at, in order and as a set."""

    words: tuple[str, ...]
    tags: tuple[Tag, ...]
    found: frozenset[Tag]

    @property
    def ends_with_by(self) -> bool:
        return self.words[-1] in {"av", "by", "af", "till", "to", "til"}


def _weigh(words: tuple[str, ...], tags: list[Tag]) -> Field | None:
    if any(_is_check_owner(word) for word in words):
        return Field.FOLLOW_UP_RESPONSIBLE
    if words in _HOW:
        return Field.MEASURE
    weighed = _Weighed(words, tuple(tags), frozenset(tags))
    judges = (_about_checking, _about_owner, _about_state, _about_time, _about_content, _about_plan)
    return next((field for judge in judges if (field := judge(weighed))), None)


_HOW = frozenset({("genomförande",), ("gennemførelse",), ("gjennomføring",), ("implementation",)})
"""Heads of how something is done; beside other words they tell of who or when ("Ansvarig för genomförande")."""


def _is_check_owner(word: str) -> bool:
    begins = word.startswith(("uppföljning", "avstämning", "opfølgning", "oppfølging"))
    return word in {"uppföljare", "reviewer", "reviewers"} or (
        begins and word.endswith(("ansvarig", "ansvariga", "ansvarlig", "ansvarlige"))
    )


def _about_checking(heading: _Weighed) -> Field | None:
    found, first = heading.found, heading.tags[0] if heading.tags else None
    if Tag.CHECK not in found:
        return None
    if Tag.WHO in found or (heading.ends_with_by and Tag.WHEN not in found):
        return Field.FOLLOW_UP_RESPONSIBLE
    if found & {Tag.NOTE, Tag.STATE} and first is not Tag.CHECK and {"av", "of", "från"} & set(heading.words):
        return Field.NOTE
    is_first = first is Tag.FIRST or heading.tags[:3] == (Tag.WHEN, Tag.FIRST, Tag.CHECK)
    return Field.FIRST if is_first else Field.FOLLOW_UP


_BEING_DONE = frozenset({"genomförs", "utförs", "gennemføres", "gjennomføres"})


def _about_owner(heading: _Weighed) -> Field | None:
    is_doing = bool(heading.found & {Tag.DONE, Tag.WHAT}) or heading.words[0] in _BEING_DONE
    done_by = heading.ends_with_by and is_doing
    return Field.RESPONSIBLE if Tag.WHO in heading.found or done_by else None


def _about_state(heading: _Weighed) -> Field | None:
    if heading.words[0] in _ASKING and Tag.STATE not in heading.found:
        return None
    is_state = Tag.STATE in heading.found or (Tag.DONE in heading.found and Tag.WHEN not in heading.found)
    return Field.STATUS if is_state else None


def _about_time(heading: _Weighed) -> Field | None:
    found = heading.found
    if Tag.DATED in found:
        return Field.DATED
    if Tag.BEGIN in found and found <= {Tag.BEGIN, Tag.WHEN, Tag.WHAT}:
        return Field.START
    if Tag.WHEN not in found:
        return None
    return Field.REVIEW if Tag.REVIEW in found else Field.DUE


_CONTENT = {
    Tag.WHAT: Field.MEASURE,
    Tag.NEED: Field.REQUIREMENT,
    Tag.AREA: Field.AREA,
    Tag.GOAL: Field.GOAL,
    Tag.BACKGROUND: Field.BACKGROUND,
}
_ASKING = frozenset({"vad", "what", "hvad", "hva"})


def _about_content(heading: _Weighed) -> Field | None:
    found = heading.found
    if {Tag.NOTE, Tag.REVIEW} <= found:
        return Field.REQUIREMENT
    if Tag.NUMBER in found and len(heading.words) <= 3:
        return Field.NUMBER
    telling = [(word, tag) for word in heading.words if (tag := _tag(word, loose=True))]
    strong = [tag for word, tag in telling if tag in _CONTENT and word not in _ASKING]
    if strong:
        return _CONTENT[strong[0]]
    if Tag.NOTE in found:
        return Field.NOTE
    return Field.MEASURE if found & {Tag.WHAT, Tag.HOW} else None


_PLAN = {
    Tag.UNIT: Field.UNIT,
    Tag.REVIEW: Field.REVIEW,
    Tag.OTHER: Field.IGNORE,
}


def _about_plan(heading: _Weighed) -> Field | None:
    return next((_PLAN[tag] for tag in heading.tags if tag in _PLAN), None)
