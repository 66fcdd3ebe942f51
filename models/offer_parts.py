"""What an offer consists of, as frozen values after HSDS 3.0: who, where, how to reach it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analysis.hours.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as the town writes it. `type`: voice, fax, cell, text …; `languages` spoken there,
    ISO codes.
    """

    number: str
    extension: str = ""
    type: str = ""
    description: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, as the town published it."""

    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs: `amount` in units of `currency` (ISO 4217), 0 is free of charge."""

    amount: float | None = None
    option: str = ""
    currency: str = "EUR"
    description: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an offer is. Coordinates in degrees (WGS 84); `wheelchair`: yes, no, partly or "".

    `source_id` is what its source knows it by, "" for the only place of an offer. `schedules` and
    `phones` are those of the offer at this place. `type`: physical, postal or virtual.
    """

    name: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    district: str = ""
    latitude: float | None = None
    longitude: float | None = None
    wheelchair: str = ""
    source_id: str = ""
    type: str = "physical"
    alternate_name: str = ""
    description: str = ""
    transportation: str = ""
    url: str = ""
    attention: str = ""
    street_2: str = ""
    region: str = ""
    state: str = ""
    country: str = "DE"
    accessibility: str = ""
    accessibility_details: str = ""
    accessibility_url: str = ""
    schedules: tuple[Schedule, ...] = ()
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """Who makes an offer (Träger). `source_id` is what its source knows it by, its name if "".

    `parent` is the source id of the organization that it belongs to.
    """

    name: str
    website: str = ""
    source_id: str = ""
    alternate_name: str = ""
    description: str = ""
    email: str = ""
    uri: str = ""
    logo: str = ""
    legal_status: str = ""
    year_incorporated: int | None = None
    parent: str = ""
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldOfAction:
    """A field of action (Handlungsfeld) of the town with its topics, in the town's order."""

    code: str
    names: Mapping[str, str]
    topics: tuple[str, ...] = field(default=())
