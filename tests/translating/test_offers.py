"""Offers get what they lack from a machine; what a human wrote or has read is never touched."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.libre_translate import LibreTranslate
from bot.offer_translating import ENOUGH, Filling, by_offer
from models import offer_reviewing, offer_translating
from models.base import Session
from models.imports.offers import OffersReport, apply, plan
from models.imports.reading import Reading
from models.offer import Offer
from models.offers import load, revision
from models.store import Store
from models.translation import TranslationRow
from models.translator import Why
from tests.databases import BOTH
from tests.models.offer_tables import CAFE, COURSE, TODAY, reading
from tests.translating.machine import Machine, said

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
async def translator(machine: Machine) -> AsyncIterator[LibreTranslate]:
    """As patient as an import is."""
    one = LibreTranslate(machine.url, patience=60)
    yield one
    await one.close()


@pytest.fixture
async def session(store: Store) -> AsyncIterator[Session]:
    """With a course that has an Arabic title of its own, and a café that has none."""
    imports(store, reading())
    with Session(store.engine) as one:
        yield one


def imports(store: Store, what: Reading) -> OffersReport:
    with store.transaction() as session:
        return apply(session, plan(session, what, "table"))


async def fill(session: Session, translator: LibreTranslate, *languages: str) -> Filling:
    with session.begin():
        gaps = list(offer_translating.gaps(session, languages, TODAY))
    filling = Filling(session, translator)
    for theirs in by_offer(gaps):
        await filling.fill(theirs)
    return filling


def offers(session: Session) -> dict[str, Offer]:
    with session.begin():
        return {offer.source_id: offer for offer in load(session, TODAY)}


def statuses(session: Session) -> dict[tuple[str, str], str]:
    """By field and language, of the course."""
    with session.begin():
        row = TranslationRow
        course = {x.source_id: x.id for x in load(session, TODAY)}["kurs"]
        query = select(row.field, row.language, row.status).where(
            row.entity == "service", row.entity_id == course
        )
        return {(field, language): status for field, language, status in session.execute(query)}


async def test_what_is_missing_is_made_and_says_so(
    session: Session, translator: LibreTranslate
) -> None:
    before = revision(session)
    session.rollback()
    done = await fill(session, translator, "ar", "uk")
    assert (done.failed, done.untried) == ([], 0)
    course = offers(session)["kurs"]
    assert course.texts["ar"]["title"] == COURSE["title::ar"]
    assert course.texts["uk"]["title"] == f"[uk] {COURSE['title::de']}"
    assert course.texts["uk"]["documents"] == "[uk] Ausweis; [uk] Zeugnis"
    assert course.machine_translated == ("ar", "uk")
    assert statuses(session)["name", "ar"] == "human"
    assert statuses(session)["name", "uk"] == "made"
    assert revision(session) > before


async def test_nothing_is_asked_for_twice(
    session: Session, translator: LibreTranslate, machine: Machine
) -> None:
    await fill(session, translator, "uk")
    asked = len(machine.asked)
    assert (await fill(session, translator, "uk")).kept == 0
    assert len(machine.asked) == asked


async def test_it_outlives_the_next_import_of_a_source_that_does_not_know_it(
    store: Store, session: Session, translator: LibreTranslate
) -> None:
    await fill(session, translator, "ar", "uk")
    made = imports(store, reading())
    assert {row.kind for row in made.rows} == {"unchanged"}
    changed = imports(store, reading(COURSE | {"phone": "0361 999"}, CAFE))
    assert [row.changed for row in changed.rows if row.kind == "changed"] == [("phones",)]
    assert statuses(session)["name", "ar"] == "human"
    assert statuses(session)["name", "uk"] == "made"
    own = COURSE | {"title::uk": "Німецька ввечері"}
    imports(store, reading(own, CAFE))
    assert statuses(session)["name", "uk"] == "human"
    assert offers(session)["kurs"].machine_translated == ("ar", "uk")  # its other texts


async def test_when_the_german_text_changes_a_machine_makes_it_anew_a_human_is_shown_it(
    store: Store, session: Session, translator: LibreTranslate
) -> None:
    await fill(session, translator, "ar", "uk")
    with session.begin():
        offer_reviewing.reviewed(session, NOW, "uk")
    german = COURSE | {"title::de": "Deutsch am Morgen", "documents::de": "Pass"}
    imports(store, reading(german, CAFE))
    behind = offers(session)["kurs"].outdated
    assert {"title::ar", "title::uk", "documents::ar", "documents::uk"} <= set(behind)
    await fill(session, translator, "ar", "uk")
    course = offers(session)["kurs"]
    assert set(course.outdated) == {"title::ar", "title::uk", "documents::uk"}
    assert course.texts["ar"]["documents"] == "[ar] Pass"


async def test_what_somebody_has_read_is_a_humans_and_stays_it(
    store: Store, session: Session, translator: LibreTranslate
) -> None:
    await fill(session, translator, "uk")
    with session.begin():
        names = offer_reviewing.numbers(session, ["kurs", "nothing"])
        assert set(names) == {"kurs"}
        unread = offer_reviewing.unread(session, "uk", names["kurs"])
        assert offer_reviewing.reviewed(session, NOW, "uk", names["kurs"]) == len(unread) > 0
        assert offer_reviewing.reviewed(session, NOW, "uk", names["kurs"]) == 0
    assert offers(session)["kurs"].machine_translated == ()
    assert offers(session)["cafe"].machine_translated == ("uk",)
    assert {row.kind for row in imports(store, reading()).rows} == {"unchanged"}
    assert statuses(session)["name", "uk"] == "reviewed"


async def test_a_number_that_does_not_come_back_is_refused_and_the_rest_is_kept(
    store: Store, session: Session, translator: LibreTranslate, machine: Machine
) -> None:
    german = COURSE | {"short_answer::de": "Rufen Sie 0361 655 an.", "title::ar": ""}
    imports(store, reading(german, CAFE))
    machine.answers = lambda: said("дзвоніть")
    done = await fill(session, translator, "uk")
    refused = {(gap.source_id, gap.field): why for gap, why in done.failed}
    assert refused["kurs", "short_answer"] is Why.UNFAITHFUL
    course = offers(session)["kurs"]
    assert course.texts["uk"]["title"] == "дзвоніть"
    assert "short_answer" not in course.texts["uk"]


@pytest.mark.parametrize("made", ["", "Ich bin nur ein Sprachmodell und kann das nicht."])
async def test_what_is_still_german_is_refused(
    session: Session, translator: LibreTranslate, machine: Machine, made: str
) -> None:
    german = "In diesem Kurs lernen Sie jede Woche abends Deutsch."
    machine.answers = lambda: said(made or german)
    gap = offer_translating.Gap(1, "kurs", "uk", "description", german)
    filling = Filling(session, translator)
    await filling.fill([gap])
    assert [why for _, why in filling.failed] == [Why.ANOTHER_LANGUAGE]


async def test_a_machine_that_is_out_of_order_is_left_alone(
    session: Session, translator: LibreTranslate, machine: Machine
) -> None:
    machine.answers = lambda: web.Response(status=500)
    done = await fill(session, translator, "uk", "fr", "tr", "ru")
    assert (done.kept, {why for _, why in done.failed}) == (0, {Why.REFUSED})
    assert ENOUGH <= len(machine.asked) < ENOUGH + 4
    assert done.untried > 0


async def test_what_changed_meanwhile_is_not_overwritten(
    store: Store, session: Session, translator: LibreTranslate
) -> None:
    with session.begin():
        gaps = list(offer_translating.gaps(session, ["uk"], TODAY))
    imports(store, reading(COURSE | {"title::uk": "Німецька"}, CAFE | {"title::de": "Neu"}))
    filling = Filling(session, translator)
    for theirs in by_offer(gaps):
        await filling.fill(theirs)
    assert offers(session)["kurs"].texts["uk"]["title"] == "Німецька"
    assert "title" not in offers(session)["cafe"].texts.get("uk", {})
