"""What `--data` means, and that no password is ever shown."""

from pathlib import Path

import pytest

from db.address import Address, read
from db.engine import manners, url_of
from db.errors import UnknownAddress


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/data/plan.db", "/data/plan.db"),
        ("sqlite:////data/plan.db", "/data/plan.db"),
        ("/data/å?#%.db", "/data/å?#%.db"),
        ("/data/a//b/../plan.db", "/data/a/plan.db"),
        ("/data/postgresql:/x", "/data/postgresql:/x"),
    ],
)
def test_a_file_is_its_absolute_path(text: str, path: str) -> None:
    assert read(text) == Address("sqlite", path)
    assert str(read(text)) == path


def test_a_relative_path_counts_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/ebbe")
    assert read("plan.db").path == read("sqlite:///plan.db").path == str(tmp_path / "plan.db")
    assert read("~/plan.db").path == "/home/ebbe/plan.db"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_is_reached_by_one_driver(scheme: str) -> None:
    address = read(f"{scheme}://ebbe@havsvik.example/plans")
    assert address == Address("postgresql", None, "postgresql+psycopg://ebbe@havsvik.example/plans")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ebbe:hemlig@host:5432/plans", "postgresql+psycopg://ebbe@host:5432/plans"),
        ("postgresql://ebbe:hem@lig@host/plans", "postgresql+psycopg://ebbe@host/plans"),
        ("postgresql://host/plans?user=a&password=hemlig", "postgresql+psycopg://host/plans?user=a"),
        ("postgresql://host/plans?PASSWORD=hemlig", "postgresql+psycopg://host/plans"),
        (
            "postgresql://host/plans?sslpassword=hemlig&sslmode=require",
            "postgresql+psycopg://host/plans?sslmode=require",
        ),
    ],
)
def test_a_password_is_never_shown(text: str, shown: str) -> None:
    address = read(text)
    assert address.place == str(address) == shown
    assert "hemlig" not in repr(address)


@pytest.mark.parametrize(
    "text", ["", "  ", ":memory:", "sqlite://", "mysql://ebbe:hemlig@host/x", "a\0b", "https://x/y"]
)
def test_what_names_no_database_is_refused(text: str) -> None:
    with pytest.raises(UnknownAddress) as caught:
        read(text)
    assert "hemlig" not in str(caught.value)
    assert "\0" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql://ebbe@havsvik.example/plans", "verify-full"),
        ("postgresql:///plans?host=havsvik.example", "verify-full"),
        ("postgresql://ebbe@havsvik.example/plans?sslmode=require", None),
        ("postgresql://ebbe@localhost/plans", None),
        ("postgresql://ebbe@127.0.0.1:5433/plans", None),
        ("postgresql:///plans?host=/run/postgresql", None),
        ("postgresql:///plans", None),
    ],
)
def test_a_server_on_a_network_proves_who_it_is_unless_the_user_says_otherwise(
    url: str, mode: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PGSSLMODE", "PGSSLROOTCERT"):
        monkeypatch.delenv(name, raising=False)
    known = manners(url_of(read(url)))
    assert known.get("sslmode") == mode
    assert known.get("sslrootcert") == ("system" if mode else None)
    assert known["connect_timeout"] == 10
