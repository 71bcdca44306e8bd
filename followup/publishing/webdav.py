"""As much of WebDAV and CalDAV as reminders need: find the home, make a collection, list it, put and delete by ETag.

Each request is one connection with an end to every wait. Nothing here knows what a reminder is.
"""

from __future__ import annotations

import ssl
from base64 import b64encode
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PATIENCE = 30
"""Seconds that a server may take to answer."""
_MOST_REDIRECTS = 5
_LARGEST = 64 * 1024 * 1024
_DAV = "{DAV:}"
_CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_REDIRECTS = frozenset({301, 302, 307, 308})
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    url: str
    body: bytes = b""
    etag: str = ""

    @property
    def is_good(self) -> bool:
        """Say whether the server did what was asked."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Server:
    """A server, by the address that was given, and who asks it. Plain http is for this machine only."""

    url: str
    user: str = ""
    password: str = ""

    def home(self) -> str:
        """Give the address under which the user's calendars lie; the address given where the server does not say.

        Raises:
            Trouble: the server cannot be reached or does not let the user in.
        """
        asked = self.url if self.url.endswith("/") else f"{self.url}/"
        found = self._property(asked, f"{_CALDAV}calendar-home-set")
        if not found:
            principal = self._property(asked, f"{_DAV}current-user-principal")
            found = self._property(principal, f"{_CALDAV}calendar-home-set") if principal else ""
        return found or asked

    def etags(self, collection: str) -> dict[str, str] | None:
        """Give what lies in a collection: ETags by name; `None` if there is no such collection.

        Raises:
            Trouble: the server does not answer, or not to this.
        """
        answer = self._propfind(collection, "<d:getetag/>", depth="1")
        if answer.status in _GONE:
            return None
        self._demand(answer)
        return None if _is_nothing(answer) else dict(_members(answer))

    def make(self, collection: str, name: str) -> None:
        """Make a calendar collection with a name to show.

        Raises:
            Trouble: the server does not.
        """
        said = f"<d:displayname>{escape(name)}</d:displayname>"
        components = '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
        body = f"<c:mkcalendar {_SPACES}><d:set><d:prop>{said}{components}</d:prop></d:set></c:mkcalendar>"
        self._demand(self.ask("MKCALENDAR", collection, body.encode(), {"Content-Type": _XML}))

    def put(self, url: str, data: bytes, etag: str) -> Answer:
        """Put a calendar object where one with that ETag lies; "" where none does."""
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        return self.ask("PUT", url, data, {"Content-Type": "text/calendar; charset=utf-8"} | condition)

    def delete(self, url: str, etag: str) -> Answer:
        """Delete what lies there with that ETag."""
        return self.ask("DELETE", url, b"", {"If-Match": etag})

    def ask(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Ask once, follow where the same server points.

        Raises:
            Trouble: nothing answers, or what answers is not HTTP.
        """
        for _ in range(_MOST_REDIRECTS):
            answer, onward = self._once(method, url, body, headers)
            if not onward or not self._is_same(onward):
                return answer
            url = onward
        raise Trouble("caldav.server", host=_host(url), reason="redirects")

    def _once(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> tuple[Answer, str]:
        connection = _connection(url)
        try:
            connection.request(method, _path(url), body, {**headers, **self._credentials()})
            response = connection.getresponse()
            data = response.read(_LARGEST)
        except (OSError, HTTPException) as error:
            said = " ".join(str(error).split()) or type(error).__name__
            raise Trouble("caldav.server", host=_host(url), reason=said) from error
        finally:
            connection.close()
        return Answer(response.status, url, data, response.headers.get("ETag", "")), _onward(response, url)

    def _credentials(self) -> dict[str, str]:
        if not self.user:
            return {}
        return {"Authorization": f"Basic {b64encode(f'{self.user}:{self.password}'.encode()).decode()}"}

    def _is_same(self, url: str) -> bool:
        """Say whether an address is of the server that was named: nobody else gets the password."""
        return urlsplit(url)[:2] == urlsplit(self.url)[:2]

    def _property(self, url: str, name: str) -> str:
        """Give the address that a property names, "" where there is none."""
        space, _, local = name[1:].partition("}")
        answer = self._propfind(url, f'<x:{local} xmlns:x="{space}"/>', depth="0")
        if answer.status in (401, 403):
            self._demand(answer)
        if not answer.is_good:
            return ""
        found = _parsed(answer).find(f".//{name}/{_DAV}href")
        said = urljoin(answer.url, found.text.strip()) if found is not None and found.text else ""
        return said if self._is_same(said) else ""

    def _propfind(self, url: str, properties: str, depth: str) -> Answer:
        body = f"<d:propfind {_SPACES}><d:prop>{properties}</d:prop></d:propfind>"
        return self.ask("PROPFIND", url, body.encode(), {"Depth": depth, "Content-Type": _XML})

    def _demand(self, answer: Answer) -> None:
        if not answer.is_good:
            raise refused(answer)


_XML = "application/xml; charset=utf-8"
_SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'


def refused(answer: Answer) -> Trouble:
    """Give the trouble that a server did not do what was asked."""
    code = "caldav.denied" if answer.status in (401, 403) else "caldav.refused"
    return Trouble(code, host=_host(answer.url), status=answer.status)


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _path(url: str) -> str:
    parts = urlsplit(url)
    return quote(unquote(parts.path) or "/", safe="/:@!$&'()*+,;=~-._")


def _connection(url: str) -> HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return HTTPSConnection(parts.hostname, parts.port, timeout=_PATIENCE, context=ssl.create_default_context())
    if parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"):
        return HTTPConnection(parts.hostname, parts.port, timeout=_PATIENCE)
    raise Trouble("caldav.address", address=url)


def _onward(response: HTTPResponse, url: str) -> str:
    said = response.headers.get("Location", "")
    return urljoin(url, said) if response.status in _REDIRECTS and said else ""


def _parsed(answer: Answer) -> ET.Element:
    """Read an answer's XML; one that declares entities is refused, for they can grow without end."""
    if b"<!DOCTYPE" in answer.body or b"<!ENTITY" in answer.body:
        raise Trouble("caldav.refused", host=_host(answer.url), status="DOCTYPE")
    try:
        return ET.fromstring(answer.body)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise Trouble("caldav.refused", host=_host(answer.url), status="XML") from error


def _is_nothing(answer: Answer) -> bool:
    """Say whether the answer is that there is no such collection: some servers say so inside."""
    said = [response.findtext(f"{_DAV}status", "") for response in _parsed(answer).iter(f"{_DAV}response")]
    return len(said) == 1 and " 404" in said[0]


def _members(answer: Answer) -> Iterator[tuple[str, str]]:
    """Give the names and ETags of what lies in a collection, not the collection itself."""
    own = unquote(urlsplit(answer.url).path).rstrip("/")
    for response in _parsed(answer).iter(f"{_DAV}response"):
        href, etag = response.find(f"{_DAV}href"), response.find(f".//{_DAV}getetag")
        path = unquote(urlsplit((href.text or "").strip()).path) if href is not None else ""
        if path.rstrip("/") != own and etag is not None and etag.text:
            yield path.rpartition("/")[2], etag.text.strip()
