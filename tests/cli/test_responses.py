"""`lotse export responses` and `lotse import responses`, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.cli.response_words import PROBLEMS
from bot.clock import chance
from bot.secret import survey_secret
from bot.settings import Settings
from models import survey, survey_course
from models.mixing import Mixer
from models.store import Store
from surveys.slip import SlipKind
from tests.models.surveying import Asking

Lotse = Callable[..., Result]
SECRET = "as long as a secret has to be" * 2


@pytest.fixture
def asking(store: Store) -> Asking:
    """A survey that is open, in the database that `lotse` works on."""
    return Asking(store)


@pytest.fixture
def lotse(url: str) -> Lotse:
    """`lotse("export", …)`."""
    settings = {"LOTSE_DATABASE_URL": url, "LOTSE_SECRET_KEY": SECRET}
    runner = CliRunner(env=settings)
    return lambda *words: runner.invoke(app, [str(word) for word in words])


def code(asking: Asking) -> str:
    with asking.store.transaction() as session:
        found = survey.find(session, asking.id)
        assert found
        return found.code


def paper(path: Path, *rows: list[str]) -> Path:
    book = Workbook()
    for row in (["_id", "need"], *rows):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_what_is_mixed_leaves_and_what_is_unread_stays(
    asking: Asking, lotse: Lotse, tmp_path: Path
) -> None:
    for name in "abcde":
        asking.submits(name, texts={"/words": f"I am {name}"})
    asking.mixes()
    asking.submits("late")
    said = lotse("export", "responses", code(asking).upper(), tmp_path / "out.json")
    assert said.exit_code == 0
    assert "5 responses are in" in said.stdout
    assert "Responses that wait for others stay here: 1." in said.stdout
    assert "Unread free words stay here: 5." in said.stdout
    text = (tmp_path / "out.json").read_text()
    assert len(json.loads(text)["responses"]) == 5
    assert "I am" not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("out.doc", "“.doc” is no known ending"),
        ("out.geojson", "the form asks for no place"),
        ("file/out.csv", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_plainly(
    asking: Asking, lotse: Lotse, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "file").touch()
    told = lotse("export", "responses", code(asking), tmp_path / name)
    assert told.exit_code == 1
    assert said in told.stderr


def test_an_unknown_survey_names_those_there_are(
    asking: Asking, lotse: Lotse, tmp_path: Path
) -> None:
    told = lotse("export", "responses", "nothing", tmp_path / "out.csv")
    assert told.exit_code == 1
    assert f"there are {code(asking)}" in told.stderr


def test_paper_is_checked_then_taken_then_known(
    asking: Asking, lotse: Lotse, tmp_path: Path
) -> None:
    table = paper(tmp_path / "paper.xlsx", ["P1", "Wohnung"], ["P2", "work"])
    words = ("import", "responses", code(asking), table)
    assert "2 new, 0 known. Only checked." in lotse(*words, "--check").stdout
    assert "2 new, 0 known. Done." in lotse(*words).stdout
    assert "0 new, 2 known. Done." in lotse(*words).stdout


def test_paper_is_read_by_the_lotse_that_runs(asking: Asking, lotse: Lotse, tmp_path: Path) -> None:
    """It seals with the secret with which the job opens."""
    table = paper(tmp_path / "paper.xlsx", ["P1", "home"])
    assert lotse("import", "responses", code(asking), table).exit_code == 0
    settings = Settings(_env_file=None, secret_key=SECRET)
    mixer = Mixer(survey_secret(settings), chance(), asking.today)
    with asking.store.transaction() as session:
        survey_course.close(session, asking.deed, asking.id, mixer)
    assert (
        "1 responses are in"
        in lotse("export", "responses", code(asking), tmp_path / "o.csv").stdout
    )


def test_closing_on_the_command_line_loses_nothing_that_waits(
    asking: Asking, lotse: Lotse, tmp_path: Path
) -> None:
    lotse("import", "responses", code(asking), paper(tmp_path / "paper.xlsx", ["P1", "home"]))
    assert lotse("survey", "close", code(asking), "--yes").exit_code == 0
    assert "1 responses" in lotse("export", "responses", code(asking), tmp_path / "o.csv").stdout


def test_problems_say_where_and_nothing_is_taken(
    asking: Asking, lotse: Lotse, tmp_path: Path
) -> None:
    table = paper(tmp_path / "paper.xlsx", ["P1", "home"], ["P2", "Auto"])
    told = lotse("import", "responses", code(asking), table)
    assert told.exit_code == 1
    assert "paper.xlsx, sheet Sheet, row 3, column B (need): “Auto” is not one" in told.stderr
    table = paper(tmp_path / "paper.xlsx", ["P1", "home"])
    assert "1 new" in lotse("import", "responses", code(asking), table, "--check").stdout


def test_nothing_comes_into_a_closed_survey(asking: Asking, lotse: Lotse, tmp_path: Path) -> None:
    asking.closes()
    told = lotse(
        "import", "responses", code(asking), paper(tmp_path / "paper.xlsx", ["P1", "home"])
    )
    assert told.exit_code == 1
    assert "the survey is closed" in told.stderr


def test_every_slip_has_words_for_paper() -> None:
    assert {kind.value for kind in SlipKind} - set(PROBLEMS) == set()
