"""Offers as the documented table, which an import reads back the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from models import service
from models.exports.files import write
from models.exports.offer_part_rows import Simple, further, of_maker, simple
from models.imports import offer_columns as columns
from models.imports.offer_part_columns import FORMS, PLACE_COLUMNS, SIMPLE_PLACE
from models.imports.offer_settling import by_column
from models.imports.offers_table import NAMES
from models.imports.problems import Problem, Unreadable
from models.imports.table import Cell, Sheet, Table
from models.makers import key
from models.offer import FieldOfAction, Offer
from models.translation import GERMAN, MARK

SEPARATOR = "; "
FIRST = ("id", "kind", "organization", "organization_id", "organization_url")
ALWAYS = (
    *("id", "organization", "organization_url", "topics", "target_groups", "location", "address"),
    *("postal_code", "city", "district", "latitude", "longitude", "wheelchair", "online"),
    *("opening_hours", "by_appointment", "phone", "email", "website", "cost_amount", "languages"),
    *("interpretation", "first_contact", "status", "valid_until", "source", "source_url"),
    *("last_checked", "review_due", "keeper", columns.TITLE, columns.ANSWER, columns.DESCRIPTION),
)
"""Columns that are there also when nobody has filled them yet."""


Row = Mapping[str, Any]


def write_table(offers: Sequence[Offer], fields: Sequence[FieldOfAction], path: Path) -> None:
    """The table at `path`: .xlsx, a folder of .csv files, or a single .csv without `fields`.

    Raises Unreadable for a single .csv when the offers need more than one sheet.
    """
    alone = path.suffix.lower() == ".csv"
    table = offers_table(offers, () if alone else fields)
    if alone and len(table.sheets) > 1:
        raise Unreadable(Problem("one_sheet", path.name))
    write(path, table)


def offers_table(offers: Sequence[Offer], fields: Iterable[FieldOfAction] = ()) -> Table:
    """The sheet `offers`, and of the others those that are needed."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for offer in offers:
        said = simple(offer)
        rows[columns.OFFERS].append(_offer(offer, said))
        for name, row in further(offer, said):
            rows[name].append(row)
    for maker in {key(offer.maker): offer.maker for offer in offers}.values():
        for name, row in of_maker(maker):
            rows[name].append(row)
    rows[columns.FIELDS] = [_field(field) for field in fields]
    order = (columns.FIELDS, *FORMS)
    first = _sheet(columns.OFFERS, rows[columns.OFFERS], ALWAYS)
    return Table("", (first, *(_sheet(name, rows[name]) for name in order if rows[name])))


def _sheet(name: str, rows: Sequence[Row], always: Iterable[str] = ()) -> Sheet:
    cells = [{column: _cell(value) for column, value in row.items()} for row in rows]
    used = {column for row in cells for column, cell in row.items() if cell is not None}
    header = tuple(sorted(used | set(always), key=lambda column: _order(name, column)))
    return Sheet("", name, (header, *(tuple(map(row.get, header)) for row in cells)))


def _order(sheet: str, column: str) -> tuple[Any, ...]:
    """As the documentation has them: what it is, its texts with German first, the rest."""
    if sheet in FORMS:
        return (list(FORMS[sheet].plain).index(column),)
    form = columns.OFFER_FORM if sheet == columns.OFFERS else columns.FIELD_FORM
    name, mark, language = column.partition(MARK)
    if mark:
        return (1, list(form.translated).index(name), language != GERMAN, language)
    place = list(form.plain).index(column)
    return (0 if column in FIRST or sheet == columns.FIELDS else 2, place)


def _cell(value: Any) -> Cell:
    """Nothing at all where an empty cell means the same."""
    if isinstance(value, tuple):
        value = SEPARATOR.join(value)
    found: Cell = value
    return None if found is None or found is False or found == "" else found


def _offer(offer: Offer, said: Simple) -> Row:
    place = said.place
    there = {x: getattr(place, PLACE_COLUMNS[x][0]) for x in SIMPLE_PLACE} if place else {}
    return (
        {name: getattr(offer, name) for name in NAMES}
        | by_column(offer.texts)
        | there
        | {
            "id": offer.source_id,
            "kind": offer.kind if offer.kind != service.OFFER else "",
            "organization": offer.maker.name,
            "organization_id": offer.maker.source_id,
            "organization_url": offer.maker.website,
            "opening_hours": said.hours,
            "cost_amount": said.cost.amount if said.cost else None,
            "phone": said.phone.number if said.phone else "",
            "status": _status(offer),
            "machine_translated": offer.machine_translated,
            "outdated": offer.outdated,
        }
    )


def _status(offer: Offer) -> str:
    if offer.inactive:
        return service.INACTIVE
    return service.CLOSED if offer.temporarily_closed else ""


def _field(field: FieldOfAction) -> Row:
    names = {f"name{MARK}{language}": name for language, name in field.names.items()}
    return {"code": field.code, "topics": field.topics, **names}
