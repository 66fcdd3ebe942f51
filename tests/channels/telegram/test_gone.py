"""Who blocks Lotse or deletes the account, and what Telegram refuses for good."""

import pytest
from sqlalchemy import text

from bot.channels import DeliveryError
from bot.channels.telegram import TelegramChannel
from bot.message import Line, Message, to_json
from models.inbox import Owed
from models.store import Store
from tests.channels.telegram.conftest import Start
from tests.channels.telegram.test_delivering import owed, refusals
from tests.standin import StandIn


@pytest.mark.parametrize("how", ["blocked", "deactivated", "chat not found"])
async def test_who_is_gone_is_marked_and_bothers_nobody(
    server: StandIn, start: Start, store: Store, how: str
) -> None:
    amal, omar = server.person(), server.person()
    if how == "deactivated":
        await amal.leaves()
    code = (400, "Bad Request: chat not found") if how == "chat not found" else (403, None)
    server.faults.on("sendMessage", when=lambda p: p["chat_id"] == amal.id).fails(*code)
    async with start() as channel:
        await amal.says("/help")
        await omar.says("/help")
        await omar.sees()
        await server.until(lambda: refusals(server))
    assert channel.counters.refused == 1
    with store.transaction() as session:
        gone = session.execute(text("SELECT address FROM person WHERE gone_on IS NOT NULL"))
        assert [row.address for row in gone] == [str(amal.id)]


async def test_a_message_that_telegram_will_never_take_is_given_up(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    server.faults.on("sendMessage").fails(400, "Bad Request: something about this message")
    async with start() as channel:
        await amal.says("/privacy")
        await server.until(lambda: refusals(server))
        await amal.says("/help")
        await amal.sees()
    assert channel.counters.refused == 1
    assert owed(store) == []


async def test_blocking_marks_her_gone_and_coming_back_takes_that_back(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    gone = text("SELECT count(*) FROM person WHERE gone_on IS NOT NULL")
    async with start():
        await amal.says("/help")
        await amal.sees()
        await amal.blocks()
        await server.until_polled()
    with store.transaction() as session:
        assert session.scalar(gone) == 1
    await amal.unblocks()
    async with start():
        await server.until_polled()
    with store.transaction() as session:
        assert session.scalar(gone) == 0


async def test_send_hands_over_one_message_or_says_why_not(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal = server.person()
    words = to_json(Message("de", "ltr", text=(Line("Erinnerung", "de"),)))
    await lotse.send(Owed(1, "telegram", str(amal.id), "", words))
    assert (await amal.sees()).text == "Erinnerung"

    server.faults.on("sendMessage").floods(7)
    with pytest.raises(DeliveryError) as flood:
        await lotse.send(Owed(1, "telegram", str(amal.id), "", words))
    assert (flood.value.permanent, flood.value.retry_after) == (False, 7)

    await amal.blocks()
    with pytest.raises(DeliveryError) as blocked:
        await lotse.send(Owed(1, "telegram", str(amal.id), "", words))
    assert (blocked.value.permanent, str(blocked.value)) == (True, "blocked")
