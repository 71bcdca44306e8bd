"""The JSON that scripts depend on, frozen: every field, its order and its nulls."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shell import PLAN_CSV, Shell, masked

DIRECTOR = {"role": "studierektor", "name": "Signe Åkerlund"}
CHIEF = {"role": "Enhetschef", "name": "Tuva Lindqvist-Öman"}
NURSE = {"role": "vårdenhetschef", "name": "Jalmari Niskanen"}

RICH: dict[str, Any] = {
    "id": "id-1",
    "label": "A1",
    "plan": "hud",
    "area": {"code": "A", "name": "Ledning och ansvar"},
    "requirement": "Chefen avsätter tid för handledning.",
    "measure": "Två timmar i veckan läggs i schemat.\n\nSchemaläggaren kontrollerar varje månad.",
    "status": "planned",
    "status_since": "2026-09-01",
    "status_note": None,
    "due": {"text": "November 2026", "start": "2026-11-01", "end": "2026-11-30", "kind": "month"},
    "overdue": False,
    "days_left": 76,
    "responsible": [CHIEF, NURSE],
    "responsible_text": "Enhetschef, för närvarande Tuva Lindqvist-Öman. Jalmari Niskanen, vårdenhetschef.",
    "follow_up": {
        "text": "Varje år, samt vid byte av enhetschef. Först mars 2027.",
        "rule": "FREQ=YEARLY",
        "first": {"text": "mars 2027", "start": "2027-03-01", "end": "2027-03-31", "kind": "month"},
        "triggers": ["vid byte av enhetschef"],
        "next": {"start": "2027-03-01", "end": "2027-03-31"},
        "last": None,
        "overdue": False,
        "responsible": [DIRECTOR],
        "responsible_text": "Signe Åkerlund, studierektor",
    },
    "doubts": [],
    "version": 1,
}
LATE: dict[str, Any] = {
    "id": "id-2",
    "label": "B1",
    "plan": "hud",
    "area": {"code": "B", "name": "Lokaler"},
    "requirement": "Det finns ett rum för enskilda samtal.",
    "measure": "Rum 7 görs om.",
    "status": "planned",
    "status_since": "2026-09-01",
    "status_note": None,
    "due": {"text": "31 augusti 2026", "start": "2026-08-31", "end": "2026-08-31", "kind": "day"},
    "overdue": True,
    "days_left": -15,
    "responsible": [NURSE],
    "responsible_text": "Jalmari Niskanen, vårdenhetschef",
    "follow_up": {
        "text": "Två gånger per termin",
        "rule": "2/term",
        "first": {"text": "HT 2026", "start": "2026-07-01", "end": "2026-12-31", "kind": "term"},
        "triggers": [],
        "next": {"start": "2026-07-01", "end": "2026-09-30"},
        "last": None,
        "overdue": False,
        "responsible": [CHIEF, DIRECTOR],
        "responsible_text": "Enhetschefen och studierektorn",
    },
    "doubts": [{"field": "due", "code": "year-assumed", "text": "31 augusti"}],
    "version": 1,
}
OPEN: dict[str, Any] = {
    "id": "id-3",
    "label": "B2",
    "plan": "hud",
    "area": {"code": "B", "name": "Lokaler"},
    "requirement": "Läkare under utbildning når journalen var de än är.",
    "measure": "Bärbara datorer köps in.",
    "status": "planned",
    "status_since": "2026-09-01",
    "status_note": None,
    "due": {"text": "Snarast", "start": None, "end": None, "kind": "open"},
    "overdue": False,
    "days_left": None,
    "responsible": [{"role": "IT-samordnare", "name": None}],
    "responsible_text": "IT-samordnaren",
    "follow_up": {
        "text": "Vid nästa möte",
        "rule": None,
        "first": {"text": "10 september 2026", "start": "2026-09-10", "end": "2026-09-10", "kind": "day"},
        "triggers": [],
        "next": {"start": "2026-09-10", "end": "2026-09-10"},
        "last": None,
        "overdue": True,
        "responsible": [],
        "responsible_text": None,
    },
    "doubts": [],
    "version": 1,
}
BARE: dict[str, Any] = {
    "id": "id-4",
    "label": "C1",
    "plan": "hud",
    "area": {"code": "C", "name": None},
    "requirement": None,
    "measure": "Introduktionen skrivs om.",
    "status": "planned",
    "status_since": "2026-09-01",
    "status_note": None,
    "due": {"text": None, "start": None, "end": None, "kind": "none"},
    "overdue": False,
    "days_left": None,
    "responsible": [],
    "responsible_text": None,
    "follow_up": {
        "text": None,
        "rule": None,
        "first": None,
        "triggers": [],
        "next": None,
        "last": None,
        "overdue": False,
        "responsible": [],
        "responsible_text": None,
    },
    "doubts": [],
    "version": 1,
}
STATUS: dict[str, Any] = {
    "schema": "followup.status/1",
    "today": "2026-09-15",
    "plans": [
        {
            "key": "hud",
            "title": "Handlingsplan efter granskning",
            "unit": "Hudmottagningen Älvbacka",
            "review": "SPUR 2026",
            "areas": [
                {"code": "A", "name": "Ledning och ansvar"},
                {"code": "B", "name": "Lokaler"},
                {"code": "C", "name": None},
            ],
        }
    ],
    "summary": {
        "total": 4,
        "by_status": {"planned": 4, "in_progress": 0, "done": 0, "paused": 0, "dropped": 0, "closed": 0},
        "overdue": 1,
        "due_soon": 0,
        "follow_up_due": 1,
        "follow_up_overdue": 1,
    },
    "actions": [RICH, LATE, OPEN, BARE],
}


def plain(document: Any) -> str:
    """Give a document as text, so that the order of its fields counts too."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def test_the_status_is_the_contracts_document_field_by_field(shell: Shell) -> None:
    told = shell("status", "--format", "json")
    assert (told.code, told.err) == (0, "")
    assert masked(told.data) == plain(STATUS) + "\n"


