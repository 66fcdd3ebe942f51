"""Every change of a measure is noted, dated and accounted for."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.measures.light import Light, Reason
from analysis.measures.point import Precision, point_around
from analysis.measures.status import Status
from models import measure_changes as changes
from models import measures
from models.audit import AuditRow
from models.measure_changes import By, EndsTooEarly, NoReason
from models.measure_record import Measure, Value
from models.progress import IndicatorRow, StepRow
from models.store import Store
from tests.models.measure_towns import NOW, TODAY, account, by, measure

MARCH = point_around(date(2028, 3, 31), Precision.MONTH)


def found(session: Session, id: int) -> Measure:
    measure = measures.find(session, id, TODAY)
    assert measure is not None
    return measure


def audited(session: Session) -> list[tuple[int | None, str, int | None]]:
    row = AuditRow
    rows = session.execute(select(row.account_id, row.action, row.entity_id).order_by(row.id))
    return list(rows.all())


def test_a_state_comes_with_its_note(store: Store) -> None:
    with store.transaction() as session:
        me = account(session, "Ich")
        id = measure(session, "M1", last_news=None)
        changes.set_status(session, id, Status.REALISED, "Alles fertig.", by(me))
        after = found(session, id)
        assert (after.status, after.light, after.last_news) == (
            Status.REALISED,
            Light.DONE,
            TODAY,
        )
        (note,) = after.notes
        assert (note.at, note.account_id, note.answer) == (NOW, me, "status")
        assert (note.status, note.text) == ("realised", "Alles fertig.")
        assert audited(session) == [(me, "measure.status", id)]


def test_the_last_notes_come_with_a_measure_newest_first(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        other = measure(session, "M2")
        for number in range(7):
            changes.add_note(session, id, f"{number}", by())
        changes.add_note(session, other, "anderswo", by(), "on_track")
        assert [note.text for note in found(session, id).notes] == ["6", "5", "4", "3", "2"]
        assert len(measures.history(session, id)) == 7
        assert [note.answer for note in found(session, other).notes] == ["on_track"]


def test_a_moved_date_keeps_its_history(store: Store) -> None:
    with store.transaction() as session:
        me = account(session, "Ich")
        id = measure(session, "M1")
        changes.move_date(session, id, MARCH, " Der Raum fehlt. ", by(me))
        changes.move_date(session, id, None, "Läuft weiter.", by(me))
        after = found(session, id)
        assert (after.end, after.end_precision, after.version) == (None, Precision.OPEN, 3)
        first, second = measures.date_changes(session, id)
        assert (first.old, first.old_precision) == (date(2027, 6, 30), Precision.HALF_YEAR)
        assert (first.new, first.new_precision) == (date(2028, 3, 31), Precision.MONTH)
        assert (first.reason, first.which) == ("Der Raum fehlt.", "end")
        assert (second.old, second.new) == (first.new, None)
        assert [action for _, action, _ in audited(session)] == ["measure.date"] * 2


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_date_does_not_move_without_a_reason(store: Store, reason: str) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        before = found(session, id)
        with pytest.raises(NoReason):
            changes.move_date(session, id, MARCH, reason, by())
        assert (found(session, id), audited(session)) == (before, [])


def test_a_measure_does_not_end_before_it_begins(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        with pytest.raises(EndsTooEarly):
            changes.move_date(
                session, id, point_around(date(2025, 12, 31), Precision.DAY), "x", by()
            )
        assert found(session, id).version == 1


def test_an_override_needs_a_reason_and_can_be_taken_back(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        with pytest.raises(NoReason):
            changes.override_light(session, id, Light.RED, " ", by())
        changes.override_light(session, id, Light.RED, "Die Förderung wackelt.", by())
        assert found(session, id).verdict.reason is Reason.OVERRIDE
        assert found(session, id).light is Light.RED
        changes.override_light(session, id, None, "", by())
        assert found(session, id).light is Light.GREEN
        assert found(session, id).override_reason == ""


def test_somebody_else_can_become_responsible(store: Store) -> None:
    with store.transaction() as session:
        new = account(session, "Jobcenter")
        id = measure(session, "M1", responsible_unit="Amt 50")
        changes.assign(session, id, new, by())
        assert (found(session, id).responsible_id, found(session, id).responsible) == (
            new,
            "Jobcenter",
        )
        changes.assign(session, id, None, by())
        assert found(session, id).responsible == "Amt 50"


def test_danger_shows_in_the_light_until_it_is_over(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        changes.endanger(session, id, True, by())
        assert found(session, id).verdict.reason is Reason.ENDANGERED
        changes.endanger(session, id, False, by())
        assert found(session, id).light is Light.GREEN


def test_a_step_is_done_and_opened_again(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1", last_news=None)
        step = StepRow(measure_id=id, name="Raum finden")
        session.add(step)
        session.flush()
        changes.finish_step(session, step.id, TODAY, by())
        assert (found(session, id).steps[0].done_on, found(session, id).last_news) == (
            TODAY,
            TODAY,
        )
        changes.finish_step(session, step.id, None, by())
        assert found(session, id).steps[0].done_on is None


def test_an_indicators_value_of_a_day_is_the_last_one_said(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        row = IndicatorRow(measure_id=id, name="Teilnehmende")
        session.add(row)
        session.flush()
        for value in (12, 14.5):
            changes.add_value(session, row.id, Value(TODAY, value), by())
        assert found(session, id).indicators[0].values == (Value(TODAY, 14.5),)


NOBODYS: list[Callable[[Session, By], object]] = [
    lambda session, who: changes.set_status(session, 7, Status.IDEA, "", who),
    lambda session, who: changes.add_note(session, 7, "", who),
    lambda session, who: changes.move_date(session, 7, None, "x", who),
    lambda session, who: changes.assign(session, 7, None, who),
    lambda session, who: changes.finish_step(session, 7, TODAY, who),
    lambda session, who: changes.add_value(session, 7, Value(TODAY, 1), who),
]


@pytest.mark.parametrize("change", NOBODYS)
def test_what_is_not_there_cannot_be_changed(
    store: Store, change: Callable[[Session, By], object]
) -> None:
    with store.transaction() as session, pytest.raises(LookupError):
        change(session, by())
