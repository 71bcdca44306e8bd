"""Reads files, one small reader for each format; none knows of actions."""
