"""What is sent unasked over Telegram: every answer of its server has its consequence."""

import asyncio
import logging
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from bot.background import Stop
from bot.message import Attachment, Key, Line, Message, to_json
from models import delivery
from models.delivery import Kind, State
from models.store import Store
from tests.delivery.delivering import QUICK, bulk, delivering, finished, retried, with_gone
from tests.delivery.queued import put, row_of, said, to
from tests.standin import StandIn
from tests.standin.refusal import Refusal


@pytest.fixture
async def server() -> AsyncIterator[StandIn]:
    async with StandIn() as running:
        yield running


async def deliver(store: Store, server: StandIn, gone: list[tuple[str, str]] | None = None) -> None:
    """Until every row has come to its end."""
    stop = Stop()
    options = with_gone(QUICK, [] if gone is None else gone)
    async with delivering(store, {"telegram": bulk(server, stop)}, stop, options):
        await finished(store)
    assert server.violations == []


async def test_it_arrives_with_its_buttons_in_the_persons_direction(
    store: Store, server: StandIn
) -> None:
    amal = server.person()
    keys = ((Key("تم", data="done:1"), Key("الموقع", href="https://example.org")),)
    message = Message("ar", "rtl", text=(Line("اختبار <b>", "ar"),), keys=keys)
    with store.transaction() as session:
        put(session, to(amal.id, message=to_json(message)))
    await deliver(store, server)
    seen = await amal.sees()
    assert "اختبار <b>" in seen.text
    assert seen.labels == ["تم", "الموقع"]
    with store.transaction() as session:
        row = row_of(session, amal.id)
    assert (row.state, row.parts_sent, row.attempts, row.address) == (State.SENT, 1, 1, "")


async def test_a_long_message_comes_in_parts_a_second_apart_after_a_burst(
    store: Store, server: StandIn
) -> None:
    amal = server.person()
    with store.transaction() as session:
        put(session, to(amal.id, message=said(*(letter * 2500 for letter in "abcdef"))))
    await deliver(store, server)
    assert [seen.text[-1] for seen in await amal.sees(6)] == list("abcdef")
    first, *_, last = server.calls.answered("sendMessage")
    assert last.at - first.at >= 1.0
    with store.transaction() as session:
        assert row_of(session, amal.id).parts_sent == 6


async def test_a_part_that_arrived_is_never_sent_again(store: Store, server: StandIn) -> None:
    amal = server.person()
    fault = server.faults.on("sendMessage", when=lambda given: "b" in given["text"], times=2)
    fault.fails(500)
    with store.transaction() as session:
        put(session, to(amal.id, message=said("a" * 2500, "b" * 2500)))
    await deliver(store, server)
    texts = [call.params["text"][-1] for call in server.calls.of("sendMessage")]
    assert texts == ["a", "b", "b", "b"]


async def test_a_file_goes_along(store: Store, server: StandIn) -> None:
    amal = server.person()
    calendar = Attachment("frist.ics", "text/calendar", "QkVHSU4=")
    message = Message("de", "ltr", text=(Line("Frist", "de"),), files=(calendar,))
    with store.transaction() as session:
        put(session, to(amal.id, message=to_json(message)))
    await deliver(store, server)
    _, document = await amal.sees(2)
    assert document.file is not None
    assert (document.file.name, document.file.data) == ("frist.ics", b"BEGIN")


