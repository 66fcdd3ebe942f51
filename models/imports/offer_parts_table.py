"""The further sheets of the offers table, put together with what the sheet `offers` says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from models.imports import offer_part_columns as columns
from models.imports.offer_part_columns import CONTACT, CONTACTS, OFFER, ORGANIZATION, PHONES, PLACE
from models.imports.problems import Problem, Unexpected, nearest
from models.imports.sheet_reading import Record, SheetReader
from models.imports.table import Table
from models.makers import key
from models.offer import Offer, Organization

Owned = Mapping[int, tuple[Any, ...]]
"""Values by the number of the place or contact that they belong to; 0 is the offer's own."""


class FurtherSheets:
    """Reads all of them at once; `problems` fills up with what is wrong in them."""

    def __init__(self, table: Table, offers: Collection[str]) -> None:
        self._readers: dict[str, SheetReader] = {}
        self._rows: dict[str, dict[str, list[Record]]] = {}
        self._offers = offers
        for name, form in columns.FORMS.items():
            sheet = table.sheet(name)
            if sheet is not None and sheet.rows:
                self._readers[name] = SheetReader(sheet, form)
                self._read(name)

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong in these sheets."""
        return [problem for reader in self._readers.values() for problem in reader.problems]

    def complete(self, offer: Offer) -> Offer:
        """The offer with what the further sheets say of it."""
        places = (*offer.places, *self._made(columns.PLACES, offer.source_id))
        people = self._made(CONTACTS, offer.source_id)
        hours = self._numbered(columns.SCHEDULES, offer, (PLACE, len(places)))
        phones = self._numbered(PHONES, offer, (PLACE, len(places)))
        whose = self._numbered(PHONES, offer, (CONTACT, len(people)))
        return replace(
            offer,
            maker=self._maker(offer.maker),
            places=_with(places, schedules=hours, phones=phones),
            contacts=_with(people, phones=whose),
            costs=(*offer.costs, *self._made(columns.COSTS, offer.source_id)),
            schedules=(*offer.schedules, *hours[0]),
            phones=(*offer.phones, *phones[0]),
            document_links=dict(self._made(columns.DOCUMENTS, offer.source_id)),
        )

    def _read(self, name: str) -> None:
        """The rows of a sheet by what they belong to; organizations by themselves."""
        records = self._readers[name].read()
        if name == columns.ORGANIZATIONS:
            makers = ((key(_made(name, record)), record) for record in records)
            self._rows[name] = {id: [record] for id, record in makers}
            return
        self._rows[name] = _by(OFFER, (x for x in records if self._is_known(name, x)))
        if name == PHONES:
            self._rows[ORGANIZATION] = _by(ORGANIZATION, records)

    def _is_known(self, name: str, record: Record) -> bool:
        """Whether its offer is; a telephone may be an organization's instead."""
        id = record.values.get(OFFER)
        if id is None and name == PHONES and not record.filled & {OFFER, ORGANIZATION}:
            what = columns.WHOSE[OFFER]
            self._readers[name].wrong(record.row, OFFER, Unexpected("required", what=what))
        elif id is not None and id not in self._offers:
            problem = Unexpected("offer_unknown", value=id, nearest=nearest(id, self._offers))
            self._readers[name].wrong(record.row, OFFER, problem)
        return id in self._offers

    def _made(self, name: str, owner: str) -> tuple[Any, ...]:
        return tuple(_made(name, record) for record in self._rows.get(name, {}).get(owner, ()))

    def _maker(self, said: Organization) -> Organization:
        maker = next(iter(self._made(columns.ORGANIZATIONS, key(said))), said)
        rows = self._rows.get(ORGANIZATION, {}).get(key(said), ())
        phones = tuple(_made(PHONES, row) for row in rows)
        return replace(maker, website=maker.website or said.website, phones=phones)

    def _numbered(self, name: str, offer: Offer, among: tuple[str, int]) -> Owned:
        """Those of places, or of contacts, by their numbers."""
        column, most = among
        found: dict[int, tuple[Any, ...]] = defaultdict(tuple)
        for row in self._rows.get(name, {}).get(offer.source_id, ()):
            number = int(row.values.get(column, 0))
            if number > most:
                problem = Unexpected("number_of", value=number, most=most)
                self._readers[name].wrong(row.row, column, problem)
            if number or not row.filled & {PLACE, CONTACT}:
                found[number] += (_made(name, row),)
        return found


def _by(column: str, records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if owner := record.values.get(column):
            found[owner].append(record)
    return found


def _with(values: Sequence[Any], **parts: Owned) -> tuple[Any, ...]:
    """Values with those parts that belong to each by its number, from 1 on."""
    return tuple(
        replace(value, **{name: owned.get(n, ()) for name, owned in parts.items()})
        for n, value in enumerate(values, 1)
    )


def _made(name: str, record: Record) -> Any:
    """A value of what a row says; what it does not say is as if nobody had."""
    make, unsaid = columns.VALUES[name]
    fields = columns.FIELDS[name]
    said = {field: record.values[x] for x, (field, _) in fields.items() if x in record.values}
    return make(**{**unsaid, **said})
