"""How a place is reached: its contacts, or in older exports a number and addresses of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.imports import cells
from models.imports.integreat.node import Node
from models.imports.integreat.web_address import encoded
from models.imports.problems import Unexpected
from models.offer import Contact, Phone

_LONGEST_NUMBER = 64
VOICE, CELL = "voice", "cell"


@dataclass(frozen=True, slots=True)
class Reached:
    """Ways to a place; those of nobody in particular are the place's own.

    `unused`: something of a contact could not be kept. `hours`: a contact has hours of its own.
    """

    phones: tuple[Phone, ...] = ()
    email: str = ""
    website: str = ""
    contacts: tuple[Contact, ...] = ()
    unused: bool = False
    hours: bool = False


def reached(item: Node) -> Reached:
    """The ways that an item names."""
    nodes = item.nodes("contacts")
    ways = [_read(node) for node in (item, *nodes)]
    own = [way for way in ways if way.own]
    websites = [way.website for way in ways if way.website]
    return Reached(
        tuple(dict.fromkeys(phone for way in own for phone in way.contact.phones)),
        next((way.contact.email for way in own if way.contact.email), ""),
        next(iter(websites), ""),
        tuple(way.contact for way in ways if not way.own and way.contact != Contact()),
        any(way.unused for way in ways) or len(set(websites)) > 1,
        any(node.nodes("opening_hours") for node in nodes),
    )


@dataclass(frozen=True, slots=True)
class _Way:
    contact: Contact
    website: str
    unused: bool

    @property
    def own(self) -> bool:
        """Whether it is nobody's in particular."""
        return not (self.contact.name or self.contact.department)


def _read(node: Node) -> _Way:
    """What an object says of a contact. A place's own name is no contact's."""
    email, website = _usable(node, "email", cells.email), encoded(node.text("website"))
    phones = tuple(_phones(node))
    said = [name for name in ("email", "website", *_NUMBERS) if node.text(name)]
    kept = [part for part in (email, website, *phones) if part]
    contact = Contact(
        name=node.text("name"),
        department=node.text("area_of_responsibility"),
        email=email,
        phones=phones,
    )
    return _Way(contact, website, len(kept) < len(said))


_NUMBERS = {"phone_number": VOICE, "mobile_number": CELL}


def _phones(node: Node) -> Iterator[Phone]:
    for name, sort in _NUMBERS.items():
        number = node.text(name)
        if any(map(str.isdecimal, number)) and len(number) <= _LONGEST_NUMBER:
            yield Phone(number, type=sort)


def _usable(node: Node, name: str, parser: Callable[[str], str]) -> str:
    try:
        return parser(node.text(name))
    except Unexpected:
        return ""