@pytest.mark.parametrize(
    ("code", "said_by_telegram", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (403, "Forbidden: bot was kicked from the group chat", "kicked"),
        (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
        (403, "Forbidden: the group chat was deleted", "deleted"),
        (403, "Forbidden: bot can't initiate conversation with a user", "never started"),
        (403, "Forbidden: a sentence nobody knows yet", "forbidden"),
        (400, "Bad Request: chat not found", "chat not found"),
        (400, "Bad Request: PEER_ID_INVALID", "chat not found"),
    ],
)
async def test_whom_nothing_reaches_is_gone(
    server: StandIn, store: Store, code: int, said_by_telegram: str, reason: str
) -> None:
    gone: list[tuple[str, str]] = []
    amal = server.person()
    server.faults.on("sendMessage").fails(code, said_by_telegram)
    with store.transaction() as session:
        put(session, to(amal.id))
    await deliver(store, server, gone)
    assert gone == [("telegram", str(amal.id))]
    with store.transaction() as session:
        row = row_of(session, amal.id)
    assert (row.state, row.reason, row.address, row.message) == (State.GONE, reason, "", b"")


async def test_what_telegram_refuses_for_good_fails(store: Store, server: StandIn) -> None:
    gone: list[tuple[str, str]] = []
    amal = server.person()
    server.faults.on("sendMessage").fails(400, "Bad Request: can't parse entities: Guten Tag")
    with store.transaction() as session:
        put(session, to(amal.id))
    await deliver(store, server, gone)
    assert gone == []
    with store.transaction() as session:
        row = row_of(session, amal.id)
    assert (row.state, row.reason) == (State.FAILED, "refused")


@pytest.mark.parametrize("message", [b"{}", b"no message", to_json(Message("de", "ltr"))])
async def test_what_cannot_be_drawn_fails_and_holds_up_nobody(
    store: Store, server: StandIn, message: bytes
) -> None:
    amal, mina = server.person(), server.person()
    with store.transaction() as session:
        put(session, to(amal.id, message=message), to(mina.id))
    await deliver(store, server)
    await mina.sees()
    with store.transaction() as session:
        assert row_of(session, amal.id).state == State.FAILED


@pytest.mark.parametrize("code", [500, 502, 503, 504])
async def test_a_server_in_trouble_gets_it_later(store: Store, server: StandIn, code: int) -> None:
    amal = server.person()
    server.faults.on("sendMessage", times=3).fails(code)
    with store.transaction() as session:
        put(session, to(amal.id, Kind.NEWS))
    await deliver(store, server)
    assert len(server.calls.of("sendMessage")) == 4
    await amal.sees()


async def test_a_page_of_a_proxy_is_no_refusal(store: Store, server: StandIn) -> None:
    amal = server.person()
    server.faults.on("sendMessage").garbles()
    with store.transaction() as session:
        put(session, to(amal.id))
    await deliver(store, server)
    await amal.sees()


@pytest.mark.parametrize(("kind", "sees"), [(Kind.REMINDER, 2), (Kind.NEWS, 1)])
async def test_without_an_answer_reminders_go_again_and_news_do_not(
    store: Store, server: StandIn, kind: Kind, sees: int
) -> None:
    amal = server.person()
    server.faults.on("sendMessage").drops(after=True)
    with store.transaction() as session:
        put(session, to(amal.id, kind))
    await deliver(store, server)
    assert len(await amal.sees(sees)) == sees
    assert amal.unseen == []
    with store.transaction() as session:
        assert row_of(session, amal.id).state == (State.SENT if sees == 2 else State.UNKNOWN)
        assert delivery.sent_again(session) == sees - 1


async def test_without_a_second_answer_a_reminder_is_left_alone(
    store: Store, server: StandIn
) -> None:
    amal = server.person()
    server.faults.on("sendMessage", times=None).drops(after=True)
    with store.transaction() as session:
        put(session, to(amal.id))
    await deliver(store, server)
    assert len(server.calls.of("sendMessage")) == 2
    with store.transaction() as session:
        assert row_of(session, amal.id).state == State.UNKNOWN


async def test_a_silence_is_as_doubtful_as_a_cut(store: Store, server: StandIn) -> None:
    amal, stop = server.person(), Stop()
    gate = server.faults.on("sendMessage").holds()
    with store.transaction() as session:
        put(session, to(amal.id, Kind.NEWS))
    hasty = bulk(server, stop, patience=0.1)
    async with delivering(store, {"telegram": hasty}, stop):
        assert await finished(store) == {("news", "unknown"): 1}
    gate.release()


async def test_a_server_that_is_not_there_is_waited_for(store: Store) -> None:
    stop, server = Stop(), StandIn()
    await server.start()
    port = server._listener.port
    channel = bulk(server, stop)
    await server.stop()
    with store.transaction() as session:
        put(session, to(1001, Kind.NEWS))
    async with delivering(store, {"telegram": channel}, stop) as deliverer:
        await retried(deliverer)
        back = StandIn()
        amal = back.person(1001)
        await back.start(port)
        await amal.sees()
        await finished(store)
    await back.stop()


async def test_everybody_waits_when_telegram_says_so(store: Store, server: StandIn) -> None:
    people = [server.person() for _ in range(60)]
    server.faults.on("sendMessage").floods(1)
    with store.transaction() as session:
        put(session, *(to(person.id) for person in people))
    await deliver(store, server)
    calls = server.calls.of("sendMessage")
    (flooded,) = [call for call in calls if call.code == 429]
    times = sorted(call.at for call in calls if call.at >= flooded.at)
    pauses = [after - before for before, after in pairwise(times)]
    assert max(pauses) > 0.5  # seconds; some were on their way, and each goes 1/30 after the last
    assert len(server.calls.answered("sendMessage")) == 60


async def test_a_wait_is_obeyed_by_the_next_process_too(store: Store, server: StandIn) -> None:
    amal = server.person()
    server.faults.on("sendMessage").floods(2)
    with store.transaction() as session:
        put(session, to(amal.id))
    for _ in range(2):
        stop = Stop()
        async with delivering(store, {"telegram": bulk(server, stop)}, stop):
            await server.until(lambda: len(server.calls) >= 1)
            await asyncio.sleep(0.2)
    await deliver(store, server)
    flooded, sent = server.calls.of("sendMessage")
    assert sent.at - flooded.at >= 2.0


async def test_a_group_that_became_a_supergroup_is_followed(store: Store, server: StandIn) -> None:
    old, new = server.person(-5), server.person(-100)
    fault = server.faults.on("sendMessage", when=lambda given: given["chat_id"] == old.id, times=3)
    upgraded = "Bad Request: group chat was upgraded to a supergroup chat"
    fault.error = Refusal(400, upgraded, {"migrate_to_chat_id": new.id})
    with store.transaction() as session:
        put(session, to(old.id), to(old.id, Kind.NEWS))
    await deliver(store, server)
    assert len(await new.sees(2)) == 2
    assert old.unseen == []


async def test_a_token_that_is_not_valid_is_nobodys_fault(store: Store) -> None:
    async with StandIn("4242:another") as server:
        server.person(1001)
        stop, stranger = Stop(), StandIn()
        stranger._listener = server._listener
        with store.transaction() as session:
            put(session, *(to(1000 + n) for n in range(1, 9)))
        channel = bulk(stranger, stop, rate=1)
        async with delivering(store, {"telegram": channel}, stop) as deliverer:
            await retried(deliverer)
    with store.transaction() as session:
        assert delivery.counts(session) == {("reminder", "queued"): 8}


async def test_no_log_has_the_token_the_address_or_the_text(
    store: Store, server: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    amal = server.person(77_001_122)
    faults = server.faults
    faults.on("sendMessage").garbles()
    faults.on("sendMessage").fails(500)
    faults.on("sendMessage").drops()
    with store.transaction() as session:
        put(session, to(amal.id), to(77_001_123, message=b"{Guten Tag"))
    await deliver(store, server)
    everything = caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    for secret in (server.token, "stand-in", "77001122", "77001123", "Guten Tag"):
        assert secret not in everything
