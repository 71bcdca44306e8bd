"""The program as a shell sees it, run in this process, at a made-up plan of four actions in a database of its own."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from followup.clock import Clock
from followup.desk import Desk
from followup.domain.dates import Kind, When
from followup.domain.drafts import Doubt, Draft, DraftAction
from followup.domain.people import WrittenOwner
from followup.main import main
from followup.phrases.book import Phrases
from followup.settings import Settings

TODAY = date(2026, 9, 15)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

CHIEF = WrittenOwner("Enhetschef", "Tuva Lindqvist-Öman", held=True)
DIRECTOR = WrittenOwner("studierektor", "Signe Åkerlund")
NURSE = WrittenOwner("vårdenhetschef", "Jalmari Niskanen")


def a_month(year: int, month: int, text: str) -> When:
    last = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return When(Kind.MONTH, date(year, month, 1), date(year, month, last), text)


def a_draft(**said: Any) -> Draft:
    """Give the made-up plan as it was read; name what a test wants otherwise."""
    rich = DraftAction(
        area_code="A",
        area_name="Ledning och ansvar",
        requirement="Chefen avsätter tid för handledning.",
        measure="Två timmar i veckan läggs i schemat.\n\nSchemaläggaren kontrollerar varje månad.",
        due=a_month(2026, 11, "November 2026"),
        responsible=(CHIEF, NURSE),
        responsible_text="Enhetschef, för närvarande Tuva Lindqvist-Öman. Jalmari Niskanen, vårdenhetschef.",
        follow_up_text="Varje år, samt vid byte av enhetschef. Först mars 2027.",
        rule="FREQ=YEARLY",
        first=a_month(2027, 3, "mars 2027"),
        triggers=("vid byte av enhetschef",),
        follow_up_responsible=(DIRECTOR,),
        follow_up_responsible_text="Signe Åkerlund, studierektor",
    )
    bare = DraftAction(
        "C", "", "", "Introduktionen skrivs om.", When.no_date(), (), "", "", "", When.no_date(), (), (), ""
    )
    late = DraftAction(
        area_code="B",
        area_name="Lokaler",
        requirement="Det finns ett rum för enskilda samtal.",
        measure="Rum 7 görs om.",
        due=When.on(date(2026, 8, 31), "31 augusti 2026"),
        responsible=(NURSE,),
        responsible_text="Jalmari Niskanen, vårdenhetschef",
        follow_up_text="Två gånger per termin",
        rule="2/term",
        first=When(Kind.TERM, date(2026, 7, 1), date(2026, 12, 31), "HT 2026"),
        triggers=(),
        follow_up_responsible=(CHIEF, DIRECTOR),
        follow_up_responsible_text="Enhetschefen och studierektorn",
        doubts=(Doubt("due", "year-assumed", "31 augusti"),),
    )
    soon = DraftAction(
        area_code="B",
        area_name="Lokaler",
        requirement="Läkare under utbildning når journalen var de än är.",
        measure="Bärbara datorer köps in.",
        due=When.open_ended("Snarast"),
        responsible=(WrittenOwner("IT-samordnare", ""),),
        responsible_text="IT-samordnaren",
        follow_up_text="Vid nästa möte",
        rule="",
        first=When.on(date(2026, 9, 10), "10 september 2026"),
        triggers=(),
        follow_up_responsible=(),
        follow_up_responsible_text="",
    )
    plain: dict[str, Any] = {
        "source": "plan.docx",
        "title": "Handlingsplan efter granskning",
        "unit": "Hudmottagningen Älvbacka",
        "review": "SPUR 2026",
        "document_date": date(2026, 6, 1),
        "language": "sv",
        "actions": (rich, late, soon, bare),
    }
    return Draft(**(plain | said))


PLAN_CSV = """\
Område;Krav;Planerad åtgärd;Klart senast;Ansvarig;Uppföljning;Ansvarig för uppföljning
A. Ledning;Det finns en utbildningsansvarig.;Uppdraget skrivs och beslutas.;Oktober 2026;Enhetschef, för närvarande Tuva Lindqvist-Öman;Varje år, först mars 2027;Signe Åkerlund, studierektor
A. Ledning;Utbildningsrådet träffas.;Fyra möten om året bokas.;HT 2026;Signe Åkerlund, studierektor;En gång per termin;Signe Åkerlund, studierektor
B. Lokaler;Det finns ett övningsrum.;Rum 7 görs om.;2026-12-31;Jalmari Niskanen, vårdenhetschef;Maj 2027;Enhetschef, för närvarande Tuva Lindqvist-Öman
"""
"""The same clinic's plan as a document that can be read."""


@dataclass(frozen=True)
class Told:
    """What a run gave: the exit code, and stdout and stderr as bytes."""

    code: int
    data: bytes
    talk: bytes

    @property
    def out(self) -> str:
        return self.data.decode()

    @property
    def err(self) -> str:
        return self.talk.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass
class Shell:
    """Runs `followup WORDS` in a folder of its own; `today` and `language` as the environment gives them."""

    folder: Path
    captured: pytest.CaptureFixture[bytes]
    patch: pytest.MonkeyPatch
    language: str = "sv"
    today: str = TODAY.isoformat()
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.folder / "followup.db"

    def __call__(self, *words: str, stdin: bytes = b"") -> Told:
        self.patch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        self.captured.readouterr()
        code = main(words, self.surroundings())
        said = self.captured.readouterr()
        return Told(code, said.out, said.err)

    def surroundings(self) -> dict[str, str]:
        plain = {
            "FOLLOWUP_DATA": str(self.database),
            "FOLLOWUP_SETTINGS": str(self.folder / "settings.toml"),
            "FOLLOWUP_LANG": self.language,
            "FOLLOWUP_TODAY": self.today,
            "FOLLOWUP_USER": "Signe",
        }
        return plain | self.environment

    def write(self, name: str, text: str | bytes) -> str:
        """Write a file beside the database; give its path."""
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def accept(self, draft: Draft, key: str = "") -> None:
        """Store a read document past the shell."""
        desk = Desk(
            Settings(str(self.database), "sv", user="Signe"), Phrases("sv"), Clock(date.fromisoformat(self.today))
        )
        assert desk.documents.accept(draft, key).refused is None
        desk.close()

    def labels(self, *query: str) -> list[str]:
        """Give the labels that a query finds."""
        return [one["label"] for one in self("status", "--format", "json", *query).json["actions"]]

    def state(self) -> tuple[int, Any]:
        """Give the number of change sets, and every action as it stands: what must be the same after a refusal."""
        return len(self("log", "--format", "json").json["sets"]), self("status", "--format", "json").json["actions"]


def plant(path: Path) -> None:
    """Make a database that holds the made-up plan."""
    desk = Desk(Settings(str(path), "sv", user="Signe"), Phrases("sv"), Clock(date(2026, 9, 1)))
    assert desk.documents.accept(a_draft(), "hud").refused is None
    desk.close()


def copied(planted: Path, folder: Path) -> None:
    shutil.copy(planted, folder / "followup.db")


def masked(text: str | bytes) -> str:
    """Give the text with its ids numbered in the order in which they appear."""
    whole = text.decode() if isinstance(text, bytes) else text
    seen: dict[str, str] = {}
    return _ID.sub(lambda found: seen.setdefault(found.group(), f"id-{len(seen) + 1}"), whole)
