"""How long sending takes."""

from datetime import timedelta

import pytest

from analysis.news.duration import duration, rates


@pytest.mark.parametrize(
    ("numbers", "seconds"),
    [
        ({}, 0),
        ({"telegram": 2400}, 100),
        ({"telegram": 2400, "mail": 800}, 200),
        ({"telegram": 2400, "web": 100}, 100),
        ({"pigeon": 8}, 2),
    ],
)
def test_the_slowest_channel_decides(numbers: dict[str, int], seconds: int) -> None:
    assert duration(numbers, rates(30)) == timedelta(seconds=seconds)


def test_a_bot_that_may_send_more_is_sooner_done() -> None:
    assert duration({"telegram": 100_000}, rates(1000)) < timedelta(minutes=3)
