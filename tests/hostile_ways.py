"""Ways in for texts that want out of where they stand, and judges of what comes out: bytes that somebody will open."""

from __future__ import annotations

import csv
import json
import os
import re
from contextlib import suppress
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from builders_documents import saved, table_docx, table_markdown, table_pdf
from calendar_judge import judge
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Action, Area, Plan, Result, Status
from followup.domain.changes import ChangeSet
from followup.domain.commands import (
    AddAction,
    HoldRole,
    MoveDue,
    MoveTo,
    NewPlan,
    NoteOccasion,
    RecordRound,
    SetPerson,
)
from followup.domain.dates import When
from followup.domain.given import appear
from followup.domain.people import WrittenOwner
from followup.domain.trouble import Trouble
from followup.phrases.book import Phrases
from followup.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TODAY = date(2026, 5, 12)
SOON = When.on(date(2026, 6, 1), "1 juni 2026")

TEXTS: dict[str, str] = {
    "a terminal's colours": "Röd \x1b[31mtext\x1b[0m här",
    "a terminal's title": "Titel \x1b]0;ägd\x07 slut",
    "a terminal's clipboard": "\x1b]52;c;ZWNobw==\x1b\\klipp",
    "one-byte controls": "Skärm \x9b2J\x90q\x9c tom",
    "backspaces": "godkänd\b\b\b\b\b\b\bavslag",
    "NUL and DEL": "ett\x00två\x7ftre",
    "half a pair": "halvt \ud83d par \udfff",
    "a turned direction": "faktura\u202egnp.exe\u202c \u2066a\u2069",
    "marks nobody sees": "\ufeffA\u200e\u200fB\u061c",
    "other line breaks": "rad\u2028rad\u2029rad\x85rad\x0brad\rrad\r\nrad",
    "noncharacters": "\ufdd0\ufdd1röd\ufdef \uffff",
    "Textual markup": "[red]x[/red] [@click=app.quit]klicka[/] [/] [A-12] [b",
    "Rich markup": "[link=http://x]y[/link] :warning: [bold]z",
    "a formula": '=HYPERLINK("http://x";"klicka")',
    "a formula after blanks": "  +1+1",
    "other formulas": "-2+3",
    "a formula of a macro": "@SUM(A1:A9)",
    "a wide formula": "\uff1dcmd|' /C calc'!A0",
    "a formula behind a tab": "\t=1+1",
    "calendar lines": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:inject@x\r\nATTACH:file:///etc/passwd\r\nSUMMARY:y",
    "calendar parameters": 'A";X=1:B, C; D\\n \\N ^n',
    "mail headers": "Hej\r\nBcc: alla@havsvik.example\r\n\r\nkropp",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "the end of a page": "</td></table></style></title></html>&amp;\"'<b>",
    "a link": "[klicka](javascript:alert(1)) ![bild](http://x/y.png) <http://x>",
    "Markdown": "# rubrik\n- lista\n| a | b |\n|---|---|\n```\nkod\n```\n***fet***",
    "a path": "../../etc/passwd",
    "a Windows path": "C:\\Windows\\con\\..\\nul",
    "a device": "CON",
    "an option": "--help",
    "a template": "{plan} %s ${HOME} $(id) `id`",
    "SQL": "'; DROP TABLE action; --",
    "decomposed letters": "Ma\u030ans A\u030akerlo\u0308f",
    "right to left": "שלום עולם",
    "ten thousand letters": "å" * 10_000,
}  # fmt: skip


def desk_at(folder: Path, user: str = "Signe Åkerlund") -> Desk:
    settings = Settings(str(folder / "followup.db"), "sv", today=TODAY, user=user)
    return Desk(settings, Phrases("sv"), Clock(TODAY))


# Ways in: each fills the database in a folder with every text that can come that way


def typed(folder: Path) -> None:
    """Every field that somebody can type in."""
    desk = desk_at(folder)
    desk.do(NewPlan("hav", TEXTS["a script"], TEXTS["a terminal's title"]))
    (plan,) = desk.snapshot().plans
    for text in TEXTS.values():
        who = (WrittenOwner(text, text, held=True), WrittenOwner("", text))
        command = AddAction(plan, "A", text, text, text, SOON, who, text, text, "FREQ=YEARLY", SOON, (text,), who, text)
        assert desk.do(command, note=text).refused is None
    for action, text in zip(list(desk.snapshot().actions), TEXTS.values(), strict=True):
        desk.do(MoveTo(action, Status.IN_PROGRESS, text))
        desk.do(MoveDue(action, When.open_ended(text), text))
        desk.do(RecordRound(action, Result.PARTLY, text, evidence=text, held_by=text))
        desk.do(NoteOccasion(plan, text, TODAY, text))
        desk.do(HoldRole(plan, text, f"Tove {text}", TODAY))
    for person, text in zip(list(desk.snapshot().people), TEXTS.values(), strict=False):
        assert desk.do(SetPerson(person, mail=text, language="sv")).refused is not None
        assert desk.do(SetPerson(person, mail="tove@havsvik.example", language="sv")).refused is None
    desk.close()


