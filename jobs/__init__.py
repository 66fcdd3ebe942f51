"""What happens by itself: `run(session, now)` of each job, ticked by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from jobs import (
    digest,
    news,
    offer_reviews,
    reminders,
    retention,
    surveys,
    threads,
    traces,
    waiting,
)
from jobs.surroundings import Surroundings
from models.base import Session


@dataclass(frozen=True, slots=True)
class Job:
    """`run` returns how many rows it touched; `every` is the time between two ticks.

    `again`: it does its work in parts, each in a commit of its own, and is run again at once until
    it returns 0; others' turns come in between.
    """

    name: str
    run: Callable[[Session, datetime], int]
    every: timedelta
    again: bool = False


def jobs_in(around: Surroundings) -> tuple[Job, ...]:
    """All jobs of a town."""
    return (
        Job("retention", retention.run, timedelta(hours=1), again=True),
        Job("reminders", partial(reminders.run, around=around), timedelta(minutes=5)),
        Job("waiting", partial(waiting.run, around=around), timedelta(minutes=15)),
        Job("offers", partial(offer_reviews.run, around=around), timedelta(hours=1), again=True),
        Job("traces", traces.run, timedelta(minutes=5)),
        Job("threads", partial(threads.run, around=around), timedelta(seconds=2)),
        Job("surveys", partial(surveys.run, around=around), timedelta(minutes=5)),
        Job("news", partial(news.run, around=around), timedelta(seconds=2), again=True),
        Job("digest", partial(digest.run, around=around), timedelta(minutes=5), again=True),
    )
