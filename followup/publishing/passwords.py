"""Passwords of the servers that take reminders: from the environment or the system's keyring, never from a file."""

from __future__ import annotations

import os
from importlib.util import find_spec

SERVICE = "followup"


def password(kind: str, user: str, host: str) -> str:
    """Give the password of a user at a host; `kind` is "smtp" or "caldav". Empty where none is kept.

    FOLLOWUP_SMTP_PASSWORD or FOLLOWUP_CALDAV_PASSWORD, else what the keyring has for followup and "KIND:USER@HOST".
    """
    said = os.environ.get(f"FOLLOWUP_{kind.upper()}_PASSWORD", "")
    return said or _from_keyring(f"{kind}:{user}@{host}")


def _from_keyring(name: str) -> str:
    """Give what the system keeps; a keyring that is locked, or not there as on many servers, keeps nothing."""
    if find_spec("keyring") is None:
        return ""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name) or ""
    except KeyringError:
        return ""
