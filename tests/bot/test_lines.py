"""First come, first served, for each key by itself."""

import asyncio

from bot.lines import Lines


async def test_who_comes_first_goes_first_and_others_pass_by() -> None:
    lines, order = Lines(), []
    gate = asyncio.Event()

    async def stand(key: str, name: str) -> None:
        async with lines.of(key):
            if name == "a1":
                await gate.wait()
            order.append(name)

    async with asyncio.TaskGroup() as tasks:
        for key, name in (("a", "a1"), ("a", "a2"), ("b", "b1"), ("a", "a3")):
            task = tasks.create_task(stand(key, name))
            if name == "b1":
                await task
                gate.set()
    assert order == ["b1", "a1", "a2", "a3"]


async def test_a_line_in_which_nobody_stands_is_forgotten() -> None:
    lines = Lines()
    async with lines.of("a"), lines.of("b"):
        assert len(lines) == 2
    assert len(lines) == 0


async def test_an_error_or_a_cancelled_wait_leaves_the_line_open() -> None:
    lines = Lines()

    async def fails() -> None:
        async with lines.of("a"):
            raise LookupError

    async def waits() -> None:
        async with lines.of("a"):
            pass

    async with lines.of("a"):
        impatient = asyncio.get_running_loop().create_task(waits())
        failing = asyncio.get_running_loop().create_task(fails())
        await asyncio.sleep(0)
        impatient.cancel()
    results = await asyncio.gather(impatient, failing, return_exceptions=True)
    assert [type(result) for result in results] == [asyncio.CancelledError, LookupError]
    await waits()
    assert len(lines) == 0
