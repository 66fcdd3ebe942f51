"""Words of which Lotse knows nothing, and what people meant by them: terms to look at.

A word is not stored before three people used it: until then there is only a keyed hash of it (HMAC,
RFC 2104), which nobody can read without the installation's secret.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, String, case, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.upsert import insert_for

FEW = 3
"""People who have to have used a word before anybody sees it."""


class CandidateTermRow(Base):
    """Purpose: to learn the words that people use from how they go on, after a person's yes.

    `sign` is a keyed hash of the word, `term` the word itself, once three people used it. No text
    and no link to a person. One that fewer than three people used is kept for 30 days, one that
    nobody decided on or that was refused for 365, an accepted one until the town takes it back.
    """

    __tablename__ = "candidate_term"

    id: Mapped[int] = mapped_column(primary_key=True)
    sign: Mapped[str] = mapped_column(String(64), unique=True)
    language: Mapped[str] = mapped_column(String(16))
    concept: Mapped[str] = mapped_column(String(48))
    term: Mapped[str] = mapped_column(String(96))
    clicked: Mapped[int]
    unhelpful: Mapped[int]
    rephrased: Mapped[int]
    people: Mapped[int]
    day: Mapped[date] = mapped_column(Date, index=True)
    state: Mapped[str] = mapped_column(String(8))


class CandidateMarkRow(Base):
    """Purpose: to count how many different people used a word.

    `mark` is a keyed hash of a person and one word: it tells nothing of her other words. Kept for
    30 days.
    """

    __tablename__ = "candidate_mark"

    candidate_id: Mapped[int] = mapped_column(
        ForeignKey("candidate_term.id", ondelete="CASCADE"), primary_key=True
    )
    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    day: Mapped[date] = mapped_column(Date, index=True)


class Sign(StrEnum):
    """How it came out what a word means: she chose a topic, said that the answer did not help,
    or said it in other words that were understood.
    """

    CLICKED = "clicked"
    UNHELPFUL = "unhelpful"
    REPHRASED = "rephrased"


class State(StrEnum):
    """What a person decided; `DRAFT` and `REVIEWED` are those of the thesaurus' terms."""

    OPEN = "open"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    REFUSED = "refused"


ACCEPTED = (State.DRAFT, State.REVIEWED)


@dataclass(frozen=True, slots=True)
class Meant:
    """A word or two, normalised, in a language, and the code of a concept that they may mean."""

    term: str
    language: str
    concept: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Someone:
    """Who meant it, and when; only a hash of her is kept. `secret` is the installation's."""

    person: int
    day: date
    secret: str = field(repr=False)


TABLE = table(CandidateTermRow)
MARKS = table(CandidateMarkRow)


def note(session: Session, meant: Meant, someone: Someone) -> None:
    """One more person means this by it; the same one counts once in 30 days."""
    id = _open(session, meant, someone)
    if id is None or not _is_new(session, id, someone):
        return
    people, count = _people(session, id), TABLE.c[meant.sign.value]
    told = TABLE.c.term != ""
    values = {
        count.name: count + 1,
        "day": someone.day,
        "people": case((told, TABLE.c.people + 1), else_=people),
        "term": case((told, TABLE.c.term), else_=meant.term if people >= FEW else ""),
    }
    session.execute(update(TABLE).where(TABLE.c.id == id).values(values))


def forget_old(session: Session, few: date, undecided: date) -> int:
    """Enforce the periods, whose first days these are. How many rows went."""
    gone = rows(session.execute(delete(MARKS).where(MARKS.c.day < few)))
    unseen = (TABLE.c.term == "") & (TABLE.c.state == State.OPEN) & (TABLE.c.day < few)
    left = TABLE.c.state.not_in(ACCEPTED) & (TABLE.c.day < undecided)
    return gone + rows(session.execute(delete(TABLE).where(unseen | left)))


def _open(session: Session, meant: Meant, someone: Someone) -> int | None:
    """The row of what she means; None where somebody decided on it already."""
    sign = _hash(someone, "term", meant.language, meant.concept, meant.term)
    new = {"sign": sign, "language": meant.language, "concept": meant.concept, "term": ""}
    none = {"clicked": 0, "unhelpful": 0, "rephrased": 0, "people": 0}
    insert = insert_for(session, TABLE).values(**new, **none, day=someone.day, state=State.OPEN)
    session.execute(insert.on_conflict_do_nothing(index_elements=["sign"]))
    mine = (TABLE.c.sign == sign) & (TABLE.c.state == State.OPEN)
    return session.scalar(select(TABLE.c.id).where(mine))


def _is_new(session: Session, id: int, someone: Someone) -> bool:
    mark = _hash(someone, "person", str(id), str(someone.person))
    insert = insert_for(session, MARKS).values(candidate_id=id, mark=mark, day=someone.day)
    made = insert.on_conflict_do_nothing().returning(MARKS.c.mark)
    return session.scalar(made) is not None


def _people(session: Session, id: int) -> int:
    """How many different ones used it, as far as their marks are kept."""
    marks = select(func.count()).select_from(MARKS).where(MARKS.c.candidate_id == id)
    return session.scalar(marks) or 0


def _hash(someone: Someone, *parts: str) -> str:
    content = "\0".join(("candidate", *parts)).encode()
    return hmac.digest(someone.secret.encode(), content, "sha256").hex()
