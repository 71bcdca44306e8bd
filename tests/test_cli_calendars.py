"""An export of calendars as the shell tells it: each owner's news, what has no day, who was told, and addresses read in."""

from __future__ import annotations

import email
import email.policy
from json import dumps
from pathlib import Path

import pytest

from calendar_servers import PASSWORD, USER, Mailbox, mail_server, radicale
from shell import Shell


def kalendrar(shell: Shell) -> str:
    return str(shell.folder / "kalendrar")


def counts(shell: Shell, *words: str) -> dict[str, list[str]]:
    """Give the numbers of each calendar by its name: new, changed, withdrawn, in all."""
    told = shell("export", "ics", "--out", kalendrar(shell), *words)
    assert told.code == 0, told.err
    rows = [line.split() for line in told.lines if line.endswith(".ics")]
    return {" ".join(row[:-5]): row[-5:-1] for row in rows}


def test_each_owner_and_the_plan_has_a_file_with_its_news(shell: Shell) -> None:
    told = counts(shell)
    assert {name.rpartition(": ")[2] for name in told} == {
        "Tuva Lindqvist-Öman",
        "Jalmari Niskanen",
        "Signe Åkerlund",
        "Handlingsplan efter granskning, Hudmottagningen Älvbacka",
    }
    assert all(row[0].isdigit() and row[1:3] == ["·", "·"] and row[3] == row[0] for row in told.values())
    files = sorted(path.name for path in Path(kalendrar(shell)).iterdir())
    assert len(files) == 4
    assert all(name.isascii() and name.endswith(".ics") for name in files)


def test_the_second_time_nothing_is_new_and_no_file_is_touched(shell: Shell) -> None:
    counts(shell)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in Path(kalendrar(shell)).iterdir()}
    assert all(row[:3] == ["·", "·", "·"] for row in counts(shell).values())
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in Path(kalendrar(shell)).iterdir()} == before


def test_what_is_done_is_withdrawn_and_what_moves_is_changed(shell: Shell) -> None:
    counts(shell)
    shell("mark", "B1", "done")
    shell("move", "A1", "--due", "december 2026", "-m", "Senare")
    told = {name.rpartition(": ")[2]: row for name, row in counts(shell).items()}
    assert told["Jalmari Niskanen"][:3] == ["·", "1", "1"]
    assert told["Signe Åkerlund"][2] == "·", "the follow-up of what is done remains"


def test_what_has_no_day_is_named_and_not_invented(shell: Shell) -> None:
    lines = shell("export", "ics", "--out", kalendrar(shell)).lines
    place = lines.index("Utan datum, och därför inte i någon kalender:")
    assert lines[place + 1].split() == ["B2", "klart", "Snarast"]
    assert "C1" in " ".join(lines[place:])


def test_what_nobody_can_be_reminded_of_is_named(shell: Shell) -> None:
    lines = shell("export", "ics", "--out", kalendrar(shell)).lines
    place = lines.index("Utan någon att påminna, och därför bara i hela planens kalender:")
    assert lines[place + 1].split()[:3] == ["B2", "följs", "upp"]


def test_a_rehearsal_lists_each_reminder_and_writes_nothing(shell: Shell) -> None:
    told = shell("export", "ics", "--out", kalendrar(shell), "--dry-run")
    assert told.code == 0
    assert any(line.startswith("  + 2026-11-30  A1 senast november 2026") for line in told.lines)
    assert any(line.endswith("(återkommer)") for line in told.lines)
    assert not Path(kalendrar(shell)).exists()
    assert all(row[0].isdigit() for row in counts(shell).values()), "a rehearsal tells nobody"


def test_one_owner_is_served_alone(shell: Shell) -> None:
    told = counts(shell, "--for", "Jalmari Niskanen")
    assert [name.rpartition(": ")[2] for name in told] == ["Jalmari Niskanen"]
    assert len(list(Path(kalendrar(shell)).iterdir())) == 1


