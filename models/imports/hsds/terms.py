"""Terms of taxonomies as Lotse's topics, target groups, districts and fields of action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.hsds_profile import DISTRICTS, FIELDS_OF_ACTION, TARGET_GROUPS, TOPICS
from models.imports.hsds.notices import MOST, Notices
from models.imports.hsds.owners import LOCATION, SERVICE, Owned, Owners
from models.imports.hsds.rows import Origin, Row, Tables
from models.imports.hsds.translations import Translations
from models.imports.problems import Problem, shown
from models.offer import FieldOfAction
from models.taxonomy import KNOWN_TARGET_GROUPS
from models.translation import GERMAN
from search.document import Topic

TERM = "taxonomy_term"


@dataclass(frozen=True, slots=True)
class Term:
    """A term with the name of its taxonomy, "" if that says nothing."""

    code: str
    name: str
    taxonomy: str
    origin: Origin


class Sorter:
    """Finds what a term is here; `unknown` counts those that are nothing here."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.codes = frozenset(topic.code for topic in topics)
        named = ((name, topic.code) for topic in topics for name in topic.names.values())
        self._names = {name.casefold(): code for name, code in named}
        self.unknown: Counter[tuple[Origin, str]] = Counter()

    def of(self, term: Term) -> tuple[str, str]:
        """The taxonomy of Lotse's and the code there, both "" when it is in none.

        A term is known by its code; one of other people's taxonomies also by its name, in any
        language that Lotse speaks.
        """
        if term.taxonomy == DISTRICTS:
            return DISTRICTS, term.code or term.name
        if term.code in self.codes and term.taxonomy != TARGET_GROUPS:
            return TOPICS, term.code
        if term.code in KNOWN_TARGET_GROUPS and term.taxonomy != TOPICS:
            return TARGET_GROUPS, term.code
        if code := self._names.get(term.name.casefold()):
            return TOPICS, code
        return "", ""

    def tell(self, notices: Notices) -> None:
        """Name the unknown terms that most services have."""
        for (origin, name), count in self.unknown.most_common(MOST):
            values = {"value": shown(name), "count": count}
            notices.add(Problem("hsds_term", *origin, values=values))
        if (more := len(self.unknown) - MOST) > 0:
            (origin, _), _ = self.unknown.most_common()[-1]
            notices.add(Problem("hsds_more", *origin, values={"count": more}))


@dataclass(slots=True)
class Sorted:
    """The codes of services by taxonomy, and the districts of locations."""

    topics: Owned[str] = field(default_factory=Owned)
    target_groups: Owned[str] = field(default_factory=Owned)
    districts: Owned[str] = field(default_factory=Owned)
    fields: Owned[str] = field(default_factory=Owned)
    """Topics by the term of a field of action."""


@dataclass
class Sorting:
    """Reads the attributes of some tables."""

    tables: Tables
    owners: Owners
    sorter: Sorter

    @cached_property
    def terms(self) -> dict[str, Term]:
        """All terms by their ids."""
        rows = self.owners.keyed("taxonomy", self.tables.rows("taxonomy"))
        taxonomies = {key: row.get("name") for key, row in rows}
        return {
            key: Term(row.get("code"), row.get("name"), _taxonomy(row, taxonomies), row.origin)
            for key, row in self.owners.keyed(TERM, self.tables.rows(TERM))
        }

    def read(self) -> Sorted:
        """What services, locations and fields of action are sorted by."""
        found, terms = Sorted(), self.terms
        for row in self.tables.rows("attribute"):
            entity, id = row.get("link_entity").lower(), row.get("link_id")
            if entity not in (SERVICE, LOCATION, TERM):
                continue
            if id not in self.owners.ids[entity]:
                self.owners.dangling(row, entity, "link_id", "left out")
            elif key := self.owners.known(row, TERM, "taxonomy_term_id", "left out"):
                self._sort(found, (entity, id), terms[key])
        return found

    def _sort(self, found: Sorted, owner: tuple[str, str], term: Term) -> None:
        taxonomy, code = self.sorter.of(term)
        known = {
            (SERVICE, TOPICS): found.topics,
            (SERVICE, TARGET_GROUPS): found.target_groups,
            (LOCATION, DISTRICTS): found.districts,
            (TERM, TOPICS): found.fields,
        }.get((owner[0], taxonomy))
        if known is not None and code not in known[owner]:
            known[owner].append(code)
        elif owner[0] == SERVICE and not taxonomy:
            self.sorter.unknown[term.origin, term.name or term.code] += 1


def _taxonomy(row: Row, taxonomies: Mapping[str, str]) -> str:
    return taxonomies.get(row.get("taxonomy_id"), "") or row.get("taxonomy")


def fields_of_action(
    terms: Mapping[str, Term], topics: Owned[str], texts: Translations
) -> tuple[FieldOfAction, ...]:
    """The fields of action among the terms, in their order."""
    return tuple(_fields(terms, topics, texts))


def _fields(
    terms: Mapping[str, Term], topics: Owned[str], texts: Translations
) -> Iterator[FieldOfAction]:
    for key, term in terms.items():
        if term.taxonomy == FIELDS_OF_ACTION:
            others = {x.language: x.text for x in texts.of(TERM, key) if x.field == "title"}
            yield FieldOfAction(term.code, {GERMAN: term.name, **others}, topics.of(TERM, key))
