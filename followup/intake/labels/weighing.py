"""Weighs what the words of a heading point at: which of who, when, what and how often it asks for.

It is given words, never lines: whether a line is a heading at all is for `headings` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from followup.intake.fields import Field
from followup.intake.labels.heading_words import BEFORE, CHECKING, PREFIXES, SUFFIXES, TAGS, Tag


def tag_of(word: str, *, loose: bool) -> Tag | None:
    """What a word of a heading points at; `loose` takes a compound's half for the whole."""
    return TAGS.get(word) or (Tag.CHECK if word.startswith(CHECKING) else _rarer_tag(word, loose=loose))


@lru_cache(maxsize=8192)
def _rarer_tag(word: str, *, loose: bool) -> Tag | None:
    if word.startswith(BEFORE):
        before = next(each for each in BEFORE if word.startswith(each))
        if len(word) > len(before) + 2 and word[len(before) :] in TAGS:
            return TAGS[word[len(before) :]]
    return _compound(word, loose=loose)


_SUFFIXES, _PREFIXES = tuple(SUFFIXES), tuple(PREFIXES)
_LINKS = ("", "s", "e", "es")
"""What stands between the halves of a compound ("åtgärd-s-datum")."""
SHORTEST_HALF = 3
_SHORT_HALVES = frozenset({"tid"})


def _compound(word: str, *, loose: bool) -> Tag | None:
    halves = _halves(word)
    if halves:
        return _of_both(*halves)
    if not loose or (not word.endswith(_SUFFIXES) and not word.startswith(_PREFIXES)):
        return None
    ends = next((tag for end, tag in SUFFIXES.items() if len(word) > len(end) + 1 and word.endswith(end)), None)
    return ends or next((tag for start, tag in PREFIXES.items() if word.startswith(start)), None)


@lru_cache(maxsize=8192)
def _halves(word: str) -> tuple[Tag, Tag] | None:
    """What the halves of a compound point at, where both are words of headings ("åtgärd-s-beskrivning")."""
    for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
        end = word[cut:]
        ends = SUFFIXES.get(end) or (TAGS.get(end) if len(end) > SHORTEST_HALF or end in _SHORT_HALVES else None)
        begins = _first_half(word[:cut]) if ends and ends is not Tag.OTHER else None
        if begins and ends:
            return begins, ends
    return None


def _first_half(half: str) -> Tag | None:
    stems = (half.removesuffix(link) for link in _LINKS if half.endswith(link))
    return next((tag for stem in stems if (tag := PREFIXES.get(stem) or TAGS.get(stem))), None)


def _of_both(begins: Tag, ends: Tag) -> Tag:
    """What a compound points at: its last half, unless that only tells of the first ("bristbeskrivning")."""
    is_of_first = ends is Tag.HOW or (begins is Tag.CHECK and ends in {Tag.WHO, Tag.WHEN})
    return begins if is_of_first or (begins is Tag.BEGIN and ends is Tag.WHEN) else ends


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The words of a heading and what they point at, in order and as a set."""

    words: tuple[str, ...]
    tags: tuple[Tag, ...]
    found: frozenset[Tag]

    @property
    def ends_with_by(self) -> bool:
        return self.words[-1] in {"av", "by", "af", "till", "to", "til"}


def weigh(words: tuple[str, ...], tags: list[Tag]) -> Field | None:
    """The field that a heading's words name together, or None; `tags` are what those that point point at."""
    if any(_is_check_owner(word) for word in words):
        return Field.FOLLOW_UP_RESPONSIBLE
    if words in _HOW or (len(words) > 1 and _THIS_WAY.issuperset(words)) or _is_planned_improvement(words):
        return Field.MEASURE
    if words in _NOW:
        return Field.BACKGROUND
    if words[0] in _PROOF or ("success" in words and Tag.CHECK not in tags):
        return Field.IGNORE
    if words[0] in _WANTED:
        return Field.GOAL
    weighed = _Weighed(words, tuple(tags), frozenset(tags))
    judges = (_about_both, _about_checking, _about_owner, _about_state, _about_time, _about_content, _about_plan)
    return next((field for judge in judges if (field := judge(weighed))), None)


