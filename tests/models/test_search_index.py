"""The search index follows the database, and looks at nothing that did not change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from models import offer_reviews, search_index
from models.asked_town import AskedTown
from models.offer_revision import changed
from models.offer_rules import OfferRules
from models.roles import Deed
from models.search_index import Stand, follow
from models.service import ServiceRow
from models.store import Store
from search.engine import TextIndex
from search.parts import CONCEPTS, Parts

TODAY = date(2026, 11, 22)
PARTS = Parts(lambda document: dict.fromkeys(document.topics, 1.0), "words")


class Counting(TextIndex):
    """Knows what was put."""

    def put(self, key: int, language: str, *rest: object) -> None:
        self.keys = [*getattr(self, "keys", []), key]
        super().put(key, language, *rest)  # type: ignore[arg-type]


def test_an_offer_that_is_still_right_is_not_indexed_again(town: Store) -> None:
    index = Counting()
    with town.transaction() as session:
        follow(session, index, PARTS, TODAY)
        first = len(index.keys)
        deed = Deed(datetime(2026, 11, 22, 12, tzinfo=UTC))
        assert offer_reviews.confirm(session, deed, 1, OfferRules())
        follow(session, index, PARTS, TODAY)
        assert len(index.keys) == first
        assert index.revision == str(search_index.stand(session, PARTS, TODAY))


def test_only_what_changed_is_indexed_again(town: Store) -> None:
    index = Counting()
    with town.transaction() as session:
        follow(session, index, PARTS, TODAY)
        index.keys = []
        session.execute(update(ServiceRow).where(ServiceRow.id == 1).values(name="Fahrradküche"))
        session.execute(update(ServiceRow).where(ServiceRow.id == 2).values(status="inactive"))
        changed(session, [1, 2])
        follow(session, index, PARTS, TODAY)
    assert set(index.keys) == {1}
    assert index.frequency("de", "stems", "fahrradkuch") == 1
    assert not index.held("de", [2])
    assert not index.held(CONCEPTS, [2])


def test_what_is_over_goes_with_the_day(town: Store) -> None:
    index = Counting()
    with town.transaction() as session:
        session.execute(update(ServiceRow).where(ServiceRow.id == 3).values(valid_until=TODAY))
        follow(session, index, PARTS, TODAY)
        assert index.held("de", [3])
        index.keys = []
        follow(session, index, PARTS, TODAY + timedelta(days=1))
    assert not index.held("de", [3])
    assert index.keys == []


@pytest.mark.parametrize("text", ["", "half done", "a 1", "a x 2026-11-22", "a 1 yesterday"])
def test_what_no_index_remembers_is_no_stand(text: str) -> None:
    assert Stand.read(text) is None


def test_other_words_another_database_and_an_older_copy_lead_nowhere() -> None:
    stand = Stand("a", 5, TODAY)
    assert Stand.read(str(stand)) == stand
    assert stand.leads_to(Stand("a", 6, TODAY + timedelta(days=1)))
    assert not stand.leads_to(Stand("b", 6, TODAY))
    assert not stand.leads_to(Stand("a", 4, TODAY))
    assert not stand.leads_to(Stand("a", 5, TODAY - timedelta(days=1)))


def test_a_town_is_asked_without_being_read(town: Store) -> None:
    from tests.indexed import answering

    with town.transaction() as session:
        asked = AskedTown.of(session, answering(), TODAY)
        found = asked.ask("Wo kann ich Deutsch lernen?", "de", 3)
        assert found.found
        assert list(asked.offers([found.hits[0].key, 10_000])) == [found.hits[0].key]
