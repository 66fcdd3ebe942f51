"""Lotse is killed in the middle of its work: nothing is lost, nothing happens twice."""

import os
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from models.store import Store
from tests.channels.telegram.test_receiving import states
from tests.standin import StandIn

UPDATES, KILLS = 500, 3
PATIENCE = 120.0  # seconds, for a start on a busy machine


async def lotse_run(server: StandIn, database: Path) -> Process:
    """`lotse run` as an operator starts it."""
    settings = {
        "LOTSE_TELEGRAM_TOKEN": server.token,
        "LOTSE_TELEGRAM_API_URL": server.url,
        "LOTSE_DATABASE_URL": f"sqlite:///{database}",
        "LOTSE_HTTP_PORT": "0",
    }
    return await create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env={**os.environ, **settings},
        cwd=database.parent,
        stdout=DEVNULL,
    )


async def killed_after(replies: int, server: StandIn, database: Path) -> None:
    """Lotse starts, and is gone with SIGKILL as soon as it has sent so many more replies."""
    due = len(server.calls.answered("sendMessage")) + replies
    running = await lotse_run(server, database)
    await server.until(lambda: len(server.calls.answered("sendMessage")) >= due, PATIENCE)
    running.kill()
    await running.wait()


async def test_killed_again_and_again_every_question_counts_once_and_is_answered(
    server: StandIn, town: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = Random(7)
    database = tmp_path / "town.db"
    people = [server.person(language_code="de") for _ in range(UPDATES)]
    for person in people:
        await person.says("Wo kann ich Deutsch lernen?")
    for _ in range(KILLS):
        await killed_after(rng.randrange(1, UPDATES // KILLS), server, database)
    running = await lotse_run(server, database)
    await server.until(lambda: all(person.unseen for person in people), PATIENCE)
    await server.until_polled()
    running.terminate()
    assert await running.wait() == 0

    with town.transaction() as session:
        assert session.scalar(text("SELECT sum(count) FROM asked")) == UPDATES
        assert session.scalar(text("SELECT count(*) FROM person")) == UPDATES
        assert session.scalar(text("SELECT count(*) FROM owed")) == 0
    assert states(town) == ["handled"] * UPDATES
    assert server.violations == []
    doubled = sum(len(person.unseen) - 1 for person in people)
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills, {UPDATES} updates, {doubled} doubled replies\n")
