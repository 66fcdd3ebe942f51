"""`lotse run` killed with SIGKILL at random moments, while many people talk to it.

`main` is the same for a process forked from tests.nursery, which need not import everything again.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import text

from bot.cli.run import run_until_stopped
from models.base import Session
from tests.nursery import Nursery
from tests.standin import Person, StandIn

PATIENCE = 120.0  # seconds, on a busy machine
EACH = 5  # updates a person
REPLIES = ("sendMessage", "editMessageText")


async def talk(person: Person) -> None:
    """Each of these has an effect that can be counted, and a reply that begins differently."""
    await person.says("/start")
    await person.presses_data("lang:de")
    await person.says("Wo kann ich Deutsch lernen?")
    await person.presses_data("topic:german_course:0")
    await person.presses_data(f"rate:{person.id}:helped:1")


def settings(database: str, url: str, token: str) -> dict[str, str]:
    """A bot's environment."""
    return {
        "LOTSE_DATABASE_URL": database,
        "LOTSE_TELEGRAM_API_URL": url,
        "LOTSE_TELEGRAM_TOKEN": token,
        "LOTSE_HTTP_PORT": "0",
    }


def main(database: str, url: str, token: str) -> None:
    """`lotse run`, which says so first and nothing afterwards."""
    os.environ.update(settings(database, url, token))
    sys.stdout.write("running\n")
    sys.stdout.flush()
    with Path(os.devnull).open("w") as silence, redirect_stdout(silence):
        run_until_stopped(demo=False)


def effects(session: Session) -> dict[str, int]:
    """What all updates together have done, and what is left to do."""
    queries = {
        "people": "SELECT count(*) FROM person WHERE language = 'de'",
        "questions": "SELECT sum(count) FROM asked",
        "ratings": "SELECT count(*) FROM feedback WHERE verdict = 'helped'",
        "handled": "SELECT count(*) FROM inbox WHERE state = 'handled'",
        "not handled": "SELECT count(*) FROM inbox WHERE state <> 'handled'",
        "owed": "SELECT count(*) FROM owed",
    }
    return {name: session.scalar(text(query)) or 0 for name, query in queries.items()}


def expected(people: int) -> dict[str, int]:
    """The effects of each update exactly once."""
    once = dict.fromkeys(("people", "questions", "ratings"), people)
    return {**once, "handled": EACH * people, "not handled": 0, "owed": 0}


@dataclass
class Killing:
    """A bot on the database at `url`, its people, and what reached them."""

    server: StandIn
    url: str
    nursery: Nursery
    rng: Random
    people: list[Person] = field(default_factory=list)

    async def happen(self, people: int, kills: int) -> None:
        """All talk at once; the bot is killed after random numbers of replies, then left alone."""
        await self._first_one_alone()
        for _ in range(people - 1):
            await talk(self._somebody())
        due = EACH * people // (kills + 1)
        for _ in range(kills):
            await self._killed_after(self.rng.randrange(1, due))
        async with self._bot() as running:
            await self.server.until(lambda: all(map(self.heard_all, self.people)), PATIENCE)
            await self._stopped(running)

    @property
    def doubled(self) -> int:
        """Replies that came once more."""
        return sum(len(self._heard(person)) - EACH for person in self.people)

    def heard_all(self, person: Person) -> bool:
        """Whether she got every reply, each for the first time in the order of what she did."""
        return list(dict.fromkeys(self._heard(person))) == self._heard(self.people[0])

    async def _first_one_alone(self) -> None:
        """Her bot lives in peace, so she knows what is said."""
        await talk(self._somebody())
        async with self._bot() as running:
            await self.server.until(lambda: len(self._heard(self.people[0])) >= EACH, PATIENCE)
            await self._stopped(running)

    async def _killed_after(self, replies: int) -> None:
        due = self._replies + replies
        async with self.nursery.process(*self._there) as running:
            await self.server.until(lambda: self._replies >= due, PATIENCE)
            running.kill()

    @property
    def _there(self) -> tuple[str, str, str]:
        return self.url, self.server.url, self.server.token

    @property
    def _replies(self) -> int:
        return sum(len(self.server.calls.answered(method)) for method in REPLIES)

    def _somebody(self) -> Person:
        self.people.append(self.server.person(language_code="de"))
        return self.people[-1]

    def _heard(self, person: Person) -> list[str]:
        return [message.text.partition("\n")[0] for message in person.unseen]

    async def _stopped(self, running: Process) -> None:
        await self.server.until_polled(PATIENCE)
        running.terminate()
        assert await running.wait() == 0

    @asynccontextmanager
    async def _bot(self) -> AsyncIterator[Process]:
        arguments = (sys.executable, "-m", "bot", "run")
        running = await asyncio.create_subprocess_exec(
            *arguments, env={**os.environ, **settings(*self._there)}, stdout=DEVNULL
        )
        try:
            yield running
        finally:
            if running.returncode is None:
                running.kill()
            await running.wait()
