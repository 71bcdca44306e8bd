"""A made-up plan, as varied as life: thirteen actions of an invented clinic, and what single tests want changed in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from followup.domain.actions import Action, Area, Plan, Result, Round, Status
from followup.domain.dates import Kind, When
from followup.domain.drafts import Doubt
from followup.domain.people import Holding, Owner, Person, Role
from followup.domain.snapshot import Snapshot

TODAY = date(2026, 5, 12)


def a_month(year: int, month: int, text: str) -> When:
    last = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}[month]
    return When(Kind.MONTH, date(year, month, 1), date(year, month, last), text)


def an_action(identity: str = "a1", label: str = "A1", **changed: Any) -> Action:
    """Give an action that asks for nothing special; name what a test wants otherwise."""
    plain = Action(
        id=identity,
        plan="p1",
        area="omr-a",
        label=label,
        position=1,
        requirement="Handledarna träffas varje månad.",
        measure="En fast tid bokas i schemat.",
        status=Status.PLANNED,
        status_since=date(2026, 1, 15),
        status_note="",
        due=a_month(2026, 9, "September 2026"),
        responsible=(Owner(role="r-chef"),),
        responsible_text="Enhetschefen",
        follow_up_text="Årligen, första gången i oktober 2026",
        rule="FREQ=YEARLY",
        first=a_month(2026, 10, "oktober 2026"),
        triggers=(),
        follow_up_responsible=(Owner(person="m-dir", title="studierektor"),),
        follow_up_responsible_text="Studierektorn",
    )
    return replace(plain, **changed)


_AREAS = (
    ("A", "Ledning och organisation"),
    ("B", "Lokaler och utrustning"),
    ("C", "Handledning och bedömning"),
    ("D", "Schemaläggning och placeringar"),
)
_PEOPLE = (
    ("m-dir", "Signe Åkerlund"),
    ("m-chef", "Ingemar Öfverstedt"),
    ("m-ahl", "Tove Ahlqvist"),
    ("m-zet", "Pål Zetterwall"),
    ("m-nor", "Miriam Nordanstig"),
)
_OF: tuple[tuple[str, dict[str, Any]], ...] = (
    ("A1", {
        "requirement": "Alla läkare under utbildning ska ha en namngiven chef som svarar för deras tid.",
        "measure": "Chefens ansvar skrivs in i arbetsordningen.\n\nListan hålls aktuell på enhetens sida.",
        "due": a_month(2026, 3, "Mars 2026"), "status": Status.IN_PROGRESS, "first": a_month(2026, 6, "juni 2026"),
    }),
    ("A2", {
        "requirement": "Utbildningsplanen ska vara beslutad och känd av alla.",
        "measure": "Planen läggs fram på personalmötet.",
        "due": a_month(2026, 5, "Maj 2026"), "first": a_month(2026, 11, "november 2026"),
    }),
    ("A3", {
        "requirement": "Ett råd med utbildningsläkare ska finnas.",
        "measure": "Rådet bildas och träffas fyra gånger om året.", "status": Status.DONE,
        "due": When.on(date(2026, 2, 27), "27 februari 2026"), "first": a_month(2026, 4, "april 2026"),
        "responsible": (Owner(person="m-ahl", title="utbildningsläkare"),),
    }),
    ("B1", {
        "requirement": "Varje utbildningsläkare ska ha en egen skrivplats.",
        "measure": "Rum 14 görs om till fyra platser.", "due": When.open_ended("Snarast"), "rule": "",
        "first": When.no_date(), "follow_up_text": "",
    }),
    ("B2", {
        "requirement": "Övningsrummet ska gå att använda dygnet runt.", "measure": "Lås byts till kort.",
        "due": When(Kind.TERM, date(2026, 7, 1), date(2026, 12, 31), "HT 2026"),
        "responsible": (Owner(person="m-zet", title="tekniker"), Owner(role="r-chef")), "rule": "2/term",
        "first": When.no_date(), "follow_up_text": "Två gånger per termin",
    }),
    ("C1", {
        "requirement": "Handledarna ska ha gått kurs de senaste fem åren.",
        "measure": "Två platser köps varje höst. De som väntat längst går först.", "status": Status.PAUSED,
        "status_note": "Kursen är inställd i vår", "due": a_month(2026, 11, "November 2026"),
    }),
    ("C2", {
        "requirement": "Handledningssamtal ska hållas minst en gång i månaden och antecknas.",
        "measure": "En mall för samtalet tas fram. Studierektorn ser över anteckningarna varje kvartal.",
        "due": When.on(date(2026, 5, 29), "29 maj 2026"), "status": Status.IN_PROGRESS, "rule": "FREQ=MONTHLY;INTERVAL=3",
        "first": a_month(2026, 2, "februari 2026"), "follow_up_text": "Varje kvartal från februari 2026",
    }),
    ("C3", {
        "requirement": "Bedömningar ska göras av flera, på flera ställen och med kända mått.",
        "measure": "Tre mått väljs, och alla som bedömer övar på film.", "due": a_month(2027, 1, "Januari 2027"),
        "triggers": ("vid byte av handledare", "vid ny målbeskrivning"),
        "doubts": (Doubt("due", "year-assumed", "januari"),),
    }),
    ("C4", {
        "requirement": "Återkoppling ska ges skriftligt.", "measure": "Ett kort formulär används.",
        "status": Status.DROPPED, "status_note": "Ersatt av C3", "due": a_month(2026, 4, "April 2026"),
    }),
    ("D1", {
        "requirement": "Sidotjänstgöring ska planeras ett år framåt, med hänsyn till jour-/beredskap och ledighet.",
        "measure": "Ett gemensamt schema läggs i oktober.", "due": a_month(2026, 10, "Oktober 2026"),
        "responsible": (Owner(role="r-schema"),),
    }),
    ("D2", {
        "requirement": "Inläsningstid om fyra timmar i veckan ska stå i schemat.",
        "measure": "Tiden låses i schemat och följs upp med stickprov.", "due": a_month(2026, 6, "Juni 2026"),
        "responsible": (Owner(role="r-schema"), Owner(person="m-nor", title="överläkare")),
    }),
    ("D3", {
        "requirement": "Introduktionen ska vara två veckor och skild från jourtjänst.", "measure": "En checklista görs.",
        "status": Status.CLOSED, "status_note": "Uppfyllt två år i rad", "due": a_month(2025, 9, "September 2025"),
    }),
    ("D4", {
        "requirement": "", "measure": "Utvärdering efter varje placering, som läkaren och enheten läser tillsammans.",
        "due": When.no_date(), "first": When.on(date(2026, 5, 4), "4 maj 2026"), "rule": "FREQ=MONTHLY;INTERVAL=6",
        "follow_up_text": "Varje halvår från 4 maj 2026",
    }),
)  # fmt: skip


def a_plan(**changed: Any) -> Snapshot:
    """Give the plan as a snapshot; name a shelf to replace it."""
    areas = {
        f"omr-{code.lower()}": Area(f"omr-{code.lower()}", "p1", code, name, n, "C" if code == "A" else "")
        for n, (code, name) in enumerate(_AREAS, 1)
    }
    actions = [
        an_action(label.lower(), label, area=f"omr-{label[0].lower()}", position=place, **facts)
        for place, (label, facts) in enumerate(_OF, 1)
    ]
    plain = Snapshot(
        revision=1,
        plans={"p1": Plan("p1", "fjm", "Handlingsplan efter granskning", "Fjällmottagningen Norra", "SPUR 2025", date(2025, 12, 1))},
        areas=areas,
        people={identity: Person(identity, name) for identity, name in _PEOPLE},
        roles={"r-chef": Role("r-chef", "p1", "Enhetschef"), "r-schema": Role("r-schema", "p1", "Schemaläggare")},
        holdings={"h1": Holding("h1", "r-chef", "m-chef")},
        actions={action.id: action for action in actions},
        rounds={
            "t1": Round(
                "t1", "d3", "2026-10-01", date(2026, 10, 1), date(2026, 10, 31), When.no_date(), date(2026, 1, 20),
                Result.HOLDS, "Alla sju nya hade gått den", "Signe Åkerlund", "protokoll 3",
            )
        },
    )  # fmt: skip
    return replace(plain, **changed)


def many_actions(count: int) -> Snapshot:
    """Give the plan with its actions repeated until there are so many, each with an id and label of its own."""
    plan = a_plan()
    models = list(plan.actions.values())
    actions = [
        replace(models[n % 13], id=f"n{n}", label=f"{models[n % 13].label[0]}{n // 13 + 1}", position=n + 1)
        for n in range(count)
    ]
    return replace(plan, actions={action.id: action for action in actions}, rounds={})
