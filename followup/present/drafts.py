"""What was understood of a document, beside what was written: lines for a person who decides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from followup.domain.actions import area_title
from followup.domain.dates import Kind
from followup.domain.enrol import area_key, grades_in
from followup.present.area_words import area_words
from followup.present.dates import day_words, window_words
from followup.present.doubts import doubt_words, doubted_field
from followup.present.rules import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.domain.actions import Plan
    from followup.domain.dates import When
    from followup.domain.drafts import Doubt, Draft, DraftAction
    from followup.domain.people import WrittenOwner
    from followup.domain.reissue import Match
    from followup.phrases.book import Phrases

INDENT = "    "


def draft_lines(draft: Draft, phrases: Phrases, *, whole: bool) -> list[str]:
    """Give the plan's head, the areas with their counts, each action if `whole`, and the doubts."""
    return [
        *_head(draft, phrases),
        "",
        *(_actions(draft, phrases) if whole else _areas(draft, phrases)),
        *_doubts(draft, phrases),
    ]


def _head(draft: Draft, phrases: Phrases) -> Iterator[str]:
    yield f"{draft.source}: {phrases.count('summary.total', len(draft.actions))}"
    said = (("title", draft.title), ("unit", draft.unit), ("review", draft.review))
    yield from (f"{INDENT}{phrases(f'field.{name}')}: {value}" for name, value in said if value)
    if draft.document_date:
        yield f"{INDENT}{phrases('field.document_date')}: {draft.document_date}"


def _areas(draft: Draft, phrases: Phrases) -> Iterator[str]:
    grades = grades_in(draft)
    for (code, name), count in Counter((one.area_code, one.area_name) for one in draft.actions).items():
        area = area_words(area_title(code, name), grades.get(area_key(code, name), ""), phrases)
        yield f"{INDENT}{count:>3}  {area}".rstrip()


def _actions(draft: Draft, phrases: Phrases) -> Iterator[str]:
    for number, one in enumerate(draft.actions, 1):
        yield from [""] if number > 1 else []
        yield from action_lines(number, one, phrases)


def action_lines(number: int, one: DraftAction, phrases: Phrases) -> Iterator[str]:
    """Give one action as read: what was written, and after an arrow how it is understood."""
    area = area_words(one.area_title, one.area_grade, phrases)
    yield f"{number}. {area}".rstrip(". ") if not area else f"{number}. [{area}]"
    said = (
        ("requirement", one.requirement, ""),
        ("measure", one.measure, ""),
        ("due", one.due.text, when_reading(one.due, phrases)),
        ("responsible", one.responsible_text, owners_reading(one.responsible, phrases)),
        ("follow_up", one.follow_up_text, _follow_up_reading(one, phrases)),
        (
            "follow_up_responsible",
            one.follow_up_responsible_text,
            owners_reading(one.follow_up_responsible, phrases),
        ),
        ("status", *status_said(one, phrases)),
    )
    for name, written, understood in said:
        if written or understood:
            yield f"{INDENT}{phrases(f'field.{name}')}: {_joined(written)}"
        if understood:
            yield f"{INDENT}{INDENT}→ {understood}"
    yield from (f"{INDENT}? {line}" for line in doubt_lines(one.doubts, phrases))


def status_said(one: DraftAction, phrases: Phrases) -> tuple[str, str]:
    """Give what a status says and how it is understood, "" where the words are all there is."""
    known = phrases(f"status.{one.status}") if one.status else ""
    return (one.status_note, known) if one.status_note else (known, "")


def _joined(text: str) -> str:
    return " ".join(text.split())


def when_reading(when: When, phrases: Phrases) -> str:
    """Say how a date is understood: its window, or that it has none."""
    if when.kind in (Kind.NONE, Kind.OPEN) or not when.first_day:
        return phrases("date.none") if when.text else ""
    if when.start is None:
        return phrases("date.by", day=day_words(when.first_day, phrases))
    if when.end is None:
        return phrases("date.from", day=day_words(when.start, phrases))
    return window_words(when.start, when.end, phrases)


def owners_reading(owners: Iterable[WrittenOwner], phrases: Phrases) -> str:
    """Say how owners are understood: each with role and name, and whether the name only holds the role."""
    return "; ".join(_owner_reading(owner, phrases) for owner in owners)


def _owner_reading(owner: WrittenOwner, phrases: Phrases) -> str:
    if owner.held:
        return phrases("owner.held", role=owner.role, name=owner.name)
    if owner.name and owner.role:
        return phrases("owner.titled", role=owner.role, name=owner.name)
    return phrases("owner.role", role=owner.role) if owner.role else phrases("owner.person", name=owner.name)


def _follow_up_reading(one: DraftAction, phrases: Phrases) -> str:
    first = when_reading(one.first, phrases) if one.first.is_dated else ""
    parts = [rule_words(one.rule, phrases), phrases("rule.first_time", when=first) if first else "", *one.triggers]
    return "; ".join(part for part in parts if part)


def doubt_lines(doubts: Iterable[Doubt], phrases: Phrases) -> list[str]:
    """Give each doubt as a line: the field, what is unsure, and the words."""
    return [
        f"{doubted_field(one.field, phrases)}: {doubt_words(one.code, phrases)}{f' ({one.text})' if one.text else ''}"
        for one in doubts
        if not one.ticked_by
    ]


def _doubts(draft: Draft, phrases: Phrases) -> Iterator[str]:
    lines = doubt_lines(draft.doubts, phrases)
    for number, one in enumerate(draft.actions, 1):
        lines += [f"{number}. {line}" for line in doubt_lines(one.doubts, phrases)]
    if lines:
        yield ""
        yield phrases.count("import.doubts", len(lines))
        yield from (f"{INDENT}{line}" for line in lines)


def match_lines(matches: Iterable[Match], plan: Plan, phrases: Phrases) -> list[str]:
    """Say what a re-issued document has that is new, same, changed (field by field) or gone."""
    told = list(matches)
    counts = {change: sum(one.change == change for one in told) for change in ("new", "same", "changed", "gone")}
    lines = ["", phrases("import.reissue", title=plan.title, key=plan.key), phrases("import.counts", **counts)]
    for match in told:
        lines += list(_match_lines(match, phrases))
    return lines


def _match_lines(match: Match, phrases: Phrases) -> Iterator[str]:
    if match.change == "gone" and match.action:
        yield f"{INDENT}- {match.action.label}: {phrases('import.gone')}"
    if match.change == "new" and match.draft:
        yield f"{INDENT}+ {_joined(match.draft.requirement or match.draft.measure)[:90]}"
    if match.change == "changed" and match.action and match.draft:
        yield f"{INDENT}~ {match.action.label}"
        for field in match.fields:
            old, new = _both(match, field)
            yield f"{INDENT}{INDENT}{phrases(f'field.{field}')}: {_joined(old)} → {_joined(new)}"


def _both(match: Match, field: str) -> tuple[str, str]:
    if field == "due" and match.action and match.draft:
        return match.action.due.text, match.draft.due.text
    if field == "area" and match.draft:
        return "", match.draft.area_code
    return str(getattr(match.action, field, "")), str(getattr(match.draft, field, ""))
