"""A mailbox that is no more: nothing is written to it, until somebody answers from there."""

from random import Random

from sqlalchemy import func, select

from bot.conversation import Conversation
from bot.deliveries import mark_gone
from models import mailbox, reaching
from models.account import ACCOUNT
from models.base import Session
from models.person import TABLE as PERSON
from models.store import Store
from tests.channels.mail.house import HER, House, account_with, newcomer_with
from tests.talking import BERLIN, town_named

ANY = {"mail"}


async def refused(house: House, address: str = HER) -> None:
    """Its server says that there is no such mailbox."""
    door = Conversation(house.store, house.catalogue, town_named(), BERLIN, Random(0))
    await mark_gone(door, "mail", address)


async def ways(store: Store, account: int) -> list[str]:
    def found(session: Session) -> list[str]:
        way = reaching.way_to(session, account, ANY)
        return [way.address] if way else []

    return await store.read(found)


async def test_a_mailbox_that_nobody_ever_answered_from_is_given_up_too(house: House) -> None:
    account = account_with(house.store)
    assert await ways(house.store, account) == [HER]
    await refused(house, HER.upper())
    assert await ways(house.store, account) == []


async def test_a_link_that_is_followed_from_there_opens_it_again(house: House) -> None:
    account = account_with(house.store)
    await refused(house)
    with house.store.transaction() as session:
        found = mailbox.of_address(session, HER)
        assert found is not None
        mailbox.enter(session, found, "de", house.clock().date())
    assert await ways(house.store, account) == [HER]


async def test_with_another_address_she_is_reached(house: House) -> None:
    account = account_with(house.store)
    await refused(house)
    with house.store.transaction() as session:
        session.execute(ACCOUNT.update().values(email="neu@stadt.example"))
    assert await ways(house.store, account) == ["neu@stadt.example"]


async def test_who_has_no_task_has_left(house: House) -> None:
    newcomer_with(house.store)
    await refused(house)
    gone = select(PERSON.c.gone_on).where(PERSON.c.address == HER)
    assert await house.store.read(lambda session: session.scalar(gone)) is not None


async def test_of_an_address_that_is_nobodys_nothing_is_kept(house: House) -> None:
    await refused(house, "niemand@stadt.example")
    people = select(func.count()).select_from(PERSON)
    assert await house.store.read(lambda session: session.scalar(people)) == 0
