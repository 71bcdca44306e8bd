"""Export: what each owner will get is shown before it is written; and the whole walk from an empty machine to a calendar."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from builders import TODAY, a_plan
from documents_typed import a_document, a_real_desk
from followup.desk import Desk
from followup.domain.commands import SetPerson
from followup.domain.snapshot import Snapshot
from followup.domain.stopping import StoppedError, Watch
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarFile, CalendarReport, Line
from followup.tui.errands import Calendars
from followup.tui.rooms.exports import AT_ONCE, ExportRoom
from followup.tui.widgets.path_line import PathLine
from test_tui_plans import two_plans
from test_tui_register import open_house, screen_text, settle, toasts
from tui_desk import MemoryDesk, NoCalendars


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type letter by letter, as a person does."""
    names = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", " ": "space"}
    await press(pilot, *(names.get(letter, letter) for letter in text))


def listed(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def into(pilot: Pilot[int], folder: Path) -> None:
    pilot.app.screen.query_one(ExportRoom).query_one(PathLine).value = str(folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = a_real_desk(tmp_path)
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    return desk


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_each_owner_will_get_is_shown_and_nothing_is_written(
    desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    out = tmp_path / "ut"
    async with open_house(desk, size, "e") as pilot:
        into(pilot, out)
        await press(pilot, "f", "enter")
        await press(pilot, "n")
        text = screen_text(pilot)
        assert "Lo Berg" in text
        assert "+ A1" in text
        assert not out.exists()


async def test_calendars_are_written_and_the_next_time_there_is_no_news(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    async with open_house(desk, (120, 60), "e") as pilot:
        into(pilot, out)
        await press(pilot, "f", "enter", "w")
        assert len(list(out.glob("owner-*.ics"))) == 3
        assert len(list(out.glob("plan-*.ics"))) == 1
        assert any(str(out) in said for said in toasts(pilot))
        assert f"Skrev till {out}" in screen_text(pilot)
        await press(pilot, "1", "e")
        assert "inget nytt" in screen_text(pilot)


async def test_calendars_can_be_kept_without_texts(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, (120, 60), "e") as pilot:
        assert "Rum 3 görs om" in screen_text(pilot)
        await press(pilot, "v")
        assert "Rum 3 görs om" not in screen_text(pilot)


@pytest.mark.parametrize(
    ("steps", "form", "begins"), [(5, "md", b"#"), (6, "html", b"<!"), (7, "xlsx", b"PK"), (8, "csv", b"\xef\xbb\xbf")]
)
async def test_papers_are_written(desk: Desk, tmp_path: Path, steps: int, form: str, begins: bytes) -> None:
    out = tmp_path / "nya" / "papper"
    async with open_house(desk, (80, 24), "e") as pilot:
        into(pilot, out)
        await press(pilot, "g", *["down"] * steps, "enter", "w")
        path = out / f"handlingsplan-2026-11-22.{form}"
        assert path.read_bytes().startswith(begins)
        assert f".{form}" in screen_text(pilot)


async def test_what_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    async with open_house(desk, (80, 24), "e") as pilot:
        into(pilot, tmp_path / "fil" / "mapp")
        await press(pilot, "g", *["down"] * 5, "enter", "w")
        assert "! " in screen_text(pilot)


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_without_a_plan_it_says_what_to_do(language: str) -> None:
    async with open_house(MemoryDesk(Snapshot(), language), (80, 24), "e w") as pilot:
        assert ("Tryck i" if language == "sv" else "Press i") in screen_text(pilot)


async def test_a_refusal_of_the_desk_is_said() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "e escape") as pilot:
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


async def test_from_an_empty_machine_to_the_first_calendar_reading_nothing_but_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step looks for what the screen says before it does it."""
    home = tmp_path / "hem"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    a_document(home, "handlingsplan.md")
    desk = a_real_desk(tmp_path)
    async with open_house(desk, (80, 24)) as pilot:
        assert "i   läs in den som ni har" in screen_text(pilot)
        await press(pilot, "i")
        assert "Enter Öppna" in screen_text(pilot)
        assert "handlingsplan.md" in screen_text(pilot)
        await type_text(pilot, "h")
        await press(pilot, "tab", "enter")
        assert "3 åtgärder" in screen_text(pilot)
        assert "? 1 oklar sak" in screen_text(pilot)
        assert "o Nästa oklara" in screen_text(pilot)
        await press(pilot, "o")
        assert "Enter Öppna" in screen_text(pilot)
        await press(pilot, "enter", "down", "down", "down")
        assert "Enter Ändra" in screen_text(pilot)
        await press(pilot, "enter", "end", *["backspace"] * len("när alla hunnit"))
        await type_text(pilot, "december 2027")
        assert "→ 1 december 2027 – 31 december 2027 (månad)" in screen_text(pilot)
        assert "Enter Spara" in screen_text(pilot)
        await press(pilot, "enter")
        assert "inget är oklart" in screen_text(pilot)
        assert "a Spara alla" in screen_text(pilot)
        await press(pilot, "a")
        assert "Läste in 3 åtgärder" in screen_text(pilot)
        assert any("Tryck u för att ångra" in said for said in toasts(pilot))
        assert " e " in screen_text(pilot).split("\n")[0]
        await press(pilot, "e")
        assert "~/followup" in screen_text(pilot)
        assert "w Skriv" in screen_text(pilot)
        await press(pilot, "w")
        assert "Skrev till" in screen_text(pilot)
    files = sorted((home / "followup").glob("*.ics"))
    assert len(files) == 4
    assert any("Rum 3" in file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize(("language", "name"), [("sv", "handlingsplan-syn-"), ("en", "action-plan-syn-")])
async def test_a_paper_is_about_the_plan_that_is_chosen_and_calendars_about_all(
    language: str, name: str, tmp_path: Path
) -> None:
    desk = MemoryDesk(two_plans(), language)
    desk.calendars = ManyNews(3)  # type: ignore[assignment]  # calendars that are always alike
    async with open_house(desk, (80, 24), "e") as pilot:
        into(pilot, tmp_path)
        await press(pilot, "P", "3", "enter")
        assert "Ögonmottagningen" in screen_text(pilot).split("\n")[1]
        says = {"sv": "Kalendrarna gäller alla", "en": "The calendars are about all"}[language]
        assert says in screen_text(pilot)
        await press(pilot, "g", *["down"] * 5, "enter")
        assert "Ögonmottagningen" in screen_text(pilot).split("\n", 3)[3]
        await press(pilot, "w")
        (path,) = listed(tmp_path)
        assert path.name.startswith(name)
        text = path.read_text(encoding="utf-8")
        assert "Synfält" in text
        assert "namngiven chef" not in text


class ManyNews(NoCalendars):
    """Calendars with so much news that the lines are made in a thread; counts how often it was asked."""

    def __init__(self, lines: int) -> None:
        self.lines, self.asked = lines, 0

    def export_folder(self, folder: str, **_: object) -> CalendarReport:
        self.asked += 1
        told = tuple(line for number in range(self.lines) for line in _line(number))
        return CalendarReport(folder, True, (CalendarFile("", "Alla", folder, 1, True, told),), (), ())


@pytest.mark.parametrize("lines", [AT_ONCE - 1, AT_ONCE + 1])
async def test_a_long_preview_is_shown_whole_with_the_cursor_where_it_was(lines: int) -> None:
    desk = MemoryDesk(a_plan())
    desk.calendars = ManyNews(lines)  # type: ignore[assignment]  # as above
    async with open_house(desk, (80, 24), "e") as pilot:
        await press(pilot, "end")
        assert f"A{lines - 1}" in screen_text(pilot)
        await press(pilot, "g", "down", "enter", "up", "enter", "end")
        assert f"A{lines - 1}" in screen_text(pilot)


async def test_a_preview_that_has_been_superseded_is_not_begun() -> None:
    news = ManyNews(1)
    desk = MemoryDesk(a_plan())
    desk.calendars = news  # type: ignore[assignment]  # as above
    watch = Watch()
    watch.stop()
    assert Calendars("x", dry_run=True, watch=watch).run(desk) is None
    assert news.asked == 0


class SlowPost(NoCalendars):
    """A desk's calendars that send one mail at a time, each when it is let to; some can be refused altogether."""

    def __init__(self, mails: int, refused: str = "") -> None:
        self.mails, self.refused, self.sent = mails, refused, 0
        self.gates = [Event() for _ in range(mails)]

    def send_mails(self, _folder: str, *, dry_run: bool = False, watch: Watch = Watch(), **_: Any) -> CalendarReport:  # noqa: B008 - is given
        if self.refused:
            raise Trouble(self.refused, key="smtp_host")
        told = [
            CalendarFile(str(n), f"Ägare {n}", f"{n}@example.org", 1, changed=True, new=_line(n))
            for n in range(self.sent, self.mails)
        ]
        if not dry_run:
            for gate in self.gates[self.sent :]:
                assert gate.wait(60)
                self.sent += 1
                watch.step(1)
        return CalendarReport("studierektor@example.org", dry_run, tuple(told), (), ())


def _line(number: int) -> tuple[Line, ...]:
    return (Line(f"A{number}", "due", TODAY, f"Sak {number}"),)


async def until(pilot: Pilot[int], words: str) -> None:
    """Wait until words stand on the screen, while a thread is at work."""
    for _ in range(500):
        await pilot.pause()
        if words in screen_text(pilot):
            return
    raise AssertionError(screen_text(pilot))


def a_slow_desk(mails: int, language: str = "sv", refused: str = "") -> tuple[MemoryDesk, SlowPost]:
    desk, post = MemoryDesk(a_plan(), language), SlowPost(mails, refused)
    desk.calendars = post  # type: ignore[assignment]  # a desk whose mails are let go one by one
    return desk, post


@pytest.mark.parametrize(
    ("language", "bar", "stopped"),
    [
        ("sv", "1 av 4 nyheter   Esc stoppar", "Stoppat efter 2 av 4"),
        ("en", "1 of 4 news   Esc stops", "Stopped after 2 of 4"),
    ],
)
async def test_sending_shows_how_far_it_has_come_and_esc_stops_it_between_mails(
    language: str, bar: str, stopped: str
) -> None:
    desk, post = a_slow_desk(4, language)
    async with open_house(desk, (120, 40), "e g down down enter") as pilot:
        assert "Ägare 3" in screen_text(pilot)
        await pilot.press("w")
        post.gates[0].set()
        await until(pilot, bar)
        assert "━━━━━━──" in screen_text(pilot)
        await pilot.press("w", "escape")
        post.gates[1].set()
        await settle(pilot)
        assert stopped in screen_text(pilot)
        assert post.sent == 2
        assert "Ägare 1" not in screen_text(pilot)
        for gate in post.gates:
            gate.set()
        await press(pilot, "w")
        assert post.sent == 4
        assert "studierektor@example.org" in screen_text(pilot).split("\n")[1]
        assert any("studierektor@example.org" in said for said in toasts(pilot))


async def test_what_cannot_be_sent_is_said_and_another_way_can_be_chosen() -> None:
    desk, _ = a_slow_desk(1, refused="mail.no_host")
    async with open_house(desk, (80, 24), "e g down down enter") as pilot:
        assert "! " in screen_text(pilot)
        await press(pilot, "g", *["down"] * 5, "enter")
        assert ".md" in screen_text(pilot)


@pytest.mark.parametrize(
    ("steps", "way", "suffixes", "says"),
    [
        (1, "hand", {".ics", ".txt"}, "Skrev till"),
        (2, "mail", {".eml"}, "Utkast ligger i"),
        (3, "digest", {".eml"}, "Utkast ligger i"),
    ],
)
async def test_each_way_has_a_folder_of_its_own_where_no_mail_server_is_set(
    tmp_path: Path, steps: int, way: str, suffixes: set[str], says: str
) -> None:
    desk = a_real_desk(tmp_path, organizer_name="Siv Ek", organizer_mail="siv.ek@exempel.se")
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    desk.do(*(SetPerson(one, mail=f"{n}@exempel.se") for n, one in enumerate(desk.snapshot().people)))
    out = tmp_path / "ut"
    async with open_house(desk, (120, 60), "e") as pilot:
        into(pilot, out)
        await press(pilot, "f", "enter", "g", *["down"] * steps, "enter")
        assert "+ A1" in screen_text(pilot)
        assert not out.exists()
        await press(pilot, "w")
        assert f"{says} {out / way}" in " ".join(screen_text(pilot).split())
        assert {path.suffix for path in (out / way).iterdir()} == suffixes
        await press(pilot, "1", "e")
        if way == "mail":
            assert "Ingen har något nytt att få veta." in screen_text(pilot)


async def test_a_calendar_server_that_is_not_set_is_said(desk: Desk) -> None:
    async with open_house(desk, (120, 60), "e g") as pilot:
        await press(pilot, *["down"] * 4, "enter")
        assert "caldav_url" in " ".join(screen_text(pilot).split())


def test_calendars_that_are_stopped_are_written_and_noted_so_far(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    watch = Watch()
    watch.stop()
    with pytest.raises(StoppedError):
        desk.calendars.export_folder(str(out), watch=watch)
    written = list(out.glob("*.ics"))
    assert len(written) == 1
    assert len({row.who for row in desk.calendars.log()}) == 1
    report = desk.calendars.export_folder(str(out))
    assert sum(one.changed for one in report.files) == 3
    assert len(list(out.glob("*.ics"))) == 4
