"""Responses: what somebody answered, without any trace of who."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.drawing import drawn

PART = 500
"""Rows to a statement."""


class ResponseRow(Base):
    """Purpose: to know what people need. Kept for the concept's period and one more (10 years).

    `id` is random. `week` is the ISO week in which it was mixed with others (`models.mixing`), no
    finer. `consent` is the version of the text that was agreed to, with its fingerprint: the same
    for everybody. `answers` is JSON of values and rows without free words. `erasure` is a hash of
    the code that its author has, kept until the survey closes. Without row numbers, so that the
    order says nothing.
    """

    __tablename__ = "response"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id", ondelete="CASCADE"))
    week: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(16))
    mode: Mapped[str] = mapped_column(String(12))
    district: Mapped[str] = mapped_column(String(80))
    consent: Mapped[str] = mapped_column(String(64))
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="SET NULL")
    )
    answers: Mapped[str]
    erasure: Mapped[str | None] = mapped_column(String(64), index=True)


@dataclass(frozen=True, slots=True)
class Content:
    """All that is kept of an interview. `version` is the number of the form's version, `texts` the
    free words by concrete path, which nobody sees before they are released.
    """

    version: int
    language: str
    mode: str
    district: str = ""
    organization: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    consent: str = ""

    def to_json(self) -> bytes:
        """As it is sealed."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @staticmethod
    def from_json(text: bytes) -> Content:
        """As it was sealed."""
        return Content(**json.loads(text))


RESPONSE = table(ResponseRow)
Kinds = Mapping[tuple[str, str], tuple[int, str]]


def random_id(rng: Random) -> str:
    """A version 4 UUID (RFC 9562)."""
    return str(UUID(int=rng.getrandbits(128), version=4))


def columns(content: Content, survey: int, week: str) -> dict[str, Any]:
    """A row without id and erasure."""
    answers = {"values": dict(content.values), "rows": dict(content.rows)}
    return {
        "survey_id": survey,
        "version_id": content.version,
        "week": week,
        "language": content.language,
        "mode": content.mode,
        "district": content.district,
        "organization_id": content.organization,
        "consent": content.consent,
        "answers": json.dumps(answers, ensure_ascii=False, separators=(",", ":")),
    }


def some(session: Session, survey: int, rng: Random, most: int) -> list[dict[str, Any]]:
    """Responses taken out of the table by chance, to be written again with others."""
    mine = RESPONSE.c.survey_id == survey
    found: list[dict[str, Any]] = []
    for part in _parts(drawn(session, RESPONSE.c.id, mine, random_id(rng), most)):
        query = select(RESPONSE).where(RESPONSE.c.id.in_(part))
        found += [dict(row) for row in session.execute(query).mappings()]
        session.execute(delete(RESPONSE).where(RESPONSE.c.id.in_(part)))
    return found


def write(session: Session, shuffled: Sequence[dict[str, Any]]) -> None:
    """Rows in the order in which they are to lie."""
    if shuffled:
        session.execute(insert(RESPONSE), list(shuffled))


def kinds(session: Session, survey: int) -> Kinds:
    """How many there are of each language and mode, and the newest week of any of them."""
    columns = (RESPONSE.c.language, RESPONSE.c.mode)
    query = select(*columns, func.count(), func.max(RESPONSE.c.week)).group_by(*columns)
    found = session.execute(query.where(RESPONSE.c.survey_id == survey))
    return {(language, mode): (number, week) for language, mode, number, week in found}


def read(session: Session, survey: int) -> Iterator[dict[str, Any]]:
    """All responses by their random ids, `values` and `rows` in the open."""
    query = select(RESPONSE).where(RESPONSE.c.survey_id == survey).order_by(RESPONSE.c.id)
    for row in session.execute(query.execution_options(yield_per=1000)).mappings():
        yield {n: v for n, v in row.items() if n != "answers"} | json.loads(row["answers"])


def put_words(session: Session, id: str, path: str, words: str) -> bool:
    """Released words join the other values. False: the response is gone."""
    stored = session.scalar(select(RESPONSE.c.answers).where(RESPONSE.c.id == id))
    if stored is None:
        return False
    answers = json.loads(stored)
    answers["values"][path] = words
    text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
    session.execute(update(RESPONSE).where(RESPONSE.c.id == id).values(answers=text))
    return True


def forget_codes(session: Session, survey: int) -> None:
    """Nobody can show any more which response is hers."""
    coded = (RESPONSE.c.survey_id == survey) & RESPONSE.c.erasure.is_not(None)
    session.execute(update(RESPONSE).where(coded).values(erasure=None))


def erase(session: Session, survey: int, erasure: str) -> str | None:
    """The response behind the hash of a code goes. Its id; None: there is none."""
    mine = (RESPONSE.c.survey_id == survey) & (RESPONSE.c.erasure == erasure)
    id: str | None = session.scalar(delete(RESPONSE).where(mine).returning(RESPONSE.c.id))
    return id


def forget_old(session: Session, before_week: str) -> int:
    """Enforce the period. How many went."""
    return rows(session.execute(delete(RESPONSE).where(RESPONSE.c.week < before_week)))


def _parts(values: list[str]) -> Iterator[list[str]]:
    return (values[first : first + PART] for first in range(0, len(values), PART))