def _about_both(told: _Weighed) -> Field | None:
    """What is needed, where one head asks for it beside how it stands ("Nuläge/brist"), and not for its cause."""
    is_of_both = len(told.words) == len(told.tags) or not _AND.isdisjoint(told.words)
    return Field.REQUIREMENT if told.found == _STANDS and is_of_both else None


_THIS_WAY = frozenset({"så", "här", "gör", "görs", "göra", "vi", "det", "this", "way", "sådan", "slik", "gør", "gjør"})
"""Words of which some together tell that a way of doing something follows ("Så gör vi", "Gör så här")."""
_HOW = frozenset(
    {
        ("genomförande",),
        ("gennemførelse",),
        ("gjennomføring",),
        ("implementation",),
    }
)
"""Heads of how something is done; beside other words they tell of who or when ("Ansvarig för genomförande")."""


_PLANNED = frozenset({"planned", "proposed", "agreed", "suggested"})
_BETTER = frozenset({"improvement", "improvements"})
"""An improvement that is planned is what is to be done; any other is what is needed."""
_NOW = frozenset({("current", "position"), ("present", "position"), ("where", "we", "are", "now")})


_STANDS = frozenset({Tag.NEED, Tag.BACKGROUND})
"""How it stands and what is lacking, told under one head ("Nuläge/brist")."""
_AND = frozenset({"och", "and", "og"})


_PROOF = frozenset({"evidence", "bevis", "underlag", "dokumentation", "documentation"})
"""What is to be shown, whatever it is of ("Evidence of completion")."""


_WANTED = frozenset({"önskat", "önskad", "önskvärt", "desired", "ønsket"})
"""What a state is that is to be reached ("Önskat läge")."""


def _is_planned_improvement(words: tuple[str, ...]) -> bool:
    """Say whether an improvement is planned, or only tells of what kind a measure is ("Improvement activity")."""
    better = _BETTER & set(words)
    after = (later for word, later in pairwise(words) if word in _BETTER)
    return bool(better) and (bool(_PLANNED & set(words)) or any(TAGS.get(word) is Tag.WHAT for word in after))


def _is_check_owner(word: str) -> bool:
    return word in {"uppföljare", "reviewer", "reviewers"} or _halves(word) == (Tag.CHECK, Tag.WHO)


_JOINING = frozenset({"och", "and", "og", "samt"})


def _about_checking(heading: _Weighed) -> Field | None:
    found, first = heading.found, heading.tags[0] if heading.tags else None
    if Tag.CHECK not in found:
        return None
    are_both = Tag.WHO in found and not _JOINING.isdisjoint(heading.words)
    if are_both and (first is Tag.CHECK or found & {Tag.HOW, Tag.WHEN}):
        return Field.FOLLOW_UP
    if found & {Tag.WHO} or _SOMEBODY & set(heading.words) or (heading.ends_with_by and Tag.WHEN not in found):
        return Field.FOLLOW_UP_RESPONSIBLE
    if found & {Tag.NOTE, Tag.STATE} and first is not Tag.CHECK and {"av", "of", "från"} & set(heading.words):
        return Field.NOTE
    is_first = first is Tag.FIRST or heading.tags[:3] == (Tag.WHEN, Tag.FIRST, Tag.CHECK)
    return Field.FIRST if is_first else Field.FOLLOW_UP


_SOMEBODY = frozenset({"person", "personer", "persons", "namn", "name", "navn", "funktion", "roll", "rolle"})
_BEING_DONE = frozenset({"genomförs", "utförs", "görs", "gennemføres", "gjennomføres", "gøres", "gjøres"})


