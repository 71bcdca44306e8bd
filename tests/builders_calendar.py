"""A made-up plan at a real desk: what the tests of calendars export, day after day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Action
from followup.domain.commands import Command
from followup.domain.dates import Kind, When
from followup.domain.drafts import Draft, DraftAction
from followup.domain.people import Person, WrittenOwner
from followup.phrases.book import Phrases
from followup.settings import Settings

TODAY = date(2026, 11, 21)

HEAD = WrittenOwner("Verksamhetschef", "Gunvor Ståhlnacke", held=True)
DIRECTOR = WrittenOwner("studierektor", "Ture Ö. Lindälv")
TUTOR = WrittenOwner("", "Zahra Kjellander")

MAY = When(Kind.MONTH, date(2027, 5, 1), date(2027, 5, 31), "Maj 2027")
LAST_OF_YEAR = When(Kind.DAY, None, date(2026, 12, 31), "senast 31/12 2026")
FIRST_DECEMBER = When(Kind.MONTH, date(2026, 12, 1), date(2026, 12, 31), "december 2026")
AUTUMN = When(Kind.TERM, date(2027, 7, 1), date(2027, 12, 31), "HT 2027")


def drafted(measure: str = "Ett forum för handledare ordnas.", **changed: Any) -> DraftAction:
    """Give an action as read: to be done in May 2027, followed up each December; name what is otherwise."""
    plain = DraftAction(
        area_code="K",
        area_name="Kollegium, handledning; stöd",
        requirement="Handledare ska träffas regelbundet.",
        measure=measure,
        due=MAY,
        responsible=(HEAD,),
        responsible_text="Verksamhetschef, för närvarande Gunvor Ståhlnacke",
        follow_up_text="Varje år, först i december 2026",
        rule="FREQ=YEARLY",
        first=FIRST_DECEMBER,
        triggers=(),
        follow_up_responsible=(DIRECTOR,),
        follow_up_responsible_text="Ture Ö. Lindälv, studierektor",
    )
    return replace(plain, **changed)


def a_draft(*actions: DraftAction, language: str = "sv") -> Draft:
    return Draft(
        "plan.docx", "Handlingsplan 2026", "Hudkliniken, Älvsby", "SPUR 2026", date(2026, 6, 1), language, actions
    )


EVERY_KIND = a_draft(
    drafted(),
    drafted("Tjänstgöringsschemat ses över.", due=LAST_OF_YEAR, responsible=(HEAD, TUTOR), rule="", first=MAY),
    drafted("Mini-CEX införs vid jour-/beredskap.", due=When.open_ended("löpande"), responsible=(TUTOR,), rule="2/term",
            first=When.no_date(), follow_up_text="Två gånger per termin"),
    drafted("", due=AUTUMN, rule="FREQ=MONTHLY;INTERVAL=6", first=When.on(date(2027, 5, 31)),
            follow_up_responsible=(HEAD, TUTOR)),
    drafted("Bibliotekets tidskrifter görs åtkomliga hemifrån.", rule="FREQ=YEARLY;BYMONTH=3,9", first=When.no_date(),
            triggers=("vid anställning av ny ST-läkare",)),
    drafted("Lön sätts.", rule="FREQ=MONTHLY", first=When.on(date(2027, 1, 30)), due=When.no_date("–")),
)  # fmt: skip


def desk_at(folder: Path, day: date = TODAY, *, plan: str = "", **chosen: Any) -> Desk:
    """Give a desk at the folder's database on that day; name settings that are chosen."""
    settings = Settings(data=str(folder / "plan.db"), language="sv", user="prov", plan=plan, chosen=chosen)
    return Desk(settings, Phrases("sv"), Clock(day))


def desk_with(folder: Path, draft: Draft = EVERY_KIND, day: date = TODAY, **chosen: Any) -> Desk:
    """Give a desk where the plan has been read in."""
    desk = desk_at(folder, day, **chosen)
    made = desk.documents.accept(draft)
    assert made.refused is None
    return desk


def do(desk: Desk, *commands: Command) -> None:
    assert desk.do(*commands).refused is None


def action_of(desk: Desk, label: str) -> Action:
    return next(one for one in desk.snapshot().actions.values() if one.label == label)


def person_of(desk: Desk, name: str) -> Person:
    return next(one for one in desk.snapshot().people.values() if one.name == name)
