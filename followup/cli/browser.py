"""The screens in a browser on this computer, through textual-serve: only the one who was given the address gets in.

The page is served on the loopback address alone. As others may be logged in to the same computer, and any page that is
open in the browser may try to reach it, the first visit needs the key that stands in the address, each later one the
cookie that it gave; what comes under another name or from another page is refused.
"""

from __future__ import annotations

import os
import secrets
import sys
from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware

    from followup.settings import Settings

HOST = "127.0.0.1"
KEY = "key"
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://{host}"
)
"""What the page may fetch: nothing from anywhere else, not even a font."""


class BrowserServer(Server):
    """Serves the program's screens, each visit a program of its own at the same database."""

    def __init__(self, port: int) -> None:
        """Serve at a port of this computer."""
        super().__init__(_command(), host=HOST, port=port, title="followup")
        self._key = secrets.token_urlsafe(16)
        self._cookie = f"followup-{port}"

    @property
    def address(self) -> str:
        """Give the address that lets one in."""
        return f"{self.public_url}/?{KEY}={self._key}"

    def initialize_logging(self) -> None:
        """Log nothing: stdout is data."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the address has been told."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard())
        return app

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self._is_ours(request):
                raise web.HTTPForbidden
            response = await handler(request)
            if not response.prepared:
                response.headers["Content-Security-Policy"] = POLICY.format(host=f"{HOST}:{self.port}")
                response.headers["Referrer-Policy"] = "no-referrer"
                response.set_cookie(self._cookie, self._key, httponly=True, samesite="Strict")
            return response

        return guard

    def _is_ours(self, request: web.Request) -> bool:
        place = f"{HOST}:{self.port}"
        shown = request.query.get(KEY) or request.cookies.get(self._cookie) or ""
        from_here = request.headers.get("Origin", f"http://{place}") == f"http://{place}"
        return request.host == place and from_here and secrets.compare_digest(shown.encode(), self._key.encode())


def _command() -> str:
    """Give the command of one visit, as this system's shell takes it."""
    words = [sys.executable, "-m", "followup"]
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)


def hand_down(settings: Settings) -> None:
    """Let each visit begin with what was chosen: through the environment, as an address may hold a password."""
    chosen = {"DATA": settings.data, "LANG": settings.language, "PLAN": settings.plan}
    if settings.today is not None:
        chosen["TODAY"] = settings.today.isoformat()
    os.environ.update({f"FOLLOWUP_{name}": value for name, value in chosen.items()})


def free_port() -> int:
    """Give a port that nothing listens to."""
    import socket

    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])


def is_taken(port: int) -> bool:
    """Say whether something listens to a port already, or we may not."""
    import socket

    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError:
            return True
    return False
