"""Whole questions, as people ask them, lead to their topic first, by the topics' words alone."""

import tomllib
from pathlib import Path

import pytest

from models.lexicon import load_topics
from search.normalising import words
from search.topics import TopicMatcher

MATCHER = TopicMatcher(load_topics())
QUESTIONS = [
    (language, code, asked)
    for language, group in tomllib.loads(
        Path(__file__).with_name("questions.toml").read_text(encoding="utf-8")
    ).items()
    for code, asked in group.items()
]


@pytest.mark.parametrize(("language", "code", "asked"), QUESTIONS)
def test_a_question_leads_to_its_topic(language: str, code: str, asked: str) -> None:
    found = MATCHER.match(words(asked), [language])
    assert max(found, key=found.__getitem__, default=None) == code
