"""Papers for a meeting and tables for Excel: what stands on them, read back as a reader would."""

from __future__ import annotations

import csv
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from io import BytesIO, StringIO

import pytest

from followup.publishing.papers import BRIEF, FULL
from hostile_texts import HOSTILE
from shell import Shell

FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode())))


class Words(HTMLParser):
    """What a page says and what it asks for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


def test_a_table_for_programs_has_every_column_by_its_code_and_dates_as_iso(shell: Shell) -> None:
    told = shell("status", "--format", "csv")
    assert tuple(told.lines[0].split(",")) == FULL
    late = rows_of(told.data)[1]
    assert late == {
        "plan": "hud",
        "label": "B1",
        "area": "B. Lokaler",
        "requirement": "Det finns ett rum för enskilda samtal.",
        "measure": "Rum 7 görs om.",
        "status": "Planerad",
        "status_since": "2026-09-01",
        "status_note": "",
        "due": "31 augusti 2026",
        "due_start": "2026-08-31",
        "due_end": "2026-08-31",
        "mark": "försenad",
        "responsible": "Jalmari Niskanen, vårdenhetschef",
        "follow_up": "Två gånger per termin",
        "next_start": "2026-07-01",
        "next_end": "2026-09-30",
        "last": "",
        "follow_up_responsible": "Tuva Lindqvist-Öman, Enhetschef; Signe Åkerlund, studierektor",
    }


def test_paragraphs_survive_a_table(shell: Shell) -> None:
    rows = rows_of(shell("status", "--format", "csv").data)
    assert rows[0]["measure"] == "Två timmar i veckan läggs i schemat.\n\nSchemaläggaren kontrollerar varje månad."


def test_excel_gets_a_mark_semicolons_and_the_users_own_headings(shell: Shell) -> None:
    data = shell("status", "--excel").data
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1]["Klart senast"] == "31 augusti 2026"
    assert rows[1]["Ansvarig"] == "Jalmari Niskanen, vårdenhetschef"
    assert shell("export", "csv", "--excel").data == data


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+46 70 123", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|' /C calc'!A0"]
)
def test_no_cell_of_anybodys_text_begins_a_formula(shell: Shell, text: str) -> None:
    shell("mark", "A1", "paused", "-m", text)
    for words in (("status", "--format", "csv"), ("log", "--format", "csv"), ("people", "--format", "csv")):
        for row in rows_of(shell(*words).data):
            assert [cell for cell in row.values() if FORMULA.match(cell)] == []
    excel = shell("status", "--excel").data.decode("utf-8-sig")
    assert [cell for row in csv.reader(StringIO(excel), delimiter=";") for cell in row if FORMULA.match(cell)] == []


def test_a_meeting_paper_has_its_head_its_numbers_and_a_line_for_each_action(shell: Shell) -> None:
    lines = shell("status", "--format", "md").lines
    assert lines[0] == "# Handlingsplan efter granskning"
    assert "- **Verksamhet:** Hudmottagningen Älvbacka" in lines
    assert "- **Granskning:** SPUR 2026" in lines
    assert "- **Läget den:** 15 september 2026" in lines
    assert any("**▲ 1** Försenade" in line and "**0** Klara snart" in line for line in lines)
    assert "## B. Lokaler" in lines
    head = next(line for line in lines if line.startswith("| Nr |"))
    assert head.count("|") == len(BRIEF) + 1
    assert any(line.startswith("| ▲ B1 | Det finns ett rum") and "försenad" in line for line in lines)


def test_a_page_says_the_same_and_asks_the_network_for_nothing(shell: Shell) -> None:
    page = Words(shell("status", "--format", "html").out)
    for word in (
        "Handlingsplan efter granskning",
        "Hudmottagningen Älvbacka",
        "15 september 2026",
        "B. Lokaler",
        "försenad",
    ):
        assert word in page.text
    links = [
        (tag, value) for tag, said in page.tags for name, value in said.items() if name in {"src", "href", "action"}
    ]
    assert [value for _, value in links if not str(value).startswith("#")] == []
    assert {tag for tag, _ in page.tags} & {"script", "iframe", "link", "img", "object", "form"} == set()
    assert dict(page.tags)["html"]["lang"] == "sv"


def test_the_paper_and_the_table_name_the_same_actions(shell: Shell) -> None:
    labels = [row["label"] for row in rows_of(shell("status", "--format", "csv").data)]
    paper = shell("status", "--format", "md").lines
    assert [re.findall(r"[A-Z]\d", line)[0] for line in paper if re.match(r"\| \W*[A-C]\d", line)] == labels
    assert labels == shell.labels()


def test_a_workbook_holds_the_table(shell: Shell) -> None:
    told = shell("export", "xlsx")
    with zipfile.ZipFile(BytesIO(told.data)) as book:
        text = unescape("".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml")))
    for word in ("Klart senast", "Rum 7 görs om.", "B1"):
        assert word in text
    assert "<f>" not in text


@pytest.mark.parametrize("form", ["csv", "md", "html", "json", "xlsx"])
def test_the_same_plan_on_the_same_day_gives_the_same_bytes(shell: Shell, form: str) -> None:
    assert shell("export", form).data == shell("export", form).data == shell("status", "--format", form).data


@pytest.mark.parametrize("form", ["csv", "md", "html", "json", "ndjson", "xlsx"])
def test_a_paper_goes_into_the_file_named_and_its_suffix_is_enough(shell: Shell, form: str) -> None:
    path = shell.folder / "mapp" / f"läge.{form}"
    told = shell("status", "--out", str(path))
    assert (told.code, told.data, told.err) == (0, b"", f"Skrev {path}\n")
    assert path.read_bytes() == shell("status", "--format", form).data
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("owner", "labels"),
    [
        ("Jalmari Niskanen", ["A1", "B1"]),
        ("jalmari", ["A1", "B1"]),
        ("Signe Åkerlund", ["A1", "B1"]),
        ("vårdenhetschef", ["A1", "B1"]),
        ("IT-samordnare", ["B2"]),
    ],
)
def test_an_export_for_somebody_has_what_that_one_does_and_follows_up(
    shell: Shell, owner: str, labels: list[str]
) -> None:
    assert [row["label"] for row in rows_of(shell("export", "csv", "--for", owner).data)] == labels


def test_a_role_is_not_another_one_that_contains_its_name(shell: Shell) -> None:
    shell("mark", "B1", "closed", "-m", "Färdigt")
    shell("hold", "enhetschef", "Anna Ek")
    rows = rows_of(shell("export", "csv", "--for", "Enhetschef").data)
    assert [row["label"] for row in rows] == ["A1", "B1"]
    assert rows_of(shell("export", "csv", "--for", "Anna Ek").data) == rows
    assert [row["label"] for row in rows_of(shell("export", "csv", "--for", "samordnare").data)] == ["B2"]


def test_an_export_for_nobody_is_refused(shell: Shell) -> None:
    told = shell("export", "csv", "--for", "Nils Karlsson-Pyssling")
    assert (told.code, told.data) == (1, b"")
    assert "Nils Karlsson-Pyssling" in told.err


def test_a_rehearsed_export_writes_nothing(shell: Shell) -> None:
    path = shell.folder / "läge.csv"
    told = shell("export", "csv", "--out", str(path), "--dry-run")
    assert (told.code, told.data, told.err) == (0, b"", f"Skulle skriva {path}\n")
    assert not path.exists()


def test_an_export_of_nothing_is_refused(bare_shell: Shell) -> None:
    told = bare_shell("export", "csv")
    assert (told.code, told.data) == (1, b"")
    assert "followup import" in told.err


def test_a_paper_that_holds_no_action_says_so(shell: Shell) -> None:
    assert "Ingen åtgärd stämmer med filtret." in shell("status", "zebra", "--format", "md").out
    assert rows_of(shell("status", "zebra", "--format", "csv").data) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_papers_are_in_the_users_language_and_plans_in_their_own(shell: Shell, language: str) -> None:
    shell.language = language
    paper = shell("status", "--format", "md").out
    assert ("Försenade" in paper) == (language == "sv")
    assert ("Late" in paper) == (language == "en")
    assert "Chefen avsätter tid för handledning." in paper
    assert 'lang="sv"' in shell("status", "--format", "html").out or language == "en"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_texts_on_every_paper(shell: Shell, text: str) -> None:
    shell("mark", "A1", "paused", "-m", f"Se {text}")
    page = Words(shell("show", "A1", "--format", "html").out)
    assert {tag for tag, _ in page.tags} & {"script", "iframe", "img", "object", "form"} == set()
    assert "onerror" not in {name for _, said in page.tags for name in said}
    paper = shell("show", "A1", "--format", "md").out
    assert not re.search(r"^# rubrik|^---$|^===$", paper, re.MULTILINE)
    assert not re.search(r"(?<!\\)\]\(", paper)
