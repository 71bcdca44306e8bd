"""A throw-away PostgreSQL server on loopback, and databases of both kinds for the tests that hold for both.

The server comes from the system's own packages (Debian: `apt-get install postgresql`). It refuses to run as root, so
root lends it an ordinary user. Where there is no server, the tests that need one say so and are left out.
"""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from db.address import Address, read
from db.engine import open_engine
from db.upgrade import prepare

LENT = "postgres"
NUMBERS = count(1)


@dataclass(frozen=True)
class Server:
    """A running server, and the password of its owner."""

    port: int
    password: str

    def url(self, database: str, user: str = "owner") -> str:
        return f"postgresql://{user}:{self.password}@127.0.0.1:{self.port}/{database}"

    def do(self, *statements: str, database: str = "postgres") -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def new(self, template: str = "template1") -> str:
        name = f"test{next(NUMBERS)}"
        self.do(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name


def binaries() -> Path | None:
    """The folder of the server's programs: on the path, or where Debian keeps them, the newest first."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -float(folder.parent.name))
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def in_memory() -> Path | None:
    """A folder that no disk keeps, where there is one with room: a throw-away server writes a lot."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made inside it is the owner's alone
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 4 * 1024**3 else None


def lent() -> list[str]:
    """What to put before a command so that it does not run as root."""
    return ["setpriv", f"--reuid={LENT}", f"--regid={LENT}", "--clear-groups"] if os.geteuid() == 0 else []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(*command: str | Path) -> None:
    told = subprocess.run([*lent(), *map(str, command)], capture_output=True, text=True, check=False, cwd="/")
    assert told.returncode == 0, told.stdout + told.stderr


def started(programs: Path, folder: Path) -> Server:
    server, secret = Server(free_port(), secrets.token_hex(8)), folder / "secret"
    secret.write_text(server.password, encoding="ascii")
    if os.geteuid() == 0:
        shutil.chown(folder, LENT, LENT)
        shutil.chown(secret, LENT, LENT)
    ways = ["--username=owner", f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]
    run(programs / "initdb", "--no-sync", *ways, f"--pgdata={folder / 'data'}")
    settings = f"-F -c listen_addresses=127.0.0.1 -c port={server.port} -c unix_socket_directories={folder}"
    run(programs / "pg_ctl", f"--pgdata={folder / 'data'}", f"--log={folder / 'log'}", "-w", "-o", settings, "start")
    return server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed on this machine")
    folder = Path(tempfile.mkdtemp(prefix="followup-postgres-", dir=in_memory()))
    try:
        yield started(programs, folder)
    finally:
        with suppress(AssertionError):
            run(programs / "pg_ctl", f"--pgdata={folder / 'data'}", "-m", "fast", "stop")
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def prepared(server: Server) -> str:
    """The name of a database that has its tables, to make others from."""
    name = server.new()
    prepare(read(server.url(name)))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def blank(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """Where a database may be made."""
    if kind == "sqlite":
        return read(str(tmp_path / "plan.db"))
    server: Server = request.getfixturevalue("server")
    return read(server.url(server.new()))


@pytest.fixture
def address(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """A database that is ready."""
    if kind == "postgresql":
        server: Server = request.getfixturevalue("server")
        return read(server.url(server.new(request.getfixturevalue("prepared"))))
    made = read(str(tmp_path / "plan.db"))
    prepare(made)
    return made


@pytest.fixture
def engine(address: Address) -> Iterator[Engine]:
    engine = open_engine(address)
    yield engine
    engine.dispose()
