"""Where mails go: a folder of drafts, or a mail server. Each tells of one mail whether it went."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from exports.files import write
from followup.domain.trouble import Trouble
from followup.publishing.files import not_written

if TYPE_CHECKING:
    from exports.sheet import Address

_PATIENCE = 30
"""Seconds that a server may take to answer."""


class Outbox(Protocol):
    """Takes mails, one at a time."""

    channel: str
    drafts: bool

    def place(self, recipient: Address) -> str:
        """Say where a mail to somebody goes, for the report."""

    def put(self, recipient: Address, name: str, data: bytes) -> None:
        """Take a mail; `name` is what it is called as a file. Raises `Trouble` if it did not go."""

    def close(self) -> None:
        """Let go of what was open."""


class Drafts:
    """A folder of mails, to be looked at and sent by hand."""

    channel = "draft"
    drafts = True

    def __init__(self, folder: str) -> None:
        """Write into this folder."""
        self._folder = Path(folder)

    def place(self, recipient: Address) -> str:
        """Give the folder; who it is for stands in the draft."""
        del recipient
        return str(self._folder)

    def put(self, recipient: Address, name: str, data: bytes) -> None:
        """Write the draft.

        Raises:
            Trouble: it cannot be written.
        """
        del recipient
        path = self._folder / f"{name}.eml"
        try:
            write(path, data)
        except OSError as error:
            raise not_written(str(path), error) from error

    def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class Account:
    """A mail server; `security` is "starttls", "tls" or "none". Without a user nobody logs in."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = ""


class Server:
    """A mail server. When it cannot be reached, it is not asked again for the next mail."""

    channel = "mail"
    drafts = False

    def __init__(self, account: Account) -> None:
        """Connect at the first mail."""
        self._account = account
        self._connection: smtplib.SMTP | None = None
        self._away: Trouble | None = None

    def place(self, recipient: Address) -> str:
        """Give the address."""
        return recipient.mail

    def put(self, recipient: Address, name: str, data: bytes) -> None:
        """Send the mail.

        Raises:
            Trouble: the server cannot be reached, or refuses the mail or its recipient.
        """
        del name
        try:
            self._connected().sendmail(self._account.sender, [recipient.mail], data)
        except smtplib.SMTPServerDisconnected as error:
            self._connection = None
            raise self._trouble("mail.server", recipient, error) from error
        except (smtplib.SMTPException, ValueError) as error:
            raise self._trouble("mail.refused", recipient, error) from error
        except OSError as error:
            self._connection = None
            raise self._trouble("mail.server", recipient, error) from error

    def close(self) -> None:
        """Take leave."""
        if self._connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._connection.quit()
            self._connection = None

    def _connected(self) -> smtplib.SMTP:
        if self._away is not None:
            raise self._away
        if self._connection is None:
            try:
                self._connection = _connect(self._account)
            except (smtplib.SMTPException, OSError, ValueError) as error:
                self._away = Trouble("mail.server", host=self._account.host, reason=_reason(error))
                raise self._away from error
        return self._connection

    def _trouble(self, code: str, recipient: Address, error: Exception) -> Trouble:
        return Trouble(code, host=self._account.host, address=recipient.mail, reason=_reason(error))


def _connect(account: Account) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if account.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(account.host, account.port, timeout=_PATIENCE, context=context)
    else:
        server = smtplib.SMTP(account.host, account.port, timeout=_PATIENCE)
    if account.security == "starttls":
        server.starttls(context=context)
    if account.user:
        server.login(account.user, account.password)
    return server


def _reason(error: Exception) -> str:
    """Give what the server or the system said, on one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return f"{code} {said.decode(errors='replace')}".strip()
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}".strip()
    return " ".join(str(error).split()) or type(error).__name__


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
