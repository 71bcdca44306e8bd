"""Every verb as a director of studies uses it: what it says, what it changes, and how it is taken back."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import StringIO

import pytest

from shell import PLAN_CSV, Shell, a_draft


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_empty_database_greets_beside_the_data_with_what_to_do_next(bare_shell: Shell, language: str) -> None:
    bare_shell.language = language
    told = bare_shell("status")
    assert (told.code, told.data) == (0, b"")
    assert "followup import" in told.err
    assert "followup demo" in told.err


def test_a_document_is_shown_and_stored_and_the_way_back_is_named(bare_shell: Shell) -> None:
    told = bare_shell("import", bare_shell.write("plan.csv", PLAN_CSV))
    assert told.code == 0
    assert told.lines[0] == "plan.csv: 3 åtgärder"
    assert "      2  A. Ledning" in told.lines
    assert told.err == "Läste in 3 åtgärder från plan.csv. Ångra med: followup undo\n"
    assert bare_shell.labels() == ["A1", "A2", "B1"]


def test_a_dry_run_shows_each_action_with_how_it_is_understood(bare_shell: Shell) -> None:
    told = bare_shell("import", bare_shell.write("plan.csv", PLAN_CSV), "--dry-run")
    assert "        → rollen Enhetschef, nu Tuva Lindqvist-Öman" in told.lines
    assert "        → varje år; första gången mars 2027" in told.lines
    assert bare_shell.labels() == []


def test_an_import_is_undone_and_redone_across_runs(bare_shell: Shell) -> None:
    bare_shell("import", bare_shell.write("plan.csv", PLAN_CSV))
    assert bare_shell("undo").err == "Ångrat: läste in 3 åtgärder från plan.csv.\n"
    assert bare_shell.labels() == []
    assert bare_shell("redo").err == "Gjort om: läste in 3 åtgärder från plan.csv.\n"
    assert bare_shell.labels() == ["A1", "A2", "B1"]


def test_a_document_read_again_changes_nothing(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", PLAN_CSV)
    bare_shell("import", path)
    again = bare_shell("import", path)
    assert (again.code, again.err) == (0, "Allt i dokumentet finns redan. Inget är ändrat.\n")
    assert "Nya: 0 · oförändrade: 3 · ändrade: 0 · saknas i den nya utgåvan: 0" in again.lines


def test_a_document_can_come_from_a_pipe(bare_shell: Shell) -> None:
    told = bare_shell("import", "-", stdin=PLAN_CSV.encode())
    assert told.code == 0
    assert "stdin" in told.err
    assert bare_shell.labels() == ["A1", "A2", "B1"]


@pytest.mark.parametrize("is_piped", [True, False], ids=["piped", "from a file"])
def test_everything_of_one_database_is_taken_into_an_empty_one(bare_shell: Shell, *, is_piped: bool) -> None:
    bare_shell("import", "-", stdin=PLAN_CSV.encode())
    everything = bare_shell("export", "json", "--complete").data
    empty = ("--data", str(bare_shell.folder / "tom.db"))
    words, stdin = ("-", everything) if is_piped else (bare_shell.write("allt.json", everything), b"")
    looked = bare_shell(*empty, "import", "--dry-run", words, stdin=stdin)
    assert looked.err == "Filen är hel: 1 handlingsplan, 3 åtgärder och 1 ändring. Inget är sparat.\n"
    told = bare_shell(*empty, "import", words, stdin=stdin)
    assert (told.code, told.err) == (0, "Läste in allt: 1 handlingsplan, 3 åtgärder och 1 ändring.\n")
    assert bare_shell(*empty, "export", "json", "--complete").data == everything
    again = bare_shell(*empty, "import", words, stdin=stdin)
    assert (again.code, again.data) == (1, b"")


def test_several_documents_are_one_change_and_told_apart_by_short_keys(bare_shell: Shell) -> None:
    other = PLAN_CSV.replace("A. Ledning", "D. Schema").replace("utbildningsansvarig", "schemaansvarig")
    other = other.replace("Utbildningsrådet", "Schemarådet").replace("övningsrum", "vilrum").replace("Rum 7", "Rum 9")
    other = other.replace("Uppdraget skrivs", "Schemat skrivs").replace("Fyra möten", "Två möten")
    told = bare_shell("import", bare_shell.write("a.csv", PLAN_CSV), bare_shell.write("b.csv", other))
    assert told.code == 0
    assert "Läste in 6 åtgärder från a.csv, b.csv." in told.err
    assert "Kortnamn: " in told.err
    assert len(bare_shell("log", "--format", "json").json["sets"]) == 1
    bare_shell("undo")
    assert bare_shell.labels() == []


def test_when_one_of_several_documents_cannot_be_stored_none_is(bare_shell: Shell) -> None:
    other = PLAN_CSV.replace("utbildningsansvarig", "schemaansvarig").replace("rådet", "laget").replace("rum", "tak")
    told = bare_shell("import", bare_shell.write("a.csv", PLAN_CSV), bare_shell.write("b.csv", other), "--new", "hud")
    assert told.code == 1
    assert "hud" in told.err
    assert bare_shell.labels() == []


def test_when_one_of_several_documents_cannot_be_read_none_is_stored(bare_shell: Shell) -> None:
    told = bare_shell("import", bare_shell.write("a.csv", PLAN_CSV), str(bare_shell.folder / "nix.csv"))
    assert (told.code, told.data) == (1, b"")
    assert "nix.csv" in told.err
    assert bare_shell.labels() == []


def test_a_document_goes_into_the_plan_that_is_named(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", PLAN_CSV)
    told = bare_shell("import", path, "--plan", "hud")
    assert (told.code, told.data) == (1, b"")
    assert told.err == "Det finns ingen handlingsplan ”hud” att läsa in i. Gör en ny i stället: --new hud\n"
    assert bare_shell("import", path, "--new", "hud").code == 0
    assert bare_shell("import", path, "--plan", "hud").err == "Allt i dokumentet finns redan. Inget är ändrat.\n"


def test_one_action_is_counted_as_one(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", "\n".join(PLAN_CSV.splitlines()[:2]))
    assert bare_shell("import", path).err == "Läste in 1 åtgärd från plan.csv. Ångra med: followup undo\n"


def test_a_column_with_a_heading_of_its_own_is_mapped(bare_shell: Shell) -> None:
    path = bare_shell.write("plan.csv", PLAN_CSV.replace("Ansvarig;Uppf", "Den som fixar;Uppf"))
    bare_shell("import", path, "--map", "Den som fixar=responsible")
    assert bare_shell.labels("ansvarig:niskanen") == ["B1"]


def test_marking_tells_what_became_of_how_many(shell: Shell) -> None:
    assert shell("mark", "b1", "in_progress").err == "Status på B1: pågår.\n"
    assert shell("mark", "A1", "B1", "done", "-m", "Klart").err == "Status på 2 åtgärder: klar.\n"
    assert shell.labels("status:klar") == ["A1", "B1"]


def test_many_marked_at_once_are_undone_in_one_stroke(shell: Shell) -> None:
    shell("mark", "A1", "B1", "C1", "done")
    assert shell("undo").err == "Ångrat: status på 3 åtgärder: klar.\n"
    assert shell.labels("status:planerad") == ["A1", "B1", "B2", "C1"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("planerad", "planned"),
        ("Pågår", "in_progress"),
        ("in-progress", "in_progress"),
        ("pa\u030aga\u030ar", "in_progress"),
        ("klar", "done"),
        ("pausad", "paused"),
        ("UTGÅR", "dropped"),
        ("avslutad", "closed"),
    ],
)
def test_a_status_is_read_in_swedish_too(shell: Shell, word: str, code: str) -> None:
    shell("mark", "A1", "paused", "-m", "Väntar") if code == "planned" else None
    assert shell("mark", "A1", word, "-m", "Därför").code == 0
    assert shell("show", "A1", "--format", "json").json["status"] == code


@pytest.mark.parametrize(
    ("word", "code"), [("uppfylld", "holds"), ("delvis", "partly"), ("kvarstår", "remains"), ("holds", "holds")]
)
def test_a_result_is_read_in_swedish_too(shell: Shell, word: str, code: str) -> None:
    assert shell("record", "B1", word).code == 0
    assert shell("show", "B1", "--format", "json").json["follow_up"]["last"]["result"] == code


def test_a_round_is_recorded_with_its_note_evidence_and_holder(shell: Shell) -> None:
    told = shell("record", "B1", "partly", "-m", "Målat", "--on", "i går", "--evidence", "Dnr 7", "--by", "Signe")
    assert told.err == "Uppföljning av B1: delvis uppfylld.\n"
    assert "14 september 2026  Delvis uppfylld · Målat · Signe · Dnr 7" in " ".join(
        shell("show", "B1").out.split()
    ).replace("2026 Delvis", "2026  Delvis")


def test_what_remains_opens_the_action_again(shell: Shell) -> None:
    shell("mark", "B1", "done")
    shell("record", "B1", "remains", "-m", "Dörren går inte att stänga")
    assert shell("show", "B1", "--format", "json").json["status"] == "in_progress"


def test_a_date_moves_and_the_first_agreed_one_stays_in_the_log(shell: Shell) -> None:
    told = shell("move", "A1", "--due", "HT 2027", "-m", "Chefen har slutat")
    assert told.err == "Nytt datum för A1: HT 2027.\n"
    assert shell("show", "A1", "--format", "json").json["due"]["end"] == "2027-12-31"
    assert "         A1: Klart senast: November 2026 → HT 2027" in shell("log", "A1").lines


def test_a_round_moves_and_the_series_stays(shell: Shell) -> None:
    assert shell("move", "A1", "--follow-up", "april 2027", "-m", "Krock").err == (
        "Flyttad uppföljning av A1: april 2027.\n"
    )
    following = shell("show", "A1", "--format", "json").json["follow_up"]
    assert following["next"] == {"start": "2027-04-01", "end": "2027-04-30"}
    assert following["first"]["text"] == "mars 2027"
    assert "         + A1, uppföljningstillfälle: Flyttad till: april 2027" in shell("log", "A1").lines


def test_another_cadence_keeps_the_events_that_are_waited_for(shell: Shell) -> None:
    shell("move", "A1", "--follow-up", "varje halvår, först maj 2027", "-m", "Tätare")
    following = shell("show", "A1", "--format", "json").json["follow_up"]
    assert (following["rule"], following["first"]["text"]) == ("FREQ=MONTHLY;INTERVAL=6", "maj 2027")
    assert following["triggers"] == ["vid byte av enhetschef"]


def test_two_months_typed_for_a_follow_up_are_each_years(shell: Shell) -> None:
    shell("move", "A1", "--follow-up", "maj och november", "-m", "Två gånger om året")
    assert shell("show", "A1", "--format", "json").json["follow_up"]["rule"] == "FREQ=YEARLY;BYMONTH=5,11"


def test_a_month_typed_alone_is_a_month(shell: Shell) -> None:
    assert shell("move", "A1", "--due", "mars", "-m", "Tidigare").code == 0


def test_another_event_keeps_the_cadence(shell: Shell) -> None:
    shell("move", "A1", "--follow-up", "vid flytt till nya lokaler", "-m", "Flytten")
    following = shell("show", "A1", "--format", "json").json["follow_up"]
    assert following["triggers"] == ["vid flytt till nya lokaler"]
    assert (following["rule"], following["first"]["text"]) == ("FREQ=YEARLY", "mars 2027")


def test_two_dates_move_in_one_change(shell: Shell) -> None:
    shell("move", "A1", "--due", "maj 2027", "--follow-up", "juni 2027", "-m", "Allt blir senare")
    assert len(shell("log", "--format", "json").json["sets"]) == 2
    shell("undo")
    found = shell("show", "A1", "--format", "json").json
    assert (found["due"]["text"], found["follow_up"]["next"]["start"]) == ("November 2026", "2027-03-01")


def test_an_occasion_opens_the_rounds_that_wait_for_it(shell: Shell) -> None:
    told = shell("occasion", "byte av enhetschef", "--on", "2026-09-14", "-m", "Tuva slutar")
    assert told.err == "Händelse: byte av enhetschef. Väntar nu på uppföljning: A1.\n"
    assert shell("show", "A1", "--format", "json").json["follow_up"]["next"]["start"] == "2026-09-14"


def test_where_only_one_plan_knows_the_role_or_waits_for_the_event_it_need_not_be_named(shell: Shell) -> None:
    other = replace(a_draft().actions[0], responsible=(), follow_up_responsible=(), triggers=())
    shell.accept(a_draft(actions=(other,)), "ort")
    assert shell("hold", "enhetschef", "Bo Ek", "--from", "2026-12-01").code == 0
    told = shell("occasion", "byte", "av", "enhetschef", "--on", "2026-09-14")
    assert (told.code, "A1" in told.err) == (0, True)
    shell.accept(a_draft(), "ny")
    told = shell("hold", "enhetschef", "Siv Ek")
    assert told.code == 1
    assert all(key in told.err for key in ("hud", "ort", "ny"))


def test_status_since_a_day_tells_what_changed_beneath_each_action(shell: Shell) -> None:
    shell("mark", "B1", "done", "-m", "Rummet är klart")
    lines = shell("status", "--since", "2026-09-15").lines
    assert lines[1].startswith("B1")
    assert lines[2:4] == ["      Status: Planerad → Klar", "      Kommentar: – → Rummet är klart"]


def test_a_role_gets_a_new_holder_from_a_day_on(shell: Shell) -> None:
    told = shell("hold", "enhetschef", "Anna Ek", "--from", "2026-12-01")
    assert told.err == "Anna Ek blir enhetschef (från och med 2026-12-01).\n"
    lines = shell("log").lines
    assert "         Enhetschef, Tuva Lindqvist-Öman: Till och med: – → 2026-11-30" in lines
    assert "         + Enhetschef, Anna Ek: från och med 2026-12-01" in lines
    assert "Anna Ek" not in shell("status").out
    shell.today = "2026-12-01"
    assert "Anna Ek" in shell("status").out


def test_people_are_listed_with_what_they_have_to_do(shell: Shell) -> None:
    told = shell("people")
    assert told.lines[0].split() == ["Namn", "Roll", "Gör", "Följer", "upp", "Försenat", "Snart", "E-post"]
    assert next(line for line in told.lines if "Jalmari" in line).split()[3:] == ["2", "·", "1", "·"]


def test_a_person_gets_an_address_and_a_language(shell: Shell) -> None:
    told = shell("people", "set", "jalmari", "--mail", "jalmari@exempel.se", "--language", "en")
    assert told.err == "Uppgifter om Jalmari Niskanen.\n"
    row = next(row for row in shell("people", "--format", "json").json["people"] if row["name"] == "Jalmari Niskanen")
    assert (row["mail"], row["language"]) == ("jalmari@exempel.se", "en")
    assert "jalmari@exempel.se" in shell("people", "--format", "csv").out


def test_the_log_of_an_import_is_one_line(shell: Shell) -> None:
    told = shell("log")
    assert len(told.lines) == 2
    assert told.lines[0] == "2026-09-01"
    assert told.lines[1].endswith("  Läste in 4 åtgärder från plan.docx  (Signe)")


def test_the_log_of_an_action_has_its_notes_and_who_wrote_them(shell: Shell) -> None:
    shell("mark", "A1", "paused", "-m", "Väntar\npå besked")
    lines = shell("log", "a1").lines
    assert lines[1].endswith("Status på A1: pausad  (Signe)")
    assert lines[2:4] == ["         ”Väntar på besked”", "         A1: Status: Planerad → Pausad"]


def test_the_log_as_a_table_has_a_line_for_each_change(shell: Shell) -> None:
    shell("mark", "A1", "done", "-m", "=1+1")
    rows = list(csv.DictReader(StringIO(shell("log", "A1", "--format", "csv", "--limit", "1").out)))
    assert [(row["thing"], row["field"], row["new"]) for row in rows] == [
        ("A1", "Status", "Klar"),
        ("A1", "Kommentar", "'=1+1"),
    ]
    assert "| A1 | Status | Planerad | Klar |" in shell("log", "--format", "md").out


def test_the_log_begins_where_it_is_asked_to(shell: Shell) -> None:
    shell("mark", "A1", "done")
    assert len(shell("log", "--since", "2026-09-15", "--format", "ndjson").lines) == 1
    assert len(shell("log", "--since", "2026-09-01", "--format", "ndjson").lines) == 2
    assert len(shell("log", "--limit", "1", "--format", "ndjson").lines) == 1


def test_a_log_where_nothing_has_happened_says_so_beside_the_data(bare_shell: Shell) -> None:
    told = bare_shell("log")
    assert (told.code, told.data, told.err) == (0, b"", "Inget har hänt ännu.\n")


def test_the_agenda_says_what_is_late_and_what_comes_by_month(shell: Shell) -> None:
    lines = shell("agenda").lines
    assert lines[0] == "Försenat"
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Försenat",
        "september 2026",
        "november 2026",
        "december 2026",
        "mars 2027",
        "juni 2027",
        "september 2027",
    ]


def test_an_agenda_of_a_month_is_shorter_and_can_be_a_paper(shell: Shell) -> None:
    assert "mars 2027" not in shell("agenda", "--months", "1").out
    assert shell("agenda", "--format", "md").out.startswith("# Det som kommer")
    assert "2026-08-31,klart,B1," in shell("agenda", "--format", "csv").out


def test_check_says_what_the_plan_lacks(shell: Shell) -> None:
    told = shell("check")
    assert "B1      Klart senast: årtalet är antaget" in told.lines
    assert "C1      har ingen ansvarig" in told.lines
    assert told.code == 0


def test_show_has_the_action_whole(shell: Shell) -> None:
    lines = shell("show", "A1").lines
    assert lines[0] == "A1 · A. Ledning och ansvar"
    assert "Schemaläggaren kontrollerar varje månad." in lines
    assert "Status                    Planerad sedan 1 september 2026" in lines
    assert "Följs också upp           vid byte av enhetschef" in lines


def test_show_can_be_a_paper(shell: Shell) -> None:
    assert "## A1 · A. Ledning och ansvar" in shell("show", "A1", "--format", "md").out
    assert shell("show", "A1", "--format", "html").out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (("försenad",), ["B1"]),
        (("-försenad", "område:B"), ["B2"]),
        (("område:B", "-snarast"), ["B1"]),
        (("-rum",), ["A1", "B2", "C1"]),
        (("ansvarig:niskanen", "status:planerad"), ["A1", "B1"]),
        (("klart:<2026-10",), ["B1"]),
        (("--", "-rum"), ["A1", "B2", "C1"]),
        (("zebra",), []),
    ],
)
def test_a_filter_finds_what_it_says_wherever_its_words_stand(
    shell: Shell, words: tuple[str, ...], labels: list[str]
) -> None:
    assert shell.labels(*words) == labels


def test_options_stand_anywhere_among_the_words(shell: Shell) -> None:
    first = shell("--plan", "hud", "status", "område:B", "--format", "csv", "-snarast")
    second = shell("status", "--format=csv", "område:B", "-snarast", "--plan=hud")
    assert (first.code, first.data) == (second.code, second.data)
    assert first.out.splitlines()[1].startswith("hud,B1,")


def test_a_filter_that_finds_nothing_says_so_beside_the_data(shell: Shell) -> None:
    told = shell("status", "zebra")
    assert (told.code, told.data, told.err) == (0, b"", "Ingen åtgärd stämmer med filtret.\n")


def test_the_status_as_of_a_day_is_what_it_was_then(shell: Shell) -> None:
    shell("mark", "A1", "done", "--on", "2026-09-02")
    assert shell.labels("status:klar") == ["A1"]
    then = shell("status", "--as-of", "2026-09-10", "--format", "json").json
    assert (then["today"], then["actions"][0]["status"]) == ("2026-09-10", "planned")
    before = shell("status", "--as-of", "2026-08-01")
    assert (before.code, before.data) == (0, b"")
    assert before.err == "Den 2026-08-01 fanns ingen handlingsplan här.\n"


@pytest.mark.parametrize(
    ("conditions", "query", "code"),
    [
        ("overdue", "", 3),
        ("follow-up", "", 3),
        ("overdue,follow-up", "", 3),
        ("soon", "", 0),
        ("overdue", "A1", 0),
        ("follow-up", "B2", 3),
        ("", "", 0),
    ],
)
def test_a_condition_met_is_exit_code_three_and_the_status_is_printed_all_the_same(
    shell: Shell, conditions: str, query: str, code: int
) -> None:
    told = shell("status", query, "--fail-on", conditions)
    assert told.code == code
    assert told.lines[0].startswith("Nr")


def test_the_day_is_what_today_says(shell: Shell) -> None:
    assert shell("status", "A1", "--today", "2026-12-01", "--fail-on", "overdue").code == 3
    assert shell("status", "A1", "--today", "2026-11-30", "--fail-on", "overdue").code == 0


def test_two_plans_have_labels_with_keys_and_each_is_chosen_by_its_own(shell: Shell) -> None:
    shell.accept(a_draft(title="Plan två", unit="Ögonkliniken"), "ögon")
    assert "hud/A1" in shell("status").out
    assert "hud/A1" not in shell("status", "--plan", "ögon").out
    assert shell("mark", "A1", "done").code == 1
    assert shell("mark", "ögon/a1", "done").code == 0
    assert shell("mark", "a1", "done", "--plan", "hud").code == 0
    shell.environment["FOLLOWUP_PLAN"] = "ögon"
    assert [line for line in shell("status", "status:klar").lines if "A1" in line]


def test_a_verb_that_needs_one_plan_asks_which(shell: Shell) -> None:
    shell.accept(a_draft(title="Plan två", unit="Ögonkliniken"), "ögon")
    told = shell("hold", "enhetschef", "Anna Ek")
    assert (told.code, told.err) == (1, "Här finns flera handlingsplaner (hud, ögon). Välj en med --plan.\n")
    assert shell("hold", "enhetschef", "Anna Ek", "--plan", "ögon").code == 0


def test_a_list_of_plans_in_a_sentence_has_an_end(bare_shell: Shell) -> None:
    for number in range(20):
        bare_shell.accept(a_draft(title=f"Plan {number}"), f"p{number}")
    told = bare_shell("hold", "enhetschef", "Anna Ek")
    assert told.code == 1
    assert told.err.count(",") == 12
    assert "…" in told.err


def test_a_change_of_a_kind_that_is_not_known_is_told_all_the_same(shell: Shell) -> None:
    """A later version, or a program of somebody's own, may have written to the journal."""
    with closing(sqlite3.connect(shell.database)) as database, database:
        database.execute(
            'INSERT INTO change_set (number, id, at, "by", why, kind) '
            "SELECT 2, 'x', at, 'Nils', '{\"command\": \"Paint\"}', 'do' FROM change_set"
        )
    assert any(line.endswith("Ändring  (Nils)") for line in shell("log").lines)


