"""From the lines of an extraction to the blocks that the author wrote.

Joins what only the width of the page has broken, keeps what the author has broken: a blank line, a line that
ends long before the margin, a bullet, a label, a heading. It never changes a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from followup.domain.stopping import Watch
from followup.intake import wordlists
from followup.intake.blocks import Block, Shape, heading, item
from followup.intake.fields import Field
from followup.intake.labels.head_runs import heads_in
from followup.intake.page.hyphens import BREAKS, Vocabulary, join
from followup.intake.page.line_ends import broke_early, ends_sentence, usual_length
from followup.intake.page.lines import Gap, Line
from followup.intake.page.looks import BULLET, LONGEST_UNKNOWN, MARKDOWN, OWN_LABEL, UNKNOWN_LABEL, Look
from followup.intake.page.seen_lines import Seen, label_before, recurring_measures, seen_lines
from followup.intake.page.whole_lines import whole_lines
from followup.intake.sentences import sentence_told

NARROWEST = 60
LEAST_DASHES, MOST_AFTER_DASH = 2, 5
_DASH = re.compile(" [–—-] ")
_LED_BY_DASH = re.compile(r"^\S+(?: \S+){0,2} [–-] [a-zåäöæø]")
"""Somebody before a dash and what he or she does."""
LINES_OF_STEP = 300
NEVER_FULL = 10_000
WIDE = 90
"""Signs on a line, in a document in which no line goes on another as far as can be seen."""
BOLD = 9
"""The level of headings that are bold and no larger than the text."""
LEAST_FULL = 35
ROOM = 0.95
"""How much of the widest line's width a heading may fill."""
MOST_APART = 30
_PROSE, _LABEL, _MEASURE, _NUMBERED = Look.PROSE, Look.LABEL, Look.MEASURE, Look.NUMBER
_STEP, _PAGE, _PARAGRAPH = Gap.STEP, Gap.PAGE, Gap.PARAGRAPH
_PARAGRAPH_SHAPE = Shape.PARAGRAPH
"""Asked of every line: a name of the module is found four times as fast as a member of its enumeration."""
_plain_block = partial(tuple.__new__, Block)
_ALONE = frozenset({_LABEL, Look.AREA, Look.TITLE, Look.MARKDOWN, Look.BULLET, Look.FACT})
_LABELLED = frozenset({Look.LABELLED, _MEASURE})
_LABELS = frozenset({_LABEL, *_LABELLED})
MOST_OF_TOPIC = 60
_PLAIN = frozenset({_PROSE, Look.FACT, *_LABELLED})
_HEADS = frozenset({Look.AREA, Look.TITLE, Look.MARKDOWN})

Span = Callable[[], float]
"""How far a document's lines reach, in points."""


@dataclass(slots=True)
class _Piece:
    """A block in the making."""

    lines: list[Line]
    parts: list[str]
    look: Look
    level: int = 0

    def add(self, line: Line, text: str, known: Vocabulary) -> None:
        """Take one more line in, a word broken at its end made whole."""
        self.lines.append(line)
        if self.parts[-1][-1] in BREAKS or text[0] == "/":
            self.parts[-1] = join(self.parts[-1], text, known)
        else:
            self.parts.append(text)


