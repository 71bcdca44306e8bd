"""A plan that comes again, renumbered and reworded: found again by what it says; what a person has set stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_month
from drafts_of import CHIEF, a_draft, a_draft_action, a_whole_draft
from followup.domain.actions import Status
from followup.domain.commands import AcceptDraft, HoldRole, MoveTo
from followup.domain.dates import When
from followup.domain.drafts import Doubt, Draft, DraftAction
from followup.domain.people import WrittenOwner
from followup.domain.questions import owners_on
from followup.domain.reissue import ALIKE, GONE, Match, compare, reissue_of
from followup.domain.snapshot import Snapshot
from paper_desk import PaperDesk

NEXT_YEAR = date(2027, 1, 18)


def stored() -> PaperDesk:
    """A desk with the four actions A1, B1, B2, C1 of last year's document."""
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_whole_draft()))
    return desk


def plan_of(desk: PaperDesk) -> str:
    return next(iter(desk.snapshot.plans))


def again(*actions: DraftAction) -> Draft:
    return a_draft(*actions, document_date=NEXT_YEAR, source="plan 2027.docx")


def matches(desk: PaperDesk, draft: Draft) -> dict[str, tuple[str, ...]]:
    """What is said of each action: by its stored label, a new one by its measure."""
    return {
        name_of(match): (match.change, *match.fields)
        for match in compare(desk.snapshot, next(iter(desk.snapshot.plans.values())), draft)
    }


def name_of(match: Match) -> str:
    return match.action.label if match.action else match.draft.measure if match.draft else ""


def accept(desk: PaperDesk, draft: Draft, *own: tuple[str, str]) -> None:
    fields = frozenset((desk.action(label).id, field) for label, field in own)
    desk.do(AcceptDraft(draft, plan=plan_of(desk), own=fields))


OLD = a_whole_draft().actions


def one_changed(number: int, **said: Any) -> Draft:
    """Last year's document with one action saying something else."""
    return again(*(replace(one, **said) if n == number else one for n, one in enumerate(OLD)))


# Finding them again


def test_the_same_document_again_is_all_the_same() -> None:
    desk = stored()
    assert matches(desk, a_whole_draft()) == {"A1": ("same",), "B1": ("same",), "B2": ("same",), "C1": ("same",)}
    assert desk.refused(AcceptDraft(a_whole_draft(), plan=plan_of(desk))) == "nothing.to_change"


def test_what_the_document_says_of_itself_is_taken_over_unless_a_person_has_said_it() -> None:
    desk = stored()
    draft = replace(again(*OLD), title="Handlingsplan 2027", unit="Öron Väst", review="")
    before = desk.snapshot.plans[plan_of(desk)]
    desk.do(AcceptDraft(draft, plan=plan_of(desk), own=frozenset({(plan_of(desk), "unit")})))
    now = desk.snapshot.plans[plan_of(desk)]
    assert now == replace(before, title="Handlingsplan 2027", version=2)


@given(st.permutations(OLD))
def test_another_order_is_the_same_plan_with_the_same_labels(order: list[DraftAction]) -> None:
    desk = stored()
    before = desk.snapshot
    assert {match[0] for match in matches(desk, again(*order)).values()} == {"same"}
    desk.ask(AcceptDraft(again(*order), plan=plan_of(desk)))
    assert desk.snapshot == before


def test_blanks_and_case_are_no_new_wording() -> None:
    desk = stored()
    draft = again(*(replace(one, measure=f" {one.measure.upper()}\n") for one in OLD))
    assert {match[0] for match in matches(desk, draft).values()} == {"same"}


def test_a_reworded_action_is_the_same_action_in_new_words() -> None:
    desk = stored()
    before = desk.action("B1")
    words = "Handledarna får tre timmar i månaden, skyddade i schemat och redovisade."
    draft = one_changed(1, measure=words)
    assert matches(desk, draft)["B1"] == ("changed", "measure")
    accept(desk, draft)
    assert desk.action("B1") == replace(before, measure=words, version=2)


def test_an_action_with_other_words_altogether_is_new_and_the_old_one_gone() -> None:
    desk = stored()
    draft = again(
        *OLD[:3], a_draft_action("Ett klagomålsråd inrättas på regionnivå.", "C", requirement="Klagomål tas om hand.")
    )
    told = matches(desk, draft)
    assert told["C1"] == ("gone",) and told["Ett klagomålsråd inrättas på regionnivå."] == ("new",)
    accept(desk, draft)
    assert desk.action("C2").measure == "Ett klagomålsråd inrättas på regionnivå."
    assert desk.action("C1").status is Status.PLANNED


