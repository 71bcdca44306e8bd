"""The one desk at which both chairs sit: read the plan, do a command, undo, redo, history, read a document, publish."""

from followup.desk.core import Desk, Glance, Outcome

__all__ = ["Desk", "Glance", "Outcome"]
