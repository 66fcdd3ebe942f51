"""Words of daily life: every language has some for each piece, and needs are learned from them."""

from models.language import LOCALES
from models.pieces import DAILY, load_codes
from models.terms_file import TERMS
from models.thesaurus import load_concepts
from search.needs import shipped
from search.thesaurus import ConceptKind

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
CODES = load_codes(DAILY)
CONCEPTS = load_concepts(LOCALES)


def test_codes_are_no_concepts() -> None:
    assert len(set(CODES)) == len(CODES)
    assert not CONCEPTS.keys() & set(CODES)
    assert all(code.startswith("d_") for code in CODES)


def test_what_was_learned_speaks_of_these_pieces_and_concepts() -> None:
    told = {ConceptKind.TOPIC, ConceptKind.NEED, ConceptKind.OUTSIDE}
    assert set(shipped().codes) <= {x.code for x in CONCEPTS.values() if x.kind in told}
    assert shipped().places.keys() <= CONCEPTS.keys() | set(CODES)
