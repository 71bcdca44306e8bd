"""A server's password comes from the environment or from the system's keyring; where there is none, nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked

from followup.publishing.passwords import password


class InMemory(KeyringBackend):
    """A keyring as a desktop has one."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(InMemory):
    """A keyring whose owner has not opened it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}")


@pytest.fixture(autouse=True)
def own_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for kind in ("SMTP", "CALDAV"):
        monkeypatch.delenv(f"FOLLOWUP_{kind}_PASSWORD", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    yield
    keyring.set_keyring(before)


@pytest.mark.parametrize("kind", ["smtp", "caldav"])
def test_a_password_is_found_where_keyring_set_put_it(kind: str) -> None:
    keyring.set_password("followup", f"{kind}:ylva@post.example", "hemligt")
    assert password(kind, "ylva", "post.example") == "hemligt"
    assert password(kind, "urban", "post.example") == ""


def test_the_environment_comes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_password("followup", "smtp:ylva@post.example", "gammalt")
    monkeypatch.setenv("FOLLOWUP_SMTP_PASSWORD", "nytt")
    assert password("smtp", "ylva", "post.example") == "nytt"


@pytest.mark.parametrize("kept", [fail.Keyring, Locked], ids=["none", "locked"])
def test_a_keyring_that_cannot_be_asked_keeps_nothing(kept: type[KeyringBackend]) -> None:
    keyring.set_keyring(kept())
    assert password("smtp", "ylva", "post.example") == ""
