"""`lotse offers outdated` as somebody types it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Commands, Told

HEADER = "id,organization,title::de,title::ar,short_answer::de,review_due\n"
Run = Callable[..., Told]


@pytest.fixture
def run(commands: Commands, tmp_path: Path) -> Run:
    """`run("offers", …)` in an empty folder."""

    def running(*words: str) -> Told:
        return commands.run(*words, folder=tmp_path, typed="", settings={})

    return running


def test_what_has_fallen_behind_is_named(run: Run, tmp_path: Path) -> None:
    for title in ("Deutsch am Abend", "Deutsch am Morgen"):
        row = f"kurs,Volkshochschule,{title},مساءً,Ein Kurs.,2026-01-02\n"
        (tmp_path / "offers.csv").write_text(HEADER + row, encoding="utf-8")
        assert run("import", "offers", "offers.csv").returncode == 0
    told = run("offers", "outdated")
    assert (told.returncode, told.stderr) == (0, "")
    assert "Translations older than the German text: 1." in told.stdout
    assert "Offers to look at again: 1." in told.stdout
    assert "Volkshochschule" in told.stdout
    found = json.loads(run("offers", "outdated", "--json").stdout)
    (translation,), (review,) = found["translations"], found["reviews"]
    assert (translation["source_id"], translation["language"]) == ("kurs", "ar")
    assert translation["texts"] == ["title"]
    assert (review["reason"], review["since"], review["asked"]) == ("due", "2026-01-02", None)
    other = json.loads(run("offers", "outdated", "--language", "uk", "--json").stdout)
    assert other == {"translations": [], "reviews": []}
