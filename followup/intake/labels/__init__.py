"""Which field a heading or a label names, by its words."""
