"""Long work that can be followed and stopped: told how far it has come, it says when to go no further."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event


class StoppedError(Exception):
    """The user has stopped the work: what was done until then is done, the rest is as it was."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Follows one piece of work; `tell` is called with how much of it is done, in the thread that does it."""

    tell: Callable[[int], None] = lambda _: None
    _stop: Event = field(default_factory=Event)
    _done: list[int] = field(default_factory=lambda: [0])

    def stop(self) -> None:
        """Let the work end at its next step; may be called from any thread."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it is to end."""
        return self._stop.is_set()

    @property
    def done(self) -> int:
        """How much is done."""
        return self._done[0]

    def step(self, more: int) -> None:
        """Note that so much more is done.

        Raises:
            StoppedError: the work is to end here.
        """
        self._done[0] += more
        self.tell(self.done)
        if self._stop.is_set():
            raise StoppedError
