"""The commands as a person types them, each a process of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect

from models.tables import METADATA
from tests.commands import Commands, Told
from tests.databases import opened
from tests.house.project import ROOT

Run = Callable[..., Told]
DEMO = str(ROOT / "demo")


@pytest.fixture
def run(commands: Commands, tmp_path: Path) -> Run:
    """`run("ask", …)` in an empty folder with no settings but those given."""

    def running(*words: str, said: str = "", **settings: str) -> Told:
        return commands.run(*words, folder=tmp_path, typed=said, settings=settings)

    return running


@pytest.fixture
def at(settled_url: str) -> dict[str, str]:
    """Where the demo town is."""
    return {"LOTSE_DATABASE_URL": settled_url}


def test_importing_then_asking_then_importing_again(run: Run, empty_url: str) -> None:
    at = {"LOTSE_DATABASE_URL": empty_url}
    first = run("import", "offers", DEMO, **at)
    assert (first.returncode, first.stderr) == (0, "")
    assert "98 new, 0 changed" in first.stdout
    asked = run("ask", "Wo kann ich Deutsch lernen?", "--json", "-k", "2", **at)
    answer = json.loads(asked.stdout)
    assert answer["answered"]
    assert len(answer["results"]) == 2
    assert set(answer["results"][0]) == {"offer", "source_id", "title", "score", "sentences"}
    again = run("import", "offers", DEMO, **at)
    assert "0 new, 0 changed, 98 unchanged, 0 vanished. Done." in again.stdout


def test_a_check_changes_nothing_and_makes_no_database(run: Run, tmp_path: Path) -> None:
    checked = run("import", "offers", DEMO, "--check")
    assert checked.returncode == 0
    assert "98 new" in checked.stdout
    assert "Only checked." in checked.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_table_is_told_by_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "offers.csv").write_text("id,title::de,opening_hours\na,A,Mo 25:00\n")
    told = run("import", "offers", "offers.csv")
    assert told.returncode == 1
    assert "offers.csv, sheet offers, row 2, column" in told.stderr
    assert "Nothing was changed." in told.stderr


def test_wrong_settings_are_told_by_name(run: Run) -> None:
    told = run("ask", "Wohnung", LOTSE_TIMEZONE="Mars", LOTSE_HTTP_PORT="many")
    assert told.returncode == 2
    assert "LOTSE_TIMEZONE: " in told.stderr
    assert "LOTSE_HTTP_PORT: " in told.stderr
    assert "Traceback" not in told.stderr


def test_without_a_database_one_is_told_what_to_do(run: Run) -> None:
    told = run("ask", "Wohnung")
    assert (told.returncode, told.stdout) == (2, "")
    assert "lotse run --demo" in told.stderr


def test_a_batch_is_answered_line_by_line(run: Run, tmp_path: Path, at: dict[str, str]) -> None:
    lines = [
        {"id": "1", "lang": "de", "text": "Wo kann ich Deutsch lernen?"},
        {"id": "2", "lang": "ar", "text": "أين أتعلم الألمانية؟"},
        {"id": "3", "lang": "de", "text": "asdf qwer"},
    ]
    batch = tmp_path / "questions.jsonl"
    batch.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    told = run("ask", "--batch", str(batch), **at)
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "2", "3"]
    assert [answer["answered"] for answer in answers] == [True, True, False]
    assert answers[2]["results"] == []


def test_a_broken_line_of_a_batch_is_told_by_its_number(
    run: Run, tmp_path: Path, at: dict[str, str]
) -> None:
    (tmp_path / "questions.jsonl").write_text('{"text": "Wohnung"}\n{"id": 1}\n')
    told = run("ask", "--batch", "questions.jsonl", **at)
    assert told.returncode == 2
    assert "questions.jsonl, line 2" in told.stderr


def test_chatting(run: Run, at: dict[str, str]) -> None:
    said = "/language en\nI need help with my debts\n/quit\n"
    chat = run("chat", "--lang", "en", said=said, **at)
    assert chat.returncode == 0
    assert "Debt advice" in chat.stdout
    assert "Did this help?" in chat.stdout


def test_upgrading(run: Run, empty_url: str) -> None:
    assert run("db", "upgrade", LOTSE_DATABASE_URL=empty_url).returncode == 0
    with opened(empty_url) as store:
        assert set(METADATA.tables) <= set(inspect(store.engine).get_table_names())


def test_without_a_setting_the_database_is_a_file_here(run: Run, tmp_path: Path) -> None:
    """What is not said is SQLite, so PostgreSQL has no part in this."""
    assert run("db", "upgrade").returncode == 0
    assert (tmp_path / "lotse.db").exists()
