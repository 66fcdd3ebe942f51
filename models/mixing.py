"""How submissions become responses: several at a time, shuffled among those that are there.

A pool mix (Chaum 1981; Serjantov, Dingledine, Syverson 2002). A response written alone would tell
by the transaction that wrote it, by its place in the file and by its week whose it is. So nothing
is written before TOGETHER wait. They are written in one transaction, in random order, with up to
POOL older responses taken out and written again; all get the same week. Marks of participation are
written anew in another random order. When the survey closes, the rest is mixed however few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from models import (
    free_text,
    participation,
    response,
    response_file,
    submission,
    submission_file,
    survey_key,
)
from models.response import columns, random_id
from models.submission import Waiting

TOGETHER = 5
POOL = 200
MARKS = 1_000
"""Marks of participation that are written anew at most."""


@dataclass(frozen=True, slots=True)
class Mixer:
    """`secret` is the installation's, `names` of people are looked for in free words."""

    secret: str
    rng: Random
    today: date
    names: frozenset[str] = field(default=frozenset())


def week_of(day: date) -> str:
    """The ISO week (ISO 8601): "2026-W47"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def mix(session: Session, survey: int, key: bytes, mixer: Mixer, least: int = TOGETHER) -> int:
    """Make responses of all that wait, if they are enough. How many."""
    survey_key.hold(session, survey)
    waiting = list(submission.waiting(session, survey, key))
    if not waiting or len(waiting) < least:
        return 0
    written = _write(session, survey, mixer, waiting)
    _write_files(session, key, mixer.rng, written)
    submission.drop(session, [one.id for one in waiting])
    participation.shuffle(session, survey, mixer.rng, MARKS)
    return len(waiting)


def _write(
    session: Session, survey: int, mixer: Mixer, waiting: Sequence[Waiting]
) -> list[tuple[str, dict[str, Any]]]:
    """Submissions by their ids, with the rows that they became."""
    week = _week(session, survey, mixer, len(waiting))
    written, texts = [], []
    for one in waiting:
        row = _row(mixer.rng, one, survey, week)
        written.append((one.id, row))
        texts += free_text.columns(mixer.rng, row, one.content.texts, mixer.names)
    rows = [row for _, row in written] + response.some(session, survey, mixer.rng, POOL)
    mixer.rng.shuffle(rows)
    mixer.rng.shuffle(texts)
    response.write(session, rows)
    free_text.write(session, texts)
    return written


def _write_files(
    session: Session, key: bytes, rng: Random, written: Sequence[tuple[str, dict[str, Any]]]
) -> None:
    """One after another, because they are large; in random order all the same."""
    found = [(id, row) for one, row in written for id in submission_file.ids(session, one)]
    rng.shuffle(found)
    for id, row in found:
        for path, file in submission_file.opened(session, key, id):
            response_file.write(session, rng, row, path, file)


def _row(rng: Random, one: Waiting, survey: int, week: str) -> dict[str, Any]:
    """The id is a new one: not that under which it waited."""
    return columns(one.content, survey, week) | {"id": random_id(rng), "erasure": one.erasure}


def _week(session: Session, survey: int, mixer: Mixer, number: int) -> str:
    """A few that are left at the end are of the last week that others have."""
    last = response.last_week(session, survey) if number < TOGETHER else None
    return last or week_of(mixer.today)
