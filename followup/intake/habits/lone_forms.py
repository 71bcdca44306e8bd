"""Tells what the labels of a form hold that a clinic has made up, where the form is of a single action or of few.

The labels stand before colons, above paragraphs or beside values. Days and owners tell the labels they stand under;
what is written in sentences before them is what is lacking and what is done. Nothing is told of a document that
tells of nothing that only plans have, or whose labels name who, when and what by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from followup.intake.blocks import Block, Shape
from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.habits.by_values import OF_PLANS, are, is_owner
from followup.intake.habits.own_labels import PAIRS, Said, own_label
from followup.intake.labels.asking import ASKING
from followup.intake.labels.heading_words import TAGS, Tag
from followup.intake.labels.headings import field_of_label, key_of, told_field, words_of
from followup.intake.labels.heads import has_head, is_plan_title, loose_label
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners
from followup.intake.page.looks import Look, look
from followup.intake.statuses import is_state
from followup.intake.wordlists import words

MOST_BLOCKS = 200
"""A longer document is no form of few actions."""
LEAST_LABELS, LEAST_OF_TEXT = 4, 2
LONGEST_LINE, MOST_LINE_WORDS = 60, 9
FIRST_WITHIN = 12
"""So many lines from the top the first label stands of those that have their values below them."""
MOST_OWNER_WORDS = 3
"""A sentence of more words is none that only names somebody."""
LEAST_OF_PLANS, MOST_OF_PLANS = 1, 2
"""So many things that only plans tell must be told, in a document that speaks of a plan and in any other."""
_MARKS = " :?#*"
"""What stands around a label and is no part of it."""
_ENDS = frozenset(".,;!:)")
_POINTING = ASKING | words("vi we det dette detta den denne this it jag jeg man er är")
"""Words of questions and of labels, which name nobody."""
_IMPROVING = ("förbättr", "forbedr", "improv", "åtgärd", "gransk", "inspekt", "tilsyn", "review")
_PLAIN_DATES = frozenset({"datum", "date", "dato", "dag", "day", "tid", "time"})
_NEEDED, _MEASURE, _DUE = Field.REQUIREMENT, Field.MEASURE, Field.DUE
_RESPONSIBLE, _CHECK, _CHECKER = Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE
_TOLD = frozenset({_MEASURE, _DUE, _RESPONSIBLE})
_LACKS = frozenset({Field.REQUIREMENT, Field.GOAL, Field.BACKGROUND})
_AFTER = frozenset({_DUE, _RESPONSIBLE, _CHECK, _CHECKER})
"""What stands after what is to be done."""
Held = Mapping[str, Sequence[str]]
"""What stands after each label, in the order of the labels."""


def lone_labels(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the labels that only this form has words for, by the label as written; empty where it is none."""
    if len(blocks) > MOST_BLOCKS:
        return {}
    least = LEAST_OF_PLANS if any(map(_speaks_of_plans, blocks)) else MOST_OF_PLANS
    ways = [_held(said) for said in _ways(blocks)]
    whole = [held for held in ways if {_named(label, mapping) for label in held} >= _TOLD]
    if whole:
        return next((found for held in whole if (found := _need_before(held, mapping))), {})
    return next((found for held in ways if (found := _judged(held, mapping, least))), {})


