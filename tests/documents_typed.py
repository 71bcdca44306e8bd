"""Small documents and a real desk for what the interface reads in and writes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from followup.clock import Clock
from followup.desk import Desk
from followup.phrases.book import Phrases
from followup.settings import Settings

HEADS = ("Område", "Krav", "Åtgärd", "Klart senast", "Vem", "Uppföljning", "Ansvarig för uppföljning")
ROWS = (
    (
        "A. Ledning", "Chefen ska känna till uppdraget.", "Uppdraget skrivs ned och gås igenom med alla.", "Maj 2027",
        "Verksamhetschef, för närvarande Lo Berg", "Årligen, första gången oktober 2027", "Studierektor Kim Ask",
    ),
    (
        "A. Ledning", "Ett råd ska finnas.", "Rådet bildas och träffas varje månad.", "när alla hunnit",
        "Verksamhetschef", "Varje halvår från september 2027", "Studierektor Kim Ask",
    ),
    (
        "B. Lokaler", "Alla ska ha en skrivplats.", "Rum 3 görs om till fyra platser.", "HT 2027",
        "Tekniker Bo Ek", "Varje halvår från januari 2028", "Studierektor Kim Ask",
    ),
)  # fmt: skip
TODAY = date(2026, 11, 22)


def a_table(rows: tuple[tuple[str, ...], ...] = ROWS, heads: tuple[str, ...] = HEADS) -> str:
    """Give a plan as a Markdown table under its head."""
    lines = ["# Handlingsplan efter granskning", "", "Verksamhet: Hudmottagningen Östra", ""]
    lines += ["| " + " | ".join(cells) + " |" for cells in (heads, ("---",) * len(heads), *rows)]
    return "\n".join(lines) + "\n"


def a_document(folder: Path, name: str = "plan.md", text: str = "") -> Path:
    """Write a document; give its path."""
    path = folder / name
    path.write_text(text or a_table(), encoding="utf-8")
    return path


def a_real_desk(folder: Path, language: str = "sv", today: date = TODAY, **chosen: str) -> Desk:
    """Sit down at a database in a folder, empty if it was not there; `chosen` are settings."""
    settings = Settings(data=str(folder / "plan.db"), language=language, user="Kim", chosen=chosen)
    return Desk(settings, Phrases(language), Clock(today))


def a_desk_that_remembers(folder: Path) -> Desk:
    """Sit down at a desk with a settings file, beside which it remembers from one run to the next."""
    settings = Settings(data=str(folder / "plan.db"), language="sv", user="Kim", file=str(folder / "config.toml"))
    return Desk(settings, Phrases("sv"), Clock(TODAY))
