"""What stands for {} in message ids about offers that are kept true, and changes of them."""

from typing import get_args

from handlers import keeping_questions, offer_facets
from models.offer_change import Kind, Origin
from models.offer_editing import PARTS, SWITCHES
from models.offer_texts import COLUMNS
from models.report import KINDS

LISTED = (
    *("topics", "target_groups", "languages", "machine_translated", "phones", "contacts", "costs"),
    *("document_links", "organization_more", "organization_phones", "place_more"),
)
FACETS = (
    *(*COLUMNS, *LISTED, *offer_facets.AGES, *offer_facets.LINES, *offer_facets.SWITCHES),
    *("address", "point"),
)


def of_keeping() -> dict[tuple[str, str], tuple[str, ...]]:
    """By file and template."""
    wrong = (*dict.fromkeys(keeping_questions.CODES.values()), "other")
    return {
        ("handlers/changed.py", "change.from_{}"): get_args(Origin),
        ("handlers/changed.py", "change.is_{}"): get_args(Kind),
        ("handlers/changed.py", "change.says_{}"): get_args(Kind),
        ("handlers/keeping_card.py", "wrong.{}"): KINDS,
        ("handlers/keeping_parts.py", "facet.{}"): (*PARTS, *SWITCHES),
        ("handlers/keeping_questions.py", "facet.{}"): PARTS,
        ("handlers/keeping_questions.py", "keep.wrong_{}"): wrong,
        ("handlers/offer_facets.py", "facet.{}"): FACETS,
        ("handlers/offer_facets.py", "facet.kind_{}"): ("offer", "page", "event"),
        ("handlers/offer_telling.py", "change.told_{}"): ("accepted", "refused"),
    }