def heal(
    lines: Sequence[Line], known: Vocabulary, watch: Watch, mapping: Mapping[str, Field], span: Span
) -> tuple[Block, ...]:
    """The headings, paragraphs and list items that the lines are; `known` are the document's words.

    `mapping` has the labels that somebody told, or that the document's own order tells; `span` tells how wide its
    lines may be, 0 where nobody knows: it is asked only where a heading may go on.

    Raises:
        StoppedError: the one who watches, told of every few hundred lines, has stopped it.
    """
    pieces: list[_Piece | Block] = []
    read = seen_lines(whole_lines(lines), mapping)
    measures = recurring_measures([text for _, text, seen in read if seen is _MEASURE])
    width = _page_width(read)
    last: _Piece | None = None
    in_rows = False
    for place, (line, text, seen) in enumerate(read, 1):
        if place % LINES_OF_STEP == 0:
            watch.step(1)
        in_rows = in_rows and line.gap is not _PARAGRAPH
        if seen is _LABEL:
            last, in_rows = None, in_rows or bool(heads_in(text))
            pieces.append(_plain(text, line))
            continue
        is_alone = seen in _ALONE or (in_rows and not text[0].islower())
        is_alone = is_alone or (seen is _NUMBERED and _is_topic(read, place))
        is_alone = is_alone or (seen is _MEASURE and last is not None and _is_next(last, text, measures))
        if last is not None and not is_alone and _continues(last, line, text, seen, width, span):
            last.add(line, text, known)
        else:
            last = _Piece([line], [text], seen, line.level)
            pieces.append(last)
    return tuple(_block(piece) if isinstance(piece, _Piece) else piece for piece in pieces)


def _is_topic(read: Sequence[Seen], place: int) -> bool:
    """Say whether the numbered line before `place` stands above a label: it names what the labels are about."""
    return place < len(read) and read[place][2] in _LABELS and len(read[place - 1][1]) <= MOST_OF_TOPIC


def _page_width(read: Sequence[Seen]) -> int:
    """How long a line must be to be full: as long as those are that the next goes on, where any does."""
    full = [
        len(text)
        for (_, text, seen), (line, after, _) in pairwise(read)
        if line.gap is _STEP and after[0].islower() and seen is not _LABEL and len(text) > LEAST_FULL
    ]
    width = max(NARROWEST, usual_length([len(text) for _, text, _ in read]))
    if full:
        return max(width, usual_length(full))
    after: list[Seen | None] = [*read[1:], None]
    long = [(text, other) for (_, text, _), other in zip(read, after, strict=False) if len(text) > NARROWEST]
    ended = sum(1 for text, other in long if ends_sentence(text) or other is None or _is_apart(other))
    return NEVER_FULL if ended * 4 >= len(long) * 3 else max(width, WIDE)


def _is_apart(seen: Seen) -> bool:
    """Say whether a line goes on none: it stands apart, or a bullet, a number or a label begins it."""
    line, _, kind = seen
    return line.gap is not _STEP or kind in _ALONE or kind is Look.NUMBER


def _is_next(piece: _Piece, text: str, measures: frozenset[str]) -> bool:
    """Say whether a line that begins as measures do here follows a sentence that has ended."""
    label = label_before(text)
    return label in measures and (ends_sentence(piece.parts[-1]) or label_before(piece.parts[0]) == label)


def _is_heading(piece: _Piece) -> bool:
    return piece.look in _HEADS or piece.level > 0


def _continues(piece: _Piece, line: Line, text: str, seen: Look, width: int, span: Span) -> bool:
    if seen is piece.look is _PROSE and line.gap is _STEP and not line.level and not piece.level:
        is_other = _begins_with_label(text) and ends_sentence(piece.parts[-1])
        is_other = is_other or (_is_parted(text) and _is_parted(piece.parts[-1]))
        is_other = is_other or (":" in text and _begins_own(text) and _begins_own(piece.parts[0]))
        return not is_other and not broke_early(piece.lines[-1].text.strip(), text, width)
    if _opens(piece, line, text, seen, width) or _checks(piece, line):
        return False
    if _is_heading(piece):
        goes_on = (line.gap is _STEP and line.level == piece.level) or _goes_on_large(piece, line)
        return goes_on and (text[0].islower() or (line.level > 0 and not _has_room(piece.lines[-1], text, span())))
    if line.level or line.gap is _PARAGRAPH:
        return False
    if line.gap is _PAGE:
        return text[0].islower() or not (ends_sentence(piece.parts[-1]) or _is_over(piece.lines[-1], text, width))
    return not broke_early(piece.lines[-1].text.strip(), text, width)


