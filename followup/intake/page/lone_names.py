"""Tells a lone first name ("Lisbet bokar …") from other words that a sentence may begin with ("Undervisningen …").

Nothing is looked up but the list of first names: a word that ends as Nordic nouns do, or only points, is nobody.
"""

from __future__ import annotations

import re

from followup.intake.owners.kinds import ends_in_role, is_given
from followup.intake.wordlists import words

LONGEST_NAME = 6
_POINTING = words(
    """
    här där det den dessa detta denna vi du ni jag man en ett alla varje flera många några samtliga båda efter under
    från inför för om vid i på nu då så även dessutom vidare ny nytt nya lokal tid tiden två tre fyra fem idag idéer
    here there this that these those it we you i they she he a an the all each every some many both after from next new
    two three four however all
    her der dette disse jeg vi alle hver hvert en et flere mange noen nogle etter fra nye ny to tre
    """
)
_NOUN = re.compile(r"(?:en|et|na|an|ar|er|at|ing|or|ion|tet|het|else|eri|um|ok|ment|s)$")
"""How nouns end; a word of some length that ends so is no name unless people are called so."""


def may_be_name(word: str) -> bool:
    """Say whether a lone word may be somebody's first name."""
    bare = word.strip(" ,.")
    if bare.casefold() in _POINTING or not bare[:1].isupper():
        return False
    return is_given(bare) or ends_in_role(bare) or len(bare) <= LONGEST_NAME or not _NOUN.search(bare)
