"""The filter line: how it goes on while it is typed, what it says of what it cannot read, and what its keys do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, a_plan, an_action
from followup.domain.actions import Plan, Status
from followup.domain.query import Query, QueryError, parse
from followup.phrases.book import Phrases
from followup.tui.completing import MARKS, NAMES, Vocabulary, read_filter, trouble_words
from followup.tui.view import View
from followup.tui.widgets.filter_line import FilterField, FilterLine
from test_tui_register import SIZES, open_house, screen_text, settle, the_list, write
from tui_desk import MemoryDesk

LANGUAGES = ["sv", "en"]


def a_vocabulary(language: str = "sv") -> Vocabulary:
    return Vocabulary(View(a_plan(), TODAY, 13), Phrases(language))


def rest_of(line: str, language: str = "sv") -> str:
    """What the ghost adds to a line."""
    ghost = a_vocabulary(language).completion(line).ghost
    assert not ghost or ghost.startswith(line)
    return ghost[len(line) :]


# What a line can go on with


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("", ""),
        ("omr", "åde:"),
        ("ANS", "varig:"),
        ("stat", "us:"),
        ("kl", "art:"),
        ("förs", "enad"),
        ("-förs", "enad"),
        ("rum ans", "varig:"),
        ("status:", "planerad"),
        ("status:på", "går"),
        ("-status:av", "slutad"),
        ("status:planerad", ""),
        ("område:", "A"),
        ("område:led", "ning"),
        ('område:"Led', 'ning och organisation"'),
        ("ansvarig:tov", "e"),
        ("ansvarig:ahl", "qvist"),
        ("ansvarig:schema", "läggare"),
        ('ansvarig:"tove a', 'hlqvist"'),
        ("uppföljer:sig", "ne"),
        ("klart:", "2026-05"),
        ("klart:2027", "-01"),
        ("klart:<2026-1", "0"),
        ("uppföljning:>=", "2026-05"),
        ("nr:c", "1"),
        ("oklart:y", "ear-assumed"),
        ("krav:rum", ""),
        ("färg:r", ""),
        ('"ett citat', ""),
        ("blåbär", ""),
    ],
)
def test_the_ghost_is_the_rest_of_the_word(line: str, rest: str) -> None:
    assert rest_of(line) == rest


@pytest.mark.parametrize(
    ("line", "rest"),
    [("ar", "ea:"), ("resp", "onsible:"), ("status:in", "-progress"), ("ove", "rdue"), ("due:<", "2026-05")],
)
def test_english_goes_on_in_english(line: str, rest: str) -> None:
    assert rest_of(line, "en") == rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_every_mark_that_is_offered_is_read_as_what_it_stands_for(language: str) -> None:
    """The words of the screen and the grammar of the filter never part."""
    phrases = Phrases(language)
    sought = {"status": "done", "due": "2026", "next": "2026"}
    for name in NAMES:
        (term,) = parse(f"{phrases(f'tui.query.{name}')}:{sought.get(name, 'x')}").terms
        assert term.field == name
    assert all(parse(phrases(f"tui.query.{mark}")).terms[0].field == "mark" for mark in MARKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_that_is_offered_finds_that_status(language: str) -> None:
    vocabulary = a_vocabulary(language)
    written = [value.written[0] for value in vocabulary.values("status")]
    assert [parse(f"status:{word}").terms[0].sought for word in written] == [str(one) for one in Status]


@given(st.text(alphabet='abdefiklmnoprstuvåäö:"- <>=2026', max_size=24), st.sampled_from(LANGUAGES))
def test_the_ghost_only_ever_adds_to_what_is_typed(line: str, language: str) -> None:
    completion = a_vocabulary(language).completion(line)
    assert not completion.ghost or (completion.ghost.startswith(line) and len(completion.ghost) > len(line))


@pytest.mark.parametrize("field", ["status", "area", "responsible", "follower", "due", "next", "label", "doubt"])
def test_what_a_ghost_leads_to_can_be_read(field: str) -> None:
    name = Phrases("sv")(f"tui.query.{field}")
    parse(a_vocabulary().completion(f"{name}:").ghost)


def test_only_those_who_are_responsible_are_offered_people_before_roles() -> None:
    vocabulary = a_vocabulary()
    assert [value.says for value in vocabulary.values("responsible")] == [
        "Ingemar Öfverstedt", "Miriam Nordanstig", "Pål Zetterwall", "Tove Ahlqvist",
        "Enhetschef", "Schemaläggare", "tekniker", "utbildningsläkare", "överläkare",
    ]  # fmt: skip
    assert [value.says for value in vocabulary.values("follower")] == ["Signe Åkerlund", "studierektor"]


def test_months_to_come_are_offered_before_those_gone_by() -> None:
    choices = a_vocabulary().completion("klart:").choices
    assert choices[:2] == ("2026-05", "2026-06")
    assert choices.index("2026-12") < choices.index("2026-04") < choices.index("2025-09")


def test_plans_are_offered_where_there_are_several() -> None:
    plan = a_plan()
    two = replace(plan, plans={**plan.plans, "p2": Plan("p2", "akm", "Handlingsplan", "Akutmottagningen", "", None)})
    assert "plan:" not in a_vocabulary().completion("").choices
    several = Vocabulary(View(two, TODAY, 13), Phrases("sv"))
    assert "plan:" in several.completion("").choices
    assert several.completion("plan:a").ghost == "plan:akm"


# What is read of a line that cannot be read whole


@pytest.mark.parametrize(
    ("line", "left", "part"),
    [
        ("status:", "", "status:"),
        ("försenad status:grön", "försenad", "status:grön"),
        ("färg:röd rum", "rum", "färg:röd"),
        ("e-post -", "e-post", "-"),
        ("a färg:x b klart:maj c", "a b c", "färg:x"),
        ("rum", "rum", ""),
    ],
)
def test_the_rest_of_a_filter_holds(line: str, left: str, part: str) -> None:
    query, text, mistake = read_filter(line)
    assert (text, mistake.part if mistake else "") == (left, part)
    assert query == parse(left)


@given(st.text(max_size=30))
def test_any_line_leaves_something_that_can_be_read(line: str) -> None:
    query, text, mistake = read_filter(line)
    assert isinstance(query, Query)
    assert parse(text) == query
    assert mistake is not None or query == parse(line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("line", "swedish", "english"),
    [
        ("ansvarg:tove", "Menar du ansvarig:?", "There is no “ansvarg:”"),
        ("qqq:röd", "Det som finns: status, ansvarig,", "There are: status, responsible,"),
        ("status:grön", "planerad, pågår", "planned, in progress"),
        ("klart:maj", "klart:2026-05", "klart:2026-05"),
        ("krav:", "Skriv något efter ”krav:”.", "Write something after “krav:”."),
    ],
)
def test_a_mistake_is_told_with_what_can_be_written_instead(
    line: str, swedish: str, english: str, language: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(line)
    assert (swedish if language == "sv" else english) in trouble_words(caught.value, Phrases(language))


# The line on the screen


@pytest.mark.parametrize("key", ["right", "tab"])
@pytest.mark.parametrize(("language", "typed", "whole"), [("sv", "ansv", "ansvarig:"), ("en", "resp", "responsible:")])
async def test_the_ghost_stands_there_and_a_key_takes_it(key: str, language: str, typed: str, whole: str) -> None:
    async with open_house(MemoryDesk(a_plan(), language), keys=f"slash {' '.join(typed)}") as pilot:
        field = pilot.app.screen.query_one(FilterField)
        assert whole in screen_text(pilot).split("\n")[2]
        assert field.value == typed
        await pilot.press(key)
        await settle(pilot)
        assert field.value == whole
        assert field.cursor_position == len(whole)
        assert field.has_focus


async def test_tab_goes_on_to_the_list_where_there_is_nothing_to_fill_in() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="slash r u m") as pilot:
        await pilot.press("tab")
        await settle(pilot)
        assert the_list(pilot).has_focus
        assert len(the_list(pilot).ids) < 13


async def test_names_and_values_come_from_the_plan_and_filter_it() -> None:
    """Key by key, without knowing a name: area, taken; its first letter, taken."""
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="slash o m r tab tab enter") as pilot:
        assert {desk.now.actions[one].label[0] for one in the_list(pilot).ids} == {"A"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_can_be_written_stands_beneath(language: str, size: tuple[int, int]) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size, "slash") as pilot:
        beneath = screen_text(pilot).split("\n")[3]
        assert ("status:  ansvarig:" if language == "sv" else "status:  responsible:") in beneath
        await write(pilot, "filter", "status:")
        await settle(pilot)
        beneath = screen_text(pilot).split("\n")[3]
        assert ("planerad  pågår" if language == "sv" else "planned  in progress") in beneath
        assert len(the_list(pilot).ids) == 13
        await pilot.press("enter")
        await settle(pilot)
        assert ("Skriv något" if language == "sv" else "Write something") in screen_text(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not pilot.app.screen.query(FilterLine)


async def test_what_may_stand_there_is_taken_by_a_click() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "slash") as pilot:
        field = pilot.app.screen.query_one(FilterField)
        for words, value in (("område:", "område:"), ("B. Lokaler", "område:B")):
            where = screen_text(pilot).split("\n")[3].index(words)
            await pilot.click(pilot.app.screen, offset=(where + 1, 3))
            await settle(pilot)
            assert field.value == value
            assert field.has_focus
        assert {desk.now.actions[one].label[0] for one in the_list(pilot).ids} == {"B"}


@pytest.mark.parametrize(
    ("line", "says", "whole"),
    [
        ("rum ansvarig:ahl", "Tove Ahlqvist", 'rum ansvarig:"Tove Ahlqvist"'),
        ('ansvarig:"to', "Tove Ahlqvist", 'ansvarig:"Tove Ahlqvist"'),
        ("klart:<2026-1", "2026-10", "klart:<2026-10"),
        ("-förs", "försenad", "-försenad"),
    ],
)
def test_each_choice_has_the_line_that_it_leads_to(line: str, says: str, whole: str) -> None:
    completion = a_vocabulary().completion(line)
    assert dict(zip(completion.choices, completion.lines, strict=True))[says] == whole


@pytest.mark.parametrize("typed", ["statu", "område:B ansv", "försena", "område:l"])
async def test_the_list_never_goes_blank_on_the_way_to_a_word(typed: str) -> None:
    """Nothing fits the letters so far, but what they may become: the rest of the filter holds until one goes on."""
    async with open_house(MemoryDesk(a_plan()), keys="slash") as pilot:
        for end in range(1, len(typed) + 1):
            await write(pilot, "filter", typed[:end])
            await settle(pilot)
            assert the_list(pilot).ids
            assert "Inget passar" not in screen_text(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Inget passar" in screen_text(pilot)


async def test_the_cursor_comes_back_to_its_action_when_that_is_shown_again() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="G up slash") as pilot:
        assert the_list(pilot).current == "d3"
        for typed, current in (("qq", ""), ("område:A", "a1"), ("område:D", "d3"), ("", "d3")):
            await write(pilot, "filter", typed)
            await settle(pilot)
            assert the_list(pilot).current == current


async def test_a_word_half_typed_is_no_mistake_and_hides_nothing() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="slash") as pilot:
        await write(pilot, "filter", "område:B ansvarig:")
        await settle(pilot)
        assert "Skriv något" not in screen_text(pilot)
        assert len(the_list(pilot).ids) == 2


async def test_the_values_are_those_of_the_plan_as_it_is_now() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="slash") as pilot:
        room = pilot.app.screen.query_one("#room-register")
        desk.now = replace(desk.now, revision=9, actions={**desk.now.actions, "n1": an_action("n1", "Z9")})
        pilot.app._show(desk.now)  # type: ignore[attr-defined]  # the app of this house
        await settle(pilot)
        await write(pilot, "filter", "nr:z")
        await settle(pilot)
        assert room.is_attached
        assert "nr:z9" in screen_text(pilot).lower()


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", ("Till listan", "Fyll i", "Visa alla")), ("en", ("To the list", "Complete", "Show all"))],
)
async def test_the_bar_says_what_the_keys_do_in_the_line(language: str, words: tuple[str, ...]) -> None:
    async with open_house(MemoryDesk(a_plan(), language), (80, 24), "slash") as pilot:
        last = screen_text(pilot).split("\n")[-1]
        assert all(word in last for word in words)
        assert "/" not in last
