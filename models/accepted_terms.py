"""The list of candidate terms for a person to decide on, and the terms that were accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import revision
from models.base import rows
from models.candidate_terms import ACCEPTED, MARKS, TABLE, State
from search.thesaurus import Terms

ByState = dict[str, dict[str, dict[str, list[str]]]]
"""Terms by language, concept's code and state."""


class NoCandidate(LookupError):
    """There is no such term on the list."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or two that several people used, and the code of what they seem to mean.

    Of `people` so many chose the concept (`clicked`), said that it did not help (`unhelpful`), or
    said it in other words (`rephrased`). `day` is the last of it.
    """

    id: int
    term: str
    language: str
    concept: str
    people: int
    clicked: int
    unhelpful: int
    rephrased: int
    day: date


COLUMNS = TABLE.c[tuple(x.name for x in fields(Candidate))]


def waiting(session: Session, language: str = "") -> list[Candidate]:
    """Those that nobody decided on, used by the most people first; of one language, or all."""
    names = Candidate.__dataclass_fields__
    told = select(*[TABLE.c[name] for name in names]).where(
        TABLE.c.state == State.OPEN, TABLE.c.term != ""
    )
    if language:
        told = told.where(TABLE.c.language == language)
    found = session.execute(told.order_by(TABLE.c.people.desc(), TABLE.c.id))
    return [Candidate(*row) for row in found]


def accept(session: Session, id: int, concept: str, state: State) -> None:
    """It is a term of a concept from now on, `DRAFT` or `REVIEWED`. Raises NoCandidate."""
    _decide(session, id, concept=concept, state=state)
    revision.bump(session, revision.WORDS)


def refuse(session: Session, id: int) -> None:
    """It is none and is not asked about again; the word goes. An accepted one is taken back.

    Raises NoCandidate.
    """
    _decide(session, id, term="", state=State.REFUSED)
    revision.bump(session, revision.WORDS)


def find(session: Session, id: int) -> Candidate:
    """One of the list, or an accepted one. Raises NoCandidate."""
    mine = (TABLE.c.id == id) & (TABLE.c.term != "")
    row = session.execute(select(*COLUMNS).where(mine)).one_or_none()
    if row is None:
        raise NoCandidate(id)
    return Candidate(*row)


def accepted(session: Session) -> Terms:
    """The accepted terms, by language and concept."""
    terms: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in _accepted(session):
        of_language = terms[row.language]
        of_language[row.concept] = (*of_language.get(row.concept, ()), row.term)
    return terms


def by_state(session: Session) -> ByState:
    """The same, and who has looked at them."""
    found: ByState = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in _accepted(session):
        found[row.language][row.concept][row.state].append(row.term)
    return found


def _accepted(session: Session) -> Sequence[Any]:
    told = (
        select(*TABLE.c["state", "term", "language", "concept"])
        .distinct()
        .where(TABLE.c.state.in_(ACCEPTED))
    )
    return session.execute(told.order_by(TABLE.c.language, TABLE.c.concept, TABLE.c.term)).all()


def _decide(session: Session, id: int, **values: str) -> None:
    told = (TABLE.c.id == id) & (TABLE.c.term != "")
    if not rows(session.execute(update(TABLE).where(told).values(**values))):
        raise NoCandidate(id)
    session.execute(delete(MARKS).where(MARKS.c.candidate_id == id))
