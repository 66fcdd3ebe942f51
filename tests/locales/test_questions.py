"""Whole questions, as people ask them, lead to their topic first, by the thesaurus alone."""

import tomllib
from pathlib import Path

import pytest

from models.understanding import load_understanding
from search.thesaurus import ConceptKind

UNDERSTANDING = load_understanding()
CONCEPTS = UNDERSTANDING.thesaurus.concepts
QUESTIONS = [
    (language, code, asked)
    for language, group in tomllib.loads(
        Path(__file__).with_name("questions.toml").read_text(encoding="utf-8")
    ).items()
    for code, asked in group.items()
]


@pytest.mark.parametrize(("language", "code", "asked"), QUESTIONS)
def test_a_question_leads_to_its_topic(language: str, code: str, asked: str) -> None:
    found = UNDERSTANDING.read(asked, language).concepts
    topics = [x for x in found if CONCEPTS[x].kind is ConceptKind.TOPIC]
    assert max(topics, key=found.__getitem__, default=None) == code
