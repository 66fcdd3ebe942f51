"""The pieces of tales of danger: every language has words for each, and sentences to learn from."""

import pytest

from models.language import LOCALES
from models.pieces import DANGER, load_codes
from models.tales import DANGERS, HARMLESS, KINDS, load_dangers
from models.terms_file import TERMS, read_terms
from search.tales import shipped
from tests.locales.files import header
from tests.shipped import words

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob(f"*/{TERMS}")))
SENTENCES = load_dangers()
CODES = load_codes(DANGER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_sentences_each_once(language: str) -> None:
    by_kind = SENTENCES[language]
    said = [x.casefold() for those in by_kind.values() for x in those]
    assert set(by_kind) == {*KINDS, HARMLESS}
    assert min(len(those) for those in by_kind.values()) >= 40
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [DANGER.words, DANGERS])
def test_the_files_say_how_they_were_made(language: str, name: str) -> None:
    assert "How made:" in header(language, name)


def test_what_was_learned_speaks_of_these_pieces_and_kinds() -> None:
    weights = shipped().weights
    told = {code for of in weights.values() for name in of if name for code in name.split("+")}
    assert set(weights) == set(KINDS)
    assert told <= set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_daily_life_hardly_ever_make_a_tale_of_danger(language: str) -> None:
    ordinary = [
        term.replace("*", "")
        for code, states in read_terms(LOCALES / language / TERMS).items()
        if code.startswith(("o_", "a_", "t_", "f_"))
        for terms in states.values()
        for term in terms
    ]
    alarms = [term for term in ordinary if words().emergencies.detect(term)]
    assert len(alarms) <= 0.005 * len(ordinary), alarms


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_in_danger_is_mostly_heard_and_who_is_not_hardly_ever(language: str) -> None:
    told = {
        kind: [bool(words().emergencies.detect(x)) for x in those]
        for kind, those in SENTENCES[language].items()
    }
    heard = [x for kind in KINDS for x in told[kind]]
    assert sum(heard) > 0.45 * len(heard)
    assert sum(told[HARMLESS]) < 0.1 * len(told[HARMLESS])
