"""`python -m benchmarks.echo_aiogram URL TOKEN`: the echo bot of aiogram's documentation."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """The same words back."""
    await message.answer(message.text or "")


@dispatcher.callback_query()
async def echo_press(query: CallbackQuery) -> None:
    """A button's data back."""
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.answer(query.data or "")


async def main(url: str, token: str) -> None:
    """Polls until it is terminated."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
