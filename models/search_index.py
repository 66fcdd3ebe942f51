"""The search index follows the offers in the database; it can always be made anew from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from models import offers as stored
from models.offer import Offer
from models.offer_revision import changed_since
from search.document import Document
from search.engine import TextIndex
from search.indexing import bring, change, digest
from search.parts import Parts

IN_BODY = ("description", "eligibility", "application", "cost", "documents")
_BETWEEN = " "


class Stand(NamedTuple):
    """What an index was brought up to date with: `made_of` are database and analysis."""

    made_of: str
    revision: int
    day: date

    @classmethod
    def read(cls, text: str) -> Stand | None:
        """What an index remembers; None where it was made from nothing, or is not finished."""
        try:
            made_of, revision, day = text.split(_BETWEEN)
            return cls(made_of, int(revision), date.fromisoformat(day))
        except ValueError:
            return None

    def __str__(self) -> str:
        return _BETWEEN.join((self.made_of, str(self.revision), self.day.isoformat()))

    def leads_to(self, other: Stand) -> bool:
        """Whether what changed since is known."""
        return (
            self.made_of == other.made_of
            and self.revision <= other.revision
            and self.day <= other.day
        )


def stand(session: Session, parts: Parts, today: date) -> Stand:
    """What an index is to be brought up to date with."""
    made_of = digest(database(session), parts.version)
    return Stand(made_of, stored.revision(session), today)


def follow(session: Session, index: TextIndex, parts: Parts, today: date) -> None:
    """Let the index hold what stands on `today`. What did not change is not looked at."""
    wanted = stand(session, parts, today)
    if index.revision == str(wanted):
        return
    with index.alone():
        before = Stand.read(index.revision)  # by now perhaps by another process
        if before is None or not before.leads_to(wanted):
            _bring(session, index, parts, wanted)
        elif before != wanted:
            _change(session, index, parts, (before, wanted))


def database(session: Session) -> str:
    """Which database a session reads, without its password."""
    return session.get_bind().engine.url.render_as_string(hide_password=True)


def document(offer: Offer) -> Document:
    """An offer as it is searched."""
    texts = {language: _parts(fields) for language, fields in offer.texts.items()}
    return Document(offer.id, texts, offer.topics)


def _parts(fields: Mapping[str, str]) -> dict[str, str]:
    return {
        "title": fields.get("title", ""),
        "summary": fields.get("short_answer", ""),
        "body": "\n".join(fields[name] for name in IN_BODY if fields.get(name)),
    }


def _bring(session: Session, index: TextIndex, parts: Parts, wanted: Stand) -> None:
    ids = stored.standing(session, wanted.day)
    bring(index, map(document, stored.some(session, ids, wanted.day)), parts, str(wanted))


def _change(session: Session, index: TextIndex, parts: Parts, stands: tuple[Stand, Stand]) -> None:
    before, wanted = stands
    over = stored.over_between(session, before.day, wanted.day)
    ids = changed_since(session, before.revision) | over
    change(index, ids, map(document, stored.some(session, ids, wanted.day)), parts)
    index.commit(str(wanted))
