"""Words that wait to be read over: of responses, survey by survey, and ideas, view by view."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models import contribution, free_text
from models.contribution import CONTRIBUTION
from models.free_text import FREE_TEXT
from models.response import RESPONSE
from models.roles import Deed
from models.survey_plan import View

IDEAS = {0: View.MIGRANTS, -1: View.NETWORK}
"""Heaps that no survey is; a survey's heap is its number, which is above 0."""


@dataclass(frozen=True, slots=True)
class Unread:
    """One text, without anything else of who wrote it. Of a response `path` is the question's; of
    an idea `kind`, `field` and `district` are what it is about.
    """

    id: str
    heap: int
    text: str
    language: str
    path: str = ""
    kind: str = ""
    field: str = ""
    district: str = ""


def counts(session: Session, languages: Collection[str] = ()) -> dict[int, int]:
    """How many wait in each heap, those in one of these languages or all; no empty heaps."""
    answers = select(FREE_TEXT.c.survey_id, func.count()).join(RESPONSE, _same())
    spoken = _limited(answers, RESPONSE.c.language, languages).group_by(FREE_TEXT.c.survey_id)
    found = {int(heap): int(number) for heap, number in session.execute(spoken)}
    waiting = select(CONTRIBUTION.c.view, func.count()).where(CONTRIBUTION.c.released.is_(False))
    told = _limited(waiting, CONTRIBUTION.c.language, languages).group_by(CONTRIBUTION.c.view)
    ideas = {View(view): int(number) for view, number in session.execute(told)}
    return found | {heap: ideas[view] for heap, view in IDEAS.items() if view in ideas}


def next_one(
    session: Session, heap: int, after: str = "", languages: Collection[str] = ()
) -> Unread | None:
    """The one behind `after` in an order that says nothing, round and round. None: all are read."""
    query = _ideas(heap, languages) if heap in IDEAS else _answers(heap, languages)
    id = CONTRIBUTION.c.id if heap in IDEAS else FREE_TEXT.c.id
    further = session.execute(query.where(id > after).limit(1)).first()
    row = further or session.execute(query.limit(1)).first()
    return None if row is None else Unread(heap=heap, **row._mapping)


def find(session: Session, heap: int, id: str, languages: Collection[str] = ()) -> Unread | None:
    """One of a heap; None: somebody else was quicker, or it is not for her."""
    query = _ideas(heap, languages) if heap in IDEAS else _answers(heap, languages)
    mine = CONTRIBUTION.c.id if heap in IDEAS else FREE_TEXT.c.id
    row = session.execute(query.where(mine == id)).first()
    return None if row is None else Unread(heap=heap, **row._mapping)


def release(session: Session, deed: Deed, one: Unread, words: str) -> bool:
    """Everybody who reads results may read `words`. False: it is gone."""
    act = contribution.release if one.heap in IDEAS else free_text.release
    return act(session, deed, one.id, words)


def withhold(session: Session, deed: Deed, one: Unread) -> bool:
    """Nobody will read it any more. False: it is gone already."""
    act = contribution.withhold if one.heap in IDEAS else free_text.withhold
    return act(session, deed, one.id)


def _answers(survey: int, languages: Collection[str]) -> Any:
    columns = (FREE_TEXT.c.id, FREE_TEXT.c.text, RESPONSE.c.language, FREE_TEXT.c.path)
    query = select(*columns).join(RESPONSE, _same()).where(FREE_TEXT.c.survey_id == survey)
    return _limited(query, RESPONSE.c.language, languages).order_by(FREE_TEXT.c.id)


def _ideas(heap: int, languages: Collection[str]) -> Any:
    names = ("id", "text", "language", "kind", "field", "district")
    mine = (CONTRIBUTION.c.view == IDEAS[heap]) & CONTRIBUTION.c.released.is_(False)
    query = select(*(CONTRIBUTION.c[name] for name in names)).where(mine)
    return _limited(query, CONTRIBUTION.c.language, languages).order_by(CONTRIBUTION.c.id)


def _same() -> ColumnElement[bool]:
    return RESPONSE.c.id == FREE_TEXT.c.response_id


def _limited(query: Any, column: Any, languages: Collection[str]) -> Any:
    """What nobody may know the language of (models.crowd) is for everybody who reads."""
    return query.where(column.in_(["", *languages])) if languages else query
