"""Tells words that name nobody: "–", "ej utsedd", "ingen särskild", "utses senare", "se punkt 4".

It must never take a person or a role that is said for nobody.
"""

from __future__ import annotations

from followup.intake.owners.dividing import divide
from followup.intake.owners.marks import ELSEWHERE, NEGATIONS, NOBODY, VACANT


def names_nobody(piece: str) -> bool:
    """Say whether a piece says that there is nobody, or that somebody is still to be told."""
    folded = piece.casefold()
    if folded.replace(" ", ".") in NOBODY | VACANT or not any(map(str.isalpha, piece)):
        return True
    first, *rest = folded.split()
    told = [word for word in rest if not word.startswith("ansvarig")] or ["-"]
    return bool(ELSEWHERE.match(piece)) or (first in NEGATIONS and not any(divide(told)))
