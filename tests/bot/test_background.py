"""Work beside everything else, and stopping."""

import asyncio
import logging

import pytest

from bot.background import Background, Stop, delays


async def test_the_end_waits_for_all_that_was_started() -> None:
    done: list[int] = []

    async def work(number: int) -> None:
        await asyncio.sleep(0)
        done.append(number)
        if number:
            background.start(work(number - 1))

    background = Background(limit=10)
    async with background:
        background.start(work(3))
    assert done == [3, 2, 1, 0]
    assert background.in_hand == 0


async def test_a_failure_is_logged_once_without_its_words_and_harms_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = asyncio.Event()

    async def fails() -> None:
        raise ValueError("what she typed")

    async def works() -> None:
        done.set()

    async with Background(limit=10) as background:
        background.start(fails())
        background.start(works())
    assert done.is_set()
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "ValueError" in str(vars(record))
    assert "what she typed" not in str(vars(record))


async def test_an_error_of_the_body_comes_out_as_it_is() -> None:
    background = Background(limit=10)

    async def body() -> None:
        async with background:
            background.start(asyncio.sleep(3600))
            raise LookupError

    with pytest.raises(LookupError):
        await body()
    assert background.in_hand == 0


async def test_there_is_room_while_little_is_in_hand() -> None:
    gate = asyncio.Event()
    async with Background(limit=2) as background:
        await background.room()
        background.start(gate.wait())
        await background.room()
        background.start(gate.wait())
        waiting = asyncio.get_running_loop().create_task(background.room())
        await asyncio.sleep(0)
        assert not waiting.done()
        gate.set()
        await waiting


async def test_who_is_asked_to_stop_wakes_from_sleep_and_work() -> None:
    stop = Stop()
    started = asyncio.Event()

    async def forever() -> str:
        started.set()
        await asyncio.Event().wait()
        return "never"

    async with asyncio.TaskGroup() as tasks:
        working = tasks.create_task(stop.unless(forever()))
        tasks.create_task(stop.sleep(3600))
        await started.wait()
        stop.ask()
    assert working.result() is None
    assert await stop.unless(forever()) is None


async def test_work_that_ends_before_the_stop_gives_its_result_or_its_error() -> None:
    async def answers() -> int:
        return 42

    async def times_out() -> None:
        raise TimeoutError

    stop = Stop()
    assert await stop.unless(answers()) == 42
    with pytest.raises(TimeoutError):
        await stop.unless(times_out())
    await stop.sleep(0)


def test_delays_double_up_to_the_longest() -> None:
    growing = delays(1, 10)
    assert [next(growing) for _ in range(6)] == [1, 2, 4, 8, 10, 10]
