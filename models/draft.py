"""Interviews that are not finished: the person's own, until she submits or deletes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    LargeBinary,
    String,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.participation import Who
from models.sealing import NotSealed
from models.survey import SURVEY
from models.survey_key import KeyDestroyed
from models.vault import Vault
from surveys.interview.vocabulary import State


class DraftRow(Base):
    """Purpose: to go on with a survey tomorrow, or on another channel. Kept until it is submitted
    or deleted, until the survey closes, or for 30 days without an answer.

    `sealed` is JSON of surveys.interview.vocabulary.State, what was answered so far. It can be read
    with the survey's key only: a copy of the database does not tell what she is about to submit.
    """

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    mode: Mapped[str] = mapped_column(String(12))
    consent: Mapped[str] = mapped_column(String(64))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    changed: Mapped[date] = mapped_column(Date, index=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """An interview where she left it. `version` is the number of the form's version, `consent` the
    text that she agreed to.
    """

    id: int
    survey: int
    version: int
    mode: str
    state: State
    consent: str = ""


DRAFT = table(DraftRow)
STATE: TypeAdapter[State] = TypeAdapter(State)
COLUMNS = tuple(
    DRAFT.c[name] for name in ("id", "survey_id", "version_id", "mode", "sealed", "consent")
)


def start(session: Session, vault: Vault, who: Who, begun: Draft, today: date) -> int:
    """Keep what was begun, in place of whatever she had begun of this survey. Its number."""
    drop(session, who, begun.survey)
    values: dict[str, Any] = {"survey_id": begun.survey, "version_id": begun.version}
    values |= {"mode": begun.mode, "consent": begun.consent}
    hers = {"person_id": who.person, "account_id": who.account, "changed": today}
    sealed = _sealed(session, vault, begun, begun.state)
    made = insert(DRAFT).values(**values, **hers, sealed=sealed).returning(DRAFT.c.id)
    return int(session.execute(made).scalar_one())


def resume(session: Session, vault: Vault, who: Who, survey: int) -> Draft | None:
    """Where she left it, on whichever of her channels. None also where another secret sealed it."""
    query = select(*COLUMNS).where(_hers(who), DRAFT.c.survey_id == survey)
    row = session.execute(query.order_by(DRAFT.c.id.desc())).first()
    return None if row is None else next(_opened(session, vault, [row]), None)


def begun(session: Session, who: Who) -> frozenset[int]:
    """The surveys that she has not finished."""
    return frozenset(session.scalars(select(DRAFT.c.survey_id).where(_hers(who))))


def keep(session: Session, vault: Vault, draft: Draft, state: State, today: date) -> bool:
    """One more answer. False: the draft is gone, because the survey closed meanwhile."""
    try:
        values = {"sealed": _sealed(session, vault, draft, state), "changed": today}
    except KeyDestroyed:
        return False
    mine = update(DRAFT).where(DRAFT.c.id == draft.id).values(**values)
    return rows(session.execute(mine)) == 1


def drop(session: Session, who: Who, survey: int) -> int:
    """She does not want to go on. How many went."""
    mine = _hers(who) & (DRAFT.c.survey_id == survey)
    return rows(session.execute(delete(DRAFT).where(mine)))


def everything(session: Session, vault: Vault, who: Who) -> list[dict[str, Any]]:
    """All that is stored of them, for her (Art. 15 GDPR)."""
    columns = (*COLUMNS, SURVEY.c.title, DRAFT.c.changed)
    query = select(*columns).join(SURVEY, SURVEY.c.id == DRAFT.c.survey_id).where(_hers(who))
    found = {row.id: row for row in session.execute(query.order_by(DRAFT.c.id))}
    return [
        {
            "survey": json.loads(found[one.id].title),
            "mode": one.mode,
            "consent": one.consent,
            "state": STATE.dump_python(one.state, mode="json"),
            "changed": found[one.id].changed.isoformat(),
        }
        for one in _opened(session, vault, found.values())
    ]


def is_answered_now(session: Session, survey: int, since: date) -> bool:
    """Whether somebody is in the middle of it: her last answer is not older than that day."""
    fresh = (DRAFT.c.survey_id == survey) & (DRAFT.c.changed >= since)
    return session.scalar(select(DRAFT.c.id).where(fresh).limit(1)) is not None


def forget_of(session: Session, survey: int) -> int:
    """The survey closes: what was not submitted goes."""
    return rows(session.execute(delete(DRAFT).where(DRAFT.c.survey_id == survey)))


def forget_old(session: Session, before: date) -> int:
    """Enforce the period. How many went."""
    return rows(session.execute(delete(DRAFT).where(DRAFT.c.changed < before)))


def _hers(who: Who) -> ColumnElement[bool]:
    if who.account is None:
        return DRAFT.c.person_id == who.person
    return (DRAFT.c.person_id == who.person) | (DRAFT.c.account_id == who.account)


def _sealed(session: Session, vault: Vault, draft: Draft, state: State) -> bytes:
    return vault.seal(session, draft.survey, STATE.dump_json(state))


def _opened(session: Session, vault: Vault, found: Iterable[Any]) -> Iterator[Draft]:
    """Those that the vault's secret opens."""
    for row in found:
        try:
            state = STATE.validate_json(vault.open(session, row.survey_id, row.sealed))
        except (NotSealed, KeyDestroyed):
            continue
        yield Draft(row.id, row.survey_id, row.version_id, row.mode, state, row.consent)
