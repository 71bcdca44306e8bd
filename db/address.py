"""What `--data` means: a file, or a server's URL.

This module is on the path of the status line and must never show a password.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from db.errors import UnknownAddress

__all__ = ["Address", "read"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is.

    Attributes:
        kind: `sqlite` or `postgresql`.
        path: the absolute path of the file, None for a server.
        url: the URL for the driver, with its password; empty for a file.
    """

    kind: str
    path: str | None
    url: str = field(default="", repr=False)

    @property
    def place(self) -> str:
        """The address as it may be shown: the path, or the URL without its password."""
        return self.path or _masked(self.url)

    def __str__(self) -> str:
        return self.place


def read(text: str) -> Address:
    """The address that a person wrote: a path, `sqlite:///path`, or a `postgresql://` URL.

    Raises:
        UnknownAddress: the text is empty or names another kind of database.
    """
    scheme, colon, rest = text.partition("://")
    if not colon or len(scheme) < 2 or not scheme.replace("+", "").isalnum():
        return _file(text, text)
    if scheme in ("sqlite", "sqlite+pysqlite"):
        return _file(rest.removeprefix("/").partition("?")[0], text)
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return Address("postgresql", None, f"postgresql+psycopg://{rest}")
    raise UnknownAddress(_masked(text))


def _file(path: str, text: str) -> Address:
    if not path.strip() or path == ":memory:" or "\0" in path:
        raise UnknownAddress(_masked(text).replace("\0", ""))
    return Address("sqlite", os.path.abspath(os.path.expanduser(path)))


def _masked(url: str) -> str:
    """The URL without the password, whether it stands before the host or among the options."""
    scheme, colon, rest = url.partition("://")
    if not colon:
        return url
    head, query, options = rest.partition("?")
    who, at, where = head.rpartition("@")
    shown = who.partition(":")[0] + at + where
    kept = [part for part in options.split("&") if part and not part.lower().startswith(("password", "sslpassword"))]
    return f"{scheme}://{shown}{query if kept else ''}{'&'.join(kept)}"
