"""Sentences that people say are read by concept, and what is wrong in a file is named."""

from pathlib import Path
from typing import NoReturn

import pytest

from models.language import LOCALES
from models.likeness import likeness_of
from models.situations import SITUATIONS, SentenceFiles, load_situations
from models.terms_file import BadLexicon
from models.thesaurus import load_concepts
from search.thesaurus import ConceptKind

CONCEPTS = load_concepts(LOCALES)
TOLD = (ConceptKind.TOPIC, ConceptKind.NEED, ConceptKind.OUTSIDE)
MEANT = {x.code for x in CONCEPTS.values() if x.kind in TOLD}
FILES = sorted(LOCALES.glob(f"*/{SITUATIONS}"))


@pytest.mark.parametrize("language", [path.parent.name for path in FILES])
def test_every_need_and_what_is_none_has_its_sentences_in_every_language(language: str) -> None:
    told = load_situations(CONCEPTS)[language]
    assert told.keys() == MEANT
    assert all(told.values())


@pytest.mark.parametrize("text", ["a sentence first\n", "@nowhere\nx\n", "@food\nx\n@food\ny\n"])
def test_what_is_wrong_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / SITUATIONS).write_text(text, encoding="utf-8")
    with pytest.raises(BadLexicon, match=r"en/situations\.txt, line [13]"):
        load_situations(CONCEPTS, tmp_path)


def test_sentences_are_read_once_for_all_starts(tmp_path: Path) -> None:
    file = tmp_path / "locales" / "en" / SITUATIONS
    file.parent.mkdir(parents=True)
    file.write_text("@food\nthe fridge is empty\n", encoding="utf-8")
    said, kept = ("fridge", "empty"), tmp_path / "kept"
    first = likeness_of(SentenceFiles(CONCEPTS, tmp_path / "locales"), "x", kept)
    assert first.concepts(said, ("en", "de")).keys() == {"food"}
    assert len(list(kept.iterdir())) == 1
    again = likeness_of(_Unread(CONCEPTS, tmp_path / "locales"), "x", kept)
    assert again.concepts(said, ("en",)) == first.concepts(said, ("en",))


def test_sentences_that_changed_are_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "locales" / "en" / SITUATIONS
    file.parent.mkdir(parents=True)
    for code in ("food", "housing"):
        file.write_text(f"@{code}\nthe fridge is empty\n", encoding="utf-8")
        files = SentenceFiles(CONCEPTS, tmp_path / "locales")
        found = likeness_of(files, "x", tmp_path / "kept").concepts(("fridge",), ("en",))
        assert found.keys() == {code}
    assert len(list((tmp_path / "kept").iterdir())) == 1


class _Unread(SentenceFiles):
    def __getitem__(self, language: str) -> NoReturn:
        raise AssertionError(language)
