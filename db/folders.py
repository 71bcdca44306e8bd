"""Files and folders for the owner alone; what was told to be written is on the disk, not only in its cache."""

from __future__ import annotations

import os

__all__ = ["make_folder", "make_private", "settle"]


def make_folder(folder: str) -> None:
    """Make a folder and those above it that lack.

    Raises:
        OSError: it cannot be made.
    """
    if folder and not os.path.isdir(folder):
        make_folder(os.path.dirname(folder))
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            if not os.path.isdir(folder):
                raise


def make_private(path: str) -> None:
    """Make an empty file, or take the one that is there; a system without such modes ignores them.

    Raises:
        OSError: it cannot be made.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    os.chmod(path, 0o600)


def settle(path: str) -> None:
    """Wait until a file, or a folder's list of names, is on the disk; Windows cannot wait for a folder."""
    if os.name == "nt" and os.path.isdir(path):
        return
    handle = os.open(path, os.O_RDWR if os.path.isfile(path) else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
