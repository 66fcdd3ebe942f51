"""Words of daily life: every language has some for each piece, and needs are learned from them."""

import pytest

from models.language import LOCALES
from models.pieces import DAILY, load_codes
from models.terms_file import STATES, TERMS, read_terms
from models.thesaurus import load_concepts
from search.needs import shipped
from search.thesaurus import ConceptKind
from tests.locales.files import header, wrong_wildcards

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
CODES = load_codes(DAILY)
CONCEPTS = load_concepts(LOCALES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_has_words_with_their_states(language: str) -> None:
    written = read_terms(LOCALES / language / DAILY.words)
    assert tuple(written) == CODES
    assert {state for states in written.values() for state in states} <= set(STATES)
    assert [code for code, states in written.items() if sum(map(len, states.values())) < 2] == []
    terms = [x for states in written.values() for those in states.values() for x in those]
    assert wrong_wildcards(terms) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_say_how_they_were_made(language: str) -> None:
    assert "How made:" in header(language, DAILY.words)


def test_codes_are_no_concepts() -> None:
    assert len(set(CODES)) == len(CODES)
    assert not CONCEPTS.keys() & set(CODES)
    assert all(code.startswith("d_") for code in CODES)


def test_what_was_learned_speaks_of_these_pieces_and_concepts() -> None:
    told = {ConceptKind.TOPIC, ConceptKind.NEED, ConceptKind.OUTSIDE}
    assert set(shipped().codes) <= {x.code for x in CONCEPTS.values() if x.kind in told}
    assert shipped().places.keys() <= CONCEPTS.keys() | set(CODES)
