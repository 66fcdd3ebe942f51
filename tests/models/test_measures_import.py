"""Importing measures: what is new, changed, unchanged or gone, with its history."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from analysis.measures.point import Precision
from analysis.measures.status import Status
from models import measure_changes as changes
from models import measures, reminder_queue, reminders
from models.audit import AuditRow
from models.base import Session
from models.imports.measures import apply, plan, report
from models.imports.measures_table import read_measures
from models.imports.reports import UnitsReport
from models.measure_record import Measure, Step, Value
from models.progress import IndicatorValueRow, ReminderRow, StepRow
from models.reminders import Reminder, State
from models.store import Store
from tests.delivery.queued import put, to
from tests.models.measure_tables import (
    CAFE,
    CALL,
    DATE_CHANGES,
    DEPARTMENTS,
    INDICATORS,
    KNOWN,
    STEPS,
    imports,
    reading,
    table,
    whole,
)
from tests.models.measure_towns import TODAY, account, by


def stored(store: Store) -> dict[str, Measure]:
    with store.transaction() as session:
        return {measure.number: measure for measure in measures.load(session, TODAY)}


def kinds(made: UnitsReport) -> dict[str, str]:
    return {row.source_id: row.kind for row in made.rows}


def changed(made: UnitsReport) -> dict[str, tuple[str, ...]]:
    return {row.source_id: row.changed for row in made.rows if row.kind == "changed"}


def waiting(session: Session, measure: int) -> None:
    """A message that has not left yet reminds of a measure."""
    told = Reminder(measure, 0, "t-14", TODAY, 1, None, State.SENT, TODAY, delivery="reminder:7")
    reminders.record(session, [told])
    put(session, to(7, key="reminder:7"))


def test_measures_come_in_whole(store: Store) -> None:
    made = imports(store, whole())
    assert kinds(made) == {"SPR-01": "new", "F-01": "new"}
    assert (made.departments, made.groups) == (2, 1)
    cafe, call = stored(store)["SPR-01"], stored(store)["F-01"]
    assert (cafe.status, cafe.type, cafe.priority) == (Status.IN_REALISATION, "pilot", "high")
    assert (cafe.start, cafe.start_precision) == (date(2026, 1, 1), Precision.QUARTER)
    assert (cafe.end, cafe.end_precision) == (date(2026, 12, 31), Precision.QUARTER)
    assert (cafe.cost_plan, cafe.cost_actual, cafe.completion) == (12500, 1200.5, 40)
    assert (cafe.main_goal, cafe.goal) == ("Alle lernen Deutsch", "Wer neu ist, übt im Alltag")
    assert (cafe.responsible, cafe.visibility) == ("Volkshochschule", "public")
    assert [(x.name, x.due, x.done_on) for x in cafe.steps] == [
        ("Räume finden", date(2026, 3, 31), date(2026, 3, 20)),
        ("Ehrenamtliche schulen", date(2026, 12, 31), None),
    ]
    assert cafe.indicators[0].values == (
        Value(date(2026, 6, 30), 1),
        Value(date(2026, 9, 30), 2),
    )
    assert cafe.indicators[1].target == 1250.5
    assert (call.kind, call.statutory, call.due_time) == ("call", True, time(12))
    assert (call.end, call.end_precision) == (date(2026, 12, 1), Precision.DAY)
    assert cafe.known_since == TODAY


def test_importing_twice_changes_nothing(store: Store) -> None:
    imports(store, whole())
    before = stored(store)
    made = imports(store, whole())
    assert not made.anything
    assert kinds(made) == {"SPR-01": "unchanged", "F-01": "unchanged"}
    assert stored(store) == before


CHANGES: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"title": "Sprachcafés ausbauen"}, ("title",)),
    ({"kind": "Nachweis"}, ("kind",)),
    ({"field": "BIL"}, ("field",)),
    ({"goal": "Anders"}, ("goal",)),
    ({"main_goal": None, "goal": None}, ("main_goal", "goal")),
    ({"type": "Regelangebot öffnen"}, ("type",)),
    ({"priority": None}, ("priority",)),
    ({"status": "umgesetzt"}, ("status",)),
    ({"start": "März 2026"}, ("start",)),
    ({"start": "Januar 2026"}, ("start",)),
    ({"end": "2027"}, ("end",)),
    ({"end": "laufend"}, ("end", "running")),
    ({"statutory": "ja"}, ("statutory",)),
    ({"responsible": "Amt 50"}, ("responsible_unit",)),
    ({"cost_plan": 13000}, ("cost_plan",)),
    ({"cost_plan": None}, ("cost_plan",)),
    ({"decision_date": None}, ("decision_date",)),
    ({"visibility": None}, ("visibility",)),
    ({"completion": 50}, ("completion",)),
    ({"last_news": "15.11.2026"}, ("last_news",)),
]


@pytest.mark.parametrize(("change", "names"), CHANGES, ids=[str(change) for change, _ in CHANGES])
def test_exactly_what_changed_is_told_and_stored(
    store: Store, change: dict[str, Any], names: tuple[str, ...]
) -> None:
    imports(store, whole())
    call = stored(store)["F-01"]
    after = whole(CAFE | change, CALL)
    assert changed(imports(store, after)) == {"SPR-01": names}
    assert kinds(imports(store, after)) == {"SPR-01": "unchanged", "F-01": "unchanged"}
    assert stored(store)["F-01"] == call


def test_a_measure_keeps_its_id_when_it_changes(store: Store) -> None:
    imports(store, whole())
    before = stored(store)["SPR-01"].id
    imports(store, whole(CAFE | {"title": "Anders"}, CALL))
    assert stored(store)["SPR-01"].id == before


def test_a_column_that_the_table_does_not_have_stays_as_it_is(store: Store) -> None:
    imports(store, whole())
    short = {"number": "SPR-01", "title": "Anders", "field": "Sprache"}
    assert changed(imports(store, table(short))) == {"SPR-01": ("title",)}
    after = stored(store)["SPR-01"]
    assert (after.status, after.cost_plan, len(after.steps)) == (Status.IN_REALISATION, 12500, 2)


def test_a_moved_date_keeps_its_history(store: Store) -> None:
    imports(store, whole())
    later = CAFE | {"end": "2. Quartal 2027", "date_reason": "Der Raum fehlt."}
    imports(store, whole(later, CALL))
    imports(store, whole(later | {"end": "2027", "date_reason": None}, CALL))
    cafe = stored(store)["SPR-01"]
    assert cafe.version == 3
    with store.transaction() as session:
        *_, first, second = measures.date_changes(session, cafe.id)
    assert (first.old, first.new, first.reason) == (
        date(2026, 12, 31),
        date(2027, 6, 30),
        "Der Raum fehlt.",
    )
    assert (second.which, second.old, second.new_precision, second.reason) == (
        "end",
        first.new,
        Precision.YEAR,
        "import",
    )


def test_what_the_table_tells_of_moved_dates_is_added_once(store: Store) -> None:
    imports(store, whole())
    (last, earlier, moved), cafe = DATE_CHANGES, stored(store)["SPR-01"]
    with store.transaction() as session:
        first, of_step, second = measures.date_changes(session, cafe.id)
    assert (of_step.which, of_step.step, of_step.reason) == ("step", moved["step"], "staff")
    assert (first.which, first.old, first.new) == ("start", date(2025, 1, 1), date(2026, 1, 1))
    assert (first.reason, second.reason) == (earlier["reason"], last["reason"])
    assert (second.old, second.new_precision) == (date(2026, 6, 30), Precision.QUARTER)
    another = last | {"changed_on": "16.06.2026"}
    more = imports(store, table(CAFE, CALL, date_changes=(another, another)))
    assert changed(more) == {"SPR-01": ("date_changes",)}
    with store.transaction() as session:
        assert len(measures.date_changes(session, cafe.id)) == 4


def test_a_new_measure_and_other_changes_have_no_history_of_dates(store: Store) -> None:
    imports(store, table(CAFE, CALL))
    imports(store, table(CAFE | {"title": "Anders"}, CALL))
    cafe = stored(store)["SPR-01"]
    with store.transaction() as session:
        assert measures.date_changes(session, cafe.id) == ()
    assert (cafe.version, cafe.notes) == (1, ())


def test_a_changed_state_is_noted(store: Store) -> None:
    imports(store, whole())
    imports(store, whole(CAFE | {"status": "umgesetzt"}, CALL))
    (note,) = stored(store)["SPR-01"].notes
    assert (note.answer, note.status, note.account_id) == ("import", "realised", None)


def test_every_change_is_accounted_for(store: Store) -> None:
    imports(store, whole())
    imports(store, whole())
    imports(store, whole(CAFE))
    with store.transaction() as session:
        actions = list(session.scalars(select(AuditRow.action)))
    assert actions == ["measure.imported"] * 3


def test_what_vanished_becomes_inactive_and_comes_back(store: Store) -> None:
    imports(store, whole())
    before = stored(store)["F-01"]
    assert kinds(imports(store, whole(CAFE))) == {"SPR-01": "unchanged", "F-01": "vanished"}
    assert set(stored(store)) == {"SPR-01"}
    assert kinds(imports(store, whole(CAFE))) == {"SPR-01": "unchanged"}
    assert changed(imports(store, whole())) == {"F-01": ("active",)}
    assert stored(store)["F-01"] == before


def test_a_vanished_step_is_retired_and_comes_back_as_the_same(store: Store) -> None:
    imports(store, whole())
    before = stored(store)["SPR-01"].steps
    assert changed(imports(store, table(CAFE, CALL, steps=STEPS[1:]))) == {"SPR-01": ("steps",)}
    assert stored(store)["SPR-01"].steps == before[1:]
    with store.transaction() as session:
        assert len(session.scalars(select(StepRow.id)).all()) == 2
    imports(store, whole())
    assert stored(store)["SPR-01"].steps == before


def test_steps_take_the_tables_order(store: Store) -> None:
    imports(store, whole())
    first, second = stored(store)["SPR-01"].steps
    imports(store, table(CAFE, CALL, steps=STEPS[::-1]))
    assert stored(store)["SPR-01"].steps == (second, first)


def test_values_of_the_chat_outlive_an_import(store: Store) -> None:
    imports(store, whole())
    indicator = stored(store)["SPR-01"].indicators[0]
    with store.transaction() as session:
        changes.add_value(session, indicator.id, Value(TODAY, 3), by())
    assert not imports(store, whole()).anything
    corrected = ({"number": "SPR-01", "indicator": "Cafés", "day": "30.06.2026", "value": 7},)
    imports(store, table(CAFE, CALL, indicators=INDICATORS, values=corrected))
    assert [x.value for x in stored(store)["SPR-01"].indicators[0].values] == [7, 2, 3]


def test_a_vanished_indicator_keeps_its_values(store: Store) -> None:
    imports(store, whole())
    imports(store, table(CAFE, CALL, indicators=INDICATORS[1:]))
    assert [x.name for x in stored(store)["SPR-01"].indicators] == ["Gäste je Abend"]
    with store.transaction() as session:
        assert len(session.scalars(select(IndicatorValueRow.id)).all()) == 2


def test_an_assignment_of_the_chat_outlives_an_import(store: Store) -> None:
    imports(store, whole())
    cafe = stored(store)["SPR-01"]
    with store.transaction() as session:
        owner = account(session, "Frau Beispiel")
        changes.assign(session, cafe.id, owner, by())
    assert not imports(store, whole()).anything
    assert stored(store)["SPR-01"].responsible_id == owner
    imports(store, whole(CAFE | {"responsible": "Amt 50"}, CALL))
    assert stored(store)["SPR-01"].responsible_id is None


def test_news_never_grow_older(store: Store) -> None:
    imports(store, whole())
    with store.transaction() as session:
        changes.add_note(session, stored_id(store), "Läuft.", by())
    assert not imports(store, whole()).anything
    assert stored(store)["SPR-01"].last_news == TODAY


def stored_id(store: Store) -> int:
    return stored(store)["SPR-01"].id


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("vhs@example.org", "Volkshochschule"),
        ("VHS@example.org", "Volkshochschule"),
        ("person-7", "Volkshochschule"),
        ("Volkshochschule", "Volkshochschule"),
        ("Fachbereich Sprache <vhs@example.org>", "Fachbereich Sprache"),
        ("<person-7>", "Volkshochschule"),
    ],
)
def test_who_is_responsible_is_found_by_what_the_table_says(
    store: Store, written: str, unit: str
) -> None:
    with store.transaction() as session:
        vhs = account(session, "Volkshochschule", email="vhs@example.org", source_id="person-7")
        account(session, "Andere", email="andere@example.org")
    imports(store, table(CAFE | {"responsible": written}))
    cafe = stored(store)["SPR-01"]
    assert (cafe.responsible_id, cafe.responsible_unit) == (vhs, unit)


def test_two_of_the_same_name_are_not_mixed_up(store: Store) -> None:
    with store.transaction() as session:
        account(session, "Volkshochschule")
        account(session, "Volkshochschule")
    imports(store, table(CAFE))
    assert stored(store)["SPR-01"].responsible_id is None


def test_departments_are_found_by_code_and_name_and_keep_their_parents(store: Store) -> None:
    by_name = (CAFE | {"department": "Jugendamt"}, CALL | {"department": "D2"})
    imports(store, table(*by_name, departments=DEPARTMENTS))
    assert stored(store)["SPR-01"].department == "Jugendamt"
    assert stored(store)["F-01"].department == "Dezernat Soziales"
    assert not imports(store, table(*by_name)).anything
    renamed = (DEPARTMENTS[0], DEPARTMENTS[1] | {"name": "Amt für Jugend"})
    again = (CAFE | {"department": "51"}, CALL | {"department": "D2"})
    assert imports(store, table(*again, departments=renamed)).departments == 1
    assert stored(store)["SPR-01"].department == "Amt für Jugend"


def test_sources_leave_each_other_alone(store: Store) -> None:
    imports(store, table(CAFE), "one")
    assert kinds(imports(store, table(CAFE | {"title": "Anders"}), "two")) == {"SPR-01": "new"}
    assert kinds(imports(store, table(CAFE), "one")) == {"SPR-01": "unchanged"}


def test_checking_changes_nothing(store: Store) -> None:
    with store.transaction() as session:
        made = report(plan(session, reading(session, whole()), "table", by()))
    assert made.count("new") == 2
    assert stored(store) == {}


def test_one_bad_row_changes_nothing(store: Store) -> None:
    imports(store, whole())
    before = stored(store)
    bad = read_measures(whole(CAFE | {"title": "Neu"}, CALL | {"end": "bald"}), KNOWN)
    with store.transaction() as session, pytest.raises(ValueError, match="problems"):
        plan(session, bad, "table", by())
    assert stored(store) == before


def test_an_import_that_breaks_half_way_leaves_no_trace(store: Store) -> None:
    imports(store, whole())
    before = stored(store)

    def breaks() -> None:
        with store.transaction() as session:
            found = reading(session, whole(CAFE | {"title": "Neu"}))
            apply(session, plan(session, found, "table", by()), by())
            raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        breaks()
    assert stored(store) == before


def test_a_step_without_a_date_is_open(store: Store) -> None:
    imports(store, table(CAFE, steps=({"number": "SPR-01", "name": "Irgendwann", "due": "offen"},)))
    (step,) = stored(store)["SPR-01"].steps
    assert step == Step(step.id, "Irgendwann")


def test_a_moved_step_keeps_its_history_and_makes_void_what_was_planned(store: Store) -> None:
    imports(store, whole())
    before = stored(store)["SPR-01"]
    first, second = STEPS
    later = CAFE | {"date_reason": "Der Raum fehlt."}
    moved = ({**first, "begun": "ja"}, {**second, "due": "31.03.2027"})
    made = imports(store, table(later, CALL, steps=moved))
    assert changed(made) == {"SPR-01": ("steps",)}
    after = stored(store)["SPR-01"]
    assert after.version == before.version + 1
    with store.transaction() as session:
        *_, change = measures.date_changes(session, before.id)
    assert (change.which, change.step, change.old, change.new) == (
        "step",
        "Ehrenamtliche schulen",
        date(2026, 12, 31),
        date(2027, 3, 31),
    )
    assert (change.new_precision, change.reason) == (Precision.DAY, "Der Raum fehlt.")


def test_a_step_that_only_begins_moves_nothing(store: Store) -> None:
    imports(store, whole())
    before = stored(store)["SPR-01"]
    first, second = STEPS
    imports(store, table(CAFE, CALL, steps=(first, {**second, "begun": "ja", "comment": "Läuft."})))
    after = stored(store)["SPR-01"]
    assert (after.version, after.steps[1].begun, after.steps[1].comment) == (
        before.version,
        True,
        "Läuft.",
    )


def test_what_waits_to_remind_of_a_changed_measure_is_taken_back(store: Store) -> None:
    imports(store, whole())
    id = stored(store)["SPR-01"].id
    with store.transaction() as session:
        waiting(session, id)
    imports(store, whole(CAFE | {"end": "31.01.2027"}, CALL))
    with store.transaction() as session:
        assert reminder_queue.about(session, id) == []
        assert list(session.scalars(select(ReminderRow.id))) == []
