"""Every language that is shipped names every topic."""

import pytest

from models.lexicon import load_topics
from tests.locales.files import LANGUAGES, header, tables

CODES = set(tables("de", "topics.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_name_that_fits_a_button(language: str) -> None:
    topics = tables(language, "topics.toml")
    names = [entry["name"] for entry in topics.values()]
    assert set(topics) == CODES
    assert all(name.strip() and len(name) <= 32 for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_how_it_was_made_and_whether_it_was_reviewed(language: str) -> None:
    assert "How made:" in header(language, "topics.toml")
    assert "Reviewed by a native speaker:" in header(language, "topics.toml")


def test_loading_gives_each_topic_in_all_languages() -> None:
    for topic in load_topics():
        assert set(topic.names) == set(LANGUAGES), topic.code
