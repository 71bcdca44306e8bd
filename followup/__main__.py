"""Runs the program as `python -m followup`."""

from followup.main import run

run()