def test_private_calendars_hold_no_text_of_the_plan(shell: Shell) -> None:
    counts(shell, "--private")
    whole = b"".join(path.read_bytes() for path in Path(kalendrar(shell)).iterdir())
    assert b"SUMMARY" in whole
    assert b"schemat" not in whole


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report_is_in_the_users_language(shell: Shell, language: str) -> None:
    shell.language = language
    head = shell("export", "ics", "--out", kalendrar(shell)).lines[0].split()
    assert head[:2] == {"sv": ["Kalender", "Nya"], "en": ["Calendar", "New"]}[language]


def test_who_was_told_what_is_in_the_log_of_reminders(shell: Shell) -> None:
    told = shell("log", "--reminders")
    assert (told.code, told.data) == (0, b"")
    counts(shell)
    told = shell("log", "A1", "--reminders")
    assert told.code == 0
    assert len(told.lines) >= 3
    assert all("A1" in line for line in told.lines)


def test_an_export_from_an_empty_database_is_refused(bare_shell: Shell) -> None:
    told = bare_shell("export", "ics", "--out", kalendrar(bare_shell))
    assert (told.code, told.data) == (1, b"")
    assert "followup import" in told.err
    assert not Path(kalendrar(bare_shell)).exists()


def test_an_export_for_nobody_is_refused(shell: Shell) -> None:
    told = shell("export", "ics", "--out", kalendrar(shell), "--for", "Nils")
    assert told.code == 1
    assert "Nils" in told.err
    assert not Path(kalendrar(shell)).exists()


def test_addresses_are_read_from_a_table(shell: Shell) -> None:
    path = shell.write("adresser.csv", "Namn;E-post\nJalmari Niskanen;jalmari@exempel.se\n")
    assert shell("people", "read", path).code == 0
    people = {row["name"]: row["mail"] for row in shell("people", "--format", "json").json["people"]}
    assert people["Jalmari Niskanen"] == "jalmari@exempel.se"
    assert shell("undo").code == 0
    people = {row["name"]: row["mail"] for row in shell("people", "--format", "json").json["people"]}
    assert people["Jalmari Niskanen"] is None


def test_an_address_with_an_apostrophe_is_read_and_written(shell: Shell) -> None:
    assert shell("people", "set", "Jalmari Niskanen", "--mail", "j.o'neil@exempel.se").code == 0
    path = shell.write("adresser.csv", "Namn;E-post\nTuva Lindqvist-Öman;tuva.o'neil@exempel.se\n")
    assert shell("people", "read", path).code == 0
    mails = {row["mail"] for row in shell("people", "--format", "json").json["people"]}
    assert {"j.o'neil@exempel.se", "tuva.o'neil@exempel.se"} <= mails


def test_addresses_that_are_not_there_are_refused(shell: Shell) -> None:
    told = shell("people", "read", str(shell.folder / "nix.csv"))
    assert (told.code, told.data) == (1, b"")
    assert "nix.csv" in told.err


# -- mail, digests, a server ----------------------------------------------------------------------------------------


def settle(shell: Shell, **chosen: object) -> None:
    """Let reminders come from somebody, and give everybody an address."""
    shell.patch.setenv("FOLLOWUP_CALDAV_PASSWORD", PASSWORD)
    chosen = {"organizer_name": "Siv Ek", "organizer_mail": "siv.ek@exempel.se", **chosen}
    shell.write("settings.toml", "".join(f"{key} = {dumps(value)}\n" for key, value in chosen.items()))
    for one in (row for row in shell("people", "--format", "json").json["people"] if row["id"]):
        first = one["name"].split()[0].lower()
        assert shell("people", "set", one["name"], "--mail", f"{first}@exempel.se").code == 0


def test_invitations_are_drafted_into_a_folder_once(shell: Shell) -> None:
    settle(shell)
    post = shell.folder / "post"
    told = shell("export", "mail", "--out", str(post))
    assert told.code == 0, told.err
    assert told.lines[0].split()[:2] == ["Mottagare", "Nya"]
    drafts = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in post.iterdir()]
    assert {one["To"].addresses[0].domain for one in drafts} == {"exempel.se"}
    told = shell("export", "mail", "--out", str(post))
    assert (told.code, told.err.strip()) == (0, "Ingen har något nytt att få veta.")
    assert len(list(post.iterdir())) == len(drafts)


