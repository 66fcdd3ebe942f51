"""`lotse terms` as somebody types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from models import accepted_terms, candidate_terms
from models.candidate_terms import FEW, Meant, Sign, Someone
from models.store import Store
from models.terms_file import read_terms
from tests.clock import Clock
from tests.databases import BOTH, address_of

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
WORDS = ("grmpfl", "zwibbel", "selbstmord")


@pytest.fixture
def heard(store: Store) -> Store:
    """Each word was used by one more person than the next."""
    with store.transaction() as session:
        for number, word in enumerate(WORDS):
            meant = Meant(word, "de", "housing", Sign.CLICKED)
            for person in range(FEW + len(WORDS) - number):
                someone = Someone(person, Clock().now.date(), "secret")
                candidate_terms.note(session, meant, someone)
    return store


def typed(store: Store, *words: str, lines: str = "") -> Result:
    settings = {"LOTSE_DATABASE_URL": address_of(store)}
    return CliRunner().invoke(app, ["terms", *words], input=lines, env=settings)


def accepted(store: Store) -> object:
    with store.transaction() as session:
        return accepted_terms.accepted(session)


def test_each_word_is_asked_about_until_it_is_decided(heard: Store) -> None:
    told = typed(heard, "review", lines="nonsense\nr\nchildcare\nn\n")
    assert told.exit_code == 0, told.output
    assert "Words that wait: 3." in told.output
    assert "1/3 [de] grmpfl  →  housing" in told.output
    assert "6 people: 6 chose that topic" in told.output
    assert "There is no concept nonsense" in told.output
    assert accepted(heard) == {"de": {"housing": ("grmpfl",), "childcare": ("zwibbel",)}}
    assert "Words that wait: 0." in typed(heard, "review").output


def test_later_and_stop_decide_nothing(heard: Store) -> None:
    told = typed(heard, "review", "--language", "de", lines="\nq\n")
    assert told.exit_code == 0
    assert "3/3" not in told.output
    assert accepted(heard) == {}
    assert "Words that wait: 0." in typed(heard, "review", "--language", "ar").output


def test_scripts_read_the_list_and_decide_by_numbers(heard: Store, tmp_path: Path) -> None:
    listed = json.loads(typed(heard, "review", "--json").stdout)
    assert [x["term"] for x in listed] == list(WORDS)
    assert listed[0]["means"]
    first, second, danger = [str(x["id"]) for x in listed]
    assert typed(heard, "accept", first, "--reviewed").exit_code == 0
    assert typed(heard, "accept", second, "--concept", "bank_account").exit_code == 1
    refused = typed(heard, "accept", second, danger)
    assert refused.exit_code == 1
    assert accepted(heard) == {"de": {"housing": ("grmpfl",)}}
    assert typed(heard, "export", str(tmp_path)).exit_code == 0
    found = read_terms(tmp_path / "de" / "thesaurus.txt")
    assert found == {"housing": {"reviewed": ("grmpfl",)}}
    assert typed(heard, "reject", first, second).exit_code == 0
    assert typed(heard, "reject", first).exit_code == 1
    assert accepted(heard) == {}
    assert "No words" in typed(heard, "export", str(tmp_path)).output
