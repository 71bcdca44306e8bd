"""followup: keeps an action plan after a review alive until it is done and followed up."""
