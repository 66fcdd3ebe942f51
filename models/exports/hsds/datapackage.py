"""The description of the tables (datapackage.json), after Frictionless Data's Tabular Data Package:
https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from models.hsds_profile import PREFIX
from models.hsds_tables import TABLES, Table
from models.service import ACTIVE, CLOSED, DEFUNCT, INACTIVE

VERSION = "3.0"
PLACE_TYPES = ("physical", "postal", "virtual")

NUMBERS = (
    *("latitude", "longitude", "timezone", "count", "interval", "amount", "extension"),
    *("minimum_age", "maximum_age", "year_incorporated"),
)
DATES = (
    *("valid_from", "valid_to", "dtstart", "until", "assured_date"),
    *("lotse_review_due", "lotse_valid_until"),
)
TIMES = ("opens_at", "closes_at")
YES = ("online", "by_appointment", "open_on_holidays", "interpretation", "first_contact", "instead")
TYPES = MappingProxyType(
    dict.fromkeys(NUMBERS, "number")
    | dict.fromkeys(DATES, "date")
    | dict.fromkeys(TIMES, "time")
    | {f"{PREFIX}{name}": "boolean" for name in YES}
)
"""What is no text."""

CHOICES = MappingProxyType(
    {
        "status": (ACTIVE, INACTIVE, DEFUNCT, CLOSED),
        "location_type": PLACE_TYPES,
        "address_type": PLACE_TYPES,
        "freq": ("WEEKLY", "MONTHLY"),
        "wkst": ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    }
)
"""What the standard lets a column hold; a translation's status is not the standard's."""


def datapackage() -> dict[str, Any]:
    """All tables with the types of their columns and what points where."""
    return {
        "name": "hsds",
        "profile": "tabular-data-package",
        "hsds_version": VERSION,
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table) -> dict[str, Any]:
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": "id"}}
        for column, other in table.links.items()
    ]
    schema = {"fields": [_field(name, table, x) for x in table.columns], "primaryKey": "id"}
    return {
        "name": name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(name: str, table: Table, column: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column in table.required:
        constraints["required"] = True
    if column == "id":
        constraints["unique"] = True
    if column in CHOICES and name != "translation":
        constraints["enum"] = list(CHOICES[column])
    described = {"name": column, "type": TYPES.get(column, "string")}
    if column == "id" or (column.endswith("_id") and not column.startswith("lotse_")):
        described["format"] = "uuid"
    return described | ({"constraints": constraints} if constraints else {})
