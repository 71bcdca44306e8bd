"""The made-up plan that a newcomer looks around in: it reads whole, in both languages, on any day of any year."""

from __future__ import annotations

from datetime import date

import pytest

from followup.cli.demo import demo_settings
from followup.clock import Clock
from followup.desk import Desk
from followup.phrases.book import LANGUAGES, Phrases
from followup.settings import Settings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2028, 2, 29), date(2031, 1, 1)])
def test_the_demo_reads_without_a_doubt_and_has_lived(language: str, today: date) -> None:
    phrases = Phrases(language)
    with demo_settings(Settings("unused", language, today=today, user="demo"), phrases) as settings:
        desk = Desk(settings, phrases, Clock(today))
        snapshot = desk.snapshot()
        actions = list(snapshot.actions.values())
        desk.close()
    assert len(actions) >= 10
    assert not [(action.label, action.doubts) for action in actions if action.doubts]
    assert all(action.requirement and action.measure and action.responsible for action in actions)
    assert all(snapshot.areas[action.area].name for action in actions)
    assert {str(action.status) for action in actions} >= {"planned", "in_progress", "done", "paused"}
    assert any(one.result for one in snapshot.rounds.values())
