"""What is stored of a read document: people, roles and areas once, labels once and for ever, every word kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_plan
from drafts_of import a_draft, a_draft_action, a_whole_draft
from followup.domain.actions import Status
from followup.domain.changes import Refused
from followup.domain.commands import AcceptDraft, AddAction
from followup.domain.dates import When
from followup.domain.drafts import Doubt, Draft
from followup.domain.enrol import Enrolment, folded, free_key
from followup.domain.given import appear
from followup.domain.people import Owner, WrittenOwner
from followup.domain.snapshot import Snapshot, apply
from paper_desk import PaperDesk


def read_in(draft: Draft, desk: PaperDesk | None = None) -> PaperDesk:
    desk = desk or PaperDesk(Snapshot())
    desk.do(AcceptDraft(draft))
    return desk


def labels(desk: PaperDesk) -> list[str]:
    return [action.label for action in desk.snapshot.actions.values()]


def owned(written: WrittenOwner) -> tuple[Owner, PaperDesk]:
    desk = read_in(a_draft(a_draft_action("x", responsible=(written,))))
    [owner] = desk.action("A1").responsible
    return owner, desk


# What stands in the document


def test_an_action_is_stored_as_it_was_read() -> None:
    draft = replace(
        a_draft_action("Rad ett.\n\nRad två."),
        triggers=("vid ny chef",),
        doubts=(Doubt("due", "x", "okt"),),
        source="s. 3",
    )
    action = read_in(a_draft(draft)).action("A1")
    for field in ("requirement", "measure", "due", "responsible_text", "follow_up_text", "rule", "first", "triggers"):
        assert getattr(action, field) == getattr(draft, field), field
    assert (action.doubts, action.source, action.status, action.status_since) == (
        draft.doubts,
        "s. 3",
        Status.PLANNED,
        TODAY,
    )


def test_a_status_that_the_document_gives_is_kept_with_its_day_and_words() -> None:
    said = a_draft_action("x", status="done", status_since=date(2026, 2, 1), status_note="Klart sedan i vintras")
    action = read_in(a_draft(said)).action("A1")
    assert (action.status, action.status_since, action.status_note) == (
        Status.DONE,
        date(2026, 2, 1),
        "Klart sedan i vintras",
    )


def test_the_plan_takes_the_documents_head_and_its_source_as_title_where_it_has_none() -> None:
    [plan] = read_in(a_draft(a_draft_action("x"))).snapshot.plans.values()
    assert (plan.title, plan.unit, plan.review, plan.document_date) == (
        "Handlingsplan",
        "Öronkliniken Västervik",
        "SPUR 2025",
        date(2026, 1, 20),
    )
    [other] = read_in(a_draft(a_draft_action("x"), title="")).snapshot.plans.values()
    assert other.title == "plan.docx"


@pytest.mark.parametrize(("told", "kept"), [("en", "en"), ("sv", "sv"), ("", "sv")])
def test_a_plan_has_the_language_of_its_document_or_is_swedish(told: str, kept: str) -> None:
    [plan] = read_in(a_draft(a_draft_action("x"), language=told)).snapshot.plans.values()
    assert plan.language == kept


def test_a_document_without_actions_is_refused() -> None:
    assert PaperDesk(Snapshot()).refused(AcceptDraft(a_draft())) == "draft.empty"


# Owners


def test_a_role_with_its_present_holder_belongs_to_the_role() -> None:
    owner, desk = owned(WrittenOwner("Verksamhetsledare", "Agnes Tallberg", held=True))
    assert owner == Owner(role=next(iter(desk.snapshot.roles)))
    [held] = desk.snapshot.holdings.values()
    assert (held.role, desk.snapshot.people[held.person].name, held.start, held.end) == (
        owner.role,
        "Agnes Tallberg",
        None,
        None,
    )


def test_a_name_with_a_title_is_a_person() -> None:
    owner, desk = owned(WrittenOwner("studierektor", "Rolf Ymer"))
    assert (desk.snapshot.people[owner.person].name, owner.title, owner.role) == ("Rolf Ymer", "studierektor", "")


def test_a_role_alone_and_a_name_alone_stand_alone() -> None:
    owner, desk = owned(WrittenOwner("Schemaläggare"))
    assert desk.snapshot.roles[owner.role].name == "Schemaläggare" and not owner.person
    owner, desk = owned(WrittenOwner("", "Rolf Ymer"))
    assert desk.snapshot.people[owner.person].name == "Rolf Ymer" and not owner.role
    owner, desk = owned(WrittenOwner("", "Rolf Ymer", held=True))
    assert desk.snapshot.people[owner.person].name == "Rolf Ymer" and not owner.role


def test_an_owner_of_nothing_is_none() -> None:
    desk = read_in(a_draft(a_draft_action("x", responsible=(WrittenOwner(), WrittenOwner("", "", held=True)))))
    assert desk.action("A1").responsible == ()


@pytest.mark.parametrize("again", ["rolf ymer", "Rolf  Ymer", " ROLF YMER "])
def test_the_same_name_is_the_same_person_in_every_action_and_every_plan(again: str) -> None:
    desk = read_in(a_draft(a_draft_action("x", responsible=(WrittenOwner("", "Rolf Ymer"),))))
    desk = read_in(a_draft(a_draft_action("y", responsible=(WrittenOwner("överläkare", again),)), unit="Annan"), desk)
    assert [person.name for person in desk.snapshot.people.values()].count("Rolf Ymer") == 1
    assert len({action.responsible[0].person for action in desk.snapshot.actions.values()}) == 1


def test_two_spellings_are_two_people_until_a_person_says_otherwise() -> None:
    draft = a_draft(a_draft_action("x", responsible=(WrittenOwner("", "Rolf Ymer"), WrittenOwner("", "Rolf Ymér"))))
    assert len(read_in(draft).action("A1").responsible) == 2


def test_a_role_belongs_to_its_plan() -> None:
    desk = read_in(a_draft(a_draft_action("x")))
    desk = read_in(a_draft(a_draft_action("y"), unit="Annan klinik"), desk)
    assert sorted(role.name for role in desk.snapshot.roles.values()) == ["Verksamhetsledare", "Verksamhetsledare"]


def test_a_role_has_the_holder_that_a_document_names_first() -> None:
    others = (WrittenOwner("Verksamhetsledare", "Någon Annan", held=True),)
    desk = read_in(a_draft(a_draft_action("x"), a_draft_action("y", responsible=others)))
    [held] = desk.snapshot.holdings.values()
    assert desk.snapshot.people[held.person].name == "Agnes Tallberg"


# Areas and labels


def test_areas_stand_in_the_documents_order_each_once() -> None:
    desk = read_in(a_draft(*(a_draft_action(f"{n}", area) for n, area in enumerate("BABCA"))))
    assert [area.code for area in desk.snapshot.areas.values()] == ["B", "A", "C"]
    assert labels(desk) == ["B1", "A1", "B2", "C1", "A2"]


def test_an_area_has_the_grade_that_is_stated_beside_any_of_its_actions_and_none_where_they_differ() -> None:
    said = [("A", ""), ("B", "C"), ("A", "C"), ("C", ""), ("B", "D"), ("A", "C")]
    desk = read_in(a_draft(*(a_draft_action(f"{n}", area, area_grade=grade) for n, (area, grade) in enumerate(said))))
    assert {area.code: area.grade for area in desk.snapshot.areas.values()} == {"A": "C", "B": "", "C": ""}


def test_an_area_without_a_letter_has_its_name_and_its_actions_are_numbered() -> None:
    named = [
        a_draft_action("x", "", area_name="Jour"),
        a_draft_action("y", "", area_name="Kurs"),
        a_draft_action("z", "", area_name="jour"),
    ]
    desk = read_in(a_draft(*named))
    assert [area.name for area in desk.snapshot.areas.values()] == ["Jour", "Kurs"]
    assert labels(desk) == ["1", "2", "3"]


def test_an_action_outside_every_area_is_numbered() -> None:
    desk = read_in(a_draft(a_draft_action("x", "", area_name="")))
    assert (desk.action("1").area, desk.snapshot.areas) == ("", {})


def test_a_numbered_area_has_a_dot_before_its_actions() -> None:
    assert labels(
        read_in(a_draft(*(a_draft_action(f"{n}", code) for n, code in enumerate(("1", "1", "11", "2.1")))))
    ) == [
        "1.1",
        "1.2",
        "11.1",
        "2.1.1",
    ]


codes = st.lists(st.sampled_from(("A", "a", "B", "", "1", "1.1", "11", "A1", "A.", "AB", "Å")), min_size=1, max_size=25)


@given(codes)
def test_no_label_is_given_twice(areas: list[str]) -> None:
    found = labels(read_in(a_draft(*(a_draft_action(f"{n}", code) for n, code in enumerate(areas)))))
    assert len({label.casefold() for label in found}) == len(found) == len(areas)


@given(
    st.lists(st.sampled_from("AB"), min_size=1, max_size=6), st.lists(st.sampled_from("ABC"), min_size=1, max_size=6)
)
def test_labels_are_numbered_on_whatever_has_come_before(first: list[str], later: list[str]) -> None:
    desk = read_in(a_draft(*(a_draft_action(f"{n}", code) for n, code in enumerate(first))))
    plan = next(iter(desk.snapshot.plans))
    for code in later:
        desk.do(AddAction(plan, code, "", "", "x", When.no_date()))
    assert sorted(labels(desk)) == sorted(
        f"{code}{n}" for code in "ABC" for n in range(1, (first + later).count(code) + 1)
    )


def test_a_label_is_not_reused_when_a_lower_one_is_missing() -> None:
    plan = a_plan()
    without = replace(plan, actions={key: action for key, action in plan.actions.items() if key != "c2"})
    desk = PaperDesk(without)
    desk.do(AddAction("p1", "C", "", "", "Nytt.", When.no_date()))
    assert desk.action("C5").measure == "Nytt."


def test_an_action_by_hand_stands_last_in_its_plan() -> None:
    desk = PaperDesk()
    desk.do(AddAction("p1", "A", "", "", "Sist.", When.no_date()))
    assert labels(desk)[-1] == "A4"


# Keys


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Öronkliniken Västervik", "ov"),
        ("Barnmedicin", "barn"),
        ("Ä", "a"),
        ("Palliativa teamet i Norra Länet", "ptin"),
        ("Hud & kön (mottagning)", "hkm"),
        ("", "plan"),
        ("漢字", "plan"),
        ("3:e avdelningen", "3a"),
    ],
)
def test_a_plans_key_is_made_of_the_first_letters(words: str, key: str) -> None:
    assert free_key(Snapshot(), words) == key


@given(some.texts)
def test_a_key_that_is_made_is_always_one_that_may_be_chosen(words: str) -> None:
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_draft(a_draft_action("x"), unit="", title="")))
    for _ in range(3):
        assert not isinstance(desk.decide(AcceptDraft(a_draft(a_draft_action("x"), unit=words))), Refused)
        desk.ask(AcceptDraft(a_draft(a_draft_action("x"), unit=words)))
    keys = [plan.key.casefold() for plan in desk.snapshot.plans.values()]
    assert len(set(keys)) == len(keys) == 4


def test_a_key_that_is_taken_is_counted_on_from_two() -> None:
    desk = PaperDesk(Snapshot())
    for _ in range(3):
        desk.do(AcceptDraft(a_draft(a_draft_action("x"))))
    assert [plan.key for plan in desk.snapshot.plans.values()] == ["ov", "ov2", "ov3"]


def test_a_key_that_a_person_chose_is_used_or_refused() -> None:
    desk = PaperDesk()
    assert desk.refused(AcceptDraft(a_whole_draft(), key="FJM")) == "plan.key_taken"
    assert desk.refused(AcceptDraft(a_whole_draft(), key="a b")) == "plan.key_bad"
    desk.do(AcceptDraft(a_whole_draft(), key="öron26"))
    assert {plan.key for plan in desk.snapshot.plans.values()} == {"fjm", "öron26"}


# Laws


@given(some.texts, some.texts)
def test_names_that_differ_in_case_blanks_and_composition_are_the_same(first: str, second: str) -> None:
    assert folded(f"  {first}\t{second}".upper().lower()) == folded(folded(f"{first} {second}".upper().lower()))


written = st.builds(
    WrittenOwner,
    st.sampled_from(("", "Chef", "chef ", "Ledare")),
    st.sampled_from(("", "Åsa Ek", "ÅSA  EK", "Bo")),
    st.booleans(),
)


@given(st.lists(st.lists(written, max_size=3), min_size=1, max_size=5))
def test_whoever_is_written_is_found_once_and_nobody_unknown_is_named(rows: list[list[WrittenOwner]]) -> None:
    desk = read_in(a_draft(*(a_draft_action(f"{n}", responsible=tuple(row)) for n, row in enumerate(rows))))
    now = desk.snapshot
    assert len({folded(person.name) for person in now.people.values()}) == len(now.people)
    assert len({(role.plan, folded(role.name)) for role in now.roles.values()}) == len(now.roles)
    assert len({held.role for held in now.holdings.values()}) == len(now.holdings)
    assert all(held.role in now.roles and held.person in now.people for held in now.holdings.values())
    assert all(person.name for person in now.people.values()) and all(role.name for role in now.roles.values())
    for action in now.actions.values():
        for owner in action.responsible:
            assert (owner.role in now.roles) != (owner.person in now.people)


def test_an_enrolment_leaves_the_snapshot_alone_and_its_changes_make_what_it_gave() -> None:
    before = a_plan()
    enrolment = Enrolment(before, "p1", (f"n{n}" for n in count()).__next__)
    given_ids = [
        enrolment.person("Signe Åkerlund"),
        enrolment.person("Ny Person"),
        enrolment.role("enhetschef"),
        enrolment.area("E", "Ny"),
    ]
    assert before == a_plan()
    assert given_ids == ["m-dir", "n0", "r-chef", "n1"]
    after = apply(before, enrolment.changes)
    assert {"n0"} == set(after.people) - set(before.people) and {"n1"} == set(after.areas) - set(before.areas)
    assert enrolment.changes == [appear(after.people["n0"]), appear(after.areas["n1"])]