def test_ndjson_is_the_same_actions_one_a_line(shell: Shell) -> None:
    told = shell("status", "--format", "ndjson")
    assert masked(told.data).splitlines() == [plain(action) for action in (RICH, LATE, OPEN, BARE)]


def test_show_gives_the_same_object_alone(shell: Shell) -> None:
    assert masked(shell("show", "A1", "--format", "json").data) == plain(RICH) + "\n"


def test_an_empty_database_has_an_empty_document_with_every_field(bare_shell: Shell) -> None:
    counts = {"total": 0, "by_status": dict.fromkeys(STATUS["summary"]["by_status"], 0)}
    rest = dict.fromkeys(("overdue", "due_soon", "follow_up_due", "follow_up_overdue"), 0)
    empty = STATUS | {"plans": [], "summary": counts | rest, "actions": []}
    told = bare_shell("status", "--format", "json")
    assert (told.code, told.out, told.err) == (0, plain(empty) + "\n", "")


def test_a_status_changed_and_a_round_held_stand_in_the_document(shell: Shell) -> None:
    shell("mark", "B1", "in_progress", "-m", "Ritningen är klar", "--on", "2026-09-14")
    shell("record", "B1", "partly", "--on", "2026-09-15", "-m", "Målat")
    found = shell("show", "B1", "--format", "json").json
    assert (found["status"], found["status_since"], found["status_note"]) == (
        "in_progress",
        "2026-09-14",
        "Ritningen är klar",
    )
    assert found["follow_up"]["last"] == {"on": "2026-09-15", "result": "partly"}
    assert found["follow_up"]["next"] == {"start": "2026-10-01", "end": "2026-12-31"}
    assert found["version"] == 2


def test_since_adds_what_changed_to_each_action_and_leaves_the_others_out(shell: Shell) -> None:
    shell("mark", "B1", "done")
    actions = shell("status", "--since", "2026-09-15", "--format", "json").json["actions"]
    assert [action["label"] for action in actions] == ["B1"]
    assert {"field": "status", "old": "planned", "new": "done"} in actions[0]["changes"]
    assert list(actions[0]) == [*RICH, "changes"]


def test_the_log_is_the_contracts_document(shell: Shell) -> None:
    shell("mark", "A1", "in_progress", "-m", "Schemat är ändrat")
    told = shell("log", "A1", "--format", "json", "--limit", "1")
    found = told.json
    assert list(found) == ["schema", "sets"]
    made = found["sets"][0]
    assert made.pop("at").endswith("Z")
    assert len(made.pop("id")) == 36
    assert {len(one.pop("id")) for one in made["changes"]} == {36}
    assert made == {
        "number": 2,
        "by": "Signe",
        "why": {"command": "MoveTo", "labels": ["A1"], "status": "in_progress", "note": "Schemat är ändrat"},
        "kind": "do",
        "undoes": None,
        "changes": [
            {"entity": "action", "field": "status", "old": "planned", "new": "in_progress"},
            {"entity": "action", "field": "status_since", "old": "2026-09-01", "new": "2026-09-15"},
            {"entity": "action", "field": "status_note", "old": "", "new": "Schemat är ändrat"},
        ],
    }


def test_an_undo_names_the_set_that_it_undoes(shell: Shell) -> None:
    shell("mark", "A1", "done")
    shell("undo")
    sets = shell("log", "--format", "json").json["sets"]
    assert [(one["number"], one["kind"]) for one in sets] == [(3, "undo"), (2, "do"), (1, "do")]
    assert sets[0]["undoes"] == sets[1]["id"]


