"""Words are read over before others see them: one at a time, without anything of who wrote them."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from jobs import surveys as job
from models import contribution, free_text, response
from models.account import ACCOUNT
from models.audit import AuditRow
from models.base import Session, table
from models.contribution import Contribution, Kind
from models.exports.responses import dataset
from models.role import Role
from models.roles import Grant, give
from models.store import Store
from models.survey import View
from tests.handlers.talking import Somebody, Town
from tests.jobs.reminding import surroundings
from tests.models.surveying import SECRET, TODAY, Asking
from tests.people import BY_THE_TOWN

PHONE = "Ruft mich an: 0361 6551234, ich heiße Amal."
CALM = "Mehr Bänke im Park"


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


def answered(store: Store, *texts: str, language: str = "de") -> Asking:
    """A survey whose answers wait to be read, each by somebody of her own."""
    asking = Asking(store)
    for number, words in enumerate(texts):
        asking.submits(f"{language}{number}", texts={"/words": words}, language=language)
    with store.transaction() as session:
        job.run(session, asking.deed.at, surroundings(secret=SECRET))
    asking.closes()
    return asking


async def manager(town: Town) -> Somebody:
    return await town.somebody("leitung", Role.MANAGER)


async def words_of(town: Town, asking: Asking) -> list[str]:
    """Free words that left quarantine, as they are exported."""

    def exported(session: Session) -> list[str]:
        found = dataset(session, asking.id)
        assert found is not None
        return sorted(x.values["/words"] for x in found.responses if "/words" in x.values)

    return await town.ask(exported)


async def audited(town: Town) -> list[tuple[str, str, int | None]]:
    lines = select(table(AuditRow).c.action, table(AuditRow).c.entity, table(AuditRow).c.entity_id)
    found = await town.ask(lambda s: s.execute(lines).all())
    return [tuple(x) for x in found if "free_text" in x.action or "contribution" in x.action]


async def test_what_was_found_is_blacked_out_and_then_exported(there: Town) -> None:
    asking = answered(there.store, PHONE)
    one = await manager(there)
    assert "Was brauchen Sie? (1)" in str((await one.says("/review"), one.message))
    said = await one.presses("Was brauchen Sie?")
    assert "Was noch?" in said
    assert PHONE in said
    assert "Telefonnummer: 0361 6551234" in said
    assert "Noch zu prüfen: 1" in said
    assert await words_of(there, asking) == []
    assert "Gerade wartet kein Text" in await one.presses("Geschwärzt freigeben")
    (released,) = await words_of(there, asking)
    assert "6551234" not in released
    assert "Amal" not in released
    assert released.startswith("Ruft mich an: █")
    assert await audited(there) == [("free_text.released", "survey", asking.id)]


async def test_nothing_else_of_the_response_is_shown(there: Town) -> None:
    answered(there.store, CALM)
    one = await manager(there)
    await one.says("/review")
    said = await one.presses("Was brauchen Sie?")
    assert CALM in said
    assert not any(word in said for word in ("Wohnung", "home", "chat", "W48"))
    assert not one.sees("Geschwärzt")


async def test_later_comes_round_again_and_delete_asks_once(there: Town) -> None:
    asking = answered(there.store, "eins", "zwei", "drei")
    one = await manager(there)
    await one.says("/review")
    first = await one.presses("Was brauchen Sie?")
    seen = [first, await one.presses("Später"), await one.presses("Später")]
    assert len({word for word in ("eins", "zwei", "drei") for said in seen if word in said}) == 3
    assert await one.presses("Später") == first
    assert "Soll dieser Text gelöscht werden" in await one.presses("Löschen")
    assert "Noch zu prüfen: 2" in await one.presses("Löschen")
    await one.presses("Freigeben")
    await one.presses("Freigeben")
    assert len(await words_of(there, asking)) == 2
    assert await there.ask(lambda s: free_text.number(s, asking.id)) == 0


async def test_of_two_who_read_the_same_text_the_second_is_told(there: Town) -> None:
    asking = answered(there.store, CALM)
    one, other = await manager(there), await there.somebody("amt", Role.ADMINISTRATOR)
    for each in (one, other):
        await each.says("/review")
        await each.presses("Was brauchen Sie?")
    await one.presses("Freigeben")
    assert "schon jemand" in await other.presses("Freigeben")
    assert await words_of(there, asking) == [CALM]


async def test_who_is_asked_for_one_language_reads_only_that(there: Town) -> None:
    answered(there.store, *("مقاعد" for _ in range(5)), language="ar")
    one = await manager(there)
    account = await there.ask(lambda s: s.scalars(select(ACCOUNT.c.id)).one())
    await there.do(lambda s: give(s, BY_THE_TOWN, account, Grant(Role.MANAGER, language="uk")))
    assert "Gerade wartet kein Text" in await one.says("/review")
    await there.do(lambda s: give(s, BY_THE_TOWN, account, Grant(Role.MANAGER, language="ar")))
    await one.says("/review")
    assert one.sees("Was brauchen Sie? (5)")


async def test_ideas_are_read_by_view_and_found_by_kind_and_place(there: Town) -> None:
    for view, words in ((View.MIGRANTS, CALM), (View.NETWORK, "Mehr Personal")):
        told = Contribution(Kind.NEED, view, "de", words, district="Nord")
        await there.do(partial(contribution.contribute, rng=there.door.rng, told=told, today=TODAY))
    one = await manager(there)
    await one.says("/review")
    assert one.sees("Beiträge der Zugewanderten (1)")
    said = await one.presses("Beiträge des Netzwerks (1)")
    assert "Das brauchen wir: Etwas anderes (Nord)" in said
    assert CALM not in said
    await one.presses("Freigeben")
    member = await there.somebody("verein", Role.NETWORK)
    assert "noch nichts" in await member.says("/ideas")
    assert "Mehr Personal" in await member.presses("Beiträge des Netzwerks")
    await member.presses("Art")
    assert "noch nichts" in await member.presses("Das ist ein Problem")
    await member.presses("Art")
    assert "Mehr Personal" in await member.presses("Das brauchen wir")
    assert await audited(there) == [("contribution.released", "contribution", None)]


async def test_the_card_of_a_survey_leads_to_its_texts(there: Town) -> None:
    answered(there.store, CALM)
    one = await manager(there)
    await one.says("/allsurveys")
    await one.presses("Was brauchen Sie?")
    assert CALM in await one.presses("Texte prüfen (1)")


async def test_released_words_stay_with_a_response_that_is_written_anew(there: Town) -> None:
    asking = Asking(there.store)
    for number in range(5):
        asking.submits(str(number), texts={"/words": CALM})
    asking.mixes()
    one = await manager(there)
    await one.says("/review")
    await one.presses("Was brauchen Sie?")
    await one.presses("Freigeben")
    asking.days(1)
    for number in range(5, 10):
        asking.submits(str(number))
    asking.mixes()
    assert await words_of(there, asking) == [CALM]
    there.clock.later(timedelta(days=1))
    assert len(list(await there.ask(lambda s: list(response.read(s, asking.id))))) == 10
