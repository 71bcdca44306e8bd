"""Parts the words of one piece into a role and a name.

A name is capitalised words that are no role's; a title is known by the first name after it or by its own ending.
"""

from __future__ import annotations

import re

from followup.intake.owners.kinds import is_given, is_unit, kind_of, kinds_beside
from followup.intake.owners.role_words import (
    ADJECTIVE_ENDINGS,
    AGENT_ENDINGS,
    ARTICLES,
    ENGLISH_ENDINGS,
    ENGLISH_ROLES,
    SURE_ENDINGS,
)


def divide(words: list[str]) -> tuple[str, str]:
    """Role and name of the words of one piece; either may be "", both where it is neither."""
    kinds = kinds_beside(words)
    return _with_role(words, kinds) if "r" in kinds else _without_role(words, kinds)


def _with_role(words: list[str], kinds: list[str]) -> tuple[str, str]:
    inner = _inner_name(words, kinds)
    if inner:
        return " ".join((*words[: inner.start], *words[inner.stop :])), " ".join(words[inner])
    lead, tail = _name_length(kinds), _name_length(kinds[::-1])
    is_role = _is_english_role(words, lead) or _is_told_of(words, lead) or all(kind == "r" for kind in kinds)
    if lead == len(words) or is_role:
        return " ".join(words), ""
    if lead and not (lead == 1 and _belongs_to_role(words, has_tail=bool(tail))):
        return " ".join(words[lead:]), " ".join(words[:lead])
    small = not tail and len(words) > _PAIR and len(words[-2]) > _PAIR + 1 and is_given(words[-2]) and kinds[-1] == "o"
    return _named_last(words, len(words) - (_PAIR if small and words[-2].islower() else tail))


_PAIR = 2
"""A first name and a surname, also where somebody writes everything small ("studierektor anna ek")."""


def _inner_name(words: list[str], kinds: list[str]) -> slice | None:
    """The place of a name between a role and where or for whom it is ("överläkare Anna Ek på barnkliniken")."""
    start = next((place for place, kind in enumerate(kinds) if kind == "n"), 0)
    stop = start + _name_length(kinds[start:])
    is_inside = start > 0 and all(kind == "r" for kind in kinds[:start]) and start + 1 < stop < len(words)
    return slice(start, stop) if is_inside and words[stop].casefold() in _IN_PLACES else None


def _named_last(words: list[str], name: int) -> tuple[str, str]:
    """Role and name of words whose name, if any, begins at `name`."""
    through = _through(words, name)
    if through:
        return through, " ".join(words[name:])
    if name and words[name - 1].casefold() in _IN_PLACES and len(words) - name > _PAIR and is_given(words[name + 1]):
        name += 1  # "Head of Midwifery Joy Bello"
    if name < len(words) and (not name or words[name - 1].casefold() not in _IN_PLACES):
        return " ".join(words[:name]), " ".join(words[name:])
    return " ".join(words), ""


_IN_PLACES = frozenset({"vid", "på", "i", "för", "inom", "of", "at", "for", "in", "ved", "från"})
"""A place after these is part of the role: "studierektor vid Norra kliniken" names nobody."""
_PARTED = re.compile(r"[,/&()\x01]|\s(?:och|and|og|samt)\s")


def one_by_one(piece: str) -> list[str]:
    """The owners of words in which a line break was lost: "Apotekare Eva Ek Överläkare Bo Ås" is two."""
    words = piece.split()
    kinds = kinds_beside(words)
    begins = _begins_with_role if kinds[:1] == ["r"] else _begins_with_name
    starts = (place for place in range(3, len(words)) if begins(words, kinds, place))
    start = next(starts, 0) if not _PARTED.search(piece) else 0
    return [" ".join(words[:start]), *one_by_one(" ".join(words[start:]))] if start else [piece]


def _begins_with_role(words: list[str], kinds: list[str], place: int) -> bool:
    return kinds[place] == "r" and words[place][:1].isupper() and kinds[place - 2 : place] == ["n", "n"]


def _begins_with_name(words: list[str], kinds: list[str], place: int) -> bool:
    """Say whether another name begins there in "Eva Ek chef Bo Ås handledare"."""
    is_after_role = kinds[:2] == ["n", "n"] and kinds[place - 1] == "r"
    return is_after_role and kinds[place : place + 3] == ["n", "n", "r"] and is_given(words[place])


_BY = frozenset({"av", "by", "af"})


def _is_told_of(words: list[str], lead: int) -> bool:
    """Say whether the first word only says what a role does: "Utses av verksamhetschef" names nobody."""
    return lead == 1 < len(words) and words[1].casefold() in _BY


_THROUGH = frozenset({"ved", "v/", "genom", "via", "through", "gjennom", "gennem"})


def _acts_through(words: list[str], place: int, name: int) -> bool:
    """Say whether a word tells who acts for a group ("Utvalget ved Randi Holt", "Utvalget ved leder Tor Vik")."""
    is_at_name = place == name - 1 and len(words) - name > 1 and is_given(words[name])
    return words[place].casefold() in _THROUGH and (is_at_name or is_unit(words[place - 1]))


