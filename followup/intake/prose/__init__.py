"""Actions told in sentences, lists and minutes."""
