"""Phones, contacts, languages, schedules, costs and documents, by what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.hours.schedule import Schedule
from models.imports.hsds import values
from models.imports.hsds.notices import Notices
from models.imports.hsds.owners import (
    AT,
    CONTACT,
    LOCATION,
    ORGANIZATION,
    PHONE,
    SERVICE,
    Owned,
    Owners,
)
from models.imports.hsds.rows import Row, Tables
from models.imports.hsds.schedules import schedule
from models.offer import Contact, Cost, Phone
from models.service import DOCUMENT_SEPARATOR

LONGEST_NUMBER = 64
LONGEST_EXTENSION = LONGEST_TYPE = 16
FEWEST_DIGITS = 3
MOST_COST = 99_999_999
EURO = "EUR"

_QUOTES = "\"'“”„"
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(slots=True)
class Parts:
    """What belongs to services, service_at_locations, locations, organizations and contacts."""

    tables: Tables
    owners: Owners
    phones: Owned[Phone] = field(default_factory=Owned)
    contacts: Owned[Contact] = field(default_factory=Owned)
    languages: Owned[str] = field(default_factory=Owned)
    schedules: Owned[Schedule] = field(default_factory=Owned)
    costs: Owned[Cost] = field(default_factory=Owned)
    documents: Owned[tuple[str, str]] = field(default_factory=Owned)
    """Names of documents with the addresses of their forms."""
    eligibility: Owned[str] = field(default_factory=Owned)
    _kept: dict[Schedule, Schedule] = field(default_factory=dict)
    """Many keep the same hours: each is in memory once."""

    def read(self) -> None:
        """Read all of it; what it belongs to is known before."""
        people = list(self.owners.keyed(CONTACT, self.tables.rows("contact")))
        numbers = list(self.owners.keyed(PHONE, self.tables.rows("phone")))
        self._languages()
        self._phones(numbers)
        self._contacts(people)
        self._schedules()
        self._services()
        self._eligibility()

    @property
    def _notices(self) -> Notices:
        return self.owners.notices

    def _languages(self) -> None:
        for row in self.tables.rows("language"):
            if owner := self.owners.of(row, (PHONE, SERVICE, LOCATION)):
                known = self.languages[owner]
                known += [x for x in _codes(row, self._notices) if x not in known]

    def _phones(self, rows: list[tuple[str, Row]]) -> None:
        for key, row in rows:
            owner = self.owners.of(row, (CONTACT, AT, SERVICE, LOCATION, ORGANIZATION))
            spoken = self.languages.of(PHONE, key)
            if owner and (phone := _phone(row, spoken, self._notices)):
                self.phones[owner].append(phone)

    def _contacts(self, rows: list[tuple[str, Row]]) -> None:
        for key, row in rows:
            if owner := self.owners.of(row, (AT, SERVICE, LOCATION, ORGANIZATION)):
                email = values.email(row, "email", self._notices)
                named = (row.get("name"), row.get("title"), row.get("department"))
                self.contacts[owner].append(Contact(*named, email, self.phones.of(CONTACT, key)))

    def _schedules(self) -> None:
        for row in self.tables.rows("schedule"):
            owner = self.owners.of(row, (AT, SERVICE, LOCATION))
            if owner and (found := schedule(row, self._notices)):
                self.schedules[owner].append(self._kept.setdefault(found, found))

    def _services(self) -> None:
        for row in self.tables.rows("cost_option"):
            owner = self.owners.of(row, (SERVICE,))
            if owner and (cost := _cost(row, self._notices)) != Cost():
                self.costs[owner].append(cost)
        for row in self.tables.rows("required_document"):
            name = row.get("document").replace(DOCUMENT_SEPARATOR, ", ")
            if name and (owner := self.owners.of(row, (SERVICE,))):
                self.documents[owner].append((name, values.url(row, "uri", self._notices)))

    def _eligibility(self) -> None:
        for row in self.tables.rows("eligibility"):
            words = row.get("eligibility")
            if words and (owner := self.owners.of(row, (SERVICE,))):
                self.eligibility[owner].append(words)


def _codes(row: Row, notices: Notices) -> Iterator[str]:
    """Of a row's code, else of its name, where 1.x has several with commas between them."""
    column = "code" if row.get("code") else "name"
    written = [row.get(column)] if column == "code" else _several(row.get(column))
    yield from filter(None, (values.language(row, x, notices, column) for x in written))


def _several(written: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;/]\s*", written) if part]


def _phone(row: Row, spoken: tuple[str, ...], notices: Notices) -> Phone | None:
    written = row.get("number")
    number = written.strip(_QUOTES).strip()
    if number != written:
        notices.count("hsds_quotes", row.origin)
    if len(number) > LONGEST_NUMBER or sum(map(str.isdigit, number)) < FEWEST_DIGITS:
        notices.tell("phone", row, "number", value=values.HIDDEN)
        return None
    extension = "lotse_extension" if row.get("lotse_extension") else "extension"
    said = (values.language(row, x, notices, "language") for x in _several(row.get("language")))
    return Phone(
        number,
        values.short(row, extension, LONGEST_EXTENSION, notices),
        values.short(row, "type", LONGEST_TYPE, notices),
        row.get("description"),
        spoken or tuple(dict.fromkeys(filter(None, said))),
    )


def _cost(row: Row, notices: Notices) -> Cost:
    """An amount that is none is kept as words: "Taler", "nach Einkommen"."""
    words, amount = row.get("amount_description"), _amount(row.get("amount"))
    currency = row.get("currency").upper() or EURO
    if (amount is None and row.get("amount")) or not _CURRENCY.fullmatch(currency):
        said = f"{row.get('amount')} {row.get('currency')}".strip()
        notices.tell("hsds_amount", row, "amount", value=said)
        words, amount, currency = ", ".join(filter(None, (words, said))), None, EURO
    return Cost(
        amount,
        row.get("option"),
        currency,
        words,
        values.day(row, "valid_from", notices),
        values.day(row, "valid_to", notices),
    )


def _amount(written: str) -> float | None:
    try:
        amount = float(written.replace(",", "."))
    except ValueError:
        return None
    return amount if 0 <= amount <= MOST_COST else None
