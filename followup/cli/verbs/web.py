"""`followup web`: the same screens in a browser on this computer, until it is ended."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Tell the address, and serve until a signal to end.

    Raises:
        Trouble: what it takes is not installed, or the port is taken.
    """
    try:
        from followup.cli.browser import BrowserServer, free_port, hand_down, is_taken
    except ImportError as error:
        raise Trouble("web.missing") from error
    port = seat.asked.port
    if port and is_taken(port):
        raise Trouble("web.port_taken", port=port)
    hand_down(seat.settings)
    server = BrowserServer(port or free_port())
    seat.output.line(server.address)
    sys.stdout.flush()
    seat.output.talk(seat.phrases("web.open"))
    server.serve()
    return Exit.OK
