"""Saved exports of Integreat, case by case, and what they are made of."""

from datetime import date, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from analysis.hours.schedule import Schedule
from models.imports.integreat import read_integreat
from models.imports.integreat.node import Node
from models.imports.integreat.opening import opening_of
from models.imports.integreat.places import place_of
from models.imports.integreat.rules import NoRule, rule_of
from models.imports.integreat.topics import Sorter
from models.imports.offers import apply, plan, report
from models.imports.reading import Reading
from models.lexicon import load_topics
from models.store import Store
from search.document import Topic
from tests.models.integreat_showing import shown

CASES = Path(__file__).parent / "cases" / "integreat"
BERLIN = ZoneInfo("Europe/Berlin")
HALF_EIGHT_TILL_NOON = {"timeSlots": [{"start": "07:30", "end": "12:00"}], "closed": False}


@cache
def sorter() -> Sorter:
    return Sorter(topics())


@cache
def topics() -> tuple[Topic, ...]:
    return load_topics()


@cache
def read(case: str, *languages: str) -> Reading:
    return read_integreat(CASES / case, topics(), BERLIN, languages)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_each_case_reads_as_its_report_says(case: str) -> None:
    assert shown(read(case)) == (CASES / case / "report.txt").read_text("utf-8")


def test_only_the_languages_asked_for_are_read_and_german() -> None:
    spoken = {language for offer in read("region", "ar").offers for language in offer.texts}

    assert spoken == {"de", "ar"}


def test_an_import_is_stored_and_found_unchanged_by_the_next(store: Store) -> None:
    for case in ("region", "gaps", "recurring", "paths"):
        with store.transaction() as session:
            made = apply(session, plan(session, read(case), case))
            again = report(plan(session, read(case), case))
        assert {row.kind for row in made.rows} == {"new"}
        assert [row for row in again.rows if row.kind != "unchanged"] == []


def test_a_translation_older_than_the_german_text_is_stored_as_outdated(store: Store) -> None:
    with store.transaction() as session:
        apply(session, plan(session, read("region"), "integreat"))
        offers = {
            x.offer.source_id: x.offer for x in plan(session, read("region"), "integreat").changes
        }

    assert offers["kontakt"].outdated == ("description::en", "title::en")
    assert offers["willkommen.deutsch-lernen"].outdated == ()


def test_the_next_date_of_a_recurring_event_changes_nothing() -> None:
    def renamed(reading: Reading) -> list[tuple[str, tuple[Schedule, ...]]]:
        return [(offer.texts["de"]["page"], offer.schedules) for offer in reading.offers]

    chor = next(iter(renamed(read("recurring"))))

    assert chor[0].endswith("/events/chor/")
    assert chor[1][0].dtstart == date(2026, 10, 6)


def test_no_hours_are_not_known_and_not_closed() -> None:
    assert opening_of(()).schedules == ()
    assert opening_of(()).remark == ""


def test_hours_of_a_day_are_those_of_that_day() -> None:
    week = tuple(map(Node, [{"closed": True}] * 6 + [HALF_EIGHT_TILL_NOON]))

    assert opening_of(week).schedules == (Schedule("SU", time(7, 30), time(12)),)


def test_a_span_of_no_length_cannot_be_read() -> None:
    slot = {"timeSlots": [{"start": "09:00", "end": "09:00"}]}

    assert opening_of(tuple(map(Node, [slot] * 7))).remark == "integreat_hours"


def test_a_rule_begins_on_the_day_of_the_town() -> None:
    late = rule_of("DTSTART:20260701T223000\nRRULE:FREQ=WEEKLY", BERLIN)

    assert late["dtstart"] == date(2026, 7, 2)
    assert late["byday"] == "TH"


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "RRULE:FREQ=WEEKLY",
        "DTSTART:20260701T223000",
        "DTSTART:20260701T223000\nRRULE:FREQ=HOURLY",
        "DTSTART:20260701T223000\nRRULE:FREQ=WEEKLY;BYDAY=XX",
        "DTSTART:20260701T223000\nRRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO",
        "DTSTART:20260701T223000\nRRULE:FREQ=WEEKLY;UNTIL=morgen",
        "DTSTART:20261399T223000\nRRULE:FREQ=WEEKLY",
        "DTSTART:20260701T223000\nRRULE:FREQ=WEEKLY;COUNT=viele",
        "DTSTART:20260701T223000\nRRULE:FREQ",
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(rule: str) -> None:
    with pytest.raises(NoRule):
        rule_of(rule, BERLIN)


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (("Kindergeld und Elterngeld",), ("child_benefit",)),
        (("Angebot und Anmeldung",), ()),
        (("Adressen", "Schwangerschaft"), ("pregnancy",)),
        (("Deutschkurse", "Gesundheit"), ("german_course",)),
    ],
)
def test_a_topic_is_named_only_where_a_title_is_sure(
    titles: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    assert sorter().topics_of(*titles) == codes


def test_a_place_of_which_nothing_is_known_is_none() -> None:
    assert place_of(Node({"id": 4, "name": None, "country": "Deutschland"})) is None
    assert place_of(Node({"id": 4, "name": "Rathaus"})) is not None
