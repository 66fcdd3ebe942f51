"""Fields of action in a form, when `lotse import survey` takes it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.house.project import ROOT

FORM = """
| survey |             |       |       |       |
|        | type        | name  | label | field |
|        | begin_group | home  | Home  | WOH   |
|        | integer     | rooms | Rooms |       |
|        | integer     | rent  | Rent  | XYZ   |
|        | end_group   |       |       |       |
"""


@pytest.fixture
def form(tmp_path: Path) -> str:
    """A form about a field of action that the demo town has, and one that it has not."""
    path = tmp_path / "form.md"
    path.write_text(FORM, "utf-8")
    return str(path)


def complaints(url: str, *words: str) -> str:
    done = CliRunner(env={"LOTSE_DATABASE_URL": url}).invoke(app, ["import", *words])
    assert done.exit_code == 0, done.output
    return done.stderr


def test_a_code_that_the_town_has_not_is_said(empty_url: str, form: str) -> None:
    complaints(empty_url, "offers", str(ROOT / "demo"))
    for words in ((form, "--check"), (form,)):
        said = complaints(empty_url, "survey", *words)
        assert "no field of action “XYZ”" in said
        assert "WOH" not in said


def test_a_town_without_a_list_may_use_every_code(empty_url: str, form: str) -> None:
    assert "field of action" not in complaints(empty_url, "survey", form)
