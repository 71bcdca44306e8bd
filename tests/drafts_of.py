"""Documents as read, for the tests of what is stored of them: each action named by its measure, the rest as wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import a_month
from followup.domain.dates import When
from followup.domain.drafts import Draft, DraftAction
from followup.domain.people import WrittenOwner

CHIEF = WrittenOwner("Verksamhetsledare", "Agnes Tallberg", held=True)
DIRECTOR = WrittenOwner("studierektor", "Rolf Ymer")


def a_draft_action(measure: str, area: str = "A", **said: Any) -> DraftAction:
    plain = DraftAction(
        area_code=area,
        area_name=f"Område {area}",
        requirement="Uppgifterna ska vara tydligt fördelade.",
        measure=measure,
        due=a_month(2026, 10, "Oktober 2026"),
        responsible=(CHIEF,),
        responsible_text="Verksamhetsledare, för närvarande Agnes Tallberg",
        follow_up_text="Varje år, första gången mars 2027",
        rule="FREQ=YEARLY",
        first=a_month(2027, 3, "mars 2027"),
        triggers=(),
        follow_up_responsible=(DIRECTOR,),
        follow_up_responsible_text="Rolf Ymer, studierektor",
    )
    return replace(plain, **said)


def a_draft(*actions: DraftAction, **said: Any) -> Draft:
    plain = Draft("plan.docx", "Handlingsplan", "Öronkliniken Västervik", "SPUR 2025", date(2026, 1, 20), "sv", actions)
    return replace(plain, **said)


def a_whole_draft() -> Draft:
    """Four actions that share no more words than actions of one plan do."""
    return a_draft(
        a_draft_action("En uppdaterad lista över bisysslor hålls på den gemensamma ytan.", "A"),
        a_draft_action(
            "Handledarna får två timmar i månaden, skyddade i schemat.", "B", due=When.open_ended("Snarast")
        ),
        a_draft_action("Randningen på röntgen förlängs och beskrivs i en egen bilaga.", "B"),
        a_draft_action(
            "Nyanställda möter sin chef första dagen och får passerkort.", "C", rule="2/term", first=When.no_date()
        ),
    )
