"""Whole questions, as people ask them, lead to their topic first, by the thesaurus alone."""

import tomllib
from pathlib import Path

import pytest

from search.thesaurus import ConceptKind
from tests.shipped import words

QUESTIONS = [
    (language, code, asked)
    for language, group in tomllib.loads(
        Path(__file__).with_name("questions.toml").read_text(encoding="utf-8")
    ).items()
    for code, asked in group.items()
]


@pytest.mark.parametrize(("language", "code", "asked"), QUESTIONS)
def test_a_question_leads_to_its_topic(language: str, code: str, asked: str) -> None:
    understanding = words().understanding
    found = understanding.read(asked, language).concepts
    concepts = understanding.thesaurus.concepts
    topics = [x for x in found if concepts[x].kind is ConceptKind.TOPIC]
    assert max(topics, key=found.__getitem__, default=None) == code