def test_a_rehearsal_of_mail_names_what_each_would_get_and_writes_nothing(shell: Shell) -> None:
    settle(shell)
    told = shell("export", "mail", "--out", str(shell.folder / "post"), "--dry-run", "--for", "Jalmari Niskanen")
    assert told.code == 0
    assert any(line.startswith("  + 2026-") for line in told.lines)
    assert not (shell.folder / "post").exists()


def test_mail_is_sent_where_a_server_is_set_and_each_who_was_not_served_is_named(shell: Shell) -> None:
    mailbox = Mailbox("jalmari")
    with mail_server(mailbox) as port:
        settle(shell, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
        told = shell("export", "mail")
        assert told.code == 1
        assert "jalmari@exempel.se" in told.err and "550" in told.err
        assert mailbox.mails and not any("jalmari" in to for to, _ in mailbox.mails)


def test_a_digest_is_one_mail_for_each(shell: Shell) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        settle(shell, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
        assert shell("export", "digest").code == 0
        assert sorted(to for to, _ in mailbox.mails) == sorted({to for to, _ in mailbox.mails})
        assert len(mailbox.mails) == 3


def test_a_calendar_server_is_brought_up_to_date(shell: Shell) -> None:
    with radicale(shell.folder / "server") as url:
        settle(shell, caldav_url=url, caldav_user=USER)
        told = shell("export", "caldav")
        assert told.code == 0, told.err
        assert told.lines[0].split()[-1] == "Plats"
        assert shell("mark", "B1", "done").code == 0
        lines = shell("export", "caldav").lines
        assert any("Jalmari" in line and line.split()[-3] == "1" for line in lines)


def test_files_by_hand_end_and_come_with_a_page(shell: Shell) -> None:
    hand = shell.folder / "hand"
    assert shell("export", "ics", "--by-hand", "--out", str(hand)).code == 0
    assert {path.suffix for path in hand.iterdir()} == {".ics", ".txt"}
    told = shell("export", "ics", "--since-last", "--out", str(hand))
    assert (told.code, told.err.strip()) == (0, "Ingen har något nytt att få veta.")


def test_one_calendar_goes_to_standard_output(shell: Shell) -> None:
    plan = shell("export", "ics", "--out", "-")
    assert plan.code == 0 and plan.data.startswith(b"BEGIN:VCALENDAR")
    own = shell("export", "ics", "--out", "-", "--for", "Jalmari Niskanen")
    assert b"Jalmari" in own.data and len(own.data) < len(plan.data)
    assert shell("export", "ics", "--out", "-").data == plan.data


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ics",), "--out MAPP"),
        (("ics", "--out", "-", "--by-hand"), "--out MAPP"),
        (("mail", "--out", "-"), "--out MAPP"),
        (("caldav", "--out", "x"), "caldav_url"),
        (("md", "--since-last"), "--since-last"),
        (("html", "--private"), "--private"),
    ],
)
def test_a_way_that_cannot_be_is_wrong_usage(shell: Shell, words: tuple[str, ...], says: str) -> None:
    told = shell("export", *words)
    assert (told.code, told.data) == (2, b"")
    assert says in told.err


@pytest.mark.parametrize(
    ("kind", "says"), [("mail", "organizer_mail"), ("digest", "organizer_mail"), ("caldav", "caldav_url")]
)
def test_a_way_that_is_not_set_up_says_what_to_set(shell: Shell, kind: str, says: str) -> None:
    told = shell("export", kind)
    assert (told.code, told.data) == (1, b"")
    assert says in told.err


@pytest.mark.parametrize("mail", ["nonsens", "a@b, c@d", "Siv <siv@exempel.se>", "siv @exempel.se", "@", "a@b@c"])
def test_what_is_no_address_is_refused(shell: Shell, mail: str) -> None:
    told = shell("people", "set", "Jalmari Niskanen", "--mail", mail)
    assert (told.code, told.data) == (1, b"")
    assert "namn@exempel.se" in told.err
