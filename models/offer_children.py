"""What belongs to offers, by the id of what it belongs to: one query for each kind of row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select

from analysis.hours.schedule import Schedule
from models.contact import ContactRow, LanguageRow, PhoneRow
from models.cost import CostOptionRow
from models.location import ServiceAtLocationRow
from models.offer_parts import Contact, Cost, Phone
from models.schedule import ScheduleRow

T = TypeVar("T")
Query = Select[*tuple[Any, ...]]

SCHEDULE = tuple(field.name for field in fields(Schedule))
PHONE = ("number", "extension", "type", "description")
CONTACT = ("name", "title", "department", "email")
COST = ("amount", "option", "currency", "amount_description", "valid_from", "valid_to")


class Children:
    """Reads the rows of the services `ids`, each kind when it is asked for.

    What many offers have alike is one value in memory: `alike` knows those of other `ids` too.
    """

    def __init__(self, connection: Connection, ids: Sequence[int], alike: dict[Any, Any]) -> None:
        self.ids = ids
        self._connection = connection
        self._alike = alike

    def schedules(self) -> dict[int, tuple[Schedule, ...]]:
        """By service."""
        return self._values(self._of(ScheduleRow, SCHEDULE), Schedule)

    def schedules_there(self) -> dict[int, tuple[Schedule, ...]]:
        """By service at location."""
        return self._values(self._there(ScheduleRow, SCHEDULE), Schedule)

    def costs(self) -> dict[int, tuple[Cost, ...]]:
        """By service."""
        return self._values(self._of(CostOptionRow, COST), Cost)

    def languages(self) -> dict[int, tuple[str, ...]]:
        """By service, the codes of those spoken."""
        return self._values(self._of(LanguageRow, ("code",)), str)

    def phones(self) -> dict[int, tuple[Phone, ...]]:
        """By service."""
        return self._phones(self._of(PhoneRow, ("id", *PHONE)))

    def phones_there(self) -> dict[int, tuple[Phone, ...]]:
        """By service at location."""
        return self._phones(self._there(PhoneRow, ("id", *PHONE)))

    def phones_of_makers(self, makers: Sequence[int]) -> dict[int, tuple[Phone, ...]]:
        """By organization."""
        query = _select(PhoneRow, PhoneRow.organization_id, ("id", *PHONE))
        return self._phones(query.where(PhoneRow.organization_id.in_(makers)))

    def contacts(self) -> dict[int, tuple[Contact, ...]]:
        """By service."""
        phones = self._phones(self._of_contacts())
        found: dict[int, list[Contact]] = defaultdict(list)
        for owner, id, *values in self.rows(self._of(ContactRow, ("id", *CONTACT))):
            contact = Contact(**_named(CONTACT, values), phones=phones.get(id, ()))
            found[owner].append(contact)
        return self._tuples(found)

    def rows(self, query: Query) -> Iterable[tuple[Any, ...]]:
        """Plain tuples, without the ORM's share of the time."""
        return map(tuple, self._connection.execute(query).all())

    def _of(self, table: Any, names: Iterable[str]) -> Query:
        query = _select(table, table.service_id, names)
        return query.where(table.service_id.in_(self.ids))

    def _there(self, table: Any, names: Iterable[str]) -> Query:
        at = ServiceAtLocationRow
        query = _select(table, table.service_at_location_id, names)
        joined = query.join(at, at.id == table.service_at_location_id)
        return joined.where(at.service_id.in_(self.ids))

    def _of_contacts(self) -> Query:
        query = _select(PhoneRow, PhoneRow.contact_id, ("id", *PHONE))
        joined = query.join(ContactRow, ContactRow.id == PhoneRow.contact_id)
        return joined.where(ContactRow.service_id.in_(self.ids))

    def _values(self, query: Query, make: Callable[..., T]) -> dict[int, tuple[T, ...]]:
        found: dict[int, list[T]] = defaultdict(list)
        for owner, *values in self.rows(query):
            said = (make, *values)
            if said not in self._alike:
                self._alike[said] = make(*values)
            found[owner].append(self._alike[said])
        return self._tuples(found)

    def _phones(self, query: Query) -> dict[int, tuple[Phone, ...]]:
        """A phone comes once for each language spoken there."""
        spoken = query.add_columns(LanguageRow.code).outerjoin(
            LanguageRow, LanguageRow.phone_id == PhoneRow.id
        )
        phones: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for *phone, language in self.rows(spoken.order_by(LanguageRow.id)):
            phones[tuple(phone)] += [language] if language else []
        found: dict[int, list[Phone]] = defaultdict(list)
        for (owner, _, *values), languages in phones.items():
            found[owner].append(Phone(**_named(PHONE, values), languages=tuple(languages)))
        return self._tuples(found)

    def _tuples(self, found: dict[int, list[T]]) -> dict[int, tuple[T, ...]]:
        groups = ((owner, tuple(values)) for owner, values in found.items())
        return {owner: self._alike.setdefault(group, group) for owner, group in groups}


def _named(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(names, values, strict=True))


def _select(table: Any, owner: Any, names: Iterable[str]) -> Query:
    """The owner's id and some columns, in the order in which the rows were made."""
    return select(owner, *(getattr(table, name) for name in names)).order_by(table.id)
