"""In every language danger is recognised, and sentences with the same words are not."""

import tomllib
from pathlib import Path

import pytest

from models.language import LOCALES
from tests.locales.files import KINDS, header, tables, wrong_wildcards
from tests.shipped import words

LANGUAGES = tuple(path.parent.name for path in sorted(LOCALES.glob("*/emergencies.toml")))
SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
ALARMS = [
    (language, kind, said)
    for language, group in SENTENCES.items()
    for kind, said in group["alarms"]
]
HARMLESS = [(language, said) for language, group in SENTENCES.items() for said in group["harmless"]]


@pytest.mark.parametrize(("language", "kind", "said"), ALARMS)
def test_danger_is_recognised(language: str, kind: str, said: str) -> None:
    assert kind in words().emergencies.detect(said)


@pytest.mark.parametrize(("language", "said"), HARMLESS)
def test_harmless_sentences_raise_no_alarm(language: str, said: str) -> None:
    assert words().emergencies.detect(said) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_tried_enough(language: str) -> None:
    assert len(SENTENCES[language]["alarms"]) >= 8
    assert len(SENTENCES[language]["harmless"]) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_terms_and_exceptions(language: str) -> None:
    kinds = tables(language, "emergencies.toml")
    assert tuple(kinds) == KINDS
    assert all(len(entry["terms"]) >= 12 and entry["exceptions"] for entry in kinds.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_listed_twice_and_wildcards_are_valid(language: str) -> None:
    for kind, entry in tables(language, "emergencies.toml").items():
        for field in ("terms", "exceptions"):
            assert len(set(entry[field])) == len(entry[field]), (kind, field)
            assert wrong_wildcards(entry[field]) == [], (kind, field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_how_it_was_made_and_whether_it_was_reviewed(language: str) -> None:
    assert "How made:" in header(language, "emergencies.toml")
    assert "Reviewed by a native speaker:" in header(language, "emergencies.toml")