def test_a_dry_run_is_the_contracts_document_and_stores_nothing(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", PLAN_CSV)
    found = bare_shell("import", path, "--dry-run", "--format", "json").json
    assert list(found) == ["schema", "source", "plan", "actions", "doubts"]
    assert (found["schema"], found["source"], found["doubts"]) == ("followup.draft/1", "plan.csv", [])
    assert found["plan"] == {
        "key": None,
        "title": None,
        "unit": None,
        "review": None,
        "document_date": None,
        "language": "sv",
        "areas": [{"code": "A", "name": "Ledning"}, {"code": "B", "name": "Lokaler"}],
    }
    assert found["actions"][2] == {
        "change": "new",
        "changed_fields": [],
        "label": "B1",
        "area": {"code": "B", "name": "Lokaler"},
        "requirement": "Det finns ett övningsrum.",
        "measure": "Rum 7 görs om.",
        "status": "planned",
        "status_since": None,
        "status_note": None,
        "due": {"text": "2026-12-31", "start": "2026-12-31", "end": "2026-12-31", "kind": "day"},
        "responsible": [NURSE],
        "responsible_text": "Jalmari Niskanen, vårdenhetschef",
        "follow_up": {
            "text": "Maj 2027",
            "rule": None,
            "first": {"text": "Maj 2027", "start": "2027-05-01", "end": "2027-05-31", "kind": "month"},
            "triggers": [],
            "responsible": [CHIEF],
            "responsible_text": "Enhetschef, för närvarande Tuva Lindqvist-Öman",
        },
        "source": "4",
        "doubts": [],
    }
    assert bare_shell.labels() == []


def test_a_dry_run_of_a_reissue_says_new_same_changed_and_gone(bare_shell: Shell) -> None:
    bare_shell("import", bare_shell.write("plan.csv", PLAN_CSV), "--new", "hud")
    lines = PLAN_CSV.replace("Oktober 2026", "November 2026").splitlines()
    new = "C. Övrigt;Det finns en introduktion.;En pärm skrivs.;Maj 2027;Jalmari Niskanen, vårdenhetschef;Årligen;"
    again = bare_shell.write("igen.csv", "\n".join([*lines[:3], new]) + "\n")
    found = bare_shell("import", again, "--plan", "hud", "--dry-run", "--format", "json").json
    assert found["plan"]["key"] == "hud"
    assert sorted((one["change"], one["label"]) for one in found["actions"]) == [
        ("changed", "A1"),
        ("gone", "B1"),
        ("new", "C1"),
        ("same", "A2"),
    ]
    changed = next(one for one in found["actions"] if one["change"] == "changed")
    assert changed["changed_fields"] == ["due"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Maj 2026", {"kind": "month", "start": "2026-05-01", "end": "2026-05-31"}),
        ("2026-05-31", {"kind": "day", "start": "2026-05-31", "end": "2026-05-31"}),
        ("HT 2026", {"kind": "term", "start": "2026-07-01", "end": "2026-12-31"}),
        ("snarast", {"kind": "open"}),
        ("blurp", {"kind": "not-a-date"}),
        (
            "varje år, först maj 2027",
            {
                "kind": "recurrence",
                "start": "2027-05-01",
                "end": "2027-05-31",
                "rule": "FREQ=YEARLY",
                "first": {"text": "maj 2027", "start": "2027-05-01", "end": "2027-05-31", "kind": "month"},
            },
        ),
        ("vid byte av chef", {"kind": "trigger", "triggers": ["vid byte av chef"]}),
    ],
)
def test_when_is_the_contracts_object(bare_shell: Shell, words: str, said: dict[str, Any]) -> None:
    found = bare_shell("when", *words.split(), "--format", "json").json
    asked = {"schema": "followup.when/1", "text": words, "start": None, "end": None, "rule": None, "first": None}
    asked |= {"triggers": []} | said
    assert {name: found[name] for name in asked} == asked
    assert list(found)[:8] == ["schema", "text", "kind", "start", "end", "rule", "first", "triggers"]


def test_when_reads_lines_and_answers_each_on_a_line(bare_shell: Shell) -> None:
    told = bare_shell("when", "--stdin", "--format", "json", stdin=b"maj 2026\r\nhej\n\nHT 2026")
    assert [json.loads(line)["kind"] for line in told.lines] == ["month", "not-a-date", "none", "term"]
    assert told.code == 0


def test_agenda_people_and_check_have_documents_of_their_own(shell: Shell) -> None:
    agenda = shell("agenda", "--format", "json").json
    assert agenda["schema"] == "followup.agenda/1"
    assert agenda["items"][0] == {
        "day": "2026-08-31",
        "kind": "due",
        "label": "B1",
        "when": "31 augusti 2026",
        "who": "Jalmari Niskanen",
        "text": "Det finns ett rum för enskilda samtal.",
        "late": True,
    }
    people = shell("people", "--format", "json").json
    assert people["schema"] == "followup.people/1"
    assert people["people"][0] | {"id": None} == {
        "id": None,
        "name": "Jalmari Niskanen",
        "roles": ["vårdenhetschef"],
        "mail": None,
        "language": None,
        "doing": 2,
        "following": 0,
        "late": 1,
        "soon": 0,
    }
    assert {row["name"] for row in people["people"]} == {
        "Signe Åkerlund",
        "Tuva Lindqvist-Öman",
        "Jalmari Niskanen",
        "IT-samordnare",
    }
    check = shell("check", "--format", "json").json
    assert check["schema"] == "followup.check/1"
    assert {"label": "C1", "code": "no_responsible", "text": None} in check["findings"]
