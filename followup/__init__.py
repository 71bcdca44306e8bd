"""followup: keeps an action plan after a review alive until it is done and followed up."""

__version__ = "0.1.0"
