"""Files go out through one writer; what the system says when it refuses becomes a sentence."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import write
from exports.files import write_parts as write_in_parts
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

_REASONS = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.EISDIR: "is_folder",
}


def write_file(path: str, data: bytes) -> str:
    """Write a file whole or not at all; give its path.

    Raises:
        Trouble: it cannot be written; what was there is untouched.
    """
    try:
        write(Path(path), data)
    except OSError as error:
        raise not_written(path, error) from error
    return path


def write_parts(path: str, parts: Iterable[bytes]) -> str:
    """Write a file that comes in parts, whole or not at all; give its path.

    Raises:
        Trouble: it cannot be written; what was there is untouched.
    """
    try:
        write_in_parts(Path(path), parts)
    except OSError as error:
        raise not_written(path, error) from error
    return path


def not_written(path: str, error: OSError) -> Trouble:
    """Give the trouble that a file could not be written, with its reason as a phrase key (`system.REASON`)."""
    return Trouble("file.not_written", path=path, reason=_REASONS.get(error.errno or 0, "other"))
