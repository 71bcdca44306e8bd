"""The one way in: a document's path or bytes become a draft, or a refusal that says why not.

It reads files and nothing else: no network, no database, no clock.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from followup.domain.drafts import Draft
from followup.domain.stopping import Watch
from followup.intake.blocks import Reading
from followup.intake.fields import Field
from followup.intake.formats.recognise import LARGEST_FILE, MEGABYTE, Format, decode, recognise
from followup.intake.habits.counted_headings import with_counted_headings
from followup.intake.interpret import interpret
from followup.intake.labels.headings import field_of_label, key_of
from followup.intake.labels.heads import has_head, is_form
from followup.intake.refusals import IntakeRefused
from followup.intake.tables.headless import with_lent_heads

__all__ = ["IntakeRefused", "read_blocks", "read_document"]


def read_document(
    path: str,
    data: bytes | None,
    reference: date,
    mapping: Mapping[str, str] | None = None,
    watch: Watch | None = None,
) -> Draft:
    """The draft of the plan in a document.

    `path` is a file's path, or "-" for standard input; with `data` given nothing is opened and the path is
    only a name. `reference` is the day missing years count from. `mapping` tells headings the reader does
    not know: the heading's words to a field's name ("measure") or to a heading it does know ("Åtgärd").
    `watch` is told of each page, row or paragraph and of each action that has been gone through, and may stop
    the reading there; nothing is left open then.

    Raises:
        IntakeRefused: the document cannot be read or holds no plan; `code` and `facts` say why.
        StoppedError: the one who watches has stopped it.
    """
    try:
        told = fields_told(mapping or {})
        content = _content(path) if data is None else data
        watched = watch or Watch()
        reading = read_blocks(content, told, path, watched)
        blocks = with_counted_headings(with_lent_heads(reading.blocks, told), told)
        whole = replace(reading, blocks=tuple(blocks))
        return interpret(whole, reference, told, path, watched)
    except IntakeRefused as refused:
        raise refused.with_path("stdin" if path == "-" else path) from refused


def fields_told(mapping: Mapping[str, str]) -> dict[str, Field]:
    """What somebody told of headings, by the heading's key.

    Raises:
        IntakeRefused: a field that does not exist.
    """
    return {key_of(heading): _field(name) for heading, name in mapping.items() if key_of(heading)}


def _field(name: str) -> Field:
    wanted = name.strip().casefold().replace("-", "_")
    known = next((field for field in Field if field.value == wanted), None) or field_of_label(name, marked=True)
    if known is None:
        raise IntakeRefused("intake.unknown_field", field=name, known=", ".join(field.value for field in Field))
    return known


def read_blocks(data: bytes, mapping: Mapping[str, Field], path: str = "", watch: Watch | None = None) -> Reading:
    """The blocks of a document, by the reader of its format; the content decides which.

    Raises:
        IntakeRefused: the content cannot be read.
        StoppedError: the one who watches has stopped it.
    """
    watch = watch or Watch()
    kind = recognise(data)
    if kind is Format.PDF:
        from followup.intake.formats.pdf import read_pdf

        return read_pdf(data, mapping, watch)
    if kind is Format.WORD:
        from followup.intake.formats.docx import read_docx

        return read_docx(data, watch)
    if kind is Format.EXCEL:
        from followup.intake.formats.xlsx import read_xlsx

        return read_xlsx(data, watch)
    return _text(decode(data), mapping, path, watch)


def _text(text: str, mapping: Mapping[str, Field], path: str, watch: Watch) -> Reading:
    """A table where the text is one (its head tells), else running text."""
    from followup.intake.formats.csv_file import read_csv
    from followup.intake.formats.text import read_text
    from followup.intake.tables.guesses import guessed_fields

    is_table_name = path.casefold().endswith((".csv", ".tsv", ".tab"))
    if is_table_name or _may_be_table(text):
        reading = read_csv(text, watch)
        is_headed = any(has_head(block.rows, mapping) or is_form(block.rows, mapping) for block in reading.blocks)
        if is_headed or guessed_fields(reading.blocks, mapping):
            return reading
    return read_text(text, mapping, watch)


def _may_be_table(text: str) -> bool:
    rows = [row for row in text[:20_000].split("\n") if row.strip()][:30]
    return any(sum(1 for row in rows if row.count(sign) >= 2) * 2 > len(rows) for sign in ";\t,")


def _content(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            raise IntakeRefused("intake.too_large", most=LARGEST_FILE // MEGABYTE)
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise IntakeRefused("intake.not_found") from error
    except (OSError, ValueError) as error:
        raise IntakeRefused("intake.not_readable") from error