def _need_before(held: Held, mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The label right before that of the measures as what is needed, where it names nothing and nothing else does."""
    named = {label: _named(label, mapping) for label in held}
    before = next((label for label, after in pairwise(named) if named[after] is _MEASURE), "")
    if not before or named[before] or _is_value(before) or is_about_time(before) or is_state(before):
        return {}
    if _LACKS & set(named.values()):
        return {}
    return {before: _NEEDED} if are(held[before], lambda said: len(said.split()) > 1) else {}


def _speaks_of_plans(block: Block) -> bool:
    texts = [text for row in block.rows for text in row.texts] if block.rows else [block.text]
    return any(is_plan_title(text) or any(map(_is_of_plans, words_of(text))) for text in texts)


def _is_of_plans(word: str) -> bool:
    return TAGS.get(word) is Tag.REVIEW or word.startswith(_IMPROVING)


def _ways(blocks: Sequence[Block]) -> Iterator[Sequence[Said]]:
    """The ways in which the blocks may be labels and values: in one line or row, or one below the other."""
    yield list(_beside(blocks))
    for start in range(min(FIRST_WITHIN, len(blocks))):
        yield list(_below(blocks[start:]))


def _held(said: Sequence[Said]) -> Held:
    """What stands after each label that comes about as often as the others do: once in each action."""
    held: dict[str, list[str]] = {}
    for label, value in said:
        held.setdefault(label, []).append(value)
    most = max(map(len, held.values()), default=0)
    return {label: values for label, values in held.items() if len(values) * 2 > most}


def _beside(blocks: Sequence[Block]) -> Iterator[Said]:
    for block in blocks:
        label = own_label(block.text) if ":" in block.text or "?" in block.text else None
        if label:
            yield label.group(1), block.text[label.end(1) :].lstrip(" :?")
        for row in () if has_head(block.rows, {}) else block.rows:
            texts = [cell.text.strip() for cell in row.cells if not cell.merged]
            if len(texts) in PAIRS:
                yield from zip((text.rstrip(" :?") for text in texts[::2]), texts[1::2], strict=True)


def _below(blocks: Sequence[Block]) -> Iterator[Said]:
    """Lines and the paragraphs below them, as long as each line may be a label."""
    place = 0
    while place + 1 < len(blocks) and _may_be_label(blocks[place]) and _is_worded(blocks[place + 1]):
        label, value = blocks[place].text.strip(_MARKS), [blocks[place + 1].text]
        place += 2
        while place < len(blocks) and _is_worded(blocks[place]) and not _may_be_label(blocks[place]):
            value.append(blocks[place].text)
            place += 1
        yield label, " ".join(value)


def _is_worded(block: Block) -> bool:
    is_text = block.shape in {Shape.PARAGRAPH, Shape.ITEM} and bool(block.text)
    return is_text and block.text[0] != "#" and block.text[-1] != "?"


def _may_be_label(block: Block) -> bool:
    text = block.text.lstrip("#* ")
    is_line = block.shape in {Shape.PARAGRAPH, Shape.HEADING} and 2 < len(text) <= LONGEST_LINE and text[0].isupper()
    if not is_line or text[-1] in _ENDS or ": " in text or text.count(" ") >= MOST_LINE_WORDS:
        return False
    is_title = look(text) in {Look.TITLE, Look.AREA} or is_plan_title(text)
    return not any(map(str.isdigit, text)) and not is_title and not _is_value(text)


def _is_value(text: str) -> bool:
    """Say whether a line is who or when, and asks for neither."""
    return is_dated_or_open(text) or (
        is_owner(text) and not loose_label(text) and _POINTING.isdisjoint(key_of(text).split())
    )


def _judged(held: Held, mapping: Mapping[str, Field], least: int) -> dict[str, Field]:
    """The fields of labels that hold who, until when, what and so many things that only plans tell; else empty."""
    named = {label: _named(label, mapping) for label in held}
    if len(held) < LEAST_LABELS:
        return {}
    told = _with_texts(_with_kinds(named, held), held)
    fields = set(told.values())
    days = {key_of(label) for label, field in told.items() if field is _DUE}
    by_words = {named[label] or loose_label(label) for label in held}
    of_plans = (fields if least == LEAST_OF_PLANS else by_words) & OF_PLANS
    if not fields >= _TOLD or len(of_plans) < least or days & _PLAIN_DATES:
        return {}
    return {label: field for label, field in told.items() if field and field is not named[label]}


def _named(label: str, mapping: Mapping[str, Field]) -> Field | None:
    field = told_field(label, mapping) or field_of_label(label, marked=True)
    return None if field is Field.NUMBER else field


def _with_kinds(named: Mapping[str, Field | None], held: Held) -> dict[str, Field | None]:
    """The labels with days and owners under them told as such, the first of each kind, and those of checks."""
    told = dict(named)
    for label in [each for each, field in named.items() if field is None]:
        said, fields = list(filter(None, held[label])), set(told.values())
        if _DUE not in fields and are(said, is_dated_or_open):
            told[label] = _DUE
        elif are(said, _is_only_owner):
            told[label] = _CHECKER if _RESPONSIBLE in fields else _RESPONSIBLE
        elif _CHECK not in fields and (
            loose_label(label) is _CHECK or (_is_after(label, told) and are(said, is_about_time))
        ):
            told[label] = _CHECK
    return told


def _is_after(label: str, told: Mapping[str, Field | None]) -> bool:
    """Say whether who or when stands before a label, as they do before how it is followed up."""
    before = takewhile(lambda each: each != label, told)
    return any(told[each] in {_DUE, _RESPONSIBLE} for each in before)


def _is_only_owner(said: str) -> bool:
    """Say whether words name somebody and are no sentence."""
    is_sentence = said.endswith(".") and len(said.split()) > MOST_OWNER_WORDS
    owners, _ = read_owners(said)
    are_sure = all(" " in owner.name or ends_in_role(owner.role) for owner in owners)
    return is_owner(said) and are_sure and not is_sentence and not is_about_time(said)


def _with_texts(told: Mapping[str, Field | None], held: Held) -> dict[str, Field | None]:
    """The labels with what is lacking and what is done told by their words, or by their order before who and when."""
    made = dict(told)
    asked = {label: loose_label(label) for label, field in told.items() if field is None}
    for label, field in asked.items():
        if field in {_MEASURE, _NEEDED} and field not in made.values():
            made[label] = field
    places = list(made)
    end = next((place for place, label in enumerate(places) if made[label] in _AFTER), len(places))
    texts = [label for label in places[:end] if made[label] is None and are(held[label], _is_text)]
    if _MEASURE not in made.values() and texts:
        made[texts.pop()] = _MEASURE
    if not _LACKS & set(made.values()) and texts and places.index(texts[-1]) < _place_of(made, _MEASURE):
        made[texts[-1]] = _NEEDED
    return made


def _place_of(fields: Mapping[str, Field | None], wanted: Field) -> int:
    return next((place for place, field in enumerate(fields.values()) if field is wanted), 0)


def _is_text(said: str) -> bool:
    return len(said.split()) >= LEAST_OF_TEXT