def _is_parted(text: str) -> bool:
    """Say whether dashes part a line into what, who and when, as lines of a list without bullets are."""
    if "-" not in text and "–" not in text and "—" not in text:
        return False
    dashes = text.count(" – ") + text.count(" - ") + text.count(" — ")
    return (
        " -> " in text
        or _LED_BY_DASH.match(text) is not None
        or dashes >= LEAST_DASHES
        or (dashes == 1 and len(_DASH.split(text)[-1].split()) <= MOST_AFTER_DASH)
    )


def _checks(piece: _Piece, line: Line) -> bool:
    """Say whether a line below an item, no deeper than the margin, tells how all of it is followed up."""
    is_below = piece.look in {Look.BULLET, Look.NUMBER} and line.text[:1].isupper()
    return is_below and sentence_told(line.text)[0] is Field.FOLLOW_UP


_GOES_ON = wordlists.words(
    "och samt eller av för i på vid till med den de en ett närvarande f.n. t.f. and or of the og"
)


def _is_over(last: Line, text: str, width: int) -> bool:
    """Say whether the last line of a page ends what it tells: it leaves room, and no word in it asks for more."""
    words = last.text.strip()
    return words.split()[-1].casefold() not in _GOES_ON and broke_early(words, text, width)


def _has_room(last: Line, text: str, span: float) -> bool:
    """Say whether a line leaves room for the first word of the next: it was not broken because it was full."""
    if not span or not last.segments:
        return False
    taken = last.segments[-1].right - last.segments[0].left
    sign = taken / max(len(last.text), 1)
    return taken + sign * (1 + len(text.split(" ", 1)[0])) < span * ROOM


def _goes_on_large(piece: _Piece, line: Line) -> bool:
    """Say whether a line goes on a heading in large type, whose lines stand farther apart than the text's."""
    last = piece.lines[-1]
    is_same = 0 < line.level < BOLD and line.level == piece.level and line.page == last.page
    return is_same and 0 < line.height - last.height <= MOST_APART


def _opens(piece: _Piece, line: Line, text: str, seen: Look, width: int) -> bool:
    """Say whether a number or a label before a colon begins something new here, or only stands first on the line."""
    if seen is _PROSE:
        return _begins_with_label(text) and (line.gap is not _STEP or piece.look in _LABELLED)
    ended = line.gap is not _STEP or ends_sentence(piece.parts[-1])
    if seen is Look.NUMBER:
        return ended or piece.look in {Look.NUMBER, Look.BULLET}
    if seen is Look.LABELLED and (text[0].isupper() or piece.look in _LABELLED):
        return True
    if seen is _MEASURE and piece.look is Look.LABELLED:
        return True
    broke = line.gap is not _STEP or broke_early(piece.lines[-1].text.strip(), text, width)
    return broke or (ended and seen is not _MEASURE)


def _begins_with_label(text: str) -> bool:
    """Say whether a line begins as a label does that nobody knows: a few words, the first a capital, and a colon."""
    return ":" in text[:LONGEST_UNKNOWN] and UNKNOWN_LABEL.match(text) is not None


def _begins_own(text: str) -> bool:
    """The same, of more words: two lines below each other that both begin so are labels, each with its words."""
    return OWN_LABEL.match(text) is not None


def _plain(text: str, line: Line) -> Block:
    """A paragraph, or a label, that begins on a line."""
    said = text.replace("\u00ad", "")
    return _plain_block((_PARAGRAPH_SHAPE, said, 0, (), line.page, f"{line.page}:{line.number}"))


def _block(piece: _Piece) -> Block:
    first, parts = piece.lines[0], piece.parts
    text = parts[0] if len(parts) == 1 else " ".join(parts)
    if piece.look in _PLAIN and not piece.level:
        return _plain(text, first)
    text = text.replace("\u00ad", "")
    if piece.look is Look.MARKDOWN:
        marks = MARKDOWN.match(text)
        return heading(text.strip("# "), len(marks.group(1)) if marks else 1, first.page, first.source)
    if _is_heading(piece):
        return heading(text, piece.level, first.page, first.source)
    if piece.look is Look.BULLET:
        return item(
            BULLET.sub("", text), first.page, first.source, int(first.segments[0].left) if first.segments else 0
        )
    return item(text, first.page, first.source)
