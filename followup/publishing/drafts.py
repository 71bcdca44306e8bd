"""A read document as data: the JSON of `import --dry-run` (schema followup.draft/1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from followup.domain.actions import Plan
    from followup.domain.dates import When
    from followup.domain.drafts import Doubt, Draft, DraftAction
    from followup.domain.people import WrittenOwner
    from followup.domain.reissue import Match

SCHEMA = "followup.draft/1"


def draft_document(draft: Draft, matches: Sequence[Match], plan: Plan | None) -> dict[str, Any]:
    """Give the draft, and what accepting it would change; `plan` is the stored plan that it is a re-issue of."""
    return {
        "schema": SCHEMA,
        "source": draft.source,
        "plan": _plan_record(draft, plan),
        "actions": _action_records(draft, matches),
        "doubts": doubt_records(draft.doubts),
    }


def _plan_record(draft: Draft, plan: Plan | None) -> dict[str, Any]:
    areas = dict.fromkeys((one.area_code, one.area_name) for one in draft.actions if one.area_code or one.area_name)
    return {
        "key": plan.key if plan else None,
        "title": draft.title or None,
        "unit": draft.unit or None,
        "review": draft.review or None,
        "document_date": draft.document_date.isoformat() if draft.document_date else None,
        "language": draft.language,
        "areas": [{"code": code or None, "name": name or None} for code, name in areas],
    }


def _action_records(draft: Draft, matches: Sequence[Match]) -> list[dict[str, Any]]:
    labels = _labels(draft)
    if not matches:
        return [_record(one, label, "new") for one, label in zip(draft.actions, labels, strict=True)]
    made: list[dict[str, Any]] = []
    for match, label in zip(matches, [*labels, *[""] * len(matches)], strict=False):
        if match.draft is not None:
            made.append(_record(match.draft, match.action.label if match.action else label, match.change, match.fields))
        elif match.action is not None:
            made.append({"label": match.action.label, "id": match.action.id, "change": match.change})
    return made


def _labels(draft: Draft) -> list[str]:
    """Give the labels that the actions of a new plan would get."""
    counts: dict[str, int] = {}
    labels = []
    for one in draft.actions:
        code = one.area_code
        counts[code] = counts.get(code, 0) + 1
        labels.append(f"{code}{'.' if code[-1:].isdigit() else ''}{counts[code]}")
    return labels


def _record(one: DraftAction, label: str, change: str, fields: Iterable[str] = ()) -> dict[str, Any]:
    named = bool(one.area_code or one.area_name)
    return {
        "change": change,
        "changed_fields": list(fields),
        "label": label,
        "area": {"code": one.area_code or None, "name": one.area_name or None} if named else None,
        "requirement": one.requirement or None,
        "measure": one.measure or None,
        "status": one.status or "planned",
        "status_since": one.status_since.isoformat() if one.status_since else None,
        "status_note": one.status_note or None,
        "due": when_record(one.due),
        "responsible": _owners(one.responsible),
        "responsible_text": one.responsible_text or None,
        "follow_up": {
            "text": one.follow_up_text or None,
            "rule": one.rule or None,
            "first": when_record(one.first) if one.first.text or one.first.is_dated else None,
            "triggers": list(one.triggers),
            "responsible": _owners(one.follow_up_responsible),
            "responsible_text": one.follow_up_responsible_text or None,
        },
        "source": one.source or None,
        "doubts": doubt_records(one.doubts),
    }


def when_record(when: When) -> dict[str, Any]:
    """Give a date as written: its words, its window (ISO, inclusive) and its kind."""
    return {
        "text": when.text or None,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "kind": when.kind,
    }


def _owners(written: Iterable[WrittenOwner]) -> list[dict[str, Any]]:
    return [{"role": one.role or None, "name": one.name or None} for one in written]


def doubt_records(doubts: Iterable[Doubt]) -> list[dict[str, Any]]:
    """Give the doubts that nobody has ticked off."""
    return [{"field": one.field, "code": one.code, "text": one.text or None} for one in doubts if not one.ticked_by]
