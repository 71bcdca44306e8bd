"""db: keeps rows and an append-only journal of what changed in them; it knows nothing of plans' meaning."""
