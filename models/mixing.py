"""How submissions become responses: several at a time, shuffled among those that are there.

A pool mix (Chaum 1981; Serjantov, Dingledine, Syverson 2002). A response written alone would tell
by the transaction that wrote it, by its place in the file and by its week whose it is. So nothing
is written before TOGETHER of the same language and mode wait (`models.crowd`). They are written in
one transaction, in random order, with up to POOL older responses taken out and written again; all
get the same week. Marks of participation are written anew in another random order. When the survey
closes, the rest is mixed however few, and what only few would have in common is taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from sqlalchemy.orm import Session

from models import (
    crowd,
    free_text,
    participation,
    response,
    response_file,
    submission,
    submission_file,
    survey_key,
)
from models.crowd import TOGETHER, Row
from models.response import Kinds, columns, random_id
from models.submission import Waiting

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


def mix(session: Session, survey: int, key: bytes, mixer: Mixer, *, last: bool = False) -> int:
    """Make responses of all that wait in company enough; the `last` time, of all. How many."""
    survey_key.hold(session, survey)
    waiting = list(submission.waiting(session, survey, key))
    chosen = waiting if last else crowd.ready(waiting, _kind)
    if not chosen:
        return 0
    written = _write(session, survey, mixer, chosen, last=last)
    _write_files(session, key, mixer.rng, written)
    submission.drop(session, [one.id for one in chosen])
    participation.shuffle(session, survey, mixer.rng, MARKS)
    return len(chosen)


def _write(
    session: Session, survey: int, mixer: Mixer, chosen: Sequence[Waiting], *, last: bool
) -> list[tuple[str, Row]]:
    """Submissions by their ids, with the rows that they became."""
    week = week_of(mixer.today)
    written = [(one.id, _row(mixer.rng, one, survey, week)) for one in chosen]
    new, there = [row for _, row in written], response.kinds(session, survey)
    old = response.some(session, survey, mixer.rng, POOL)
    if last:
        _say_less(new, old, there, mixer.rng)
    rows = [*new, *old]
    texts = [
        text
        for one, (_, row) in zip(chosen, written, strict=True)
        for text in free_text.columns(mixer.rng, row, one.content.texts, mixer.names)
    ]
    mixer.rng.shuffle(rows)
    mixer.rng.shuffle(texts)
    response.write(session, rows)
    free_text.write(session, texts)
    return written


def _say_less(new: Sequence[Row], old: Sequence[Row], there: Kinds, rng: Random) -> None:
    """Of what only few have in common; those few are of a week that others of their kind have."""
    sizes = Counter({kind: number for kind, (number, _) in there.items()})
    sizes.update(map(_said, new))
    crowd.blur([*new, *old], sizes, rng)
    weeks = {kind: week for kind, (_, week) in there.items()} | {_said(x): x["week"] for x in old}
    few = Counter(map(_said, new))
    for row in new:
        if few[_said(row)] < TOGETHER:
            row["week"] = weeks.get(_said(row), row["week"])


def _write_files(
    session: Session, key: bytes, rng: Random, written: Sequence[tuple[str, Row]]
) -> None:
    """One after another, because they are large; in random order all the same."""
    found = [(id, row) for one, row in written for id in submission_file.ids(session, one)]
    rng.shuffle(found)
    for id, row in found:
        for path, file in submission_file.opened(session, key, id):
            response_file.write(session, rng, row, path, file)


def _row(rng: Random, one: Waiting, survey: int, week: str) -> Row:
    """The id is a new one: not that under which it waited."""
    return columns(one.content, survey, week) | {"id": random_id(rng), "erasure": one.erasure}


def _kind(one: Waiting) -> crowd.Kind:
    return crowd.kind(one.content.language, one.content.mode)


def _said(row: Row) -> crowd.Kind:
    return row["language"], row["mode"]
