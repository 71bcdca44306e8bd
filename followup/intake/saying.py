"""What a paragraph or an item says by its words alone: labels with what they hold, an area's heading, the paper's end.

Where it stands, and what stands around it, is no concern of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from followup.intake.events import Sign, unboxed
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import names_area
from followup.intake.labels.splitting import LONGEST_LINE, Piece, split_labels
from followup.intake.sentences import sentences_of, split_sentences

_NUMBERED = re.compile(
    r"^\s*(?:\d{1,2}[a-z][.)]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\)|\((?:[a-z]|\d{1,2})\)|§\s*\d{1,3}\.?)\s+"
)
COUNTED = re.compile(
    r"(?i)^\s*(åtgärd|aktivitet|action|tiltak|tiltag|handling|insats|punkt)\s*(?:nr\.?\s*)?\d{1,3}\b\s*[:.–—-]?\s*"
)
LEAST_OF_PASSAGE = 3
_CLOSING = re.compile(
    r"(?i)\s*(?:vid (?:protokollet|pennan)|justera(?:s|t|re)\b"
    r"|(?:med )?(?:vänliga?|venlig|vennlig) (?:hälsning|hilsen)|hälsningar|mvh\b"
    r"|(?:kind|best|warm) regards|yours sincerely|hör av (?:dig|er)\b)"
)
"""Lines that end a paper: what stands below them is whose it is, and no action's."""
_NEED = re.compile(r"([A-ZÅÄÖÆØ][^\W\d_]{3,20})\s+(?:nr\.?\s*)?\d{1,2}\s*[.)–—-]\s+(?=\S)")
LONGEST_COUNT = 30
_CODED = re.compile(r"\s([A-ZÅÄÖ]|\d{1,2})$")
_MAY_BE_COUNTED = frozenset("åatihpÅATIHP")
"""How the words begin that count actions ("Åtgärd 2", "Tiltak 3")."""

Said = tuple[Sign, str, Field | None, str]
"""What words say by themselves, wherever they stand: an event without its place."""


@lru_cache(maxsize=4096)
def usually_said(text: str) -> tuple[Said, ...]:
    """What a paragraph says where nobody has told of labels: the same labels come again and again."""
    return tuple(said_by(text, {}, is_item=False))


def said_by(text: str, mapping: Mapping[str, Field], *, is_item: bool) -> Iterator[Said]:
    """What a paragraph or an item says: the end of the paper, labels, an area's heading, or just its words."""
    counted = COUNTED.match(text)
    if _CLOSING.match(text):
        yield Sign.END, "", None, ""
    elif (
        counted
        and not _is_passage(text[counted.end() :], counted.group(1))
        and (counted.end() == len(text) or text[counted.end() - 1 :][:1] in ":. –-")
    ):
        yield labelled(Field.MEASURE, text[counted.end() :], counted.group(0))
    elif need := _counted_need(text):
        yield labelled(Field.REQUIREMENT, text[need.end() :], need.group(1))
    elif pieces := _pieces(text, mapping, is_item=is_item):
        yield from (labelled(field or Field.IGNORE, said, wording) for field, said, wording in pieces)
        if is_item and len(pieces) > 1:
            yield Sign.END, "", None, ""
    elif not is_item and names_area(text):
        yield Sign.AREA, text, None, ""
    else:
        yield (Sign.ITEM if is_item else Sign.TEXT), text, None, ""


def _counted_need(text: str) -> re.Match[str] | None:
    """What counts a shortcoming before its words ("Brist 2. Det saknas …")."""
    need = _NEED.match(text) if any(map(str.isdigit, text[:LONGEST_COUNT])) else None
    return need if need and field_of_label(need.group(1), marked=True) is Field.REQUIREMENT else None


def _is_passage(text: str, counted: str) -> bool:
    """Say whether a counted point is a passage of prose, and no name of a measure."""
    return counted.casefold() == "punkt" and len(sentences_of(text)) >= LEAST_OF_PASSAGE


def _pieces(text: str, mapping: Mapping[str, Field], *, is_item: bool) -> list[Piece]:
    """The labels that a text begins with, each with its words; none where it begins with none."""
    bare, ticked = unboxed(text) if is_item else (text, "")
    bare = _NUMBERED.sub("", bare) if is_item else bare
    pieces = split_labels(bare, mapping, loose=is_item)
    pieces = _with_sentences(pieces) if is_item and not bare[:1].islower() else pieces
    if pieces[0][0] is None and len(pieces) > 1:
        is_need = any(name is Field.MEASURE for name, _, _ in pieces)
        pieces = [(Field.REQUIREMENT if is_need else Field.MEASURE, pieces[0][1], ""), *pieces[1:]]
    if not pieces[0][0]:
        return []
    pieces += [(Field.STATUS, ticked, "")] if ticked and Field.STATUS not in {name for name, _, _ in pieces} else []
    return [(name, _unstopped(name, said), wording) for name, said, wording in pieces]


def is_prose(text: str) -> bool:
    """Say whether a paragraph is too long for a label or a heading and has no mark of a label inside."""
    is_long = len(text) > LONGEST_LINE and ":" not in text and "?" not in text
    return is_long and (len(text) > 2 * LONGEST_LINE or text[0] not in _MAY_BE_COUNTED)


def _with_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the fields told in plain sentences taken apart, each field once."""
    found: list[Piece] = []
    for field, text, wording in pieces:
        sentences = [(field, text)] if field in _NEVER_PARTED else split_sentences(text)
        for place, (told, words) in enumerate(sentences):
            name = told if told and told not in {each for each, _, _ in found} else None
            if place == 0:
                found.append((field or name, words, wording))
            elif name:
                found.append((name, words, ""))
            else:
                last = found[-1]
                found[-1] = (last[0], f"{last[1]} {words}", last[2])
    is_labelled = any(wording for _, _, wording in pieces)
    telling = {field for field, _, _ in found} & {Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP}
    return found if is_labelled or len(telling) > 1 else list(pieces)


_NEVER_PARTED = frozenset({Field.REQUIREMENT, Field.BACKGROUND, Field.GOAL, Field.AREA})
"""Fields whose words speak of who and when without telling it ("unsure who is responsible")."""


_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
_STOP = "."
_SHORTENED = frozenset({"mfl.", "etc.", "osv.", "bitr.", "vik.", "ass.", "jr.", "dr.", "öl.", "spec.", "sekr."})
"""Words with a full stop of their own that may end what tells who is responsible."""


def _unstopped(field: Field | None, words: str) -> str:
    """The words of a short field without the full stop that ends its sentence."""
    last = words.rpartition(" ")[2]
    is_word = len(last) > len("B.") and last.count(_STOP) == 1 and last.casefold() not in _SHORTENED
    is_short = (field in _OWNERS and is_word) or field in {Field.DUE, Field.START, Field.FIRST, Field.STATUS}
    return words[:-1] if is_short and words.endswith(".") else words


def labelled(field: Field, text: str, wording: str) -> Said:
    """A label that names a field, and what it holds; the code in an area's label ("Område B") is its name's."""
    code = _CODED.search(wording) if field is Field.AREA and text else None
    text = f"{code.group(1)}. {text.strip()}" if code else text
    return Sign.LABEL, text.strip(), field, wording.strip()
