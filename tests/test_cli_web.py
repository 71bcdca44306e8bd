"""`followup web`: a page of a real process on loopback, for the one who has the address; and the way out without it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, WSMsgType

from builders import TODAY
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.commands import AddAction, NewPlan
from followup.domain.dates import When
from followup.phrases.book import Phrases
from followup.settings import Settings
from shell import Shell


@pytest.fixture
def database(tmp_path: Path) -> Path:
    place = tmp_path / "plan.db"
    desk = Desk(Settings(data=str(place), language="sv", user="Signe"), Phrases("sv"), Clock(TODAY))
    desk.do(NewPlan("fjm", "Handlingsplan", "Fjällmottagningen"))
    (plan,) = desk.snapshot().plans
    desk.do(AddAction(plan, "A", "Ledning", "Introduktionen ska vara två veckor.", "En lista görs.", When.on(TODAY)))
    desk.close()
    return place


@contextmanager
def served(database: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve in a process of its own; give the address that it tells."""
    words = [sys.executable, "-m", "followup", "web", "--data", str(database), "--lang", "sv", "--today", str(TODAY)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().strip()
        process.stderr.readline()
        try:
            yield address, process
        finally:
            process.kill()


def got(address: str, **headers: str) -> tuple[int, str]:
    """Give the status and the text of a page."""
    place = urlsplit(address)
    connection = HTTPConnection(place.netloc, timeout=60)
    connection.request("GET", f"{place.path}?{place.query}", headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def listening(address: str) -> None:
    """Wait until the server listens."""
    for _ in range(200_000):
        try:
            got(address)
        except OSError:
            continue
        return
    raise AssertionError(address)


def test_a_page_is_served_on_this_computer_and_stopped_again(database: Path) -> None:
    with served(database) as (address, process):
        assert address.startswith("http://127.0.0.1:")
        listening(address)
        status, page = got(address)
        assert status == 200
        assert "textual.js" in page
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    with pytest.raises(ConnectionRefusedError):
        got(address)


def test_only_the_one_who_was_given_the_address_gets_in(database: Path) -> None:
    with served(database) as (address, _):
        listening(address)
        bare = address.partition("?")[0]
        assert got(bare)[0] == 403
        assert got(f"{bare}?key=fel")[0] == 403
        assert got(f"{bare}ws")[0] == 403
        assert got(address, Host="plan.example.org")[0] == 403
        assert got(address, Origin="http://plan.example.org")[0] == 403
        assert got(address)[0] == 200


async def test_the_screen_itself_comes_to_the_browser(database: Path) -> None:
    with served(database) as (address, _):
        listening(address)
        async with ClientSession() as browser:
            async with browser.get(address) as page:
                policy = page.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'self'")
                cookie = page.headers["Set-Cookie"]
                assert "HttpOnly" in cookie
                assert "SameSite=Strict" in cookie
            seen = b""
            key = cookie.partition(";")[0]
            way = address.partition("?")[0] + "ws?width=100&height=30"
            async with browser.ws_connect(way, headers={"Cookie": key}) as socket:
                while "två veckor".encode() not in seen:
                    message = await socket.receive(timeout=60)
                    assert message.type in {WSMsgType.BINARY, WSMsgType.TEXT}, message
                    seen += message.data if isinstance(message.data, bytes) else message.data.encode()


def test_without_the_extra_it_says_how_to_get_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "followup.cli.browser", raising=False)
    told = shell("web")
    assert told.code == 1
    assert 'pip install "followup[web]"' in told.err
    assert told.data == b""


def test_a_port_that_is_taken_is_said(shell: Shell, database: Path) -> None:
    with served(database) as (address, _):
        listening(address)
        port = str(urlsplit(address).port)
        told = shell("web", "--port", port)
        assert told.code == 1
        assert port in told.err


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http"])
def test_what_is_no_port_is_wrong_usage(shell: Shell, port: str) -> None:
    assert shell("web", "--port", port).code == 2
