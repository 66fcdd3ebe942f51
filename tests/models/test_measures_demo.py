"""The demo town's measures show everything that a town may meet."""

from collections import Counter
from datetime import date, time

from analysis.measures.light import Light, Reason
from analysis.measures.point import Precision
from analysis.measures.status import Status
from models import measures
from models.measure_record import Measure
from models.measure_smart import is_checked, missing
from models.offers import fields_of_action
from models.store import Store

TODAY = date(2026, 11, 20)


def demo(town: Store) -> tuple[Measure, ...]:
    with town.transaction() as session:
        return measures.load(session, TODAY)


def test_thirty_measures_in_nine_fields_and_each_kind_of_obligation(town: Store) -> None:
    found = demo(town)
    assert Counter(x.kind for x in found) == {
        "measure": 30,
        "decision": 1,
        "evidence": 1,
        "call": 1,
    }
    with town.transaction() as session:
        codes = {field.code for field in fields_of_action(session)}
    assert {x.field for x in found if x.kind == "measure"} == codes
    assert len(codes) == 9


def test_periods_of_every_precision_and_some_that_run_on(town: Store) -> None:
    found = demo(town)
    assert {x.start_precision for x in found} == set(Precision)
    assert {x.end_precision for x in found} == set(Precision)
    assert sum(x.running for x in found) > 2


def test_lights_of_every_colour_for_many_reasons(town: Store) -> None:
    found = demo(town)
    assert {x.light for x in found} == set(Light)
    assert {x.verdict.reason for x in found} >= {
        Reason.END_PASSED,
        Reason.ENDANGERED,
        Reason.STEP_SOON,
        Reason.NEWS_LATE,
        Reason.NO_NEWS,
        Reason.START_VERY_LATE,
        Reason.OVERRIDE,
    }
    assert Status.IN_REALISATION_BEFORE_DECISION in {x.status for x in found}


def test_a_call_closes_at_an_hour_and_the_evidence_is_statutory(town: Store) -> None:
    by_kind = {x.kind: x for x in demo(town)}
    call = by_kind["call"]
    assert (call.end, call.due_time, call.statutory) == (date(2026, 12, 1), time(12), True)
    assert by_kind["evidence"].statutory
    assert by_kind["decision"].end == date(2026, 12, 16)


def test_delays_have_a_history_that_ends_at_todays_dates(town: Store) -> None:
    with town.transaction() as session:
        history = measures.all_date_changes(session)
    found = {x.id: x for x in demo(town)}
    for id, changes in history.items():
        last = changes[-1]
        assert last.new == (found[id].end if last.which == "end" else found[id].start)
        assert all(change.reason for change in changes)
    assert len(history) == 8


def test_somebody_is_responsible_for_everything(town: Store) -> None:
    assert [x.number for x in demo(town) if not x.responsible] == []


def test_most_measures_are_smart(town: Store) -> None:
    lacking = {x.number: missing(x) for x in demo(town) if is_checked(x)}
    assert sum(not lack for lack in lacking.values()) > len(lacking) / 2
    assert len(lacking["PAR-03"]) == 6
