"""Two libraries that know the real Bot API get along with the stand-in."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from telegram import InputMediaDocument
from telegram.error import BadRequest, Forbidden, NetworkError
from telegram.ext import ExtBot

from tests.standin import StandIn

MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Mehr", callback_data="more")]]
)


@pytest.fixture
async def bot(server: StandIn) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    yield Bot(server.token, session=session)
    await session.close()


@pytest.fixture
async def polling(server: StandIn, bot: Bot) -> AsyncIterator[Dispatcher]:
    """A dispatcher that polls; tests give it handlers."""
    dispatcher = Dispatcher()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(dispatcher.start_polling(bot, handle_signals=False))
        await server.until_polled()
        yield dispatcher
        await dispatcher.stop_polling()
    assert server.violations == []


async def test_aiogram_answers_edits_and_closes_a_press(
    server: StandIn, polling: Dispatcher
) -> None:
    @polling.message(F.text)
    async def greet(message: Message) -> None:
        await message.answer(f"<b>{message.text}</b>", parse_mode="HTML", reply_markup=MARKUP)

    @polling.callback_query(F.data == "more")
    async def more(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("mehr")
        await query.answer("bitte")

    amal = server.person(language_code="ar")
    await amal.says("Guten Tag")
    assert (await amal.sees()).text == "Guten Tag"
    await amal.presses("Mehr")
    after = await amal.sees()
    assert (after.text, after.edited) == ("mehr", True)
    await amal.waits(lambda: amal.notices)
    assert [message.text for message in amal.screen] == ["Guten Tag", "mehr"]


async def test_aiogram_fetches_and_sends_files(
    server: StandIn, bot: Bot, polling: Dispatcher
) -> None:
    @polling.message(F.voice)
    async def echo(message: Message) -> None:
        assert message.voice
        data = await bot.download(message.voice)
        assert data is not None
        await message.answer_document(BufferedInputFile(data.read(), "echo.ogg"), caption="da")

    amal = server.person()
    await amal.sends(voice=b"ogg")
    answer = await amal.sees()
    assert answer.file is not None
    assert (answer.file.name, answer.file.data, answer.text) == ("echo.ogg", b"ogg", "da")


async def test_aiogram_learns_of_a_block(server: StandIn, bot: Bot, polling: Dispatcher) -> None:
    told = asyncio.Event()

    @polling.my_chat_member()
    async def gone(change: ChatMemberUpdated) -> None:
        told.set()

    amal = server.person()
    await amal.blocks()
    await asyncio.wait_for(told.wait(), 5)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(amal.id, "a")


async def test_aiogram_understands_every_failure(server: StandIn, bot: Bot) -> None:
    amal = server.person()
    faults = server.faults
    faults.on("sendMessage").floods(7)
    with pytest.raises(TelegramRetryAfter) as flooded:
        await bot.send_message(amal.id, "a")
    assert flooded.value.retry_after == 7
    faults.on("sendMessage").fails(502)
    with pytest.raises(TelegramServerError):
        await bot.send_message(amal.id, "a")
    faults.on("sendMessage").drops()
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(amal.id, "a")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(1, "a")


async def test_aiogram_sets_what_the_bot_says_about_itself(server: StandIn, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="help", description="Hilfe")])
    await bot.set_my_name("Lotse")
    await bot.set_my_description("Fragen Sie die Stadt.", language_code="de")
    await bot.set_my_short_description("Wegweiser")
    await bot.set_chat_menu_button()
    assert (await bot.get_my_description(language_code="de")).description
    assert server.person().menu == [{"command": "help", "description": "Hilfe"}]
    assert server.violations == []


@pytest.fixture
async def ext_bot(server: StandIn) -> AsyncIterator[ExtBot[None]]:
    base = f"{server.url}/bot"
    async with ExtBot(server.token, base_url=base, base_file_url=base) as running:
        yield running


async def test_python_telegram_bot_delivers(server: StandIn, ext_bot: ExtBot[None]) -> None:
    amal = server.person()
    await ext_bot.send_message(amal.id, "<i>Neu</i>", parse_mode="HTML")
    await ext_bot.send_document(amal.id, b"%PDF", filename="a.pdf")
    await ext_bot.send_media_group(
        amal.id, [InputMediaDocument(b"1", filename="1"), InputMediaDocument(b"2", filename="2")]
    )
    seen = await amal.sees(4)
    assert [message.file and message.file.data for message in seen] == [None, b"%PDF", b"1", b"2"]
    assert server.violations == []


async def test_python_telegram_bot_understands_failures(
    server: StandIn, ext_bot: ExtBot[None]
) -> None:
    amal = server.person()
    server.faults.on("sendMessage").fails(502)
    with pytest.raises(NetworkError):
        await ext_bot.send_message(amal.id, "a")
    with pytest.raises(BadRequest):
        await ext_bot.send_message(1, "a")
    await amal.blocks()
    with pytest.raises(Forbidden):
        await ext_bot.send_message(amal.id, "a")
