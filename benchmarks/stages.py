"""Where the time of an update goes: CPU of each step from the raw update to the sent reply.

``python -m benchmarks.stages [--updates 2000]``

The steps are those of the Telegram channel and of the conversation, called one after the other
in one thread, fifty updates to a commit. What the event loop, the threads and polling take comes
on top; `benchmarks.throughput` measures the whole.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from aiogram import Bot

from benchmarks.crowd import FIRST_CHAT, Crowd, Update
from benchmarks.remote import remote
from benchmarks.table import show
from bot.catalogue import answering_in
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_html import Part, parts
from bot.channels.telegram_turns import NAME, Reader
from bot.cli.importing import fill_demo
from bot.garbage import quiet_garbage
from bot.message import Message, to_json
from bot.render import render
from bot.settings import Settings
from handlers import respond
from handlers.context import Context
from models import inbox
from models import person as people
from models.base import Session
from models.catalogue import Catalogue, build
from models.engine import engine_for
from models.store import Store
from models.turn import Reply, Said, Turn
from models.upgrading import upgrade

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
BATCH = 50


@dataclass
class Stages:
    """Steps with their seconds of CPU."""

    store: Store
    catalogue: Catalogue
    reader: Reader
    settings: Settings
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    rng: Random = field(default_factory=lambda: Random(7))

    def run(self, updates: Sequence[Update]) -> list[Part]:
        """Everything but the sending."""
        drawn: list[Part] = []
        for start in range(0, len(updates), BATCH):
            messages = self._committed(updates[start : start + BATCH])
            with self.step("draw"):
                drawn += [part for message in messages for part in parts(message)]
        return drawn

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Counts what happens inside."""
        started = process_time()
        yield
        self.seconds[name] += process_time() - started

    def _committed(self, updates: Sequence[Update]) -> list[Message]:
        raws = [update | {"update_id": next(self.numbers)} for update in updates]
        with self.step("parse"):
            incoming = [each for raw in raws if (each := self.reader.read(raw))]
        with Session(self.store.engine) as session:
            with self.step("SQL: take in"):
                stored = [(str(raw["update_id"]), json.dumps(raw).encode()) for raw in raws]
                inbox.take_in(session, NAME, NOW.date(), stored)
            messages = [self._handled(session, each.turn) for each in incoming]
            with self.step("commit"):
                session.commit()
        return [message for message in messages if message]

    def _handled(self, session: Session, turn: Turn) -> Message | None:
        with self.step("SQL: claim and meet"):
            inbox.claim(session, NAME, turn.id)
            person = people.meet(session, turn.sender, NOW.date())
        now = turn.at.astimezone(self.settings.zone)
        town = self.settings.about_town
        context = Context(session, person, self.catalogue, town, now, self.rng)
        with self.step("answer"):
            reply = respond(turn, context)
        if isinstance(turn.did, Said):
            with self.step("search, which is part of answer"):
                self.catalogue.search.ask(turn.did.text, context.language, None, 9)
        return self._owed(context, turn, reply) if reply else None

    def _owed(self, context: Context, turn: Turn, reply: Reply) -> Message:
        with self.step("render"):
            message = render(reply, reply.language or context.language)
            stored = to_json(message)
        with self.step("SQL: owe and strike off"):
            owed = inbox.owe(context.session, (NAME, turn.sender.address), stored)
            inbox.strike_off(context.session, [owed.id])
        return message


async def sent(parts: Sequence[Part], stages: Stages) -> None:
    """Send to a stand-in in another process, so many at once."""
    async with remote() as server:
        api = TelegramApi(server.token, server.url, 30.0)
        await server.push([*Crowd().chooses_languages()])
        with stages.step("send"):
            for start in range(0, len(parts), BATCH):
                await asyncio.gather(*(_send(api, p) for p in parts[start : start + BATCH]))
        await api.close_connections()


async def _send(api: TelegramApi, part: Part) -> None:
    params: dict[str, Any] = {"text": part.text, "parse_mode": "HTML"}
    if part.keyboard:
        params["reply_markup"] = part.keyboard
    await api.tell("sendMessage", chat_id=FIRST_CHAT, **params)


def built(folder: Path) -> Stages:
    """All that is needed, with the demo town."""
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'lotse.db'}")
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    with store.transaction() as session:
        fill_demo(session)
        catalogue = build(session, answering_in(None), NOW.date())
    return Stages(store, catalogue, Reader(Bot("42:x"), "lotse_bot", lambda: NOW), settings)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=2000)
    updates = parser.parse_args(arguments).updates
    with TemporaryDirectory() as folder:
        stages = built(Path(folder))
        crowd = Crowd()
        stages.run([*crowd.chooses_languages(), *crowd.talks(1000)])  # warms up
        quiet_garbage()
        stages.seconds.clear()
        asyncio.run(sent(stages.run([*crowd.talks(updates)]), stages))
        stages.store.close()
    show_steps(stages.seconds, updates)


def show_steps(seconds: Mapping[str, float], updates: int) -> None:
    """A table, the dearest first."""
    total = sum(took for name, took in seconds.items() if "part of" not in name)
    rows = [
        (name, f"{took / updates * 1e6:.0f}", f"{100 * took / total:.0f} %")
        for name, took in sorted(seconds.items(), key=lambda pair: -pair[1])
    ]
    whole = ("all", f"{total / updates * 1e6:.0f}", "")
    show("CPU of an update", ("step", "µs", "share"), [*rows, whole])


if __name__ == "__main__":
    main()
