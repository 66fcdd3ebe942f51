"""The documented table, sheet `offers` and sheet `fields`, as offers and fields of action."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from models.imports import offer_columns as columns
from models.imports.problems import Problem, Unexpected, nearest
from models.imports.reading import Reading
from models.imports.sheet_reading import Record, SheetReader
from models.imports.table import Table
from models.offer import Cost, FieldOfAction, Offer, Organization, Phone, Place
from models.service import CLOSED, INACTIVE
from models.taxonomy import KNOWN_TARGET_GROUPS
from models.translation import GERMAN

SHEETS = (columns.OFFERS, columns.FIELDS)

_NAMES = {
    "topics": "topics",
    "target_groups": "target_groups",
    "online": "online",
    "opening_hours": "schedules",
    "by_appointment": "by_appointment",
    "email": "email",
    "website": "website",
    "languages": "languages",
    "interpretation": "interpretation",
    "first_contact": "first_contact",
    "valid_until": "valid_until",
    "source": "source",
    "source_url": "source_url",
    "last_checked": "last_checked",
    "review_due": "review_due",
    "keeper": "keeper",
}
_PLACE_NAMES = {
    "location": "name",
    "address": "street",
    "postal_code": "postal_code",
    "city": "city",
    "district": "district",
    "latitude": "latitude",
    "longitude": "longitude",
    "wheelchair": "wheelchair",
}


def read_offers(table: Table, topics: Collection[str]) -> Reading:
    """Offers (their ids 0) and fields of action of `table`; `topics` are the codes there are."""
    sheet = table.sheet(columns.OFFERS)
    if sheet is None:
        found = ", ".join(x.name for x in table.sheets) or "none"
        values = {"sheet": columns.OFFERS, "found": found}
        return Reading((), None, (Problem("sheet_missing", table.file, values=values),))
    reader = SheetReader(sheet, columns.OFFER_FORM)
    records = reader.read()
    _check_ids(reader, records, "id")
    if not (records or reader.problems):
        reader.wrong(2, "id", Unexpected("no_rows"))
    for record in records:
        _check_offer(reader, record, topics)
    addresses = _addresses(reader, records)
    fields, problems = _fields(table, topics)
    offers = tuple(_offer(record, addresses) for record in records)
    return Reading(offers, fields, (*reader.problems, *problems), table.notices)


def _fields(
    table: Table, topics: Collection[str]
) -> tuple[tuple[FieldOfAction, ...] | None, list[Problem]]:
    sheet = table.sheet(columns.FIELDS)
    if sheet is None:
        return None, []
    reader = SheetReader(sheet, columns.FIELD_FORM)
    records = reader.read()
    _check_ids(reader, records, "code")
    for record in records:
        _check_codes(reader, record, "topics", topics)
    return tuple(_field(record) for record in records), reader.problems


def _check_offer(reader: SheetReader, record: Record, topics: Collection[str]) -> None:
    _check_codes(reader, record, "topics", topics)
    _check_codes(reader, record, "target_groups", KNOWN_TARGET_GROUPS)
    filled = record.filled
    if ("latitude" in filled) != ("longitude" in filled):
        reader.wrong(record.row, "latitude", Unexpected("both_coordinates"))
    if filled.isdisjoint((columns.ANSWER, columns.DESCRIPTION)):
        reader.wrong(record.row, columns.ANSWER, Unexpected("needs_words"))


def _check_codes(reader: SheetReader, record: Record, name: str, known: Collection[str]) -> None:
    for code in record.values.get(name, ()):
        if code not in known:
            problem = Unexpected("unknown_code", value=code, nearest=nearest(code, known))
            reader.wrong(record.row, name, problem)


def _check_ids(reader: SheetReader, records: Iterable[Record], name: str) -> None:
    rows: dict[str, int] = {}
    for record in records:
        id = record.values.get(name)
        if id in rows:
            reader.wrong(record.row, name, Unexpected("id_twice", value=id, first=rows[id]))
        elif id is not None:
            rows[id] = record.row


def _addresses(reader: SheetReader, records: Iterable[Record]) -> dict[str, str]:
    """Organizations' addresses on the web: one each, said in one row or in several alike."""
    found: dict[str, tuple[str, int]] = {}
    for record in records:
        name, url = (record.values.get(x, "") for x in ("organization", "organization_url"))
        known, row = found.setdefault(name, (url, record.row)) if url else (url, 0)
        if url != known:
            problem = Unexpected("organization_url", value=known, first=row)
            reader.wrong(record.row, "organization_url", problem)
    return {name: url for name, (url, _) in found.items()}


def _offer(record: Record, addresses: Mapping[str, str]) -> Offer:
    values = record.values
    organization = values.get("organization", "")
    named = {field: values[column] for column, field in _NAMES.items() if column in values}
    amount = values.get("cost_amount")
    return Offer(
        id=0,
        source_id=values.get("id", ""),
        maker=Organization(organization, addresses.get(organization, "")),
        texts=record.texts,
        places=_places(values),
        costs=() if amount is None else (Cost(amount),),
        phones=(Phone(values["phone"]),) if "phone" in values else (),
        temporarily_closed=values.get("status") == CLOSED,
        inactive=values.get("status") == INACTIVE,
        machine_translated=_unseen(record),
        **named,
    )


def _unseen(record: Record) -> tuple[str, ...]:
    """The languages translated by a machine; those without texts in this row do not count."""
    said = record.values.get("machine_translated", ())
    return tuple(sorted(x for x in said if x in record.texts and x != GERMAN))


def _places(values: Any) -> tuple[Place, ...]:
    named = {field: values[column] for column, field in _PLACE_NAMES.items() if column in values}
    return (Place(**named),) if named else ()


def _field(record: Record) -> FieldOfAction:
    names = {language: texts["name"] for language, texts in record.texts.items()}
    return FieldOfAction(record.values.get("code", ""), names, record.values.get("topics", ()))