def test_an_area_that_a_new_issue_brings_has_its_name() -> None:
    desk = stored()
    accept(desk, one_changed(2, area_code="F", area_name="Sidotjänstgöring"))
    assert desk.snapshot.areas[desk.action("B2").area].title == "F. Sidotjänstgöring"


def test_a_renumbered_area_moves_the_action_and_leaves_its_label() -> None:
    desk = stored()
    draft = one_changed(2, area_code="F", area_name="Sidotjänstgöring")
    assert matches(desk, draft)["B2"] == ("changed", "area")
    accept(desk, draft)
    assert desk.snapshot.areas[desk.action("B2").area].code == "F"


def test_an_action_that_had_no_area_gets_the_one_that_it_is_given() -> None:
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_draft(replace(OLD[0], area_code="", area_name=""))))
    accept(desk, again(OLD[0]))
    assert desk.snapshot.areas[desk.action("1").area].code == "A"


def test_two_that_say_the_same_are_paired_each_once() -> None:
    twin = a_draft_action("Samma sak.")
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_draft(twin, twin)))
    assert matches(desk, again(twin, twin)) == {"A1": ("same",), "A2": ("same",)}
    assert sorted(match[0] for match in matches(desk, again(twin)).values()) == ["gone", "same"]


def test_of_two_that_are_as_alike_the_first_is_paired_with_the_first() -> None:
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_draft(a_draft_action("Lista hålls av Kim."), a_draft_action("Lista hålls av Bo."))))
    told = matches(desk, again(a_draft_action("Lista hålls av Li."), a_draft_action("Lista hålls av Åke.")))
    assert told == {"A1": ("changed", "measure"), "A2": ("changed", "measure")}
    accept(desk, again(a_draft_action("Lista hålls av Li."), a_draft_action("Lista hålls av Åke.")))
    assert [desk.action(label).measure for label in ("A1", "A2")] == ["Lista hålls av Li.", "Lista hålls av Åke."]


def test_the_most_alike_is_the_one_whatever_the_order() -> None:
    desk = PaperDesk(Snapshot())
    desk.do(
        AcceptDraft(
            a_draft(
                a_draft_action("Rum städas varje dag av vakten."), a_draft_action("Rum låses varje kväll av vakten.")
            )
        )
    )
    accept(
        desk,
        again(a_draft_action("Rum låses varje natt av vakten."), a_draft_action("Rum städas varje morgon av vakten.")),
    )
    assert [desk.action(label).measure.split()[1] for label in ("A1", "A2")] == ["städas", "låses"]


few_words = st.lists(st.sampled_from(["rum", "städas", "låses", "varje", "dag", "kväll", "vakt", "lista"]), max_size=6)


@given(st.lists(few_words, max_size=4), st.lists(few_words, max_size=4))
def test_no_pair_that_is_alike_is_overlooked(old: list[list[str]], new: list[list[str]]) -> None:
    desk = PaperDesk(Snapshot())
    desk.do(AcceptDraft(a_draft(*(a_draft_action(" ".join(words), requirement="") for words in [["x"], *old]))))
    draft = again(*(a_draft_action(" ".join(words), requirement="") for words in new))
    told = compare(desk.snapshot, next(iter(desk.snapshot.plans.values())), draft)
    left = [match.action.measure for match in told if match.action and not match.draft]
    unmatched = [match.draft.measure for match in told if match.draft and not match.action]
    assert [(one, other) for one in unmatched for other in left if likeness(one, other) >= ALIKE] == []


def likeness(one: str, other: str) -> float:
    said, held = set(one.split()), set(other.split())
    return len(said & held) / max(len(said | held), 1)


# What is taken from the document


def test_a_moved_date_is_taken_with_its_words() -> None:
    desk = stored()
    june = a_month(2027, 6, "Juni 2027")
    accept(desk, one_changed(0, due=june))
    assert desk.action("A1").due == june


def test_the_same_date_in_other_words_is_no_change() -> None:
    desk = stored()
    assert matches(desk, one_changed(0, due=replace(OLD[0].due, text="okt -26")))["A1"] == ("same",)


def test_a_follow_up_in_new_words_is_taken_whole() -> None:
    desk = stored()
    first = a_month(2027, 9, "september 2027")
    accept(
        desk,
        one_changed(0, follow_up_text="Varje halvår", rule="FREQ=MONTHLY;INTERVAL=6", first=first, triggers=("vid x",)),
    )
    a1 = desk.action("A1")
    assert (a1.follow_up_text, a1.rule, a1.first, a1.triggers) == (
        "Varje halvår",
        "FREQ=MONTHLY;INTERVAL=6",
        first,
        ("vid x",),
    )


