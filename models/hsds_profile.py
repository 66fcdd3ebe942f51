"""Lotse's profile of HSDS 3.0: which table and column holds what of an offer, and Lotse's own ones.

Sources: Open Referral, Human Services Data Specification 3.0, schema reference and profiles. What
the standard lacks stands in columns and tables that begin with `lotse_`, so that nobody else's
column is ever taken for one of them; docs/hsds.md explains each. Exports write exactly this, in
JSON nested as the standard's full service; imports read it back the same. The order of rows says
which phone, place or topic comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha1
from types import MappingProxyType
from uuid import UUID

NAMESPACE = UUID("7094c184-3b25-4ceb-8081-e87ed793e982")
"""For all ids that Lotse makes (RFC 4122, version 5)."""
UUID_LENGTH = 36

PREFIX = "lotse_"
KEY = "lotse_source_id"
"""What the source knows a service, location or organization by. Where this column is, it holds
even when it is empty (an organization known by its name, a place of one offer only); where it is
not, as in everybody else's data, the `id` is it."""
FILLED = "lotse_filled_in"
"""Columns of this row, with commas between, that the standard wants filled and that nobody knew:
they repeat the nearest thing that is known, and an import takes them for empty."""
TRUE = "true"
"""A yes; a no is an empty cell, in JSON no key at all."""


ORGANIZATION: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("name", "alternate_name", "description", "email", "website")}
    | {name: name for name in ("uri", "logo", "legal_status", "year_incorporated")}
    | {"parent": "lotse_parent"}
)
"""Organization's fields → columns of `organization`; here and below one value is one cell."""

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "title": "name",
        "alternate_name": "alternate_name",
        "short_answer": "lotse_short_answer",
        "description": "description",
        "alert": "alert",
        "eligibility": "eligibility_description",
        "cost": "fees_description",
        "application": "application_process",
        "accreditations": "accreditations",
        "interpretation": "interpretation_services",
        "hours_note": "lotse_hours_note",
        "page": "lotse_page",
    }
)
"""German texts of an offer → columns of `service`. `documents` is the table `required_document`."""
DOCUMENTS = "documents"

SERVICE: Mapping[str, str] = MappingProxyType(
    {
        "website": "url",
        "email": "email",
        "minimum_age": "minimum_age",
        "maximum_age": "maximum_age",
        "last_checked": "assured_date",
        "keeper_email": "assurer_email",
        "keeper": "lotse_keeper",
        "review_due": "lotse_review_due",
        "valid_until": "lotse_valid_until",
        "source": "lotse_source",
        "source_url": "lotse_source_url",
        "kind": "lotse_kind",
        "online": "lotse_online",
        "by_appointment": "lotse_by_appointment",
        "open_on_holidays": "lotse_open_on_holidays",
        "interpretation": "lotse_interpretation",
        "first_contact": "lotse_first_contact",
    }
)
"""The offer's own fields → columns of `service`; `status` says whether it is inactive or closed."""

LOCATION: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("name", "alternate_name", "description", "transportation", "url")}
    | {"type": "location_type", "latitude": "latitude", "longitude": "longitude"}
)
"""Place's fields → `location`; its district is an attribute, its schedules and phones are those
of `service_at_location`."""
ADDRESS: Mapping[str, str] = MappingProxyType(
    {"attention": "attention", "street": "address_1", "street_2": "address_2", "city": "city"}
    | {"region": "region", "state": "state_province", "postal_code": "postal_code"}
    | {"country": "country"}
)
ACCESSIBILITY: Mapping[str, str] = MappingProxyType(
    {"accessibility": "description", "accessibility_details": "details"}
    | {"accessibility_url": "url", "wheelchair": "lotse_wheelchair"}
)
PHONE: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("number", "extension", "type", "description")}
)
"""`extension` is a number there; one that is none stands in `lotse_extension`."""
CONTACT: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("name", "title", "department", "email")}
)
COST: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("valid_from", "valid_to", "option", "currency", "amount")}
    | {"description": "amount_description"}
)
SCHEDULE: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("valid_from", "valid_to", "dtstart", "timezone", "until", "count")}
    | {name: name for name in ("wkst", "freq", "interval", "byday", "byweekno", "bymonthday")}
    | {name: name for name in ("byyearday", "description", "opens_at", "closes_at")}
    | {name: name for name in ("schedule_link", "attending_type", "notes")}
    | {"by_appointment": "lotse_by_appointment", "instead": "lotse_instead"}
)
"""`freq` is WEEKLY, MONTHLY or empty there; any other stands in `lotse_freq`."""
FREQUENCIES = ("WEEKLY", "MONTHLY")

TRANSLATION = ("field", "language", "text", "status", "source_hash")
"""Of a translation: `field` is the column it translates (or `documents`), `status` human or
machine, `source_hash` that of the German text it was made from, empty when it is older."""

TOPICS, TARGET_GROUPS, DISTRICTS = "topics", "target_groups", "districts"
FIELDS_OF_ACTION = "fields_of_action"
"""Names of taxonomies. A field of action has its topics as attributes of its own term."""


def row_id(table: str, source: str, key: str) -> str:
    """The UUID of a row: `key` itself when it is one, else one that is always the same."""
    try:
        same = len(key) == UUID_LENGTH and str(UUID(key)) == key
    except ValueError:
        same = False
    return key if same else made_id(f"{table}:{source}:{key}")


def made_id(name: str) -> str:
    """What `uuid5` makes of a name in our namespace, in a quarter of its time."""
    found = sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(found[16], 16) & 3]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"
