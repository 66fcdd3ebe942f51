"""What HSDS 3.0 itself wants of a package: required columns, choices and links of its tables."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

FILES = {
    "organization": "organizations.csv",
    "service": "services.csv",
    "location": "locations.csv",
    "address": "addresses.csv",
    "accessibility": "accessibility.csv",
    "service_at_location": "service_at_location.csv",
    "contact": "contacts.csv",
    "phone": "phones.csv",
    "schedule": "schedules.csv",
    "language": "languages.csv",
    "cost_option": "cost_options.csv",
    "required_document": "required_documents.csv",
    "taxonomy": "taxonomies.csv",
    "taxonomy_term": "taxonomy_terms.csv",
    "attribute": "attributes.csv",
}
REQUIRED = {
    "organization": "name description",
    "service": "organization_id name status",
    "location": "location_type",
    "address": "address_1 city state_province postal_code country address_type",
    "service_at_location": "service_id location_id",
    "phone": "number",
    "cost_option": "service_id",
    "taxonomy": "name description",
    "taxonomy_term": "name description",
    "attribute": "link_id taxonomy_term_id link_entity",
}
KINDS = r"physical|postal|virtual"
NUMBER, DAY, TIME = r"-?\d+(\.\d+)?", r"\d{4}-\d\d-\d\d", r"\d\d:\d\d:\d\d"
PATTERNS = {
    "service.status": r"active|inactive|defunct|temporarily closed",
    "service.minimum_age": NUMBER,
    "service.maximum_age": NUMBER,
    "service.assured_date": DAY,
    "organization.year_incorporated": NUMBER,
    "location.location_type": KINDS,
    "location.latitude": NUMBER,
    "location.longitude": NUMBER,
    "address.address_type": KINDS,
    "phone.extension": NUMBER,
    "cost_option.amount": NUMBER,
    "cost_option.currency": r"[A-Z]{3}",
    "cost_option.valid_from": DAY,
    "schedule.freq": r"WEEKLY|MONTHLY",
    "schedule.wkst": r"MO|TU|WE|TH|FR|SA|SU",
    "schedule.interval": NUMBER,
    "schedule.count": NUMBER,
    "schedule.timezone": NUMBER,
    "schedule.dtstart": DAY,
    "schedule.until": DAY,
    "schedule.opens_at": TIME,
    "schedule.closes_at": TIME,
}
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
LINKS = {f"{table}_id": table for table in FILES} | {"parent_organization_id": "organization"}

Row = Mapping[str, str]


def package(folder: Path) -> dict[str, list[Row]]:
    """The rows of every table of a folder."""
    found: dict[str, list[Row]] = {}
    for table, name in FILES.items():
        with (folder / name).open(encoding="utf-8", newline="") as file:
            found[table] = [*csv.DictReader(file)]
    return found


def complaints(tables: Mapping[str, list[Row]]) -> Iterator[str]:
    """What the standard has against a package, nothing when it is as it should be."""
    ids = {table: {row["id"] for row in rows} for table, rows in tables.items()}
    for table, rows in tables.items():
        if len(ids[table]) < len(rows):
            yield f"{table}: an id twice"
        for row in rows:
            yield from (f"{table}: {x}" for x in _wrong(table, row, ids))


def _wrong(table: str, row: Row, ids: Mapping[str, set[str]]) -> Iterator[str]:
    wanted = REQUIRED.get(table, "").split()
    yield from (f"{name} is empty" for name in ("id", *wanted) if not row[name])
    for name, cell in row.items():
        pattern = UUID if name == "id" else PATTERNS.get(f"{table}.{name}", ".*")
        if cell and not re.fullmatch(pattern, cell, re.DOTALL):
            yield f"{name} is {cell}"
        if cell and name in LINKS and cell not in ids[LINKS[name]]:
            yield f"{name} points nowhere"
