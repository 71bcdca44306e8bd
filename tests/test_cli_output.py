"""What reaches a terminal, a pipe and a file: in pseudo-terminals and real processes where that is what matters."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.cli.output import COLOURS, Output, one_line, shown
from followup.cli.table import aligned, cell_width, cut
from hostile_texts import HOSTILE, texts
from shell import PLAN_CSV, Shell

ANSI = re.compile(r"\x1b\[[0-9;]*m")
posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


def process(shell: Shell, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "followup", *words],
        env=os.environ | shell.surroundings() | environment,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def at_terminal(
    shell: Shell, *words: str, typed: bytes = b"", columns: int = 80, environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run the program at a pseudo-terminal; give the exit code and what stood on the screen, line ends as written."""
    code, data = at_raw_terminal(shell, *words, typed=typed, columns=columns, environment=environment)
    return code, data.decode().replace("\r\n", "\n")


def at_raw_terminal(
    shell: Shell, *words: str, typed: bytes = b"", columns: int = 80, environment: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    import pty
    from termios import tcsetwinsize

    outer, inner = pty.openpty()
    tcsetwinsize(inner, (24, columns))
    plain = {"TERM": "xterm-256color", "NO_COLOR": "", "COLUMNS": "", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        [sys.executable, "-m", "followup", *words],
        env=os.environ | shell.surroundings() | plain | dict(environment or {}),
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    ) as running:
        os.close(inner)
        os.write(outer, typed)
        data = b"".join(read_all(outer))
    os.close(outer)
    return running.returncode, data


def read_all(terminal: int) -> Iterator[bytes]:
    """Read until the program has ended; Linux tells that as an error."""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            return
        if not piece:
            return
        yield piece


@posix
@pytest.mark.parametrize(
    ("language", "answer", "code", "labels"),
    [
        ("sv", b"j\n", 0, ["A1", "A2", "B1"]),
        ("sv", b"JA\n", 0, ["A1", "A2", "B1"]),
        ("sv", b"n\n", 1, []),
        ("sv", b"\n", 1, []),
        ("sv", b"\x04", 1, []),
        ("en", b"y\n", 0, ["A1", "A2", "B1"]),
        ("en", b"no\n", 1, []),
    ],
)
def test_an_import_asks_at_a_terminal_and_stores_on_a_yes(
    bare_shell: Shell, language: str, answer: bytes, code: int, labels: list[str]
) -> None:
    bare_shell.language = language
    path = bare_shell.write("plan.csv", PLAN_CSV)
    told, screen = at_terminal(bare_shell, "import", path, typed=answer)
    assert {"sv": "Spara? [j/n]", "en": "Store it? [y/n]"}[language] in screen
    assert told == code
    assert bare_shell.labels() == labels


@posix
def test_an_import_told_yes_asks_nothing(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", PLAN_CSV)
    code, screen = at_terminal(bare_shell, "import", "--yes", path)
    assert (code, "[j/n]" in screen) == (0, False)
    assert bare_shell.labels() == ["A1", "A2", "B1"]


@posix
def test_a_terminal_gets_colour_and_a_pipe_does_not(shell: Shell) -> None:
    _, screen = at_terminal(shell, "status")
    assert "\x1b[31;1m" in screen
    assert b"\x1b" not in process(shell, "status").stdout


@posix
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(shell: Shell, environment: dict[str, str]) -> None:
    _, screen = at_terminal(shell, "status", environment=environment)
    assert "\x1b" not in screen
    assert "försenad" in screen


@posix
@pytest.mark.parametrize(
    ("words", "columns"),
    [(("status",), 40), *itertools.product([("status",), ("agenda",), ("show", "A1"), ("log", "A1")], [60, 80, 140])],
)
def test_no_line_is_wider_than_the_terminal(shell: Shell, columns: int, words: tuple[str, ...]) -> None:
    shell("mark", "A1", "paused", "-m", "Väntar på besked från förvaltningen om lokalerna på plan fyra")
    _, screen = at_terminal(shell, *words, columns=columns)
    assert max(cell_width(ANSI.sub("", line)) for line in screen.splitlines()) <= columns


@posix
def test_at_eighty_columns_the_table_still_says_what_is_late(shell: Shell) -> None:
    _, screen = at_terminal(shell, "status", environment={"NO_COLOR": "1"})
    assert screen.splitlines()[0].split() == ["Nr", "Krav", "Ansvarig", "Klart", "senast", "Följs", "upp", "Läge"]
    assert [line.split()[-1] for line in screen.splitlines()[1:3]] == ["Planerad", "försenad"]


@posix
def test_a_terminal_of_another_encoding_is_spoken_to_in_its_own(shell: Shell) -> None:
    code, data = at_raw_terminal(shell, "status", environment={"PYTHONIOENCODING": "iso-8859-1", "NO_COLOR": "1"})
    screen = data.decode("iso-8859-1")
    assert code == 0
    assert "försenad" in screen
    assert "o Planerad" in screen
    assert "..." in screen


@posix
def test_what_is_binary_is_not_written_to_a_terminal(shell: Shell) -> None:
    for words in (("status", "--format", "xlsx"), ("export", "xlsx"), ("export", "xlsx", "--out", "-")):
        code, screen = at_terminal(shell, *words)
        assert code == 2
        assert screen == "Ett xlsx-dokument kan inte visas i terminalen. Skriv det till en fil: --out FIL\n"
    assert process(shell, "status", "--format", "xlsx").stdout[:2] == b"PK"


@posix
def test_a_long_note_is_wrapped_at_a_terminal_and_whole_in_a_pipe(shell: Shell) -> None:
    note = "ord " * 60 + "slut"
    shell("mark", "A1", "done", "-m", note)
    assert f"”{note}”" in shell("log", "A1").out
    _, screen = at_terminal(shell, "log", "A1")
    assert note not in screen
    assert " ".join(screen.split()).count("ord ") >= 60


@contextmanager
def broken(shell: Shell, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the program into a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-m", "followup", *words],
        env=os.environ | shell.surroundings(),
        stdout=writing,
        stderr=subprocess.PIPE,
    ) as running:
        os.close(writing)
        yield running


@pytest.mark.parametrize("words", [("status",), ("status", "--format", "json"), ("log",), ("--help",), ("when", "maj")])
def test_a_reader_that_has_had_enough_is_no_failure(shell: Shell, words: tuple[str, ...]) -> None:
    with broken(shell, *words) as running:
        _, talk = running.communicate()
    assert (running.returncode, talk) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", [("status",), ("status", "--format", "json"), ("export", "csv")])
def test_a_result_that_finds_no_room_is_told(shell: Shell, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "followup", *words],
            env=os.environ | shell.surroundings(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert told.returncode == 1
    assert told.stderr.decode() == "Resultatet gick inte att skriva: disken är full.\n"


@posix
@pytest.mark.parametrize(("closed", "code"), [("1", 1), ("2", 0), ("0", 0)])
def test_a_stream_that_was_closed_beforehand_does_no_harm(shell: Shell, closed: str, code: int) -> None:
    line = f'exec "$0" -m followup status {closed}>&-'
    told = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable],
        env=os.environ | shell.surroundings(),
        capture_output=True,
        check=False,
    )
    assert told.returncode == code
    assert b"Traceback" not in told.stderr
    if closed != "1":
        assert "försenad" in told.stdout.decode()


def test_a_process_writes_utf_8_whatever_the_locale(shell: Shell) -> None:
    told = process(shell, "status", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (told.returncode, told.stderr) == (0, b"")
    assert "försenad" in told.stdout.decode("utf-8")
    told = process(shell, "show", "X9", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert told.stderr.decode("utf-8").startswith("Det finns ingen åtgärd X9.")


def test_the_process_and_the_function_say_the_same(shell: Shell) -> None:
    told = process(shell, "status", "--format", "json")
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout == shell("status", "--format", "json").data


def test_all_is_quiet_on_stderr_when_all_is_well(shell: Shell) -> None:
    for words in (
        ("status",),
        ("show", "A1"),
        ("log",),
        ("agenda",),
        ("people",),
        ("check",),
        ("when", "maj"),
        ("export", "csv"),
        ("export", "ics", "--out", str(shell.folder / "kalendrar")),
    ):
        assert shell(*words).err == "", words
    for line in ("mark A1 done", "undo", "redo", "record B1 holds"):
        told = shell(*line.split())
        assert (told.data, told.err.count("\n")) == (b"", 1), line


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_note_reaches_no_terminal_as_it_is(shell: Shell, text: str) -> None:
    """Whatever somebody writes, no control character stands in what any verb prints for people."""
    told = shell("mark", "A1", "paused", "-m", f"Väntar {text}")
    assert told.code == 0
    for words in (("status",), ("show", "A1"), ("log",), ("log", "--format", "csv"), ("status", "--format", "csv")):
        said = shell(*words)
        assert said.code == 0
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", said.out), words


@given(texts)
def test_what_is_shown_has_no_control_character(text: str) -> None:
    said = shown(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069\u200e\u200f]", said)
    assert "\n" not in one_line(text)
    said.encode()


@given(texts)
def test_a_tint_cannot_be_written_by_whoever_writes_a_text(text: str) -> None:
    with patch.object(Output, "data") as written:
        output = Output({})
        output._colour = True
        output.lines([output.tinted(shown(text), "late")])
    line = written.call_args.args[0]
    assert line.count(b"\x1b") == 2
    assert not re.search(rb"\x1b(?!\[(?:0|[0-9;]+)m)", line)


@pytest.mark.parametrize("tone", COLOURS)
def test_each_tone_has_its_own_colour(tone: str) -> None:
    with patch.object(Output, "data") as written:
        output = Output({})
        output._colour = True
        output.line(output.tinted("x", tone))
    assert written.call_args.args[0] == f"\x1b[{COLOURS[tone]}mx\x1b[0m\n".encode()


@given(st.lists(st.tuples(texts, texts, st.text(max_size=5)), min_size=1, max_size=4), st.integers(30, 120))
def test_columns_are_aligned_and_fit(rows: list[tuple[str, str, str]], width: int) -> None:
    cells = aligned(rows, width, ((0, 20), (1, 10), (0, 4)))
    for column in range(3):
        assert len({cell_width(row[column]) for row in cells}) == 1
    assert all(sum(map(cell_width, row)) + 4 <= max(width, 4 + 10 + 5 * 2 + 4) for row in cells)


@given(texts, st.integers(1, 40))
def test_a_text_is_cut_to_its_width_with_a_sign(text: str, width: int) -> None:
    short = cut(one_line(text), width)
    assert cell_width(short) <= width
    assert short == one_line(text) or short.endswith("…")


def test_wide_letters_take_two_cells_and_marks_none() -> None:
    assert cell_width("日本") == 4
    assert cell_width("e\u0301") == 1
    assert cut("日本語", 4) == "日…"
