"""Errors are named once, whoever made them, and tell no secrets."""

import errno
import sqlite3

import pytest

from db import errors
from db.address import read
from db.engine import open_engine
from db.errors import DatabaseError, Full, Missing, NotWritable, Unreachable, Violated, naming
from db.reading import open_reader


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (OSError(errno.ENOSPC, "No space left"), Full),
        (OSError(errno.EDQUOT, "Quota exceeded"), Full),
        (OSError(errno.EFBIG, "File too large"), Full),
        (FileNotFoundError(errno.ENOENT, "No such file"), Missing),
        (PermissionError(errno.EACCES, "Permission denied"), NotWritable),
        (OSError(errno.EROFS, "Read-only file system"), NotWritable),
        (sqlite3.OperationalError("database is locked"), errors.Locked),
        (ModuleNotFoundError("No module named 'psycopg'", name="psycopg"), Unreachable),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), Violated),
    ],
)
def test_an_error_of_the_system_gets_its_name_and_the_place(error: Exception, name: type[DatabaseError]) -> None:
    with pytest.raises(name) as caught, naming("/data/plan.db"):
        raise error
    assert caught.value.place == "/data/plan.db"
    assert str(caught.value).startswith(f"{name.__name__}: /data/plan.db")


def test_an_error_that_is_not_about_a_database_passes() -> None:
    with pytest.raises(ZeroDivisionError), naming("/data/plan.db"):
        raise ZeroDivisionError


def test_an_error_that_has_its_place_keeps_it() -> None:
    with pytest.raises(Missing) as caught, naming("/data/outer.db"):
        raise Missing("/data/inner.db")
    assert caught.value.place == "/data/inner.db"


@pytest.mark.parametrize("code", range(1, 27))
def test_every_code_of_sqlite_has_a_name(code: int) -> None:
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code
    assert isinstance(errors.named(error, "x"), DatabaseError)


def test_a_url_that_makes_no_sense_is_refused_without_its_password() -> None:
    address = read("postgresql://ebbe:hemlig@host:port/plans")
    for attempt in (open_engine, open_reader):
        with pytest.raises(errors.UnknownAddress) as caught:
            attempt(address)
        assert "hemlig" not in str(caught.value)
