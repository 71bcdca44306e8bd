"""`python -m benchmarks [NAME…]`: the ratios of the program's speed, all of them or those named."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import HEAD, told

NAMES = ("status", "paint", "keys", "edit", "calendars", "pdf", "rooms", "load")


def main(asked: list[str]) -> int:
    """Measure what is asked for; give the exit code."""
    unknown = [name for name in asked if name not in NAMES]
    if unknown:
        print(f"{unknown[0]} is none of {', '.join(NAMES)}", file=sys.stderr)
        return 2
    print(HEAD, flush=True)
    with TemporaryDirectory(prefix="followup-benchmarks-") as folder:
        for name in asked or NAMES:
            told(import_module(f"benchmarks.{name}").rows(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
