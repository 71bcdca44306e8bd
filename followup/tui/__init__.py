"""The terminal user interface: one chair at the desk. Only `app` sits there; everything else is shown and tells."""
