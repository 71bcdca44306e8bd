"""A disk that fails after a change was stored, and before it said so, makes nobody make the change again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from db import errors, journal
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.commands import NewPlan
from followup.domain.trouble import Unusable
from followup.phrases.book import Phrases
from followup.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 5, 12)


@pytest.mark.parametrize(("is_stored", "code"), [(True, "database.unsure"), (False, "database.not_writable")])
def test_what_the_disk_did_not_confirm_is_looked_for(
    is_stored: bool, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = journal.commit

    def failing(*given: Any) -> int:
        if is_stored:
            commit(*given)
        raise errors.NotWritable("plan.db", "disk I/O error")

    monkeypatch.setattr(journal, "commit", failing)
    desk = Desk(Settings(str(tmp_path / "plan.db"), "sv", today=TODAY, user="Ylva"), Phrases("sv"), Clock(TODAY))
    with pytest.raises(Unusable) as told:
        desk.do(NewPlan("hav", "Plan"))
    assert told.value.code == code
    assert len(desk.snapshot().plans) == is_stored
    desk.close()
