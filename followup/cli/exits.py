"""The exit codes of the contract: scripts depend on them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    OK = 0
    REFUSED = 1
    USAGE = 2
    CONDITION = 3
    DATABASE = 4
