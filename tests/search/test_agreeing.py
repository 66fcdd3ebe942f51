"""Topics to choose from are those that all who tell of concepts speak of together."""

import pytest

from search.agreeing import agreed
from search.nearest import Near
from search.reading import Reading
from search.thesaurus import Concept, ConceptKind

CONCEPTS = {
    "furniture": Concept("furniture", ConceptKind.TOPIC),
    "food": Concept("food", ConceptKind.TOPIC),
    "food_bank": Concept("food_bank", ConceptKind.NEED, ("food",)),
}
FRIDGE = Reading(("fridge", "empty"), ("en",), concepts={"furniture": 0.7})


def test_what_several_say_outweighs_what_one_says_louder() -> None:
    near = Near(said={"food_bank": 0.6}, together={"food": 0.3})
    told = agreed(FRIDGE, near, CONCEPTS)
    assert told["food"] > told["furniture"]


def test_where_nobody_else_says_anything_it_is_what_terms_say() -> None:
    assert agreed(FRIDGE, Near(), CONCEPTS) == {"furniture": 0.7}


def test_a_need_speaks_for_its_topic() -> None:
    told = agreed(Reading((), ("en",)), Near(terms={"food_bank": 1.0}), CONCEPTS)
    assert told["food_bank"] == pytest.approx(0.5)
    assert 0 < told["food"] <= told["food_bank"]
