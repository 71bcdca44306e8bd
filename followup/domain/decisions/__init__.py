"""One module per kind of decision; `followup.domain.decide` is the door to them."""