def test_a_copy_is_made_listed_and_put_back(shell: Shell) -> None:
    made = shell("backup")
    assert made.err == "Kopian är gjord och kontrollerad:\n"
    path = made.out.strip()
    shell("mark", "A1", "done")
    assert path in shell("backup", "--list").out
    assert shell("restore", path).code == 0
    assert shell.labels("status:klar") == []


def test_restoring_twice_does_not_go_forth_and_back(shell: Shell) -> None:
    shell("backup")
    shell("mark", "A1", "done")
    first, second = shell("restore").err, shell("restore").err
    assert first.partition(". ")[0] == second.partition(". ")[0]
    assert shell.labels("status:klar") == []


def test_a_copy_goes_where_it_is_asked_to(shell: Shell) -> None:
    path = str(shell.folder / "kopia.db")
    assert shell("backup", "--out", path).out == f"{path}\n"
    assert shell("restore", path).code == 0


def test_a_database_without_copies_says_so_beside_the_data(bare_shell: Shell) -> None:
    told = bare_shell("backup", "--list")
    assert (told.code, told.data, told.err) == (0, b"", "Det finns inga kopior ännu. Gör en: followup backup\n")


def test_doctor_says_where_things_lie_and_that_all_is_well(shell: Shell) -> None:
    shell.database.chmod(0o600)
    told = shell("doctor")
    assert told.code == 0
    assert str(shell.database) in told.out
    assert str(shell.folder / "settings.toml") in told.out
    assert "1 handlingsplan, 4 åtgärder, 1 ändring i loggen" in told.out
    assert {line[0] for line in told.lines if line.startswith(("✓", "!", "+"))} == {"✓"}


