"""The pieces of tales of danger: every language has words for each, and sentences to learn from."""

import pytest

from models.language import LOCALES
from models.tales import DANGERS, HARMLESS, KINDS, WORDS, load_codes, load_dangers
from models.terms_file import STATES, TERMS, read_terms
from search.tales import shipped
from tests.locales.files import header

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
SENTENCES = load_dangers()
CODES = load_codes(LOCALES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_has_words_with_their_states(language: str) -> None:
    written = read_terms(LOCALES / language / WORDS)
    assert tuple(written) == CODES
    assert {state for states in written.values() for state in states} <= set(STATES)
    assert [code for code, states in written.items() if sum(map(len, states.values())) < 5] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_sentences_each_once(language: str) -> None:
    by_kind = SENTENCES[language]
    said = [x.casefold() for those in by_kind.values() for x in those]
    assert set(by_kind) == {*KINDS, HARMLESS}
    assert min(len(those) for those in by_kind.values()) >= 40
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [WORDS, DANGERS])
def test_the_files_say_how_they_were_made(language: str, name: str) -> None:
    assert "How made:" in header(language, name)


def test_what_was_learned_speaks_of_these_pieces_and_kinds() -> None:
    weights = shipped().weights
    told = {code for of in weights.values() for name in of if name for code in name.split("+")}
    assert set(weights) == set(KINDS)
    assert told <= set(CODES)
