"""The documented table, sheet `offers` and sheet `fields`, as offers and fields of action."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.imports import offer_columns as columns
from models.imports.offer_part_columns import FORMS, PLACE_COLUMNS, SIMPLE_PLACE
from models.imports.offer_parts_table import FurtherSheets
from models.imports.problems import Problem, Unexpected, nearest
from models.imports.reading import Reading
from models.imports.sheet_reading import Record, SheetReader
from models.imports.table import Table
from models.makers import key
from models.offer import Cost, FieldOfAction, Offer, Organization, Phone, Place
from models.service import CLOSED, INACTIVE
from models.taxonomy import KNOWN_TARGET_GROUPS
from models.translation import GERMAN, MARK

SHEETS = (columns.OFFERS, columns.FIELDS, *FORMS)

_IN_GERMAN = f"{MARK}{GERMAN}"
NAMES = (
    *("kind", "topics", "target_groups", "online", "by_appointment", "open_on_holidays"),
    *("minimum_age", "maximum_age", "email", "website", "languages", "interpretation"),
    *("first_contact", "valid_until", "source", "source_url", "last_checked", "review_due"),
    *("keeper", "keeper_email"),
)
"""The columns that are called as the fields of an offer are."""


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
    further = FurtherSheets(table, {record.values.get("id", "") for record in records})
    offers = tuple(further.complete(_offer(record, addresses)) for record in records)
    wrong = (*reader.problems, *further.problems, *problems)
    return Reading(offers, fields, wrong, (*table.notices, *reader.notices))


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
        reader.odd(record.row, columns.ANSWER, Unexpected("no_words"))


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
        name, url = key(_maker(record)), record.values.get("organization_url", "")
        known, row = found.setdefault(name, (url, record.row)) if url else (url, 0)
        if url != known:
            problem = Unexpected("organization_url", value=known, first=row)
            reader.wrong(record.row, "organization_url", problem)
    return {name: url for name, (url, _) in found.items()}


def _offer(record: Record, addresses: Mapping[str, str]) -> Offer:
    values, maker = record.values, _maker(record)
    amount = values.get("cost_amount")
    return Offer(
        id=0,
        source_id=values.get("id", ""),
        maker=replace(maker, website=addresses.get(key(maker), "")),
        texts=record.texts,
        places=_places(values),
        schedules=values.get("opening_hours", ()),
        costs=() if amount is None else (Cost(amount),),
        phones=(Phone(values["phone"]),) if "phone" in values else (),
        temporarily_closed=values.get("status") == CLOSED,
        inactive=values.get("status") == INACTIVE,
        machine_translated=_unseen(record),
        outdated=_outdated(record),
        **{name: values[name] for name in NAMES if name in values},
    )


def _maker(record: Record) -> Organization:
    values = record.values
    return Organization(values.get("organization", ""), source_id=values.get("organization_id", ""))


def _unseen(record: Record) -> tuple[str, ...]:
    """The languages translated by a machine; those without texts in this row do not count."""
    said = record.values.get("machine_translated", ())
    return tuple(sorted(x for x in said if x in record.texts and x != GERMAN))


def _outdated(record: Record) -> tuple[str, ...]:
    """The translations made from an older German text; only of texts that are in this row."""
    said = record.values.get("outdated", ())
    return tuple(sorted(x for x in said if x in record.values and not x.endswith(_IN_GERMAN)))


def _places(values: Mapping[str, Any]) -> tuple[Place, ...]:
    named = {PLACE_COLUMNS[x][0]: values[x] for x in SIMPLE_PLACE if x in values}
    return (Place(**named),) if named else ()


def _field(record: Record) -> FieldOfAction:
    names = {language: texts["name"] for language, texts in record.texts.items()}
    return FieldOfAction(record.values.get("code", ""), names, record.values.get("topics", ()))
