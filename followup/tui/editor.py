"""The user's own editor for long texts: what $VISUAL or $EDITOR names, on a file that is gone afterwards."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory


def edited(text: str) -> str:
    """Let the user change a text in the editor of choice; give it as it was left.

    Raises:
        OSError: no editor can be started.
    """
    asked = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    with TemporaryDirectory(prefix="followup-") as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        subprocess.run([*shlex.split(asked, posix=os.name != "nt"), str(file)], check=False)  # noqa: S603 - the user's own editor
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
