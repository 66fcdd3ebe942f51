"""Word lists say what words of other languages mean in German."""

from pathlib import Path

import pytest

from models.terms_file import BadLexicon
from models.vocabulary import load_vocabulary
from search.analysis import stem
from search.translating.word_translations import WordTranslations


def test_words_of_every_list_find_german_ones() -> None:
    vocabulary = load_vocabulary()
    assert stem("schule", "de") in vocabulary.german(stem("schools", "en"), "en")
    assert stem("schule", "de") in vocabulary.german(stem("مدرسه", "ar"), "ar")


def test_a_word_of_several_meanings_shares_them(tmp_path: Path) -> None:
    _written(tmp_path, "# head\n\nAntrag: application\nBewerbung: application | job search\n")
    shares = load_vocabulary(tmp_path).german(stem("application", "en"), "en")
    assert shares == {stem("antrag", "de"): 0.5, stem("bewerbung", "de"): 0.5}


def test_a_line_without_translations_is_named(tmp_path: Path) -> None:
    _written(tmp_path, "Antrag: application\nBewerbung\n")
    with pytest.raises(BadLexicon, match=r"en/vocabulary\.txt, line 2"):
        load_vocabulary(tmp_path)


def test_what_was_learned_comes_before_the_list() -> None:
    learned = WordTranslations({"en": {"flat": {"wohnung": 0.9}}})
    general = WordTranslations({"en": {"flat": {"platt": 1.0}, "key": {"schlussel": 1.0}}})
    both = learned.beside(general)
    assert both.german("flat", "en") == {"wohnung": 0.9}
    assert both.german("key", "en") == {"schlussel": 1.0}


def _written(folder: Path, text: str) -> None:
    (folder / "en").mkdir()
    (folder / "en" / "vocabulary.txt").write_text(text, encoding="utf-8")
