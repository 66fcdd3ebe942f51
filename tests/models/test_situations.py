"""Sentences that people say are read by concept, and what is wrong in a file is named."""

from pathlib import Path

import pytest

from models.language import LOCALES
from models.situations import SITUATIONS, load_situations
from models.terms_file import BadLexicon
from models.thesaurus import load_concepts
from search.thesaurus import ConceptKind

CONCEPTS = load_concepts(LOCALES)
ANSWERING = {x.code for x in CONCEPTS.values() if x.kind in (ConceptKind.TOPIC, ConceptKind.NEED)}
FILES = sorted(LOCALES.glob(f"*/{SITUATIONS}"))


@pytest.mark.parametrize("language", [path.parent.name for path in FILES])
def test_every_need_has_its_sentences_in_every_language(language: str) -> None:
    told = load_situations(CONCEPTS)[language]
    assert told.keys() == ANSWERING
    assert all(told.values())


@pytest.mark.parametrize("text", ["a sentence first\n", "@nowhere\nx\n", "@food\nx\n@food\ny\n"])
def test_what_is_wrong_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / SITUATIONS).write_text(text, encoding="utf-8")
    with pytest.raises(BadLexicon, match=r"en/situations\.txt, line [13]"):
        load_situations(CONCEPTS, tmp_path)