HEAD = ["Område", "Krav", "Planerad åtgärd", "Klart senast", "Ansvarig", "Uppföljning", "Ansvarig för uppföljning"]


def rows(texts: Iterator[str]) -> list[list[str]]:
    return [
        HEAD,
        *(["A. Ledning", text, f"Gör {text}", "2026-06-01", text, "Varje år, först juni 2027", text] for text in texts),
    ]


def read_in(folder: Path, name: str, data: bytes) -> None:
    """Read a document as `import` does; refused is as good as read, if a sentence says so."""
    desk = desk_at(folder)
    path = folder / name
    path.write_bytes(data)
    outcome = desk.documents.accept(desk.documents.read(str(path), {}))
    assert outcome.refused is None, outcome.refused
    desk.close()


def from_csv(folder: Path) -> None:
    made = StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerows(rows(iter(TEXTS.values())))
    read_in(folder, "plan.csv", made.getvalue().encode("utf-8", "replace"))


def legal_in_xml(text: str) -> str:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", text)


def from_xlsx(folder: Path) -> None:
    """Office's own way to write a control character (_x001B_) comes along."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows(iter([*map(legal_in_xml, TEXTS.values()), "_x001B_]0;titel_x0007_"])):
        page.append(row)
        for cell in page[page.max_row]:
            cell.data_type = "s"
    read_in(folder, "plan.xlsx", saved(book))


def from_docx(folder: Path) -> None:
    read_in(folder, "plan.docx", table_docx(rows(map(legal_in_xml, TEXTS.values()))))


def from_text(folder: Path) -> None:
    plain = [text.replace("\r", " ").replace("\n", " ") for text in TEXTS.values()]
    parts = [
        f"Krav: {text}\nPlanerad åtgärd: Gör {text}\nKlart senast: 2026-06-01\nAnsvarig: Tove {text}\n"
        for text in plain
    ]
    read_in(folder, "plan.txt", "\n".join(["A. Ledning\n", *parts]).encode("utf-8", "replace"))


def from_markdown(folder: Path) -> None:
    plain = [text.replace("\r", " ").replace("\n", " ").replace("|", "/") for text in TEXTS.values()]
    read_in(folder, "plan.md", table_markdown(rows(iter(plain))).encode("utf-8", "replace"))


def from_pdf(folder: Path) -> None:
    from xml.sax.saxutils import escape

    latin = (legal_in_xml(text).encode("latin-1", "replace").decode("latin-1")[:300] for text in TEXTS.values())
    read_in(folder, "plan.pdf", table_pdf([[escape(cell) for cell in row] for row in rows(latin)]))


def from_everything(folder: Path) -> None:
    """All of another database, as one file."""
    other = folder / "other"
    other.mkdir()
    typed(other)
    desk, source = desk_at(folder), desk_at(other)
    desk.keeping.fill(BytesIO(b"".join(source.keeping.complete())), "all.json")
    source.close()
    desk.close()


def from_environment(folder: Path) -> None:
    """The user's name, as a system gives it: bytes that are no text come as halves of pairs."""
    for number, text in enumerate(TEXTS.values()):
        desk = desk_at(folder, user=text.replace("\0", ""))
        if not number:
            desk.do(NewPlan("hav", "Plan"))
        (plan,) = desk.snapshot().plans
        desk.do(AddAction(plan, "A", "Ledning", "Krav", f"Gör {number}", SOON))
        desk.close()


def from_file_names(folder: Path) -> None:
    """Documents whose names are the texts, as far as a file system takes them."""
    desk = desk_at(folder)
    for number, text in enumerate(TEXTS.values()):
        name = (
            text.replace("\0", "")
            .replace("/", "")[:40]
            .encode("utf-8", "surrogateescape" if os.name == "posix" else "replace")
            if is_name(text)
            else b"plan"
        )
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name + b".csv"))
        line = f"A;Krav {number};Gör {number};2026-06-01;Tove\n"
        path.write_text("Område;Krav;Planerad åtgärd;Klart senast;Ansvarig\n" + line, "utf-8")
        assert desk.documents.accept(desk.documents.read(str(path), {}), f"p{number}").refused is None
    desk.close()


