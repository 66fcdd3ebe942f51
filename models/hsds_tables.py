"""The tables of Lotse's profile of HSDS 3.0, and how they nest in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models import hsds_profile as profile
from models.hsds_profile import FILLED, KEY


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its file in a package, its columns in their order, those never empty, and which
    column points to which table.
    """

    file: str
    columns: tuple[str, ...]
    required: tuple[str, ...] = ("id",)
    links: Mapping[str, str] = field(default_factory=dict)


def _table(file: str, *columns: str, required: str = "", **links: str) -> Table:
    own = tuple(dict.fromkeys(("id", *columns)))
    foreign = {f"{name}_id": table for name, table in links.items()}
    return Table(file, tuple(dict.fromkeys((*own, *foreign))), ("id", *required.split()), foreign)


SERVED = {"service": "service", "service_at_location": "service_at_location"}
"""What a phone, a schedule or a contact can be of, here."""

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "organization": _table(
            "organizations.csv",
            *("parent_organization_id", *profile.ORGANIZATION.values(), KEY, FILLED),
            required="name description",
            parent_organization="organization",
        ),
        "service": _table(
            "services.csv",
            *(
                "organization_id",
                *profile.TEXTS.values(),
                "status",
                *profile.SERVICE.values(),
                KEY,
                FILLED,
            ),
            required="organization_id name status",
            organization="organization",
        ),
        "location": _table(
            "locations.csv", *profile.LOCATION.values(), KEY, required="location_type"
        ),
        "address": _table(
            "addresses.csv",
            *("location_id", *profile.ADDRESS.values(), "address_type", FILLED),
            required="address_1 city state_province postal_code country address_type",
            location="location",
        ),
        "accessibility": _table(
            "accessibility.csv", *profile.ACCESSIBILITY.values(), location="location"
        ),
        "service_at_location": _table(
            "service_at_location.csv",
            required="service_id location_id",
            service="service",
            location="location",
        ),
        "contact": _table("contacts.csv", *profile.CONTACT.values(), service="service"),
        "phone": _table(
            "phones.csv",
            *(*profile.PHONE.values(), "lotse_extension"),
            required="number",
            **SERVED,
            organization="organization",
            contact="contact",
        ),
        "schedule": _table("schedules.csv", *profile.SCHEDULE.values(), "lotse_freq", **SERVED),
        "language": _table("languages.csv", "name", "code", service="service", phone="phone"),
        "cost_option": _table(
            "cost_options.csv", *profile.COST.values(), required="service_id", service="service"
        ),
        "required_document": _table("required_documents.csv", "document", "uri", service="service"),
        "taxonomy": _table(
            "taxonomies.csv", "name", "description", "uri", required="name description"
        ),
        "taxonomy_term": _table(
            "taxonomy_terms.csv",
            *("code", "name", "description", "taxonomy", "language"),
            required="name description",
            taxonomy="taxonomy",
        ),
        "attribute": _table(
            "attributes.csv",
            *("link_id", "link_type", "link_entity"),
            required="link_id taxonomy_term_id link_entity",
            taxonomy_term="taxonomy_term",
        ),
        "translation": _table(
            "lotse_translations.csv",
            *("link_id", "link_entity", *profile.TRANSLATION),
            required="link_id link_entity field language text",
        ),
    }
)

NESTED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "service": {
            "organization": "organization",
            "phones": "phone",
            "schedules": "schedule",
            "service_at_locations": "service_at_location",
            "languages": "language",
            "contacts": "contact",
            "cost_options": "cost_option",
            "required_documents": "required_document",
            "attributes": "attribute",
            "lotse_translations": "translation",
        },
        "organization": {"phones": "phone"},
        "service_at_location": {
            "location": "location",
            "phones": "phone",
            "schedules": "schedule",
        },
        "location": {
            "addresses": "address",
            "accessibility": "accessibility",
            "attributes": "attribute",
        },
        "contact": {"phones": "phone"},
        "phone": {"languages": "language"},
        "attribute": {"taxonomy_term": "taxonomy_term"},
        "taxonomy_term": {
            "taxonomy_detail": "taxonomy",
            "attributes": "attribute",
            "lotse_translations": "translation",
        },
    }
)
"""Keys in JSON of what a row holds, and the table of that. `organization`, `location`,
`taxonomy_term` and `taxonomy_detail` hold one row, all others a list. A term of a field of action
has its topics and its names in other languages only as tables: a list of services has no place for
them."""
ONE = ("organization", "location", "taxonomy_term", "taxonomy_detail")
