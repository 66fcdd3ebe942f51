"""What an import would change, and changing it: idempotent by (source, source id)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import offer_revision
from models import offers as stored
from models.chunks import chunks
from models.imports.field_writing import write_fields
from models.imports.offer_differences import differences
from models.imports.offer_made_here import with_made_here
from models.imports.offer_settling import Texts, by_column, settled
from models.imports.offer_writing import Progress, write_offers
from models.imports.reading import Reading
from models.imports.reports import Kind, Report, ReportRow
from models.offer import FieldOfAction, Offer
from models.offer_reading import read
from models.service import DEFUNCT, INACTIVE, ServiceRow
from models.translation import GERMAN, MARK


@dataclass(frozen=True, slots=True)
class Change:
    """One offer's: `changed` are the fields, `outdated` the translations left behind by it."""

    kind: Kind
    offer: Offer
    changed: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of an import in the order of the table, the vanished last.

    `fields` are the fields of action as they are to be, None when they stay as they are.
    """

    source: str
    changes: tuple[Change, ...]
    fields: tuple[FieldOfAction, ...] | None


@dataclass(frozen=True, slots=True)
class OffersReport(Report):
    """`fields_changed`: the fields of action or their topics did."""

    fields_changed: bool = False

    @property
    def anything(self) -> bool:
        """Whether the import changes anything at all."""
        return self.fields_changed or any(row.kind != "unchanged" for row in self.rows)


def plan(session: Session, reading: Reading, source: str, progress: Progress | None = None) -> Plan:
    """Compare a reading without problems with what is stored of its source. Changes nothing."""
    if reading.problems:
        raise ValueError("a table with problems is not imported")
    compared = tuple(_compared(session, reading.offers, source, progress))
    vanished = tuple(_vanished(session, reading.offers, source))
    same = reading.fields is None or reading.fields == stored.fields_of_action(session)
    return Plan(source, (*compared, *vanished), None if same else reading.fields)


def apply(session: Session, plan: Plan, progress: Progress | None = None) -> OffersReport:
    """Write a plan in the session's transaction; the revision grows when anything changed."""
    made = report(plan)
    if made.anything:
        changed = [x.offer for x in plan.changes if x.kind != "unchanged"]
        written = write_offers(session, plan.source, changed, progress)
        if plan.fields is not None:
            write_fields(session, plan.fields)
        offer_revision.changed(session, offer_revision.with_related(session, written))
    return made


def report(plan: Plan) -> OffersReport:
    """What a plan would do."""
    rows = (
        ReportRow(x.kind, x.offer.source_id, _title(x.offer), x.changed, x.outdated)
        for x in plan.changes
    )
    return OffersReport(tuple(rows), plan.fields is not None)


def _compared(
    session: Session, offers: Sequence[Offer], source: str, progress: Progress | None
) -> Iterator[Change]:
    """A change for each. What is stored is read bit by bit, so that it need not all be kept."""
    done = 0
    for some in chunks(offers):
        mine = ServiceRow.source_id.in_([x.source_id for x in some])
        known = {x.source_id: x for x in read(session, (ServiceRow.source == source) & mine)}
        yield from (_change(known.pop(x.source_id, None), x) for x in some)
        done += len(some)
        if progress is not None:
            progress(done, len(offers))


def _vanished(session: Session, offers: Sequence[Offer], source: str) -> Iterator[Change]:
    """What is stored and shown, and no longer among the offers."""
    here = {x.source_id for x in offers}
    shown = (ServiceRow.source == source) & ServiceRow.status.not_in((INACTIVE, DEFUNCT))
    query = select(ServiceRow.id, ServiceRow.source_id).where(shown).order_by(ServiceRow.id)
    gone = [id for id, known_by in session.execute(query) if known_by not in here]
    for some in chunks(gone):
        for offer in read(session, ServiceRow.id.in_(some)):
            yield Change("vanished", replace(offer, inactive=True, temporarily_closed=False))


def _change(old: Offer | None, new: Offer) -> Change:
    kept = settled(with_made_here(new, old), old)
    if old is None:
        return Change("new", kept)
    changed = tuple(differences(old, kept))
    outdated = tuple(_left_behind(changed, kept.texts))
    return Change("changed" if changed else "unchanged", kept, changed, outdated)


def _left_behind(changed: Collection[str], texts: Texts) -> Iterator[str]:
    """Translations that stayed as they were while their German text changed."""
    for column in by_column(texts):
        name = column.partition(MARK)[0]
        if f"{name}{MARK}{GERMAN}" in changed and column not in changed:
            yield column


def _title(offer: Offer) -> str:
    return offer.texts.get(GERMAN, {}).get("title", "")
