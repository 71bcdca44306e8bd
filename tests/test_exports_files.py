"""A file is there whole or not at all, and is left alone when nothing about it is new."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.files import NotWritten, Written, slug, write, write_all
from hostile_texts import HOSTILE

OLD = 1_000_000_000_000_000_000


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_and_its_new_folders_are_the_owners_own(tmp_path: Path) -> None:
    path = tmp_path / "kalendrar" / "2026" / "plan.ics"
    assert write(path, b"ett") == Written(path, changed=True)
    assert path.read_bytes() == b"ett"
    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)
    assert os.listdir(path.parent) == ["plan.ics"]  # noqa: PTH208 - hidden names count


def test_the_same_bytes_leave_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    path.write_bytes(b"ett")
    os.utime(path, ns=(OLD, OLD))
    before = path.stat()
    assert write(path, b"ett") == Written(path, changed=False)
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (OLD, before.st_ino, before.st_mode)


@pytest.mark.parametrize("data", [b"", b"tva", b"ett till"])
def test_other_bytes_replace_the_file_and_keep_its_permissions(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.ics"
    path.write_bytes(b"ett")
    path.chmod(0o644)
    assert write(path, data) == Written(path, changed=True)
    assert path.read_bytes() == data and mode(path) == 0o644


@pytest.mark.parametrize("name", ["replace", "fsync"])
def test_a_failure_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "plan.ics"
    path.write_bytes(b"ett")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(OSError, match="full"):
        write(path, b"tva")
    assert path.read_bytes() == b"ett"
    assert os.listdir(tmp_path) == ["plan.ics"]  # noqa: PTH208 - hidden names count


def test_even_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "plan.ics", b"ett")
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - hidden names count


def test_a_folder_that_cannot_be_settled_does_not_undo_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    seen: list[int] = []

    def only_files(handle: int) -> None:
        seen.append(handle)
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no folders here")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert write(tmp_path / "plan.ics", b"ett").changed
    assert len(seen) == 2


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"\w"):
        write(tmp_path, b"ett")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "plan").write_bytes(b"x")
    with pytest.raises(OSError, match=r"\w"):
        write(tmp_path / "plan" / "a.ics", b"ett")


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    assert write(tmp_path / ("a" * 251 + ".ics"), b"ett").changed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"ett")
    reader.join()
    assert got == [b"ett"] and stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_cannot_be_written_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"x")
    good, bad = tmp_path / "a.ics", tmp_path / "taken" / "b.ics"
    first, second, third = write_all([(good, b"ett"), (bad, b"tva"), (good, b"ett")])
    assert first == Written(good, changed=True) and third == Written(good, changed=False)
    assert isinstance(second, NotWritten) and second.path == bad and isinstance(second.error, OSError)


@pytest.mark.parametrize(
    ("name", "ident", "expected"),
    [
        ("Åsa Östberg-Lind", 12, "asa-ostberg-lind-12"),
        ("A\u030asa", 12, "asa-12"),
        ("Ægir Łukasz Straße", "ab", "aegir-lukasz-strasse-ab"),
        ("CON", 3, "x-con-3"),
        ("../../etc/passwd", 4, "etc-passwd-4"),
        ("-rf", 5, "rf-5"),
        ("李伟", 6, "x-6"),
        ("", "7/../8", "x-7-8"),
        ("a" * 300, 9, "a" * 60 + "-9"),
    ],
)
def test_a_name_becomes_a_file_name_that_reads_like_it(name: str, ident: int | str, expected: str) -> None:
    assert slug(name, ident) == expected


@given(st.one_of(st.sampled_from(HOSTILE), st.text()), st.integers(0))
def test_any_name_is_a_safe_file_name_told_apart_by_its_number(name: str, ident: int) -> None:
    made = slug(name, ident)
    assert made.isascii() and all(letter.isalnum() or letter == "-" for letter in made)
    assert made == made.lower() and not made.startswith("-") and made.endswith(f"-{ident}")
