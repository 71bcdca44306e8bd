"""Documents that speak of people, days and duties and are no plans: none of them yields an action."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from followup.intake.documents import IntakeRefused, read_document

NO_PLANS = Path(__file__).parent / "documents" / "no_plans"


@pytest.mark.parametrize("name", sorted(path.name for path in NO_PLANS.iterdir()))
def test_what_is_no_plan_is_refused(name: str) -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_document(name, (NO_PLANS / name).read_bytes(), date(2026, 9, 1))
    assert refused.value.code == "intake.not_a_plan"
