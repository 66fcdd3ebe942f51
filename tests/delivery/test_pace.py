"""No second has more messages than allowed, and no slot is wasted."""

import asyncio
import math
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.background import Stop
from bot.channels import Busy, DeliveryError
from bot.channels.flood import Flood
from bot.channels.pace import Pace, in_flight
from bot.channels.pace_chats import BURST, SWEEP
from tests.delivery.virtual import most_in_a_second, run


def now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Messenger:
    """Notes when messages arrive; their ways there and back take as long as `delay` says."""

    pace: Pace
    delay: Callable[[], float] = lambda: 0.01
    before: Callable[[], float] = lambda: 0.0
    seen: list[float] = field(default_factory=list)
    chats: dict[int, list[float]] = field(default_factory=dict)

    async def send(self, chat: int) -> None:
        async with self.pace.turn(chat) as turn:
            await asyncio.sleep(self.before())
            async with turn.way():
                await asyncio.sleep(self.delay())
                self.seen.append(now())
                self.chats.setdefault(chat, []).append(now())
                await asyncio.sleep(self.delay())

    async def send_all(self, number: int) -> float:
        """To so many people, all at once; the seconds it took."""
        start = now()
        await asyncio.gather(*(self.send(chat) for chat in range(1, number + 1)))
        return now() - start


@pytest.mark.parametrize(("rate", "number"), [(30, 600), (1000, 6000), (1, 10), (7, 50)])
def test_evenly_spaced_up_to_the_cap(rate: int, number: int) -> None:
    async def main() -> None:
        messenger = Messenger(Pace(rate, Stop()), delay=lambda: 0.001)
        took = await messenger.send_all(number)
        assert most_in_a_second(messenger.seen) <= rate
        assert took <= number / rate * 1.005 + 0.1

    run(main)


@settings(max_examples=40)
@given(
    st.integers(0, 2**32),
    st.sampled_from([5, 30, 100]),
    st.floats(0, 0.1),
    st.floats(0, 0.5),
    st.floats(0, 0.2),
)
def test_no_second_has_too_many_whatever_the_delays(
    seed: int, rate: int, way: float, more: float, before: float
) -> None:
    chance = Random(seed)

    async def main() -> None:
        pace = Pace(rate, Stop())
        messenger = Messenger(
            pace, lambda: chance.uniform(way, way + more), lambda: chance.uniform(0, before)
        )
        await messenger.send_all(rate * 5)
        assert len(messenger.seen) == rate * 5
        assert most_in_a_second(messenger.seen) <= rate

    run(main)


def test_long_ways_that_are_alike_cost_nothing() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(30, Stop()), delay=lambda: 0.04)
        await messenger.send_all(120)  # so many to know how long a way is
        assert await messenger.send_all(900) <= 900 / 30 * 1.005 + 0.1

    run(main)


def test_a_standstill_is_caught_up_without_breaking_the_cap() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(100, Stop()), delay=lambda: 0.001)
        stalls = iter([0.0] * 250 + [0.2] + [0.0] * 1000)
        messenger.before = lambda: next(stalls)
        assert await messenger.send_all(1000) <= 10.1
        assert most_in_a_second(messenger.seen) <= 100

    run(main)


def test_a_guess_from_slow_ways_is_corrected_by_quick_ones() -> None:
    async def main() -> None:
        ways = iter([0.008] * 300 + [0.0005] * 5000)
        messenger = Messenger(Pace(1000, Stop()), delay=lambda: next(ways))
        await messenger.send_all(2500)
        assert most_in_a_second(messenger.seen) <= 1000

    run(main)


def test_those_written_down_together_leave_one_by_one() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(1000, Stop()), delay=lambda: 0.001)
        messenger.before = lambda: 0.05 - now() % 0.05
        await messenger.send_all(1000)
        assert max(Counter(round(seen, 3) for seen in messenger.seen).values()) <= 8

    run(main)


def test_without_a_limit_nobody_waits() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(math.inf, Stop()), delay=lambda: 0.0)
        assert await messenger.send_all(5000) == 0.0

    run(main)


def test_after_a_halt_nobody_herds() -> None:
    async def main() -> None:
        pace = Pace(30, Stop())
        messenger = Messenger(pace, delay=lambda: 0.001)
        sending = asyncio.gather(messenger.send_all(120))
        await asyncio.sleep(1.01)
        before, halted = len(messenger.seen), now()
        pace.halt(3)
        await sending
        after = [time for time in messenger.seen if time > halted]
        assert min(after) >= halted + 3
        assert most_in_a_second(after) <= 30
        assert len([time for time in after if time < halted + 3.1]) <= 5
        assert before + len(after) == 120

    run(main)


