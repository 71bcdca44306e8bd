"""Takes apart the rows of a table whose columns an extraction ran together into lines of text.

The line of heads tells which columns there were, in their order; days and owners at the end of a row tell where its
last cells begin. A row in which they do not is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile

from followup.domain.people import WrittenOwner
from followup.intake.dating import MOST_DATE_WORDS, is_about_time, is_dated_or_open
from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.labels.head_runs import LONGEST, heads_in, is_of_several
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners
from followup.intake.prose.lacking import is_lacking
from followup.intake.sentences import sentences_of
from followup.intake.statuses import is_state

LONGEST_ROW = 600
MOST_OF_TOPIC, MOST_OF_OWNER, LEAST_OF_NOUN = 6, 8, 5
MOST_HEAD_LINES, LEAST_TORN = 5, 4
"""So many lines the heads of columns may take, and so many columns a table that is torn has at least."""
_MEASURE, _NUMBER = Field.MEASURE, Field.NUMBER
TELLING = frozenset({Field.DUE, Field.RESPONSIBLE})
_BEFORE = frozenset({"för", "av", "med", "till", "om", "hos", "for", "of", "with", "to", "til"})
"""Words after which no cell begins: what stands after them belongs to them."""
_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
_ROWS = frozenset({Sign.ITEM, Sign.TEXT, Sign.AREA})
_MAY_HEAD = frozenset({Sign.TEXT, Sign.LABEL, Sign.HEADING, Sign.TITLE})
Cells = dict[Field, str]


def with_rows_apart(events: list[Event]) -> list[Event]:
    """The events, with the rows below a line of heads as labels with their words, where most rows can be parted."""
    for place, event in enumerate(events):
        columns = heads_in(event.wording or event.text) if _may_head(event) else ()
        if columns:
            lines = list(takewhile(lambda each: each.sign in _ROWS, events[place + 1 :]))
            rows = _whole(lines, columns)
            cells = [_cells(row.text, columns) for row in rows]
            if sum(map(bool, cells)) * 2 > len(rows):
                apart = [each for row, told in zip(rows, cells, strict=True) for each in _labelled(row, told)]
                return [*events[:place], *apart, *events[place + 1 + len(lines) :]]
    return events


def is_torn(events: Sequence[Event]) -> bool:
    """Say whether the heads of a table still stand in lines, its rows not parted: what is below is no sentences."""
    runs = (list(run) for is_bare, run in groupby(events, _is_bare) if is_bare)
    return any(_are_heads([event.wording for event in run]) for run in runs)


def _is_bare(event: Event) -> bool:
    return event.sign is Sign.LABEL and not event.text


def _are_heads(lines: Sequence[str]) -> bool:
    """Say whether some of the lines of a run name the columns of a table, more than one of them on a line at least."""
    several = [place for place, line in enumerate(lines) if is_of_several(line)]
    return any(len(heads_in(" ".join(lines[start:end]))) >= LEAST_TORN for start, end in _spans(several, len(lines)))


def _spans(several: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """The parts of a run, a few lines long, that hold one of some places."""
    for place in several:
        for start in range(max(0, place - MOST_HEAD_LINES), place + 1):
            yield from ((start, end) for end in range(place + 1, min(count, place + MOST_HEAD_LINES) + 1))


def _whole(lines: Sequence[Event], columns: tuple[Field, ...]) -> list[Event]:
    """The rows, each with the lines below it that it goes on over until all its last cells are told."""
    rows: list[Event] = []
    is_open = False
    for line in lines:
        if is_open and len(rows[-1].text) < LONGEST_ROW:
            rows[-1] = rows[-1]._replace(text=f"{rows[-1].text} {_words(line)}")
        else:
            rows.append(line._replace(text=_words(line)))
        is_open = not set(columns[columns.index(_MEASURE) :]) <= _cells(rows[-1].text, columns).keys()
    return rows


def _words(line: Event) -> str:
    """The words of a line, also where its first ones happen to be a label."""
    return f"{line.wording} {line.text}".strip()


def _may_head(event: Event) -> bool:
    is_short = len(event.wording or event.text) <= LONGEST and not (event.wording and event.text)
    return is_short and event.sign in _MAY_HEAD


def _labelled(row: Event, told: Cells) -> list[Event]:
    if not told:
        return [row]
    place = (0, (), row.page, row.source)
    return [Event(Sign.LABEL, words, field, field.value, *place) for field, words in told.items()]


def _cells(text: str, columns: tuple[Field, ...]) -> Cells:
    """The words of a row by their columns; empty where they cannot be told apart."""
    words = text.split()
    if columns[0] is _NUMBER and words and words[0].rstrip(".)").isdigit():
        words, columns = words[1:], columns[1:]
    measure = columns.index(_MEASURE)
    end, last = _last_cells(words, columns[measure + 1 :])
    if not last or not TELLING & last.keys():
        return {}
    first, start = _first_cells(words[:end], columns[:measure])
    done = " ".join(words[start:end])
    return {**first, _MEASURE: done, **last} if done else {}


def _last_cells(words: Sequence[str], columns: Sequence[Field]) -> tuple[int, Cells]:
    """Where the last cells of a row begin, and what they hold, told from its end; a cell may be empty."""
    if not columns:
        return len(words), {}
    *before, field = columns
    for start in _starts(words, field):
        end, found = _last_cells(words[:start], before)
        if len(found) == len(before) or not before:
            return end, {**found, field: " ".join(words[start:])}
    return _last_cells(words, before) if before else (len(words), {})


def _starts(words: Sequence[str], field: Field) -> list[int]:
    """Where the last cell of a row may begin: right after a sentence soonest, and then as far back as it may."""
    most = MOST_DATE_WORDS if field not in _OWNERS else MOST_OF_OWNER
    places = [place for place in range(max(1, len(words) - most), len(words)) if _may_begin(words, place, field)]
    return sorted(places, key=lambda place: (words[place - 1] in _BEFORE, words[place - 1][-1] not in ".!?"))


def _may_begin(words: Sequence[str], place: int, field: Field) -> bool:
    said = " ".join(words[place:])
    if len(sentences_of(said)) > 1:
        return False
    if field in _OWNERS:
        return said[0].isupper() and is_owner(said)
    if field is Field.DUE:
        return is_dated_or_open(said)
    return said[0].isupper() and (is_state(said) if field is Field.STATUS else is_about_time(said))


@lru_cache(maxsize=4096)
def is_owner(said: str) -> bool:
    """Say whether words are people with their surnames, or roles, and nothing else."""
    owners, doubts = read_owners(said)
    are_sure = all(" " in owner.name or ends_in_role(owner.role) for owner in owners)
    return bool(owners) and not doubts and are_sure and not any(map(_is_more, owners))


def _is_more(owner: WrittenOwner) -> bool:
    """Say whether more than a role stands before a name: another word in it begins with a capital."""
    return any(word[:1].isupper() for word in owner.role.split()[1:])


def _first_cells(words: Sequence[str], columns: Sequence[Field]) -> tuple[Cells, int]:
    """What stands before the measure: sentences of what is lacking, or a few words up to the next capital."""
    found: Cells = {}
    start = 0
    for field in columns:
        lacking = list(takewhile(is_lacking, sentences_of(" ".join(words[start:]))))
        count = sum(len(each.split()) for each in lacking) if field is Field.REQUIREMENT else 0
        is_whole = start + count >= len(words)
        count = _topic(words[start:]) if not count or is_whole else count
        if count:
            found[field] = " ".join(words[start : start + count])
            start += count
    return found, start


def _begins(before: str, word: str) -> bool:
    """Say whether a word may begin a cell: it has a capital, and is no letters after a small word ("Få DOPS")."""
    return word[:1].isupper() and (len(before) >= LEAST_OF_NOUN or not word.strip(".,()").isupper())


def _topic(words: Sequence[str]) -> int:
    """How many words stand before the next that begins with a capital; 0 where they are too many to be a topic."""
    places = (place for place, word in enumerate(words) if place and _begins(words[place - 1], word))
    end = next(places, 0)
    return end if end <= MOST_OF_TOPIC else 0
