"""Real servers on this machine: two for calendars, one for mail. Each is started by a test and stopped after it."""

from __future__ import annotations

import base64
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

USER, PASSWORD = "studierektor", "öppna sesam"


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """Give the address of a running Radicale that asks for a password."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    port = free_port()
    options = [
        f"--server-hosts=127.0.0.1:{port}",
        "--auth-type=htpasswd",
        f"--auth-htpasswd-filename={folder / 'users'}",
        "--auth-htpasswd-encryption=plain",
        "--auth-delay=0",
        f"--storage-filesystem-folder={folder / 'collections'}",
    ]
    with _running("radicale", ["--config", "", *options], "server ready"):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def xandikos(folder: Path) -> Iterator[str]:
    """Give the address of a running xandikos that lets anybody in."""
    port = free_port()
    options = ["serve", "-d", str(folder), "--defaults", "--no-detect-systemd", "-l", "127.0.0.1", "-p", str(port)]
    with _running("xandikos", [*options, "--state-dir", str(folder / "state")], "Listening on"):
        _answers(port)
        yield f"http://127.0.0.1:{port}/"


def _answers(port: int) -> None:
    """Come back when the port answers; the server says that it listens a moment before it does."""
    while True:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return


@contextmanager
def _running(module: str, options: list[str], ready: str) -> Iterator[None]:
    command = [sys.executable, "-m", module, *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    told = []
    try:
        for line in process.stdout:
            told.append(line.decode(errors="replace"))
            if ready in told[-1]:
                break
        else:
            raise AssertionError("".join(told))
        yield
    finally:
        process.terminate()
        process.communicate()


def fetch(url: str) -> bytes:
    """Give what lies at an address of a server, asked as the user."""
    asked = urllib.request.Request(url)  # noqa: S310 - our own server
    asked.add_header("Authorization", "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())
    with urllib.request.urlopen(asked) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


class Mailbox:
    """Takes mails as a mail server does; refuses those to an address that holds one of the words given."""

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.mails: list[tuple[str, bytes]] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 - aiosmtpd calls it so
        if any(word in address for word in self.refused):
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd calls it so
        self.mails.append((envelope.rcpt_tos[0], envelope.original_content))
        return "250 OK"


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[int]:
    """Give the port of a running mail server."""
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
