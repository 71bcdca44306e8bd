"""Reads dates, cadences and triggers as people write them, in Swedish and its neighbours, and in English.

Why it exists: "Maj 2026", "v. 12", "minst två gånger per termin", "vid revidering av utbildningsplan. Först mars
2027" are what plans hold; the command `when`, the importer and the screens share this one grammar. It is pure,
never raises on any text, never moves a date that does not exist and never gives a day to "snarast".
Import it only where a text is read: its tables cost time that a status line must not pay.
"""

from followup.domain.when.reader import read
from followup.domain.when.reading import Reading

__all__ = ["Reading", "read"]
