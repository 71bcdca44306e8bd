"""Where a database's copies lie. Nothing here opens or makes anything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from followup.settings import data_folder

if TYPE_CHECKING:
    from db.address import Address


def folder_of(address: Address) -> Path:
    """Give the folder where a database's copies lie: beside a file; a server's among the user's own data."""
    if address.path is not None:
        path = Path(address.path)
        return path.with_name(f"{path.stem}-copies")
    name = re.sub(r"[^a-z0-9]+", "-", address.place.casefold()).strip("-")
    return Path(data_folder()) / f"{name}-copies"
