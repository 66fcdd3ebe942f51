"""Every language has words for each piece of danger and of daily life, and says who wrote them."""

import pytest

from models.language import LOCALES
from models.pieces import DAILY, DANGER, PieceFiles, load_codes
from models.terms_file import STATES, TERMS, read_terms
from tests.locales.files import header, wrong_wildcards

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
FEWEST = {DANGER: 5, DAILY: 2}


@pytest.mark.parametrize("files", FEWEST, ids=lambda files: files.words)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_has_words_with_their_states(language: str, files: PieceFiles) -> None:
    written = read_terms(LOCALES / language / files.words)
    terms = {code: sum(states.values(), ()) for code, states in written.items()}
    assert tuple(written) == load_codes(files)
    assert {state for states in written.values() for state in states} <= set(STATES)
    assert [code for code, those in terms.items() if len(those) < FEWEST[files]] == []
    assert wrong_wildcards(term for those in terms.values() for term in those) == []
    assert "How made:" in header(language, files.words)
