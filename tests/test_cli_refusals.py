"""What bad input gets: a sentence that names the thing and the way out, in either language, its exit code, and nothing stored."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from shell import PLAN_CSV, Shell, a_draft, masked

LANGUAGES = ("sv", "en")
WRONG: tuple[tuple[tuple[str, ...], int, tuple[str, ...]], ...] = (
    (("show", "X9"), 1, ("X9", "followup status")),
    (("mark", "X9", "done"), 1, ("X9", "followup status")),
    (("mark", "A1", "X9", "done"), 1, ("X9",)),
    (("mark", "A1", "A1/B1", "done"), 1, ("A1/B1",)),
    (("record", "nix/A1", "holds"), 1, ("nix/A1",)),
    (("log", "X9"), 1, ("X9",)),
    (("mark", "A1", "closed"), 1, ("A1", "-m")),
    (("mark", "A1", "paused", "-m", "  "), 1, ("A1", "-m")),
    (("mark", "A1", "done", "--on", "2027-01-01"), 1, ("2027-01-01",)),
    (("mark", "A1", "done", "--on", "blurp"), 1, ("blurp", "2026-05-31")),
    (("mark", "A1", "done", "--on", "maj 2026"), 1, ("maj 2026",)),
    (("status", "--as-of", "blurp"), 1, ("blurp",)),
    (("status", "--since", "2026-02-30"), 1, ("2026-02-30",)),
    (("log", "--since", "blurp"), 1, ("blurp",)),
    (("status", "--today", "i morgon"), 1, ("i morgon",)),
    (("move", "A1", "--due", "blurp", "-m", "x"), 1, ("blurp", "followup when")),
    (("move", "A1", "--due", "varje år", "-m", "x"), 1, ("varje år",)),
    (("move", "A1", "--due", "maj och november", "-m", "x"), 1, ("maj och november",)),
    (("move", "A1", "--follow-up", "blurp", "-m", "x"), 1, ("blurp",)),
    (("move", "A1", "--due", "maj 2027"), 1, ("A1", "-m")),
    (("move", "A1"), 2, ("--due", "--follow-up")),
    (("occasion", "sommarfest"), 1, ("sommarfest", "vid byte av enhetschef")),
    (("hold", "rektor", "Anna Ek"), 1, ("rektor", "Enhetschef")),
    (("people", "set", "nils", "--mail", "n@exempel.se"), 1, ("nils", "followup people")),
    (("people", "set"), 2, ("followup people set",)),
    (("people", "set", "Signe"), 2, ("--mail",)),
    (("people", "read"), 2, ("followup people read",)),
    (("status", "status:blå"), 1, ("status:blå",)),
    (("status", "färg:blå"), 1, ("färg:blå",)),
    (("status", "klart:<snart"), 1, ("klart:<snart",)),
    (("status", "--plan", "nix"), 1, ("nix", "hud")),
    (("agenda", "--plan", "nix"), 1, ("nix", "hud")),
    (("status", "--fail-on", "overdue,ettan"), 2, ("ettan", "overdue, follow-up, soon")),
    (("status", "--out", "läge.txt"), 2, ("läge.txt", "--format")),
    (("export", "ics"), 2, ("--out",)),
    (("export", "csv", "--private"), 2, ("--private", "ics")),
    (("import", "nix.pdf"), 1, ("nix.pdf",)),
    (("import", "-", "--map", "bara rubrik"), 2, ("bara rubrik",)),
    (("import", "-", "--map", "Vem=blurp"), 1, ("blurp",)),
    (("restore", "nix.db"), 1, ("nix.db",)),
    (("when",), 2, ("followup when",)),
    (("config", "färg"), 1, ("färg", "warn_hour")),
    (("config", "warn_hour", "tolv"), 1, ("tolv", "warn_hour", "9")),
    (("config", "warn_hour", "99"), 1, ("99", "warn_hour")),
    (("config", "language", "de"), 1, ("de", "sv")),
    (("config", "keys", "a", "b"), 1, ("keys", "settings.toml")),
    (("tui",), 2, ("followup status",)),
    ((), 2, ("followup status",)),
    (("undo",), 0, ()),
)


@contextmanager
def unchanged(shell: Shell) -> Iterator[None]:
    """See to it that nothing is stored meanwhile."""
    before = shell.state()
    yield
    assert shell.state() == before


def assert_sentence(text: str, *named: str) -> None:
    """See to it that it is a sentence for people, with what it must name."""
    assert text.strip()
    assert "Traceback" not in text
    assert not re.search(r"\{\w+\}", text)
    for each in named:
        assert each in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "code", "named"),
    WRONG[:-1],
    ids=lambda each: " ".join(map(str, each)) if isinstance(each, tuple) else str(each),
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    shell: Shell, language: str, words: tuple[str, ...], code: int, named: tuple[str, ...]
) -> None:
    shell.language = language
    with unchanged(shell):
        told = shell(*words, stdin=PLAN_CSV.encode())
        assert (told.code, told.data) == (code, b"")
        assert_sentence(told.err, *named)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("brev.txt", "Hej!\n\nTack för senast. Vi ses på måndag.\n", ("brev.txt", "--map")),
        ("tom.txt", "", ("tom.txt",)),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, ("bild.png",)),
        ("gammal.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, ("gammal.doc", ".docx")),
        ("trasig.docx", b"PK\x03\x04" + b"\x00" * 100, ("trasig.docx",)),
        ("trasig.pdf", b"%PDF-1.7\nnej", ("trasig.pdf",)),
        ("läget.json", '{"schema": "followup.status/1", "actions": [{"label": "A1"}]}', ("läget.json", ".csv")),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_what_to_do(
    shell: Shell, language: str, name: str, content: str | bytes, named: tuple[str, ...]
) -> None:
    shell.language = language
    path = shell.write(name, content)
    with unchanged(shell):
        told = shell("import", path)
        assert (told.code, told.data) == (1, b"")
        assert_sentence(told.err, *named)


def a_pdf_without_text() -> bytes:
    """Make a page with a line drawn on it, as a scanner's picture would be."""
    drawing = b"0 0 m 100 100 l S"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
    ]
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(whole)
    return whole + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_without_text_is_refused_with_what_to_do(shell: Shell, language: str) -> None:
    shell.language = language
    path = shell.write("skannad.pdf", a_pdf_without_text())
    with unchanged(shell):
        told = shell("import", path)
        assert (told.code, told.data) == (1, b"")
        assert_sentence(told.err, "skannad.pdf")
        assert "OCR" in told.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [("status", "--format", "csv", "--out"), ("export", "html", "--out")])