def test_new_owners_are_taken_with_what_was_written_of_them() -> None:
    desk = stored()
    accept(desk, one_changed(0, responsible=(WrittenOwner("", "Nya Ägaren"),), responsible_text="Nya Ägaren"))
    [owner] = owners_on(desk.snapshot, desk.action("A1").responsible, NEXT_YEAR)
    assert (owner.name, desk.action("A1").responsible_text) == ("Nya Ägaren", "Nya Ägaren")


def test_a_status_in_the_document_is_taken_where_nobody_has_set_one() -> None:
    desk = stored()
    draft = one_changed(0, status="done", status_since=date(2026, 11, 1), status_note="Genomfört")
    assert matches(desk, draft)["A1"] == ("changed", "status")
    accept(desk, draft)
    a1 = desk.action("A1")
    assert (a1.status, a1.status_since, a1.status_note) == (Status.DONE, date(2026, 11, 1), "Genomfört")


def test_a_new_action_gets_the_next_label_of_its_area() -> None:
    desk = stored()
    accept(desk, again(*OLD, a_draft_action("Tolkar bokas genom växeln, dygnet runt.", "B", requirement="Språk.")))
    assert desk.action("B3").measure.startswith("Tolkar")


def grades(desk: PaperDesk) -> dict[str, str]:
    return {area.code or area.name: area.grade for area in desk.snapshot.areas.values()}


def test_a_grade_that_is_raised_is_taken_and_one_that_is_not_told_stays() -> None:
    desk = PaperDesk(Snapshot())
    graded = {"A": "D", "B": "C", "C": ""}
    desk.do(AcceptDraft(a_draft(*(replace(one, area_grade=graded[one.area_code]) for one in OLD))))
    accept(desk, again(*(replace(one, area_grade="B" if one.area_code == "A" else "") for one in OLD)))
    assert grades(desk) == {"A": "B", "B": "C", "C": ""}


def test_a_new_action_finds_an_area_that_has_only_a_name() -> None:
    desk = PaperDesk(Snapshot())
    old = [replace(one, area_code="", area_name="Handledning") for one in OLD]
    desk.do(AcceptDraft(a_draft(*old)))
    new = a_draft_action("Tolkar bokas genom växeln, dygnet runt.", "", area_name="handledning", requirement="Språk.")
    accept(desk, again(*old, new))
    assert list(grades(desk)) == ["Handledning"]


def test_the_documents_new_doubts_come_with_what_they_are_about() -> None:
    desk = PaperDesk(Snapshot())
    first = replace(OLD[0], doubts=(Doubt("due", "year_guessed", "okt"), Doubt("responsible", "owner-unclear", "?")))
    desk.do(AcceptDraft(a_draft(first)))
    new = replace(
        OLD[0],
        due=When.no_date("senare"),
        doubts=(Doubt("due", "date-not-understood", "senare"), Doubt("first", "x", "")),
    )
    accept(desk, again(new))
    assert [(doubt.field, doubt.code) for doubt in desk.action("A1").doubts] == [
        ("responsible", "owner-unclear"),
        ("due", "date-not-understood"),
    ]


# What a person has set


PARTS = [
    ("measure", {"measure": f"{OLD[0].measure} Nu varje vecka."}),
    ("requirement", {"requirement": f"{OLD[0].requirement} Och kända."}),
    ("due", {"due": a_month(2028, 1, "Januari 2028")}),
    ("responsible", {"responsible": (WrittenOwner("", "Nya Ägaren"),), "responsible_text": "Nya Ägaren"}),
    ("follow_up_responsible", {"follow_up_responsible": (CHIEF,), "follow_up_responsible_text": "Verksamhetsledaren"}),
    ("rule", {"rule": "1/term", "follow_up_text": "Varje termin"}),
    ("status", {"status": "done"}),
    ("area", {"area_code": "F"}),
]


@pytest.mark.parametrize(("part", "said"), PARTS, ids=[part for part, _ in PARTS])
def test_what_a_person_has_set_stays_and_nothing_is_made_for_what_is_not_taken(part: str, said: dict[str, Any]) -> None:
    desk = stored()
    before = desk.snapshot
    draft = one_changed(0, **said)
    assert matches(desk, draft)["A1"][0] == "changed"
    own = frozenset({(desk.action("A1").id, part)})
    assert desk.refused(AcceptDraft(draft, plan=plan_of(desk), own=own)) == "nothing.to_change"
    assert desk.snapshot == before


@pytest.mark.parametrize(("part", "said"), PARTS, ids=[part for part, _ in PARTS])
def test_what_nobody_has_set_is_taken(part: str, said: dict[str, Any]) -> None:
    desk = stored()
    before = desk.action("A1")
    accept(desk, one_changed(0, **said))
    assert getattr(desk.action("A1"), part) != getattr(before, part)


# What the document no longer has


