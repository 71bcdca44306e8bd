"""The made-up plan in a database that is thrown away: it has lived for some months before it is shown."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from followup.clock import Clock
from followup.demo.story import BEGAN, document, happenings
from followup.desk import Desk
from followup.domain.rules import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from followup.phrases.book import Phrases
    from followup.settings import Settings


@contextmanager
def demo_settings(settings: Settings, phrases: Phrases) -> Iterator[Settings]:
    """Give settings for a throw-away database that holds the made-up plan; it is gone afterwards."""
    with TemporaryDirectory(prefix="followup-demo-") as folder:
        demo = replace(settings, data=str(Path(folder) / "demo.db"), plan="", file="")
        _live_through(demo, phrases, Clock(settings.today).today())
        yield demo


def _live_through(settings: Settings, phrases: Phrases, today: date) -> None:
    """Read the plan in, and let happen what has happened, each on its day."""
    desk = Desk(settings, phrases, Clock(add_months(today, -BEGAN)))
    desk.documents.accept(desk.documents.read("demo.txt", {}, document(today, phrases)))
    for day, command in happenings(desk.snapshot(), today, phrases):
        desk.clock = Clock(day)
        desk.do(command)
    desk.close()
