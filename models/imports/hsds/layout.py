"""What tables and columns are called in all versions of HSDS, and what they are in 3.0.

Sources: Open Referral's schema references 1.0 to 3.1, and Open Referral UK 1.0, whose JSON has the
tables of 1.x with plurals of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from analysis.hours.schedule import WEEKLY
from models.hsds_tables import TABLES

OLD, OLDER = "2.0", "1.x"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table of some version becomes one of 3.0: its name there, columns with other names,
    and cells that all its rows have. A value that stands in its right place already is kept.
    """

    table: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    version: str = ""

    @property
    def columns(self) -> frozenset[str]:
        """The columns that are read, by the names that they have here."""
        return _columns(self.table, tuple(self.renamed))


_LINKED = {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id"}
_OF_SERVICES = {"link_entity": "service"}

OLD_TABLES: Mapping[str, Layout] = MappingProxyType(
    {
        "regular_schedule": Layout("schedule", {"weekday": "byday"}, {"freq": WEEKLY}, OLDER),
        "holiday_schedule": Layout(
            "schedule",
            {"start_date": "valid_from", "end_date": "valid_to"},
            {"lotse_instead": "true"},
            OLDER,
        ),
        "service_taxonomy": Layout("attribute", _LINKED, _OF_SERVICES, OLDER),
        "old_taxonomy": Layout("taxonomy_term", {"vocabulary": "taxonomy"}, {}, OLDER),
        "physical_address": Layout("address", {}, {"address_type": "physical"}, OLD),
        "postal_address": Layout("address", {}, {"address_type": "postal"}, OLD),
        "accessibility_for_disabilities": Layout(
            "accessibility", {"accessibility": "description"}, {}, OLD
        ),
        "service_attribute": Layout("attribute", _LINKED, _OF_SERVICES, OLD),
        "other_attribute": Layout("attribute", {"link_type": "link_entity"}, {}, OLD),
        "eligibility": Layout("eligibility", {}, {}, OLD),
    }
)
"""Tables that 3.0 no longer has."""

RENAMED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "organization": {"url": "website"},
        "service": {"fees": "fees_description"},
        "language": {"language": "name"},
        "taxonomy_term": {"term": "name"},
        "translation": {"service_id": "link_id"},
    }
)
"""Columns that had other names before 3.0."""

_FOREIGN = ("service_id", "location_id", "service_at_location_id", "organization_id", "contact_id")
_MORE: Mapping[str, tuple[str, ...]] = {
    "service": ("location_id",),
    "location": ("organization_id",),
    "contact": _FOREIGN,
    "phone": (*_FOREIGN, "language"),
    "schedule": (*_FOREIGN, "closed"),
    "language": ("location_id",),
    "eligibility": ("service_id", "eligibility"),
    "taxonomy_term": ("parent_id",),
    "attribute": ("id",),
}
COLUMNS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset((*(TABLES[name].columns if name in TABLES else ("id",)), *_MORE[name]))
        if name in _MORE
        else frozenset(TABLES[name].columns)
        for name in dict.fromkeys((*TABLES, *_MORE))
    }
)
"""The columns that are read, by table."""

NOT_KEPT = (
    *("funding", "program", "service_area", "unit", "service_capacity", "url", "metadata"),
    *("meta_table_description", "organization_identifier", "payment_accepted", "review"),
)
"""Tables that Lotse has no place for."""

_PLURALS = {
    "accessibility": "accessibilities",
    "address": "addresses",
    "taxonomy": "taxonomies",
    "physical_address": "physical_addresses",
    "postal_address": "postal_addresses",
    "service_capacity": "service_capacities",
    "eligibility": "eligibilities",
    "service_taxonomy": "service_taxonomies",
}
_ODD = {
    **dict.fromkeys(("services_at_location", "services_at_locations"), "service_at_location"),
    **dict.fromkeys(("services_taxonomy", "service_taxonomys"), "service_taxonomy"),
    **dict.fromkeys(("payments_accepted", "payment_accepteds"), "payment_accepted"),
    **dict.fromkeys(("eligibilitys", "eligibility_"), "eligibility"),
    **dict.fromkeys(("costoption", "costoptions"), "cost_option"),
    **dict.fromkeys(("lotse_translation", "lotse_translations"), "translation"),
    **dict.fromkeys(("taxonomy_detail",), "taxonomy"),
    "accessibility_for_disabilitie": "accessibility_for_disabilities",
}
_TABLES = (*TABLES, *OLD_TABLES, *NOT_KEPT)
NAMES: Mapping[str, str] = MappingProxyType(
    {name: name for name in _TABLES}
    | {_PLURALS.get(name, f"{name}s"): name for name in _TABLES}
    | _ODD
)
"""Tables by their names as files and as keys of JSON, in the singular and plural."""

_TAXONOMIES = ("taxonomy", "taxonomies", "taxonomy_detail")
_OF_OLD_TERMS = {"parent_id", "parent_name", "vocabulary"}
"""In 1.x the table of terms has the name that the table of taxonomies has in 3.0."""


def layout_of(name: str, columns: Collection[str] = ()) -> Layout | None:
    """How the table `name` with these columns is read. None: it is not one of HSDS, or not kept."""
    if name in _TAXONOMIES and not _OF_OLD_TERMS.isdisjoint(columns):
        return OLD_TABLES["old_taxonomy"]
    return _layout(name)


@cache
def _columns(table: str, renamed: tuple[str, ...]) -> frozenset[str]:
    return COLUMNS[table].union(renamed)


@lru_cache(1024)
def _layout(name: str) -> Layout | None:
    table = NAMES.get(name.strip().lower(), "")
    if table in OLD_TABLES:
        return OLD_TABLES[table]
    return Layout(table, RENAMED.get(table, {})) if table in TABLES else None


def version_of(versions: Collection[str]) -> str:
    """The version before 3.0 of tables that are of these, "" for 3.0 and 3.1."""
    return OLDER if OLDER in versions else OLD if OLD in versions else ""


def refitted(layout: Layout, values: dict[str, str]) -> dict[str, str]:
    """A row's cells as those of its table in 3.0."""
    for before, now in layout.renamed.items():
        if before in values:
            values.setdefault(now, values.pop(before))
    for column, value in layout.always.items():
        values.setdefault(column, value)
    return values
