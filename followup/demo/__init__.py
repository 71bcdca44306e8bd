"""A made-up plan to look around in; nothing of it is real, and nothing of it is kept."""
