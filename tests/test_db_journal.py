"""The journal: a change set is stored whole with its history, or refused whole."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.address import Address, read
from db.engine import open_engine
from db.errors import Stale, Violated, naming
from db.journal import RowChange, Scalar, commit
from db.reading import open_reader
from db.upgrade import prepare
from rows import (
    action,
    area,
    as_json,
    as_read,
    change_set,
    edited,
    everything,
    holding,
    inverse,
    made,
    occasion,
    person,
    plan,
    removed,
    role,
    round_,
    uuid,
)

pytest_plugins = ["postgres"]


def whole() -> list[RowChange]:
    """One of everything, in an order that the references do not like."""
    return [
        made("round", round_()),
        made("action", action(area_id=uuid(100))),
        made("holding", holding()),
        made("occasion", occasion()),
        made("role", role()),
        made("area", area()),
        made("plan", plan()),
        made("person", person()),
    ]


def test_a_set_is_stored_with_every_change_in_the_order_it_was_made(engine: Engine, address: Address) -> None:
    assert commit(engine, change_set(1), whole()) == 1
    with open_reader(address) as reader:
        assert reader.change_sets() == [
            (1, uuid(10**9 + 1), "2026-03-02T11:00:00.000000Z", "Ylva Tall", "test", "do", None)
        ]
        assert [row[2:] for row in reader.changes([1])] == [
            (each.entity, each.id, each.field, each.old, each.new) for each in whole()
        ]
        assert reader.actions() == [as_read("action", action(area_id=uuid(100)))]
        assert reader.rounds() == [as_read("round", round_())]
        assert reader.revision() == 1


def test_taking_a_set_back_leaves_what_was_there_before(engine: Engine, address: Address) -> None:
    before = everything(address)
    commit(engine, change_set(1), whole())
    commit(engine, change_set(2, "undo", undoes=change_set(1).id), list(reversed(inverse(whole()))))
    assert everything(address) == before


def test_the_version_counts_the_sets_that_touched_a_row(engine: Engine, address: Address) -> None:
    row = action()
    commit(engine, change_set(1), [made("plan", plan()), made("action", row)])
    two = [edited("action", row, "status", status="done"), edited("action", row, "note", status_note="klart")]
    commit(engine, change_set(2), two)
    now = row | {"status": "done", "status_note": "klart"}
    commit(engine, change_set(3), [removed("action", now)])
    commit(engine, change_set(4, "undo", undoes=change_set(3).id), [made("action", now)])
    with open_reader(address) as reader:
        assert reader.actions() == [as_read("action", now, version=4)]


def test_every_column_of_every_table_can_be_changed_alone(engine: Engine, address: Address) -> None:
    makers = [plan(), area(), person(), role(), holding(), action(area_id=uuid(100)), round_(), occasion()]
    rows = dict(zip(("plan", "area", "person", "role", "holding", "action", "round", "occasion"), makers, strict=True))
    commit(engine, change_set(1), [made(entity, row) for entity, row in rows.items()])
    changes = [
        edited(entity, row, name, **{name: row[name]}) for entity, row in rows.items() for name in row if name != "id"
    ]
    stored = everything(address)
    commit(engine, change_set(2), changes)
    assert everything(address) == stored
    with open_reader(address) as reader:
        assert [row[-1] for row in reader.plans() + reader.rounds() + reader.actions()] == [2, 2, 2]


def test_a_stale_change_stores_nothing_of_its_set_and_says_both_values(engine: Engine, address: Address) -> None:
    one, two = action(1000), action(1001)
    commit(engine, change_set(1), [made("plan", plan()), made("action", one), made("action", two)])
    commit(engine, change_set(2), [edited("action", two, "status", status="done")])
    stored = everything(address)
    late = [edited("action", one, "status", status="paused"), edited("action", two, "status", status="paused")]
    with pytest.raises(Stale) as caught:
        commit(engine, change_set(3), late)
    told = caught.value
    assert (told.entity, told.id, told.field) == ("action", two["id"], "status")
    assert (told.expected, told.actual) == (as_json({"status": "planned"}), as_json({"status": "done"}))
    assert told.found == {"status": "done"}
    assert told.place == address.place
    assert everything(address) == stored
    with open_reader(address) as reader:
        assert reader.revision() == 2


def test_an_empty_value_is_compared_too(engine: Engine) -> None:
    row = action(due_start=None)
    commit(engine, change_set(1), [made("plan", plan()), made("action", row)])
    commit(engine, change_set(2), [edited("action", row, "due", due_start=date(2026, 5, 2))])
    with pytest.raises(Stale) as caught:
        commit(engine, change_set(3), [edited("action", row, "due", due_start=None)])
    assert caught.value.found == {"due_start": date(2026, 5, 2)}


def test_a_row_that_went_meanwhile_is_told_as_gone(engine: Engine) -> None:
    row = action()
    commit(engine, change_set(1), [made("plan", plan()), made("action", row)])
    commit(engine, change_set(2), [removed("action", row)])
    with pytest.raises(Stale) as caught:
        commit(engine, change_set(3), [edited("action", row, "status", status="done")])
    assert (caught.value.actual, caught.value.found) == (None, None)


def test_a_label_that_somebody_else_took_meanwhile_is_a_conflict(engine: Engine) -> None:
    commit(engine, change_set(1), [made("plan", plan()), made("action", action(1000, label="A1"))])
    with pytest.raises(Stale) as caught:
        commit(
            engine, change_set(2), [made("action", action(1001, label="A2")), made("action", action(1002, label="A1"))]
        )
    assert caught.value.id == uuid(1002)
    assert (caught.value.found or {})["id"] == uuid(1000)


def test_a_row_that_others_have_built_upon_is_not_removed(engine: Engine, address: Address) -> None:
    commit(engine, change_set(1), [made("plan", plan()), made("action", action())])
    commit(engine, change_set(2), [made("round", round_())])
    with pytest.raises(Stale) as caught:
        commit(engine, change_set(3), [removed("action", action()), removed("plan", plan())])
    assert (caught.value.entity, caught.value.field) == ("action", None)
    with open_reader(address) as reader:
        assert reader.action_count() == 1


def test_a_row_whose_plan_went_meanwhile_is_not_made(engine: Engine) -> None:
    with pytest.raises(Stale):
        commit(engine, change_set(1), [made("action", action())])


@pytest.mark.parametrize(
    "change",
    [
        made("action", action(status="finished")),
        made("action", action(due_kind="fortnight")),
        made("action", {name: value for name, value in action().items() if name != "rule"}),
        made("action", action() | {"colour": "red"}),
        made("change_set", {"id": "x"}),
        made("round", round_(result="perhaps")),
        made("action", action(measure="a\0b")),
        made("action", action(measure="a\ud800b")),
        made("action", action(requirement=None)),
        edited("action", action(), "status", status="finished"),
        RowChange("action", uuid(1000), "status", None, None, None, {"status": "done"}),
        RowChange("action", uuid(1000), None, None, None, None, None),
        RowChange("action", uuid(1001), None, None, None, None, action()),
    ],
)
def test_what_breaks_a_rule_of_the_tables_is_refused(engine: Engine, address: Address, change: RowChange) -> None:
    commit(engine, change_set(1), [made("plan", plan()), made("action", action())])
    stored = everything(address)
    with pytest.raises(Violated):
        commit(engine, change_set(2), [change])
    assert everything(address) == stored


def test_a_set_is_stored_once(engine: Engine, address: Address) -> None:
    commit(engine, change_set(1), [made("plan", plan())])
    with pytest.raises(Violated):
        commit(engine, change_set(1), [edited("plan", plan(), "title", title="Ny")])
    with open_reader(address) as reader:
        assert reader.revision() == 1


REWRITING = {
    "sqlite": [
        "UPDATE change_set SET by = 'someone else'",
        "DELETE FROM change_set",
        "INSERT OR REPLACE INTO change_set SELECT * FROM change_set",
        "INSERT OR REPLACE INTO change_set SELECT number + 100, id, at, by, why, kind, undoes FROM change_set",
        "UPDATE change SET new = ''",
        "DELETE FROM change",
        "REPLACE INTO change SELECT * FROM change",
        "INSERT INTO change SELECT * FROM change WHERE true ON CONFLICT (id) DO UPDATE SET new = ''",
    ],
    "postgresql": [
        "UPDATE change_set SET by = 'someone else'",
        "DELETE FROM change_set",
        "TRUNCATE change_set CASCADE",
        "UPDATE change SET new = ''",
        "DELETE FROM change",
        "TRUNCATE change",
        "INSERT INTO change SELECT * FROM change ON CONFLICT (id) DO UPDATE SET new = ''",
    ],
}


def test_the_journal_refuses_to_be_rewritten(engine: Engine, address: Address, kind: str) -> None:
    commit(engine, change_set(1), [made("plan", plan())])
    with open_reader(address) as reader:
        stored = (reader.change_sets(), reader.changes())
        for sql in REWRITING[kind]:
            with pytest.raises(Violated, match="append-only"), naming(""), engine.begin() as connection:
                connection.exec_driver_sql(sql)
        assert (reader.change_sets(), reader.changes()) == stored


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
days = st.none() | st.dates()
fields = st.one_of(
    st.fixed_dictionaries({"status": st.sampled_from(["planned", "done", "paused"])}),
    st.fixed_dictionaries({"measure": words}),
    st.fixed_dictionaries({"due_text": words, "due_start": days, "due_end": days}),
)


@given(st.lists(st.tuples(st.integers(1000, 1003), fields), min_size=1, max_size=8), st.sets(st.integers(1000, 1003)))
def test_the_inverse_of_a_set_gives_the_same_rows(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, dict[str, Scalar]]], gone: set[int]
) -> None:
    address = read(str(tmp_path_factory.mktemp("db") / "plan.db"))
    prepare(address)
    engine = open_engine(address)
    rows = {number: action(number) for number in range(1000, 1004)}
    commit(engine, change_set(1), [made("plan", plan()), *(made("action", row) for row in rows.values())])
    stored = everything(address)
    changes = []
    for number, after in edits:
        changes.append(edited("action", rows[number], "+".join(after), **after))
        rows[number] = rows[number] | after
    changes += [removed("action", rows[number]) for number in sorted(gone)]
    commit(engine, change_set(2), changes)
    kept = [as_read("action", row)[:-1] for number, row in rows.items() if number not in gone]
    assert everything(address)["action"] == sorted(kept)
    commit(engine, change_set(3, "undo", undoes=change_set(2).id), inverse(changes))
    assert everything(address) == stored
    with open_reader(address) as reader:
        assert len(reader.changes()) == 5 + 2 * len(changes)
