"""Where a file lies, as a database must know it: a folder that is synced, a disk of another machine, who may read.

It looks and tells. What it cannot find out (a system without a list of mounts) it is silent about.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SYNCED = (
    "onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "owncloud", "box sync", "pcloud",
    "seafile", "synology drive", "mega", "sync.com",
)  # fmt: skip
"""How the names of folders begin that a program copies to other computers."""
_SYNCED_WHOLE = {"mobile documents": "iCloud", "cloudstorage": "CloudStorage", "my drive": "Google Drive", "box": "Box"}
_OF_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre",
     "davfs", "fuse.davfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.google-drive-ocamlfuse",
     "fuse.onedriver", "vboxsf", "prl_fs", "drvfs"}
)  # fmt: skip
"""What the system calls file systems whose files lie on another machine."""
_MOUNTS = "/proc/self/mounts"


def synced_folder(path: str) -> str:
    """Give the name of the synced folder that the path lies in, "" if its names tell of none."""
    for part in Path(path).parts[:-1]:
        folded = part.casefold()
        if folded in _SYNCED_WHOLE:
            return _SYNCED_WHOLE[folded]
        if folded.startswith(_SYNCED):
            return part
    return ""


def network_of(path: str, mounts: str | None = None) -> str:
    """Give the kind of network that the path's disk is reached by ("nfs4", "cifs"), "" if it is this machine's."""
    if path.startswith(("\\\\", "//")):
        return "UNC"
    kinds = dict(_mounted(_read() if mounts is None else mounts))
    real = Path(os.path.realpath(path))
    nearest = next((str(folder) for folder in real.parents if str(folder) in kinds), "")
    kind = kinds.get(nearest, "")
    return kind if kind in _OF_NETWORKS else ""


def _read() -> str:
    try:
        return Path(_MOUNTS).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _mounted(mounts: str) -> Iterable[tuple[str, str]]:
    """Give where each file system is mounted, and its kind; the last one mounted at a place is the one seen."""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            yield parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"), parts[2]


def may_be_replaced(path: str) -> bool:
    """Say whether others may put another file in this one's place: the folder is theirs to write in."""
    if os.name != "posix":
        return False
    mode = Path(path).absolute().parent.stat().st_mode
    return bool(mode & (stat.S_IWGRP | stat.S_IWOTH)) and not mode & stat.S_ISVTX
