"""Understands the words of a status: "Pågår", "Klart 2025-11", a tick, a share of what is done.

A day that it tells lies behind the reference; what it cannot tell is a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from followup.domain.dates import Kind
from followup.domain.drafts import Doubt
from followup.domain.when import Reading
from followup.intake.dating import one_line, read
from followup.intake.wordlists import words

_TICKS = words("x ✓ ✔ ✅ ☑ ☒ ja yes ok ja. v √ (x) [x]")
_NO = words("nej no nei - – ☐ □ ej pending backlog beslutad beslutat väntande åpen åben åbent åpent")
"""What says that nothing was done yet; some of it only where a status is asked for."""
_BEGUN = words("initierad initierat initiated uppstartad uppstartat draft utkast")
_ALONE = dict.fromkeys(_TICKS, "done") | dict.fromkeys(_NO, "planned") | dict.fromkeys(_BEGUN, "in_progress")
_LIGHTS = re.compile("[🟢🟡🟠🔴🔵⚪⚫🟩🟨🟥]")
"""Coloured signs that stand beside a status in words."""
_JOINED = re.compile("[-_]")
_JOINT = re.compile(r"[^\W\d_]+(?:[-_][^\W\d_]+)+")
"""A status as tools write it ("in-progress", "NOT_STARTED")."""
_PICTURES = re.compile("[\U0001f300-\U0001faff\u2300-\u23ff\u2600-\u26ff\ufe0f\u27a1\u2b50]")
"""Pictures beside words, which say it better ("📋 Planned")."""
_BEFORE_ALL = date(1990, 1, 1)
"""No day that a plan tells lies behind it, so that none is taken for the day something was done."""
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = re.compile(
    r"(?i)(?:ca\s+|cirka\s+)?(100|\d{1,2})\s*(?:%|procent|percent|pct)(?:\s+(?:klart?|done|complete|färdigt?))?"
)


@dataclass(frozen=True, slots=True)
class Status:
    """A status field understood: the code, the day it says, and its words where they say more."""

    code: str = ""
    since: date | None = None
    note: str = ""
    doubts: tuple[Doubt, ...] = ()


def read_status(said: str, reference: date) -> Status:
    """The status that a field's words say ("Pågår", "Klart 2025-11", a tick)."""
    said = _ticked(said)
    worded = _PICTURES.sub("", said) if _LETTER.search(said) else said
    if worded != said and (told := read_status(worded, reference)).code:
        return told
    text = one_line(_LIGHTS.sub(" ", said) if _LETTER.search(said) else said)
    parts = [part for part in said.split("\n\n") if part.strip()]
    if len(parts) > 1:
        return _status_of_several([read_status(part, reference) for part in parts], text)
    if not text:
        return Status()
    text = _JOINED.sub(" ", text) if _JOINT.fullmatch(text) else text
    if alone := _ALONE.get(text.casefold()):
        return Status(alone)
    share = _SHARE.fullmatch(_as_percent(text))
    if share:
        return Status(_of_share(int(share.group(1))), None, text)
    found = read(text, reference, in_date_field=True)
    code = _leading_code(text, reference) or found.status or _first_code(text, reference)
    code = code or ("in_progress" if "ongoing" in found.notes else "")
    is_past = found.start is not None and found.start <= reference
    if not code and found.kind == Kind.DAY and is_past and "other-words" not in found.notes:
        code = "done"
    since = _behind(found, reference) if code == found.status or not found.status else None
    note = text if not code or len(text.split()) > 1 else ""
    is_said = bool(code) or "status:late" in found.notes
    doubts = () if is_said else (Doubt("status", "status-unclear", text),)
    return Status(code, since if code else None, note, doubts)


def is_state(said: str) -> bool:
    """Say whether words tell how it stands, and not only a day."""
    return bool(read_status(said, _BEFORE_ALL).code)


def is_tick(said: str) -> bool:
    """Say whether a cell is ticked, and tells nothing else."""
    return one_line(said).casefold() in _TICKS


def _behind(found: Reading, reference: date) -> date | None:
    """The day since when it is so: one that lies behind, a missing year the last one in which it does."""
    since = found.end or found.start
    if since is None or since <= reference or "year-assumed" not in found.notes:
        return since
    return since.replace(year=since.year - 1, day=min(since.day, 28) if since.month == 2 else since.day)


_BOXES = re.compile(r"(☐|□|\[ ?\]|\( \))|(☑|☒|✓|✔|✅|\[[xX]\]|\([xX]\))")


def _ticked(said: str) -> str:
    """The words after the ticked box of several ("☐ Pågår ☒ Klar"); all words where there are not several."""
    boxes = list(_BOXES.finditer(said))
    ticked = [index for index, box in enumerate(boxes) if box.group(2)]
    if len(boxes) < 2:
        return said
    if len(ticked) != 1:
        return "" if not ticked else said
    start = boxes[ticked[0]].end()
    end = boxes[ticked[0] + 1].start() if ticked[0] + 1 < len(boxes) else len(said)
    is_before = not said[start:end].strip() or bool(said[: boxes[0].start()].strip())
    return (
        said[boxes[ticked[0] - 1].end() if ticked[0] else 0 : boxes[ticked[0]].start()]
        if is_before
        else said[start:end]
    )


def _status_of_several(found: list[Status], text: str) -> Status:
    """The status that several columns say together: the first code, the first day, all the words."""
    code = next((one.code for one in found if one.code), "")
    since = next((one.since for one in found if one.since), None)
    return Status(code, since if code else None, text, () if code else found[0].doubts)


def _as_percent(text: str) -> str:
    """A share between 0 and 1, as sheets hold what they show in percent, as people write it."""
    return f"{round(float(text.replace(',', '.')) * 100)} %" if _FRACTION.fullmatch(text) else text


_FRACTION = re.compile(r"0|1|[01][.,]\d{1,4}")


def _of_share(percent: int) -> str:
    """The status that a share of what is done says."""
    if percent in {0, 100}:
        return "done" if percent else "planned"
    return "in_progress"


_PARTS = re.compile(r"[,;(:–—/]|\s-\s|(?<=[^\d\W])\s+(?=\d)")


def _leading_code(text: str, reference: date) -> str:
    """The status that stands alone before the rest, which may tell why ("Ej påbörjad – väntar på schema")."""
    lead, *others = _PARTS.split(text)
    found = read(lead, reference, in_date_field=True)
    return found.status if others and "other-words" not in found.notes else ""


def _first_code(text: str, reference: date) -> str:
    """The status of the first part that says one ("Klar, ej spridd", "Green – complete")."""
    codes = (read(part, reference, in_date_field=True).status for part in _PARTS.split(text))
    return next((code for code in codes if code), "")


_FIRST_CLAUSE = re.compile(r"[,;:]\s|\.\s|\s[–—-]\s")


def told_in_note(note: str, reference: date) -> Status:
    """The status that a comment is, or that stands alone before the rest ("Klart 2025-11", "Klar, rutinen är ute")."""
    found = read(_FIRST_CLAUSE.split(note, maxsplit=1)[0], reference, in_date_field=True)
    if not found.status or "other-words" in found.notes or found.triggers or found.rule:
        return Status()
    return Status(found.status, _behind(found, reference))
