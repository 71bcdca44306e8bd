"""What was open the last time, for each plan and for all of them together, as plain values.

What cannot be understood of it is as if it had never been kept.
"""

from __future__ import annotations

from typing import Any


class Memories:
    """What each room keeps, by plan (id); "" is all plans together."""

    def __init__(self, kept: object) -> None:
        """Begin with what was kept by `keep`."""
        known: dict[str, Any] = kept if isinstance(kept, dict) else {}
        plan, plans = known.get("plan"), known.get("plans")
        self.plan = plan if isinstance(plan, str) else ""
        found = plans.items() if isinstance(plans, dict) else [("", known)]
        self._plans = {key: one for key, one in found if isinstance(one, dict)}

    def of(self, plan: str) -> dict[str, Any]:
        """Give what was kept for a plan."""
        return self._plans.get(plan, {})

    def keep(self, plan: str, rooms: dict[str, Any]) -> dict[str, Any]:
        """Keep what the rooms keep for a plan, the one that is chosen now; give all of it as plain values."""
        self.plan = plan
        self._plans[plan] = {**self.of(plan), **rooms}
        return {"plan": plan, "plans": dict(self._plans)}
