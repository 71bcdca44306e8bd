"""Something outside went wrong: the database, a file, a document. A code and facts; the chair says the sentence."""

from __future__ import annotations


class Trouble(Exception):
    """What went wrong (phrase `refusal.CODE`) and the facts its sentence names."""

    def __init__(self, code: str, /, **facts: object) -> None:
        """Keep the code and the facts as text."""
        super().__init__(code)
        self.code = code
        self.facts = {name: str(value) for name, value in facts.items()}

    def __str__(self) -> str:
        """Name the code and the facts, for a test's eyes."""
        return f"{self.code} {self.facts}"


class Unusable(Trouble):
    """The database cannot be used (exit code 4 of the contract)."""
