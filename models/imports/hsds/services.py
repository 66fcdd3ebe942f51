"""A row of HSDS `service` with all that belongs to it, as an offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid5

from analysis.hours.rules import around_the_clock
from models.hsds_profile import KEY, NAMESPACE, SERVICE, TEXTS
from models.imports.hsds import owners as of
from models.imports.hsds import there, values
from models.imports.hsds.ids import source_id
from models.imports.hsds.places import VIRTUAL
from models.imports.hsds.rows import Row
from models.imports.hsds.there import Known
from models.imports.hsds.translations import Wording, wording
from models.imports.offer_columns import STATUS
from models.offer import Offer, Organization
from models.service import ACTIVE, CLOSED, DEFUNCT, DOCUMENT_SEPARATOR, INACTIVE

STATES = (ACTIVE, INACTIVE, DEFUNCT, CLOSED)
WORDS = {**STATUS, DEFUNCT: INACTIVE}
"""What stands for a state, in German too."""
KINDS = ("offer", "page", "event")
YES = ("online", "by_appointment", "open_on_holidays", "interpretation", "first_contact")
DAYS = ("last_checked", "review_due", "valid_until")
MAILS = ("email", "keeper_email")
ADDRESSES = ("website", "source_url")
AGES = ("minimum_age", "maximum_age")
NO_INTERPRETER = ("no", "not", "none", "nein", "nicht", "kein", "keine", "n/a")
"""First words of a sentence on interpreters that says that there is none."""


def offer(key: str, row: Row, known: Known) -> Offer | None:
    """The offer of a service; None if it has no name in any language, which is told."""
    said = _wording(key, row, known)
    if not any(texts.get("title") for texts in said.texts.values()):
        known.owners.notices.tell("hsds_no_name", row, "name")
        return None
    made = Offer(
        id=0,
        source_id=_source_id(row, known),
        maker=_maker(row, known),
        topics=known.sorted.topics.of(of.SERVICE, key),
        target_groups=known.sorted.target_groups.of(of.SERVICE, key),
        places=there.places(key, row, known),
        schedules=known.parts.schedules.of(of.SERVICE, key),
        costs=known.parts.costs.of(of.SERVICE, key),
        phones=known.parts.phones.of(of.SERVICE, key),
        contacts=there.contacts(key, row, known),
        languages=there.languages(key, known),
        document_links={name: uri for name, uri in _documents(key, known) if uri},
        **said._asdict(),
        **_own(row, known),
    )
    return made if row.has(KEY) else _guessed(made, row)


def _source_id(row: Row, known: Known) -> str:
    if found := source_id(row, of.SERVICE, known.owners.notices):
        return found
    known.owners.notices.tell("hsds_id_missing", row, "id")
    words = "\n".join(row.get(x) for x in ("name", "organization_id", "url"))
    return str(uuid5(NAMESPACE, f"{of.SERVICE}:\n{words}"))


def _wording(key: str, row: Row, known: Known) -> Wording:
    first = {name: words for name, column in TEXTS.items() if (words := row.get(column))}
    if documents := [name for name, _ in _documents(key, known)]:
        first["documents"] = DOCUMENT_SEPARATOR.join(documents)
    if found := known.parts.eligibility.of(of.SERVICE, key):
        first.setdefault("eligibility", "\n".join(found))
    return wording(known.language, first, known.translations.of(of.SERVICE, key))


def _documents(key: str, known: Known) -> tuple[tuple[str, str], ...]:
    return known.parts.documents.of(of.SERVICE, key)


def _maker(row: Row, known: Known) -> Organization:
    key = row.get("organization_id")
    if (found := known.makers.get(key)) and found.name:
        return found
    if key and found is None:
        left = "the service's own name stands for it"
        known.owners.dangling(row, of.ORGANIZATION, "organization_id", left)
    else:
        known.owners.notices.tell("hsds_no_organization", row, "organization_id")
    return Organization(row.get("name"))


def _own(row: Row, known: Known) -> dict[str, Any]:
    """The fields that are cells of the service's row."""
    notices = known.owners.notices
    kind = row.get(SERVICE["kind"])
    state = _status(row, known)
    return {
        **{name: row.yes(SERVICE[name]) for name in YES},
        **{name: values.day(row, SERVICE[name], notices) for name in DAYS},
        **{name: values.email(row, SERVICE[name], notices) for name in MAILS},
        **{name: values.url(row, SERVICE[name], notices) for name in ADDRESSES},
        **_ages(row, known),
        **{name: row.get(SERVICE[name]) for name in ("keeper", "source")},
        "kind": kind if kind in KINDS else KINDS[0],
        "temporarily_closed": state == CLOSED,
        "inactive": state == INACTIVE,
    }


def _ages(row: Row, known: Known) -> dict[str, int | None]:
    found = {name: values.whole(row, name, known.owners.notices) for name in AGES}
    lowest, highest = found.values()
    if lowest is not None and highest is not None and lowest > highest:
        known.owners.notices.tell("hsds_ages", row, AGES[0])
        return dict.fromkeys(AGES)
    return found


def _status(row: Row, known: Known) -> str:
    """Nothing said is active; nobody knows what another word means, so it is not shown."""
    state = row.get("status").lower().replace("_", " ")
    if not state or state in WORDS:
        return WORDS.get(state, ACTIVE)
    choices = ", ".join(STATES)
    known.owners.notices.tell("hsds_status", row, "status", value=state, choices=choices)
    return INACTIVE


def _guessed(made: Offer, row: Row) -> Offer:
    """What others' data do not say in a column: what follows from the rest."""
    hours = [made.hours_at(place) for place in made.places] or [made.schedules]
    words = row.get(TEXTS["interpretation"]).lower().split()
    return replace(
        made,
        online=any(place.type == VIRTUAL for place in made.places),
        open_on_holidays=all(map(around_the_clock, hours)),
        interpretation=bool(words) and words[0].strip(".,:;!") not in NO_INTERPRETER,
    )
