"""What a chair wants to find again the next time: which room, which filter. A small file beside the settings.

It is no part of a plan and of no journal; whatever is wrong with it, the program begins as if there were none.
"""

from __future__ import annotations

import os
from json import dumps, loads
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from followup.settings import Settings

MOST = 50
"""So many databases are remembered, those used last."""


class Memory:
    """Plain values by key, for one database; the file does not tell which, as its address may hold a password."""

    def __init__(self, settings: Settings) -> None:
        """Lie beside the settings file; where there is none, nothing is remembered."""
        folder = os.path.dirname(settings.file) if settings.file else ""  # noqa: PTH120 - pathlib costs 10 ms
        self._path = os.path.join(folder, "state.json") if folder else ""  # noqa: PTH118 - as above
        self._place = f"{crc32(settings.data.encode('utf-8', 'replace')):08x}"

    def remembered(self, key: str) -> Any:  # noqa: ANN401 - any plain value
        """Give what was kept under a key, None where nothing was."""
        kept = self._read().get(self._place)
        return kept.get(key) if isinstance(kept, dict) else None

    def remember(self, key: str, value: Any) -> None:  # noqa: ANN401 - any plain value
        """Keep a plain value under a key; that it cannot be written is no trouble of the user's."""
        if not self._path or self.remembered(key) == value:
            return
        from followup.domain.trouble import Trouble
        from followup.publishing.files import write_file

        everything = self._read()
        kept = everything.pop(self._place, None)
        everything[self._place] = {**(kept if isinstance(kept, dict) else {}), key: value}
        last = dict(list(everything.items())[-MOST:])
        try:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)  # noqa: PTH103, PTH120 - as above
            write_file(self._path, dumps(last, ensure_ascii=False).encode())
        except (Trouble, OSError):
            return

    def _read(self) -> dict[str, Any]:
        try:
            with open(self._path, encoding="utf-8") as file:  # noqa: PTH123 - as above
                found = loads(file.read())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