def _through(words: list[str], name: int) -> str:
    """The role of words that tell who acts for a group, whose name begins at `name`; "" where they do not."""
    place = next((place for place in range(1, name) if name < len(words) and _acts_through(words, place, name)), 0)
    between = " ".join(words[place + 1 : name])
    return " ".join(words[:place]) + (f", {between}" if between else "") if place else ""


def _is_english(word: str) -> bool:
    """Say whether a word is an English role that a noun may stand before, one or several ("lead", "managers")."""
    one = word.casefold().removesuffix("s")
    return word.casefold() in ENGLISH_ROLES or one in ENGLISH_ROLES or one.endswith(ENGLISH_ENDINGS)


def _is_of_role(word: str) -> bool:
    return word.islower() or kind_of(word) == "r"


def _is_english_role(words: list[str], lead: int) -> bool:
    """Say whether words like a name are of an English role that stands last ("Education Centre Manager")."""
    is_last = 1 < lead == len(words) - 1 and _is_english(words[-1])
    return is_last and not any(map(is_given, words[:lead]))


def _belongs_to_role(words: list[str], *, has_tail: bool) -> bool:
    """Say whether one capitalised word before a role's word is part of the role: "Medicinsk rådgivare", "Rota lead"."""
    first = words[0].casefold()
    is_genitive = first.endswith("s") and len(first) > 5 and words[1].islower() and not is_given(first)
    is_english = _is_english(words[-1]) and all(map(_is_of_role, words[1:])) and not is_given(first)
    if first in ARTICLES or is_genitive or is_english:
        return True
    return first.isalpha() and (
        has_tail
        or _is_english(words[1])
        or (first.endswith(ADJECTIVE_ENDINGS) and len(first) > 4 and not is_given(first))
    )


def _without_role(words: list[str], kinds: list[str]) -> tuple[str, str]:
    if [word.islower() for word in words] == [True, True] and is_given(words[0]):
        return "", " ".join(words)  # "anna ek": somebody writes everything small
    led = _title_length(words, kinds)
    through = _through(words, len(words) - _name_length(kinds[::-1]))
    if led or through:
        return through or " ".join(words[:led]), " ".join(words[led or -_name_length(kinds[::-1]) :])
    lead = _name_length(kinds)
    if lead < len(words) and words[lead].casefold() in _AT and (lead > 1 or (lead and is_given(words[0]))):
        return " ".join(words[lead:]), " ".join(words[:lead])
    if _is_noun(words):
        return " ".join(words), ""
    is_name = len(words) <= _LONGEST_NAME and all(kind in "np" for kind in kinds) and "n" in kinds
    return "", " ".join(words) if is_name else ""


def _is_noun(words: list[str]) -> bool:
    """Say whether words like a name are where people work ("Lyng Surgery"), or one for what is done there."""
    if any(map(is_given, words)) or not all(word[:1].isupper() for word in words):
        return False
    is_word = len(words) == 1 and len(words[0]) >= _SHORTEST_TITLE and words[0].endswith(SURE_ENDINGS)
    is_place = len(words) == _PAIR and is_unit(words[0])  # "Vårdcentralen Ekliden"
    return is_word or is_place or is_unit(words[-1])


def _title_length(words: list[str], kinds: list[str]) -> int:
    """How many words before a name are its title, though no role's word is known among them; 0 where none are."""
    tail = _name_length(kinds[::-1])
    if (
        2 <= tail < len(words) <= _LONGEST_NAME
        and kinds[-tail - 1] == "o"
        and _may_be_led(words[-tail - 1], words[-tail])
    ):
        return len(words) - tail
    is_noun = kinds in _LED_NAMES and not is_given(words[0]) and words[0][1:].islower()
    is_noun = is_noun and not all(map(is_given, words[1:]))
    return int(is_noun and _may_be_led(words[0], words[1]))  # "Intendent Bo Ek": a title, before a first name


_LONGEST_NAME = 5
_AT = frozenset({"på", "vid", "från", "hos", "at", "from", "ved"})
"""Before where somebody works ("Eva på schemat")."""
_LED_NAMES = (["n", "n", "n"], ["n", "n", "n", "n"], ["n", "n", "p", "n"])
_SHORTEST_TITLE = 8
"""Letters; a shorter word that ends as those for what people do may be a first name ("Walter")."""


def _may_be_led(title: str, name: str) -> bool:
    """Say whether a word may be the title of the name after it: by the first name, or by the word's own ending."""
    return is_given(name) or (len(title) >= _SHORTEST_TITLE and title.endswith(AGENT_ENDINGS))


def _name_length(kinds: list[str]) -> int:
    count = 0
    for kind in kinds:
        if kind not in "np" or count == _LONGEST_NAME:
            break
        count += 1
    return count
