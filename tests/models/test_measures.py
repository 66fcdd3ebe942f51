"""Measures as they are asked for: whose they are, how they stand, and in which light."""

from datetime import date

from analysis.measures.light import Light, Reason
from analysis.measures.point import Precision
from analysis.measures.status import Status
from models import measures
from models.goal import GoalRow
from models.measure_record import Indicator, Step, Value
from models.progress import IndicatorRow, IndicatorValueRow, StepRow
from models.store import Store
from tests.models.measure_towns import TODAY, absent, account, measure


def test_a_measure_comes_with_all_that_belongs_to_it(store: Store) -> None:
    with store.transaction() as session:
        owner = account(session, "Amt für Soziales")
        deputy = account(session, "Integrationsbüro")
        main = GoalRow(field="SPR", level="main", title="Alle lernen Deutsch")
        session.add(main)
        session.flush()
        goal = GoalRow(field="SPR", level="goal", title="Kurse für Frauen", parent_id=main.id)
        session.add(goal)
        session.flush()
        id = measure(session, "M1", responsible_id=owner, deputy_id=deputy, goal_id=goal.id)
        session.add(StepRow(measure_id=id, position=1, name="zweitens"))
        session.add(StepRow(measure_id=id, position=0, name="erstens", done_on=TODAY))
        session.add(StepRow(measure_id=id, position=-1, name="gestrichen"))
        row = IndicatorRow(measure_id=id, name="Teilnehmende", target=30)
        session.add(row)
        session.flush()
        for day, value in ((date(2026, 9, 1), 12.5), (date(2026, 6, 1), 4)):
            session.add(IndicatorValueRow(indicator_id=row.id, day=day, value=value))
    with store.transaction() as session:
        found = measures.find(session, id, TODAY)
    assert found is not None
    assert (found.responsible, found.deputy) == ("Amt für Soziales", "Integrationsbüro")
    assert (found.main_goal, found.goal) == ("Alle lernen Deutsch", "Kurse für Frauen")
    assert (found.status, found.end_precision) == (Status.IN_REALISATION, Precision.HALF_YEAR)
    first, second = found.steps
    assert (first, second.name) == (Step(2, "erstens", done_on=TODAY), "zweitens")
    values = (Value(date(2026, 6, 1), 4), Value(date(2026, 9, 1), 12.5))
    assert found.indicators == (Indicator(1, "Teilnehmende", target=30, values=values),)


def test_a_measure_without_anything_has_empty_names(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1", responsible_unit="Amt 50", start=None, end=None)
        found = measures.find(session, id, TODAY)
    assert found is not None
    assert (found.responsible, found.deputy, found.department) == ("Amt 50", "", "")
    assert (found.main_goal, found.goal, found.begins, found.ends) == ("", "", None, None)


def test_a_period_is_given_as_its_points(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        found = measures.find(session, id, TODAY)
    assert found is not None
    assert found.begins is not None
    assert found.ends is not None
    assert (found.begins.first, found.ends.first) == (date(2026, 1, 1), date(2027, 1, 1))


def test_measures_come_by_number_and_without_those_that_vanished(store: Store) -> None:
    with store.transaction() as session:
        for number in ("M2", "M1", "M3"):
            measure(session, number, active=number != "M3")
        assert [x.number for x in measures.load(session, TODAY)] == ["M1", "M2"]


def test_the_light_is_that_of_the_day(store: Store) -> None:
    with store.transaction() as session:
        measure(session, "M1", end=date(2026, 11, 30), end_precision="day")
        (green,) = measures.load(session, date(2026, 11, 30))
        (red,) = measures.load(session, date(2026, 12, 1))
    assert (green.light, red.light, red.verdict.reason) == (
        Light.GREEN,
        Light.RED,
        Reason.END_PASSED,
    )


def test_a_late_step_shows_in_the_light_until_it_is_done(store: Store) -> None:
    with store.transaction() as session:
        id = measure(session, "M1")
        step = StepRow(measure_id=id, name="Raum finden", due=date(2026, 11, 1))
        session.add(step)
        session.flush()
        assert measures.load(session, TODAY)[0].verdict.reason is Reason.STEP_LATE
        step.done_on = date(2026, 11, 5)
        session.flush()
        assert measures.load(session, TODAY)[0].light is Light.GREEN


def test_what_starts_in_a_quarter_is_late_only_after_it(store: Store) -> None:
    planned = {"start": date(2026, 10, 1), "start_precision": "quarter"}
    with store.transaction() as session:
        measure(session, "M1", status="decided", **planned)
        for day, reason in (
            (date(2026, 12, 31), Reason.NOT_BEGUN),
            (date(2027, 1, 1), Reason.START_LATE),
            (date(2027, 2, 1), Reason.START_VERY_LATE),
        ):
            assert measures.load(session, day)[0].verdict.reason is reason


def test_mine_is_what_i_am_responsible_for(store: Store) -> None:
    with store.transaction() as session:
        me, other = account(session, "Ich"), account(session, "Andere")
        measure(session, "M1", responsible_id=me)
        measure(session, "M2", responsible_id=other)
        measure(session, "M3")
        measure(session, "M4", responsible_id=me, active=False)
        assert [x.number for x in measures.mine(session, me, TODAY)] == ["M1"]


def test_a_deputy_stands_in_only_on_the_days_of_an_absence(store: Store) -> None:
    with store.transaction() as session:
        deputy = account(session, "Vertretung")
        owner = account(session, "Verantwortliche", deputy_id=deputy)
        id = measure(session, "M1", responsible_id=owner)
        absent(session, owner, date(2026, 11, 20), date(2026, 11, 27))
        for day, whose in ((19, owner), (20, deputy), (27, deputy), (28, owner)):
            today = date(2026, 11, day)
            assert measures.asked(session, id, today) == whose
            assert len(measures.mine(session, deputy, today)) == (whose == deputy)
            assert len(measures.mine(session, owner, today)) == 1


def test_a_measures_own_deputy_comes_before_the_accounts(store: Store) -> None:
    with store.transaction() as session:
        hers, its = account(session, "Ihre"), account(session, "Seine")
        owner = account(session, "Verantwortliche", deputy_id=hers)
        id = measure(session, "M1", responsible_id=owner, deputy_id=its)
        absent(session, owner, TODAY, TODAY)
        assert measures.asked(session, id, TODAY) == its == measures.deputy_of(session, id)
        assert measures.mine(session, hers, TODAY) == ()


def test_without_a_deputy_the_absent_is_asked_all_the_same(store: Store) -> None:
    with store.transaction() as session:
        owner = account(session, "Verantwortliche")
        id = measure(session, "M1", responsible_id=owner)
        absent(session, owner, TODAY, TODAY)
        assert measures.asked(session, id, TODAY) == owner
        assert measures.asked(session, measure(session, "M2"), TODAY) is None


def test_fields_and_states_are_counted_without_obligations(store: Store) -> None:
    with store.transaction() as session:
        measure(session, "M1")
        measure(session, "M2")
        measure(session, "M3", status="idea", field="BIL")
        measure(session, "M4", kind="decision")
        measure(session, "M5", active=False)
        assert measures.by_field_and_state(session) == {
            ("SPR", Status.IN_REALISATION): 2,
            ("BIL", Status.IDEA): 1,
        }