def test_a_message_past_its_slot_still_obeys_a_halt() -> None:
    async def main() -> None:
        pace = Pace(30, Stop())
        messenger = Messenger(pace, before=lambda: 0.5)
        sending = asyncio.ensure_future(messenger.send(1))  # noqa: TID251  a test's own task
        await asyncio.sleep(0.1)
        pace.halt(60)
        with pytest.raises(DeliveryError) as refused:
            await sending
        assert refused.value.retry_after == pytest.approx(59.6)

    run(main)


def test_a_long_halt_sends_everybody_back_to_the_queue() -> None:
    async def main() -> None:
        pace = Pace(30, Stop())
        pace.halt(60)
        with pytest.raises(DeliveryError) as refused:
            await Messenger(pace).send(1)
        assert refused.value.retry_after == 60

    run(main)


def test_a_halt_of_answers_and_of_what_is_unasked_is_one() -> None:
    async def main() -> None:
        flood = Flood()
        pace = Pace(30, Stop(), flood=flood)
        messenger = Messenger(pace, delay=lambda: 0.001)
        sending = asyncio.gather(messenger.send_all(60))
        await asyncio.sleep(1.01)
        flood.wait_for(3)
        halted = now()
        await sending
        after = [time for time in messenger.seen if time > halted]
        assert min(after) >= halted + 3
        assert most_in_a_second(after) <= 30
        pace.halt(7)
        assert flood.until == now() + 7

    run(main)


def test_a_group_gets_one_at_a_time() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(30, Stop()))
        await asyncio.gather(messenger.send(-5), messenger.send(-5))
        first, second = messenger.chats[-5]
        assert 3.0 <= second - first <= 3.05

    run(main)


def test_somebody_gets_a_short_burst_and_then_one_a_second() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(30, Stop()))
        await asyncio.gather(*(messenger.send(5) for _ in range(BURST + 2)))
        first, *_, last, next_one, after = messenger.chats[5]
        assert last - first < 0.3
        assert next_one - first >= 0.9
        assert 0.9 <= after - next_one <= 1.05
        await asyncio.sleep(10)
        await asyncio.gather(*(messenger.send(5) for _ in range(BURST + 1)))
        *_, last, next_one = messenger.chats[5]
        assert 0.5 <= next_one - last <= 1.05

    run(main)


def test_a_chat_with_many_waiting_does_not_hold_up_the_others() -> None:
    async def main() -> None:
        messenger = Messenger(Pace(30, Stop()))
        group = [messenger.send(-5) for _ in range(20)]
        results = await asyncio.gather(*group, messenger.send_all(60), return_exceptions=True)
        busy = [result for result in results if isinstance(result, Busy)]
        assert len(busy) == 18
        assert all(result.seconds > 5 for result in busy)
        assert now() <= 3.1

    run(main)


def test_idle_chats_are_forgotten() -> None:
    async def main() -> None:
        pace = Pace(1000, Stop())
        for wave in range(60):
            people = range(1 + wave * 200, 201 + wave * 200)
            await asyncio.gather(*map(Messenger(pace).send, people))
        assert len(pace._chats) <= 4 * SWEEP

    run(main)


def test_while_people_talk_a_share_is_theirs() -> None:
    async def main() -> None:
        answers = 0

        async def talk() -> None:
            nonlocal answers
            for _ in range(100):
                answers += 5
                await asyncio.sleep(1)

        pace = Pace(30, Stop(), lambda: answers)
        messenger = Messenger(pace)
        talking = asyncio.gather(talk())
        took = await messenger.send_all(570)
        assert 570 / 20.5 <= took <= 570 / 19  # 30 less the share of 6 and 5 answers, nearly
        talking.cancel()

    run(main)


def test_asked_to_stop_nobody_waits_any_more() -> None:
    async def main() -> None:
        stop = Stop()
        messenger = Messenger(Pace(1, stop))
        sending: Awaitable[list[object]] = asyncio.gather(
            *(messenger.send(chat) for chat in range(1, 9)), return_exceptions=True
        )
        await asyncio.sleep(1.5)
        stop.ask()
        results = await sending
        assert sum(isinstance(result, Busy) for result in results) == 8 - len(messenger.seen)
        assert now() < 2.1

    run(main)


def test_what_may_be_under_way_at_once() -> None:
    assert [in_flight(rate) for rate in (1, 30, 100, 1000, math.inf)] == [1, 9, 30, 150, 150]