def _about_owner(heading: _Weighed) -> Field | None:
    is_doing = bool(heading.found & {Tag.DONE, Tag.WHAT}) or heading.words[0] in _BEING_DONE
    is_doing = is_doing or (heading.words[0] == "to" and Tag.GOAL in heading.found)
    done_by = heading.ends_with_by and is_doing
    return Field.RESPONSIBLE if Tag.WHO in heading.found or done_by else None


def _about_state(heading: _Weighed) -> Field | None:
    if heading.words[0] in _ASKING and Tag.STATE not in heading.found:
        return None
    if Tag.DONE in heading.found and _STILL_TO_BE & set(heading.words):
        return Field.DUE
    is_state = Tag.STATE in heading.found or (Tag.DONE in heading.found and Tag.WHEN not in heading.found)
    return Field.STATUS if is_state else None


_STILL_TO_BE = frozenset({"ska", "skall", "bör", "skal", "will", "should"})
"""Beside a word for done: until when it is to be, not whether it is ("Åtgärden ska vara genomförd")."""
_DEADLINES = frozenset({"due", "deadline", "slutdatum", "måldatum", "tidplan", "tidsplan", "completion", "frist"})
"""Words of a day to be done by, also where it was revised ("Revised due date")."""


def _about_time(heading: _Weighed) -> Field | None:
    found = heading.found
    if Tag.DATED in found:
        return Field.DUE if _DEADLINES & set(heading.words) else Field.DATED
    if Tag.BEGIN in found and found <= {Tag.BEGIN, Tag.WHEN, Tag.WHAT}:
        return Field.START
    if Tag.WHEN not in found:
        return None
    return Field.REVIEW if Tag.REVIEW in found else Field.DUE


_CONTENT = {
    Tag.WHAT: Field.MEASURE,
    Tag.NEED: Field.REQUIREMENT,
    Tag.GRADE: Field.GRADE,
    Tag.AREA: Field.AREA,
    Tag.GOAL: Field.GOAL,
    Tag.BACKGROUND: Field.BACKGROUND,
}
_ASKING = frozenset({"vad", "what", "hvad", "hva"})


_JUDGED = frozenset({"bedömning", "bedömningen", "utlåtande", "assessment", "vurdering"})
"""What reviewers give: beside a word for them it is what the action answers ("Granskarnas bedömning")."""


_FULFILLED = frozenset({"uppfylls", "uppfyllt", "uppfylld", "uppfylla", "met", "fulfilled", "opfyldt", "oppfylt"})
_WHETHER = frozenset({"är", "is", "are", "er", "kravet", "krav", "requirement"})
"""Words that a question begins with of whether a requirement is met: its answer is not what is required."""


def _is_grade(heading: _Weighed) -> bool:
    """Say whether the heading names an area's grade and nothing beside it, as "Gradering och brist" does."""
    return heading.found <= {Tag.GRADE, Tag.REVIEW, Tag.AREA} and not _BEFORE & set(heading.words)


_BEFORE = frozenset({"före", "tidigare", "förra", "before", "previous", "tidligere"})
"""Words that tell of a grade that holds no more."""


def _about_content(heading: _Weighed) -> Field | None:
    found = heading.found
    if Tag.NEED in found and _FULFILLED & set(heading.words) and set(heading.words) <= _FULFILLED | _WHETHER:
        return Field.IGNORE
    if Tag.REVIEW in found and (Tag.NOTE in found or _JUDGED & set(heading.words)):
        return Field.REQUIREMENT
    if Tag.NUMBER in found and len(heading.words) <= 3:
        return Field.NUMBER
    telling = [(word, tag) for word in heading.words if (tag := tag_of(word, loose=True))]
    strong = [tag for word, tag in telling if tag in _CONTENT and word not in _ASKING]
    if Tag.GRADE in found and not _is_grade(heading):
        strong = [tag for tag in strong if tag is not Tag.GRADE]
    are_both = set(strong) == {Tag.GOAL, Tag.WHAT} and len(telling) == len(set(heading.words) - _JOINING)
    if strong:
        return Field.MEASURE if are_both else _CONTENT[strong[0]]
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