def test_what_is_gone_is_marked_with_a_doubt_once_and_never_taken_away() -> None:
    desk = stored()
    accept(desk, again(*OLD[:3]))
    assert [doubt.code for doubt in desk.action("C1").doubts] == [GONE]
    assert desk.refused(AcceptDraft(again(*OLD[:3]), plan=plan_of(desk))) == "nothing.to_change"


def test_what_comes_back_is_no_longer_gone_changed_or_not() -> None:
    for draft in (again(*OLD), one_changed(3, due=a_month(2027, 8, "Augusti 2027"))):
        desk = stored()
        accept(desk, again(*OLD[:3]))
        accept(desk, draft)
        assert desk.action("C1").doubts == ()


@pytest.mark.parametrize("status", [Status.DROPPED, Status.CLOSED])
def test_what_has_ended_is_not_missed(status: Status) -> None:
    desk = stored()
    desk.do(MoveTo(desk.action("C1").id, status, "överenskommet"))
    assert desk.refused(AcceptDraft(again(*OLD[:3]), plan=plan_of(desk))) == "nothing.to_change"


# Roles with new holders


def named(name: str) -> Draft:
    """Last year's document with another holder of the role in its first action."""
    return one_changed(
        0,
        responsible=(WrittenOwner("Verksamhetsledare", name, held=True),),
        responsible_text=f"Verksamhetsledare, för närvarande {name}",
    )


def owner_on(desk: PaperDesk, day: date) -> str:
    return owners_on(desk.snapshot, desk.action("B1").responsible, day)[0].name


def test_a_new_holder_in_the_document_holds_the_role_from_the_documents_day() -> None:
    desk = stored()
    accept(desk, named("Nils Orre"))
    assert owner_on(desk, date(2027, 1, 17)) == "Agnes Tallberg"
    assert owner_on(desk, NEXT_YEAR) == "Nils Orre"


def test_a_holder_that_a_person_has_named_outranks_the_documents() -> None:
    desk = stored()
    desk.do(HoldRole(plan_of(desk), "Verksamhetsledare", "Ebba Lind", date(2026, 9, 1)))
    accept(desk, named("Nils Orre"))
    assert owner_on(desk, NEXT_YEAR) == "Ebba Lind"


def test_a_role_whose_holder_will_leave_is_not_given_back_by_the_document() -> None:
    desk = stored()
    desk.do(HoldRole(plan_of(desk), "Verksamhetsledare", "Ebba Lind", date(2028, 1, 1)))
    accept(desk, one_changed(0, responsible_text="Verksamhetsledare (för närvarande Agnes Tallberg)"))
    assert [owner_on(desk, day) for day in (date(2027, 6, 1), date(2028, 6, 1))] == ["Agnes Tallberg", "Ebba Lind"]


# Which plan it is


def test_a_document_is_a_re_issue_of_the_plan_that_most_of_it_matches() -> None:
    desk = stored()
    desk.do(
        AcceptDraft(a_draft(a_draft_action("Helt annat om garage och cyklar.", requirement="Parkering."), unit="Annan"))
    )
    found = reissue_of(desk.snapshot, again(*OLD[:3], a_draft_action("Nytt om tolkar.", requirement="Språk.")))
    assert found is not None and found.unit == "Öronkliniken Västervik"


def test_a_document_of_which_half_or_less_is_known_is_a_new_plan() -> None:
    new = [a_draft_action(f"Sak {n} om {word}.", requirement=word) for n, word in enumerate(("garage", "tolkar"))]
    assert reissue_of(stored().snapshot, again(*OLD[:2], *new)) is None
    assert reissue_of(Snapshot(), again(*OLD)) is None
    assert reissue_of(stored().snapshot, again()) is None


# Laws


@given(st.lists(st.sampled_from(range(6)), max_size=6, unique=True), st.data())
def test_a_re_issue_tells_of_every_action_once_and_settles_in_one_go(kept: list[int], data: st.DataObject) -> None:
    desk = stored()
    pool = [
        *OLD,
        a_draft_action("Tolkar bokas.", "D", requirement="Språk."),
        a_draft_action("Cyklar.", "", requirement="Garage."),
    ]
    draft = again(*(pool[n] for n in kept), *data.draw(st.lists(st.sampled_from(OLD), max_size=1)))
    told = compare(desk.snapshot, next(iter(desk.snapshot.plans.values())), draft)
    assert [match.draft for match in told if match.draft] == list(draft.actions)
    assert sorted(match.action.label for match in told if match.action) == ["A1", "B1", "B2", "C1"]
    if draft.actions:
        desk.ask(AcceptDraft(draft, plan=plan_of(desk)))
        assert desk.refused(AcceptDraft(draft, plan=plan_of(desk))) == "nothing.to_change"
