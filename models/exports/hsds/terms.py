"""How offers are sorted, as records: attributes with their terms and taxonomies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from models import hsds_profile as profile
from models.exports.hsds.naming import Naming, Record
from models.hsds_profile import row_id
from models.offer import FieldOfAction, Offer
from models.translation import GERMAN, HUMAN, source_hash


def sorted_by(naming: Naming, service: str, offer: Offer) -> list[Record]:
    """Topics and target groups, the main topic first."""
    topics = attributes(naming, service, profile.TOPICS, offer.topics)
    return topics + attributes(naming, service, profile.TARGET_GROUPS, offer.target_groups)


def attributes(naming: Naming, parent: str, taxonomy: str, codes: Iterable[str]) -> list[Record]:
    """An attribute for each code; what a code means is the same in all exports."""
    return [
        naming.child(
            "attribute",
            parent,
            {"link_type": taxonomy, "taxonomy_term": _term(naming, taxonomy, code)},
            f"{taxonomy}:{place}",
        )
        for place, code in enumerate(codes)
    ]


def field_terms(naming: Naming, fields: Iterable[FieldOfAction]) -> Iterator[Record]:
    """Fields of action as terms of their own taxonomy, with their topics."""
    for field in fields:
        name = field.names.get(GERMAN, field.code)
        record = {**_described(profile.FIELDS_OF_ACTION, field.code, name)}
        id = str(record["id"])
        record["attributes"] = attributes(naming, id, profile.TOPICS, field.topics)
        record["lotse_translations"] = [
            naming.child("translation", id, _translation(language, text, name), language)
            for language, text in field.names.items()
            if language != GERMAN
        ]
        yield record


def _term(naming: Naming, taxonomy: str, code: str) -> Record:
    return _described(taxonomy, code, naming.words.of(taxonomy, code))


@lru_cache(1024)
def _described(taxonomy: str, code: str, name: str) -> Record:
    detail = {"id": row_id("taxonomy", "", taxonomy), "name": taxonomy, "description": taxonomy}
    return {
        "id": row_id("taxonomy_term", taxonomy, f":{code}"),
        "code": code,
        "name": name,
        "description": name,
        "taxonomy": taxonomy,
        "taxonomy_detail": detail,
        "language": GERMAN,
    }


def _translation(language: str, text: str, german: str) -> Record:
    return {
        "field": "name",
        "language": language,
        "text": text,
        "status": HUMAN,
        "source_hash": source_hash(german),
    }