def is_name(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def from_vcards(folder: Path) -> None:
    """An address book with a card for each owner, names and addresses as bad as they come."""
    desk = desk_at(folder)
    desk.do(NewPlan("hav", "Plan"))
    (plan,) = desk.snapshot().plans
    cards = []
    for number, text in enumerate(TEXTS.values()):
        desk.do(AddAction(plan, "A", "Ledning", "Krav", "Gör", SOON, (WrittenOwner("", text),)))
        line = text.replace("\r", " ").replace("\n", " ")
        cards += [
            "BEGIN:VCARD",
            "VERSION:4.0",
            f"FN:{line}",
            f"EMAIL:{line}",
            f"EMAIL:x\x1b{number}@havsvik.example",
            "END:VCARD",
        ]
    path = folder / "adresser.vcf"
    path.write_bytes("\r\n".join(cards).encode("utf-8", "replace"))
    with suppress(Trouble):
        desk.calendars.read_addresses(str(path))
    desk.close()


def from_a_strange_database(folder: Path) -> None:
    """A database that another hand wrote past our door, with all that it can hold."""
    desk = desk_at(folder)
    desk.snapshot()
    held = [text.replace("\0", "").encode("utf-8", "replace").decode() for text in TEXTS.values()]
    plan = Plan("p1", "hav", held[0], held[1], held[2], TODAY, held[3])
    area = Area("a1", "p1", "A", held[4])
    actions = [an_action(number, text) for number, text in enumerate(held)]
    why = dumps({"command": "AddAction", "labels": held[:3], "note": held[1]})
    changes = tuple(appear(one) for one in (plan, area, *actions))
    desk._store.commit(ChangeSet("s1", datetime(2026, 5, 1, 10, tzinfo=UTC), held[0], why, changes))
    desk.close()


def an_action(number: int, text: str) -> Action:
    due = When.on(date(2026, 6, 1), text)
    return Action(
        f"id{number}", "p1", "a1", f"A{number + 1}", number, text, text, Status.PLANNED, TODAY, text, due, (), text, text,
        "FREQ=YEARLY", due, (text,), (), text, (), text,
    )  # fmt: skip


WAYS_IN: dict[str, Callable[[Path], None]] = {
    "typing": typed,
    "csv": from_csv,
    "xlsx": from_xlsx,
    "docx": from_docx,
    "text": from_text,
    "markdown": from_markdown,
    "pdf": from_pdf,
    "everything": from_everything,
    "environment": from_environment,
    "file names": from_file_names,
    "vcards": from_vcards,
    "a strange database": from_a_strange_database,
}

# Judges


OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What a terminal, or whoever reads the text there, would obey."""


ACTIVE = {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}
"""What a text in Markdown must not become; our own line breaks in cells are HTML, for Markdown has none."""


def text_is_text(data: bytes) -> None:
    found = OBEYED.search(data.decode())
    assert found is None, (found, data.decode()[max(0, found.start() - 60) : found.end() + 60])


def json_is_json(data: bytes) -> None:
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", data.decode()) is None
    try:
        json.loads(data)
    except ValueError:
        for line in data.decode().rstrip("\n").split("\n"):
            json.loads(line)


def cells_are_cells(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    sign = ";" if data.startswith(b"\xef\xbb\xbf") else ","
    found = list(csv.reader(StringIO(text, newline=""), delimiter=sign))
    assert len({len(row) for row in found}) == 1, "a cell broke out of its row"
    assert [cell for row in found for cell in row if re.match("\\s*[=+@\uff1d\uff0b\uff20\uff0d-]", cell)] == []
    text_is_text(text.replace("\r\n", "\n").encode())


def markdown_is_text(data: bytes) -> None:
    text_is_text(data)
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    assert [part.content for part in parts if part.type in ACTIVE and part.content != "<br>"] == []


class Tags(HTMLParser):
    """Collects the tags of a page and what they ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.asks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.asks += [
            name
            for name, value in attrs
            if name.startswith("on") or name in {"src", "href"} or "script:" in (value or "")
        ]


def page_is_a_page(data: bytes) -> None:
    text_is_text(data)
    tags = Tags()
    tags.feed(data.decode())
    assert tags.found & {"script", "img", "iframe", "a", "svg", "object", "embed", "form", "link", "base"} == set()
    assert tags.asks == []


def book_is_text(data: bytes) -> None:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    for cell in cells:
        text_is_text(str(cell.value).encode())


def calendars_are_calendars(folder: Path, judged: Path) -> int:
    found = sorted(folder.rglob("*.ics"))
    for path in found:
        unfolded = judge(path.read_bytes(), judged)
        assert not [line for line in unfolded if line.startswith(("ATTACH", "UID:inject", "UID:x", "Bcc"))]
        assert path.resolve().is_relative_to(folder.resolve())
    return len(found)
