"""What the head of a document states of the plan: title, unit, review, day."""
