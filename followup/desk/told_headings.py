"""Remembers what was told of a form's headings, so that the clinic's next plan on the same form needs no telling.

A form is known by the headings that were told. Nothing of a document's content is kept, and a heading told anew
outranks what is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from followup.domain.drafts import Draft

KEY = "forms"
MOST = 40
"""So many forms are remembered, those told last."""
NO_PLAN = "intake.not_a_plan"
_Form = dict[str, str]


def read_with_told(
    read: Callable[[Mapping[str, str]], Draft], told: Mapping[str, str], forms: object
) -> tuple[Draft, _Form]:
    """Read a document, with the headings that are told now and those remembered of its form.

    `read` reads it with a mapping from headings to fields. Gives the draft, and all that was told of the form.

    Raises:
        Trouble: as `read` does.
    """
    known = _known(forms)
    try:
        draft = read(told)
    except Trouble as refused:
        if refused.code != NO_PLAN:
            raise
        return _first_that_reads(read, told, known, refused)
    unknown = {_key(doubt.text) for doubt in draft.doubts if doubt.code == "heading-unknown"}
    fitting = [form for form in known if form and {_key(heading) for heading in form} <= unknown]
    everything = {heading: field for form in fitting for heading, field in form.items()} | dict(told)
    return (read(everything), everything) if fitting else (draft, everything)


def _first_that_reads(
    read: Callable[[Mapping[str, str]], Draft], told: Mapping[str, str], known: list[_Form], refused: Trouble
) -> tuple[Draft, _Form]:
    """Try the forms remembered, the last told first: a plan may be none only because its headings are not known."""
    for form in reversed(known):
        everything = form | dict(told)
        try:
            return read(everything), everything
        except Trouble:
            continue
    raise refused


def with_form(forms: object, told: Mapping[str, str]) -> list[_Form]:
    """Give the forms to remember when this was told: it takes the place of what was told of the same headings."""
    keys = {_key(heading) for heading in told}
    others = [form for form in _known(forms) if {_key(heading) for heading in form} - keys]
    return [*others, dict(told)][-MOST:]


def _known(forms: object) -> list[_Form]:
    """Give the forms of a file that may hold anything."""
    listed = forms if isinstance(forms, list) else []
    return [form for form in listed if isinstance(form, dict) and _are_words([*form, *form.values()])]


def _are_words(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _key(heading: str) -> str:
    from followup.intake.labels.headings import key_of

    return key_of(heading)
