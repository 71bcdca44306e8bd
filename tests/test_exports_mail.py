"""A mail carries one event as every calendar program expects it, and no words of a user become a header."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given

from calendar_judge import lines, values, verdict
from exports.ics import render
from exports.invitation import render_cancellation, render_invitation
from exports.mail import Letter, render_cancel, render_digest, render_request
from exports.sheet import Address, Event
from hostile_texts import HOSTILE, texts
from sample_sheets import CALENDAR, EVENT, SINGLE

DIRECTOR = Address('Ivar "Löfvet" Löf, studierektor', "ivar.lof@exempel.se")
OWNER = Address("Signe Ahl", "signe.ahl@exempel.se")
WRITTEN = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
LETTER = Letter(DIRECTOR, OWNER, WRITTEN, "Påminnelse: A1, uppföljning i december", "Hej!\n\nSe bifogat.\n")


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert not message.defects
    return message


def calendar_of(message: EmailMessage) -> tuple[EmailMessage, list[str]]:
    (part,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return part, lines(payload)


def judged(data: bytes, folder: Path) -> EmailMessage:
    (folder / "mail.eml").write_bytes(data)
    assert verdict(folder / "mail.eml")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return read(data)


def test_a_request_puts_one_event_into_one_calendar(tmp_path: Path) -> None:
    message = judged(render_request(LETTER, EVENT, "sv"), tmp_path)
    part, unfolded = calendar_of(message)
    assert message.get_content_type() == "multipart/alternative"
    assert (part.get_param("method"), part.get_param("component")) == ("REQUEST", "VEVENT")
    assert not part.is_attachment() and part.get_content_charset() == "utf-8"
    assert values(unfolded, "METHOD") == ["REQUEST"]
    assert values(unfolded, "ORGANIZER")[0].endswith("mailto:ivar.lof@exempel.se")
    assert values(unfolded, "ATTENDEE")[0].endswith("mailto:signe.ahl@exempel.se")
    assert values(unfolded, "DTSTAMP") == ["20261122T081500Z"] and values(unfolded, "SEQUENCE") == ["0"]


def test_the_words_of_a_letter_are_there_to_read(tmp_path: Path) -> None:
    message = judged(render_request(LETTER, EVENT, "sv"), tmp_path)
    assert message["Subject"] == LETTER.subject
    assert message["From"].addresses[0].display_name == "Ivar Löfvet Löf, studierektor"
    plain = message.get_body(("plain",))
    assert plain is not None and plain.get_content().split() == ["Hej!", "Se", "bifogat."]


def test_a_cancel_takes_the_event_back_and_rings_no_more(tmp_path: Path) -> None:
    part, unfolded = calendar_of(judged(render_cancel(LETTER, replace(EVENT, sequence=3), "sv"), tmp_path))
    assert part.get_param("method") == "CANCEL" and values(unfolded, "METHOD") == ["CANCEL"]
    assert values(unfolded, "STATUS") == ["CANCELLED"] and values(unfolded, "SEQUENCE") == ["3"]
    assert "BEGIN:VALARM" not in unfolded and values(unfolded, "UID") == [EVENT.uid]


def test_one_who_is_no_longer_responsible_is_told_without_ending_the_event(tmp_path: Path) -> None:
    mail = render_cancel(LETTER, replace(EVENT, sequence=1), "sv", over=False)
    _, unfolded = calendar_of(judged(mail, tmp_path))
    assert values(unfolded, "STATUS") == [] and len(values(unfolded, "ATTENDEE")) == 1


def test_an_event_never_changed_cannot_be_cancelled() -> None:
    with pytest.raises(ValueError, match="sequence 0"):
        render_cancel(LETTER, EVENT, "sv")


def test_an_event_without_a_day_left_invites_nobody() -> None:
    with pytest.raises(ValueError, match="no day left"):
        render_request(LETTER, replace(SINGLE, excluded=(SINGLE.day,)), "sv")


def test_a_message_needs_somebody_to_read_it() -> None:
    with pytest.raises(ValueError, match="nobody"):
        render_invitation(EVENT, DIRECTOR, [], "sv", WRITTEN)


def test_a_message_is_never_made_before_the_last_change() -> None:
    early = datetime(2020, 1, 1, tzinfo=UTC)
    unfolded = lines(render_cancellation(SINGLE, DIRECTOR, [OWNER], "sv", early))
    assert values(unfolded, "DTSTAMP") == values(unfolded, "LAST-MODIFIED")


@pytest.mark.parametrize(
    "address",
    ["", "ingen", "a@b@c", "å@exempel.se", "a b@exempel.se", "a@exempel.se\r\nBcc: b@c.se", "a..b@exempel.se", "a@-b.se", "Signe <s@exempel.se>", "a@b;c", f"{'a' * 250}@b.se"],
)  # fmt: skip
def test_what_is_no_bare_address_is_refused(address: str) -> None:
    for letter in (replace(LETTER, recipient=Address("x", address)), replace(LETTER, sender=Address("x", address))):
        with pytest.raises(ValueError, match="not a mail address"):
            render_request(letter, EVENT, "sv")


def test_the_same_letter_is_the_same_bytes_and_another_one_is_not() -> None:
    assert render_request(LETTER, EVENT, "sv") == render_request(LETTER, EVENT, "sv")
    boundaries = {read(render_request(LETTER, event, "sv")).get_boundary() for event in (EVENT, SINGLE)}
    boundaries.add(read(render_request(replace(LETTER, recipient=DIRECTOR), EVENT, "sv")).get_boundary())
    boundaries.add(read(render_cancel(LETTER, replace(EVENT, sequence=1), "sv")).get_boundary())
    assert len(boundaries) == 4


def test_a_draft_opens_to_be_sent_by_hand() -> None:
    assert read(render_request(replace(LETTER, draft=True), EVENT, "sv"))["X-Unsent"] == "1"
    assert read(render_request(LETTER, EVENT, "sv"))["X-Unsent"] is None


def test_a_digest_is_text_a_page_and_a_calendar(tmp_path: Path) -> None:
    data = render_digest(LETTER, "<p>Hej åäö</p>".encode(), render(CALENDAR), "påminnelser.ics")
    assert data == render_digest(LETTER, "<p>Hej åäö</p>".encode(), render(CALENDAR), "påminnelser.ics")
    message = read(data)
    (attached,) = message.iter_attachments()
    page = message.get_body(("html",))
    assert page is not None and page.get_content().strip() == "<p>Hej åäö</p>"
    assert attached.get_filename() == "påminnelser.ics" and attached.is_attachment()
    assert attached.get_payload(decode=True) == render(CALENDAR)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_where_they_were_put(text: str, tmp_path: Path) -> None:
    letter = replace(LETTER, subject=text, text=text, sender=Address(text, DIRECTOR.mail))
    event = replace(EVENT, summary=text, description=text, uid=EVENT.uid)
    message = judged(render_request(letter, event, "sv"), tmp_path)
    assert set(message.keys()) == {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    assert [each.addr_spec for each in message["From"].addresses] == [DIRECTOR.mail]


@given(subject=texts, text=texts, name=texts)
def test_any_words_give_one_mail_with_one_event(subject: str, text: str, name: str) -> None:
    letter = Letter(Address(name, DIRECTOR.mail), Address(name, OWNER.mail), WRITTEN, subject, text)
    event: Event = replace(EVENT, summary=subject, description=text)
    for data in (render_request(letter, event, "sv"), render_cancel(letter, replace(event, sequence=1), "sv")):
        message = read(data)
        _, unfolded = calendar_of(message)
        assert unfolded.count("BEGIN:VEVENT") == 1
        assert message["Bcc"] is None and len(message.get_all("Subject", [])) == 1
        assert len(list(message.iter_parts())) == 2
