"""Write mails as files: an invitation, its withdrawal (iMIP, RFC 6047), and a digest with a calendar attached.

The same letter is the same bytes: boundary and Message-ID come from what is sent. Nothing here sends, and no text of a
user ever becomes a header line of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from hashlib import sha256

from exports.invitation import bare_mail, display_name, render_cancellation, render_invitation
from exports.sheet import Address, Event
from exports.text import clean, one_line

LONGEST_SUBJECT = 200
_POLICY = EmailPolicy(linesep="\r\n", cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """What every mail has: who writes to whom, when (an aware instant), a subject and a text; all words finished.

    A `draft` opens in a mail program to be looked at and sent by hand.
    """

    sender: Address
    recipient: Address
    written: datetime
    subject: str
    text: str
    draft: bool = False


def render_request(letter: Letter, event: Event, language: str) -> bytes:
    """Give the mail that puts `event` into the recipient's calendar, or replaces it there. Raises `ValueError`."""
    body = render_invitation(event, letter.sender, [letter.recipient], language, letter.written)
    return _scheduling(letter, event, "REQUEST", body)


def render_cancel(letter: Letter, event: Event, language: str, *, over: bool = True) -> bytes:
    """Give the mail that takes `event` out of the recipient's calendar; see `render_cancellation` for the rest."""
    body = render_cancellation(event, letter.sender, [letter.recipient], language, letter.written, over=over)
    return _scheduling(letter, event, "CANCEL", body)


def render_digest(letter: Letter, page: bytes, calendar: bytes, file_name: str) -> bytes:
    """Give a mail to read: the letter's text, the same as an HTML `page` (UTF-8), and a calendar file attached.

    Raises `ValueError` for a bad address.
    """
    key = _key("digest", letter.recipient.mail, letter.text.encode(errors="replace"), page, calendar)
    message = _envelope(letter, key)
    message.make_alternative()
    message.attach(_part(letter.text, "plain"))
    message.attach(_part(page.decode(), "html"))
    message.set_boundary(f"=_a_{key}")
    attachment = _part(calendar.decode(), "calendar")
    attachment.add_header("Content-Disposition", "attachment", filename=one_line(file_name))
    message.make_mixed(boundary=f"=_m_{key}")
    message.attach(attachment)
    return message.as_bytes()


def _scheduling(letter: Letter, event: Event, method: str, body: bytes) -> bytes:
    """Give a mail whose one calendar part is no attachment, for Outlook acts on no other (MS-STANOICAL 2.2.175)."""
    key = _key(method, letter.recipient.mail, event.uid.encode(errors="replace"), str(event.sequence).encode())
    message = _envelope(letter, key)
    message.make_alternative(boundary=f"=_{key}")
    message.attach(_part(letter.text, "plain"))
    message.attach(_part(body.decode(), "calendar", {"method": method, "component": "VEVENT"}))
    return message.as_bytes()


def _envelope(letter: Letter, key: str) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["From"] = _header_address(letter.sender)
    message["To"] = _header_address(letter.recipient)
    message["Subject"] = one_line(letter.subject, LONGEST_SUBJECT)
    message["Date"] = format_datetime(letter.written)
    message["Message-ID"] = f"<{key}@{letter.sender.mail.rpartition('@')[2]}>"
    if letter.draft:
        message["X-Unsent"] = "1"
    message["MIME-Version"] = "1.0"
    return message


def _header_address(address: Address) -> HeaderAddress:
    return HeaderAddress(display_name(address), addr_spec=bare_mail(address))


def _part(text: str, subtype: str, params: dict[str, str] | None = None) -> EmailMessage:
    part = EmailMessage(policy=_POLICY)
    finished = text if subtype == "calendar" else clean(text)
    part.set_content(finished, subtype=subtype, charset="utf-8", cte="base64", params=params)
    return part


def _key(*parts: str | bytes) -> str:
    """Give a short name for a mail that is the same for the same mail, and cannot stand inside base64 lines."""
    digest = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]
