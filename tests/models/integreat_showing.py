"""A reading as text that people compare: what the report says, and each offer field by field."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time
from typing import Any

from analysis.hours.schedule import Schedule
from models.imports.reading import Reading
from models.offer import Contact, Offer, Organization, Phone, Place

EMPTY = {
    Offer: Offer(0, "", Organization(""), {}),
    Place: Place(),
    Schedule: Schedule(),
    Phone: Phone(""),
    Contact: Contact(),
    Organization: Organization(""),
}


def shown(reading: Reading) -> str:
    """Problems and notices as the command line says them, then all offers."""
    said = [f"! {problem}" for problem in reading.problems]
    said += [f"- {notice}" for notice in reading.notices]
    offers = ["\n".join(_offer(offer)) for offer in reading.offers]
    return "\n\n".join(["\n".join(said), *offers]).strip() + "\n"


def _offer(offer: Offer) -> Iterator[str]:
    yield f"{offer.kind} {offer.source_id}"
    for name, value in _filled(offer):
        if name == "texts":
            yield from _texts(value)
        elif name not in ("kind", "source_id"):
            yield f"  {name}: {_value(value)}"


def _texts(texts: Any) -> Iterator[str]:
    for language, each in texts.items():
        for name, text in each.items():
            first, *further = text.split("\n")
            yield f"  {name}::{language}: {first}"
            yield from (f"    {line}" for line in further)


def _value(value: Any) -> str:
    if type(value) in EMPTY:
        return ", ".join(f"{name} {_value(x)}" for name, x in _filled(value))
    if isinstance(value, tuple):
        return "; ".join(map(_value, value))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _filled(thing: Any) -> list[tuple[str, Any]]:
    """The fields that are not what they are when nobody says anything."""
    empty = EMPTY[type(thing)]
    values = ((field.name, getattr(thing, field.name)) for field in fields(thing))
    return [(name, value) for name, value in values if value != getattr(empty, name)]