def test_a_place_where_nothing_can_be_written_is_named(shell: Shell, language: str, words: tuple[str, ...]) -> None:
    shell.language = language
    wall = shell.write("fil", "här står något")
    for place, reason in (
        (f"{wall}/papper.html", {"sv": "mappen", "en": "folder"}),
        (str(shell.folder), {"sv": "mapp", "en": "folder"}),
    ):
        told = shell(*words, place)
        assert (told.code, told.data) == (1, b"")
        assert_sentence(told.err, place, reason[language])
    assert Path(wall).read_text(encoding="utf-8") == "här står något"


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendars_that_cannot_be_written_are_named_one_by_one(shell: Shell, language: str) -> None:
    shell.language = language
    wall = shell.write("fil", "")
    told = shell("export", "ics", "--out", f"{wall}/kalendrar")
    assert told.code == 1
    assert len(told.err.splitlines()) == len([line for line in told.lines if ".ics" in line]) > 1
    assert_sentence(told.err, f"{wall}/kalendrar")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", [("status",), ("mark", "A1", "done"), ("import", "-"), ("doctor",), ("backup",)])
def test_a_database_where_nothing_can_be_made_is_exit_code_four(
    bare_shell: Shell, language: str, verb: tuple[str, ...]
) -> None:
    bare_shell.language = language
    place = f"{bare_shell.write('fil', '')}/followup.db"
    bare_shell.environment["FOLLOWUP_DATA"] = place
    told = bare_shell(*verb, stdin=PLAN_CSV.encode())
    assert told.code == 4
    assert_sentence(told.err, place, "--data")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "verb", [("mark", "A1", "done"), ("undo",), ("import", "-", "--new", "två"), ("hold", "enhetschef", "Anna Ek")]
)
def test_a_locked_database_is_exit_code_four_and_nothing_is_stored(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str, verb: tuple[str, ...]
) -> None:
    shell.language = language
    shorten_the_wait(monkeypatch)
    with unchanged(shell), closing(sqlite3.connect(shell.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        told = shell(*verb, stdin=PLAN_CSV.encode())
        other.execute("ROLLBACK")
        assert told.code == 4
        assert_sentence(told.err, str(shell.database))


def test_a_database_that_somebody_writes_to_can_be_read(shell: Shell) -> None:
    with closing(sqlite3.connect(shell.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert shell("status").code == 0


def shorten_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("db.identity", "db.engine", "db.copies"):
        monkeypatch.setattr(f"{module}.WAIT_SECONDS", 0.05)


def spoil(path: Path) -> None:
    """Write over the middle of a database, as a failing disk does."""
    data = bytearray(path.read_bytes())
    data[100 : len(data) // 2] = b"\xff" * (len(data) // 2 - 100)
    path.write_bytes(bytes(data))


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 9999")


def make_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE recept (namn TEXT)")


def make_text(path: Path) -> None:
    path.write_text("Det här är ett brev och ingen databas.\n" * 100, encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", [("status",), ("mark", "A1", "done"), ("export", "json"), ("backup",), ("doctor",)])
@pytest.mark.parametrize(
    ("do_harm", "way_out"),
    [(spoil, "followup restore"), (make_newer, ""), (make_foreign, "--data"), (make_text, "--data")],
)
def test_a_database_that_is_damaged_newer_or_anothers_is_left_alone(
    shell: Shell, language: str, verb: tuple[str, ...], do_harm: Callable[[Path], None], way_out: str
) -> None:
    shell.language = language
    do_harm(shell.database)
    before = shell.database.read_bytes()
    told = shell(*verb)
    assert told.code == 4
    assert verb == ("doctor",) or told.data == b""
    assert_sentence(told.err, str(shell.database), way_out)
    assert shell.database.read_bytes() == before


def test_a_doctor_at_a_damaged_database_says_where_it_lies_all_the_same(shell: Shell) -> None:
    shell("backup")
    spoil(shell.database)
    told = shell("doctor")
    assert told.code == 4
    assert str(shell.database) in told.out
    assert "followup-2026-09-15" in told.out


def test_a_damaged_database_is_put_back_from_a_copy(shell: Shell) -> None:
    shell("backup")
    spoil(shell.database)
    assert shell("restore").code == 0
    assert shell.labels() == ["A1", "B1", "B2", "C1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_copy_is_not_put_back(shell: Shell, language: str) -> None:
    shell.language = language
    path = shell.write("brev.db", "Det här är ett brev.\n" * 100)
    with unchanged(shell):
        told = shell("restore", path)
        assert told.code == 4
        assert_sentence(told.err, path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_of_no_known_kind_is_exit_code_four(bare_shell: Shell, language: str) -> None:
    bare_shell.language = language
    told = bare_shell("status", "--data", "http://exempel.se/plan")
    assert told.code == 4
    assert_sentence(told.err, "http://exempel.se/plan", "postgresql")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_under_a_paper_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    shell.language = language
    monkeypatch.setattr("exports.files.os.fsync", full)
    told = shell("status", "--out", str(shell.folder / "läge.csv"))
    assert told.code == 1
    assert_sentence(told.err, "läge.csv", {"sv": "disken är full", "en": "the disk is full"}[language])
    assert sorted(each.name for each in shell.folder.iterdir() if "läge" in each.name or "tmp" in each.name) == []


FULL = """
import resource, sys
from followup.main import run
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_under_the_database_is_exit_code_four_and_nothing_is_stored(shell: Shell, language: str) -> None:
    shell.accept(a_draft(title="Annan"), "annan")
    shell.language = language
    with unchanged(shell):
        program = FULL.format(room=(shell.database.stat().st_size // 4096) * 4096)
        note = "Lång kommentar. " * 4000
        told = subprocess.run(
            [sys.executable, "-c", program, "mark", "hud/A1", "done", "-m", note],
            env=os.environ | shell.surroundings(),
            capture_output=True,
            check=False,
        )
        assert told.returncode == 4
        assert_sentence(told.stderr.decode(), str(shell.database))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("warn_hour = ", ("settings.toml",)),
        ('färg = "blå"', ("settings.toml",)),
        ('colour = "blue"', ("colour", "warn_hour")),
        ('warn_hour = "nio"', ("nio", "warn_hour")),
        ("warn_days = [1, -3]", ("warn_days",)),
        ('language = "de"', ("de", '"sv"')),
        ("calendar_years = 0", ("calendar_years",)),
        ("warn_as_events = 1", ("warn_as_events",)),
        ("keys = {status = 3}", ("keys",)),
    ],
)
def test_a_settings_file_that_is_no_good_is_named_and_help_is_to_be_had(
    shell: Shell, language: str, text: str, named: tuple[str, ...]
) -> None:
    shell.language = language
    shell.write("settings.toml", text)
    told = shell("status")
    assert (told.code, told.data) == (1, b"")
    assert_sentence(told.err, "settings.toml", *named)
    assert shell("--help").code == 0
    assert shell("--version").code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_hands_at_one_value_are_told_of_each_other(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    from followup.desk.core import Desk

    shell.language = language
    commit = Desk._commit

    def late(desk: Desk, *given: Any, **named: Any) -> Any:
        monkeypatch.setattr(Desk, "_commit", commit)
        other = Shell(shell.folder, shell.captured, shell.patch)
        assert main_of(other, "mark", "A1", "in_progress") == 0
        return commit(desk, *given, **named)

    monkeypatch.setattr(Desk, "_commit", late)
    told = shell("mark", "A1", "done")
    assert told.code == 1
    assert {"sv": "Pågår", "en": "In progress"}[language] in told.err
    assert shell("show", "A1", "--format", "json").json["status"] == "in_progress"


def main_of(shell: Shell, *words: str) -> int:
    from followup.main import main

    return main(words, shell.surroundings())


def test_what_nobody_thought_of_is_a_sentence_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: Any) -> None:
        raise RuntimeError("hoppsan")

    monkeypatch.setattr("followup.cli.verbs.status.status_lines", fall, raising=False)
    monkeypatch.setattr("followup.cli.table.status_lines", fall)
    told = shell("status")
    assert (told.code, told.data) == (1, b"")
    assert_sentence(told.err, "RuntimeError: hoppsan", "followup doctor")
    shell.environment["FOLLOWUP_DEBUG"] = "1"
    with pytest.raises(RuntimeError, match="hoppsan"):
        shell("status")


def test_a_refusal_says_the_same_in_a_pipe_as_on_a_terminal(shell: Shell) -> None:
    assert (
        masked(shell("show", "X9").talk)
        == "Det finns ingen åtgärd X9. Kör ”followup status” för att se vilka som finns.\n"
    )
