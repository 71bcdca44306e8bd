"""Work is handed to threads without being written out: of a large plan that would take seconds and half the memory."""

from __future__ import annotations

import pytest

from builders import a_plan, many_actions
from followup.domain.commands import MoveTo
from followup.domain.snapshot import Snapshot
from test_tui_register import open_house, settle
from tui_desk import MemoryDesk


@pytest.fixture(autouse=True)
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    def written(_: Snapshot) -> str:
        raise AssertionError("a whole plan was written out")

    monkeypatch.setattr(Snapshot, "__repr__", written)


async def test_filtering_many_writes_none_of_them_out() -> None:
    async with open_house(MemoryDesk(many_actions(3_000)), keys="2 slash k a") as pilot:
        await settle(pilot)


async def test_what_a_dialog_asks_is_done_without_writing_out_what_was_seen() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="2 m 3 enter") as pilot:
        await settle(pilot)
    assert isinstance(desk.asked[0][0], MoveTo)
