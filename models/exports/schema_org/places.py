"""Where an offer is and who makes it, as schema.org's Place and Organization."""

from __future__ import annotations

from models.exports.schema_org import hours
from models.exports.schema_org.things import Thing, is_known, thing
from models.offer import Offer, Organization, Place

OFFICES = (
    *("Stadt ", "Gemeinde ", "Landkreis ", "Landratsamt ", "Kreisverwaltung ", "Stadtverwaltung "),
    *("Verwaltungsgemeinschaft ", "Jobcenter ", "Agentur für Arbeit ", "Finanzamt "),
)
"""With such a name begins who is a public office in Germany, and nobody else."""
PUBLIC = "öffentlichen Rechts"
VIRTUAL = "virtual"
REACHABLE = {"yes": True, "no": False}


def is_office(maker: Organization) -> bool:
    """Whether it is an office (Behörde), as far as its name or its legal form says so."""
    return f"{maker.name} ".startswith(OFFICES) or PUBLIC in maker.legal_status


def organization(maker: Organization) -> Thing:
    """Who makes it."""
    return thing(
        "GovernmentOrganization" if is_office(maker) else "Organization",
        name=maker.name,
        alternateName=maker.alternate_name,
        description=maker.description,
        url=maker.website,
        email=maker.email,
        telephone=[phone.number for phone in maker.phones if phone.type != "fax"],
        logo=maker.logo,
    )


def place(found: Place, offer: Offer) -> Thing:
    """One place with its hours; the offer's own where it has none of its own."""
    schedules = () if offer.by_appointment or offer.temporarily_closed else offer.hours_at(found)
    return thing(
        "Place",
        name=found.name,
        alternateName=found.alternate_name,
        description=found.description,
        url=found.url,
        address=_address(found),
        geo=_position(found),
        telephone=[phone.number for phone in found.phones if phone.type != "fax"],
        amenityFeature=_wheelchair(found),
        openingHoursSpecification=hours.usual(schedules, open_on_holidays=offer.open_on_holidays),
        specialOpeningHoursSpecification=hours.special(schedules),
    )


def online(found: Place) -> Thing:
    """A place on the web, where an event is."""
    return thing("VirtualLocation", name=found.name, url=found.url)


def _address(found: Place) -> Thing | None:
    street = ", ".join(part for part in (found.street, found.street_2) if part)
    if not any((street, found.postal_code, found.city)):
        return None
    return thing(
        "PostalAddress",
        streetAddress=street,
        postalCode=found.postal_code,
        addressLocality=found.city,
        addressRegion=found.state or found.region,
        addressCountry=found.country,
    )


def _position(found: Place) -> Thing | None:
    if found.latitude is None or found.longitude is None:
        return None
    return thing("GeoCoordinates", latitude=found.latitude, longitude=found.longitude)


def _wheelchair(found: Place) -> Thing | None:
    value = REACHABLE.get(found.wheelchair)
    if not is_known(value):
        return None
    return thing("LocationFeatureSpecification", name="wheelchair accessible", value=value)
