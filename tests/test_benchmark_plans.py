"""What is measured is measured on databases that the program itself finds in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.plans import database
from followup.clock import Clock
from followup.desk import Desk
from followup.phrases.book import Phrases
from followup.settings import Settings


@pytest.mark.parametrize(("actions", "changes"), [(13, 0), (95, 200)])
def test_a_made_up_database_is_in_order_and_can_be_worked_with(tmp_path: Path, actions: int, changes: int) -> None:
    path = database(tmp_path / "made.db", actions, changes)
    desk = Desk(Settings(str(path), "sv", user="Signe"), Phrases("sv"), Clock(date(2026, 5, 12)))
    snapshot = desk.snapshot()
    assert (len(snapshot.actions), len(snapshot.plans)) == (actions, -(-actions // 40))
    assert sum(len(made.changes) for made in desk.history(limit=None)) == changes
    wrong = {sign.code for sign in desk.keeping.examine() if not sign.good}
    assert wrong <= {"miscounted"}, "its journal does not begin with the making of the plans"
    desk.close()
