"""Random keys over a plan of hostile texts: nothing breaks, and every change can be undone back to the start."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from builders import a_plan
from followup.domain.snapshot import Snapshot
from test_tui_plans import two_plans
from test_tui_register import HOSTILE, open_house, settle
from tui_desk import MemoryDesk

KEYS = (
    *"jkhlmfdsSnpaugGv123456789[]/xåiecyNtow+:PP",
    *("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space", "tab", "shift+tab"),
    *("enter", "enter", "escape", "escape", "ctrl+s", "ctrl+r", "question_mark", "backspace", "ctrl+u", "f1"),
)
LONG = bool(os.environ.get("FOLLOWUP_LONG_FUZZ"))
"""Ten seeds of 5,000 keys when asked for, with FOLLOWUP_LONG_FUZZ; a few short ones in every run."""
SEEDS, STROKES = (10, 5000) if LONG else (3, 120)


def a_hostile_plan() -> Snapshot:
    plan = a_plan()
    texts = [text[:400] for text in HOSTILE]
    actions = {
        key: replace(action, requirement=texts[n % len(texts)], measure=texts[(n + 1) % len(texts)])
        for n, (key, action) in enumerate(plan.actions.items())
    }
    people = {
        key: replace(person, name=texts[n % len(texts)][:60]) for n, (key, person) in enumerate(plan.people.items())
    }
    return replace(plan, actions=actions, people=people)


def among_others(plan: Snapshot) -> Snapshot:
    """Give a plan with another beside it."""
    both = two_plans()
    return replace(
        plan,
        plans={**both.plans, **plan.plans},
        areas={**both.areas, **plan.areas},
        actions={**both.actions, **plan.actions},
    )


def facts(snapshot: Snapshot) -> object:
    """What stands in the plan, without how often it was touched."""
    return {key: replace(action, version=1) for key, action in snapshot.actions.items()}, len(snapshot.rounds)


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_random_keys_break_nothing_and_all_can_be_undone(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    chance = Random(seed)
    start = among_others(a_hostile_plan()) if seed % 2 else a_hostile_plan()
    desk = MemoryDesk(start, chance.choice(["sv", "en"]))
    async with open_house(desk, chance.choice([(80, 24), (120, 40)])) as pilot:
        for _ in range(STROKES // 10):
            await pilot.press(*chance.choices(KEYS, k=10))
            await settle(pilot)
    while desk.undo().made is not None:
        pass
    assert facts(desk.now) == facts(start)
