"""Who reminders come from and by which servers, as the settings say; passwords come from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from exports.invitation import bare_mail
from exports.sheet import Address
from followup.domain.trouble import Trouble
from followup.publishing.digest import Ahead
from followup.publishing.outbox import Account
from followup.publishing.passwords import password
from followup.publishing.webdav import Server

if TYPE_CHECKING:
    from datetime import date

    from followup.settings import Settings


def sender_of(settings: Settings) -> Address:
    """Give whom reminders come from: the organizer.

    Raises:
        Trouble: there is none, or the address is none.
    """
    sender = Address(str(settings.value("organizer_name")), str(settings.value("organizer_mail")))
    if not sender.mail:
        raise Trouble("mail.no_sender")
    try:
        bare_mail(sender)
    except ValueError as error:
        raise Trouble("mail.bad_sender", address=sender.mail) from error
    return sender


def account_of(settings: Settings) -> Account:
    """Give the mail server.

    Raises:
        Trouble: there is none.
    """
    host, user = str(settings.value("smtp_host")), str(settings.value("smtp_user"))
    if not host:
        raise Trouble("mail.no_host")
    kept = password("smtp", user, host) if user else ""
    security = str(settings.value("smtp_security"))
    return Account(host, int(settings.value("smtp_port")), security, sender_of(settings).mail, user, kept)


def server_of(settings: Settings) -> Server:
    """Give the CalDAV server.

    Raises:
        Trouble: there is none.
    """
    url, user = str(settings.value("caldav_url")), str(settings.value("caldav_user"))
    if not url:
        raise Trouble("caldav.no_server")
    return Server(url, user, password("caldav", user, urlsplit(url).hostname or "") if user else "")


def ahead_of(settings: Settings, today: date) -> Ahead:
    """Give how far a digest looks ahead."""
    return Ahead(today, int(settings.value("digest_months")), int(settings.value("calendar_years")))