def test_nothing_to_undo_and_nothing_to_redo_are_refused(bare_shell: Shell) -> None:
    assert (bare_shell("undo").code, bare_shell("undo").err) == (1, "Det finns inget att ångra.\n")
    assert (bare_shell("redo").code, bare_shell("redo").err) == (1, "Det finns inget att göra om.\n")


def test_a_new_change_ends_the_redoing(shell: Shell) -> None:
    shell("mark", "A1", "done")
    shell("undo")
    shell("mark", "B1", "done")
    assert shell("redo").code == 1


def test_when_says_how_words_are_read(bare_shell: Shell) -> None:
    assert bare_shell("when", "maj", "2026").out == "maj 2026 → månad: 2026-05-01 – 2026-05-31\n"
    told = bare_shell("when", "blurp")
    assert (told.code, told.out) == (1, "blurp → inget datum\n")


def test_settings_are_shown_and_set(bare_shell: Shell) -> None:
    shown = bare_shell("config")
    assert "warn_hour = 9" in shown.lines
    assert str(bare_shell.folder / "settings.toml") in shown.err
    assert bare_shell("config", "warn_days", "14", "3").err == "warn_days = [14, 3]\n"
    assert bare_shell("config", "warn_days").out == "warn_days = [14, 3]\n"
    bare_shell("config", "organizer_name", "Signe", "Åkerlund")
    bare_shell("config", "warn_as_events", "ja")
    text = (bare_shell.folder / "settings.toml").read_text(encoding="utf-8")
    assert text == 'warn_days = [14, 3]\norganizer_name = "Signe Åkerlund"\nwarn_as_events = true\n'


def test_english_is_spoken_where_it_is_chosen(shell: Shell) -> None:
    shell.language = "en"
    assert shell("mark", "A1", "done").err == "Status of A1: done.\n"
    assert shell("status").lines[-1] == "4 actions · 1 late · 1 follow-up late · 1 to follow up"
    assert shell("status", "--lang", "sv").lines[-1].startswith("4 åtgärder")
