"""`lotse report needs` as a person types it, over a small survey."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.__main__ import app
from models import response, survey, survey_version
from models.response import Content
from models.store import Store
from surveys.form import Group, Question, QuestionType
from tests.models.surveying import FORM, PICK, TODAY, WORDS, Asking

ROOMS = Question(
    "rooms", "/flat/rooms", QuestionType.INTEGER, {"de": "Wie viele Zimmer?"}, required="true()"
)
FLAT = Group("flat", "/flat", (ROOMS,), relevant="${need} = 'home'")
ASKING = replace(FORM, version="2", root=Group("", "", (PICK, FLAT, WORDS)))


@pytest.fixture
def code(store: Store) -> str:
    """The code of a survey that 60 people have answered."""
    asking = Asking(store)
    with store.transaction() as session:
        version = survey_version.add(session, asking.id, ASKING, TODAY)
        answers = [{"/need": "home", "/flat/rooms": "3"}] * 30 + [{"/need": "work"}] * 28
        answers += [{"/need": "home"}, {}]
        rows = [
            response.columns(
                Content(version, language, "chat", "", None, values), asking.id, "2026-W47"
            )
            | {"id": response.random_id(asking.rng), "erasure": None}
            for values, language in zip(answers, ["de", "ar"] * 30, strict=True)
        ]
        response.write(session, rows)
        found = survey.find(session, asking.id)
    assert found
    return found.code


def written(url: str, *words: str) -> Result:
    return CliRunner(env={"LOTSE_DATABASE_URL": url}).invoke(app, ["report", "needs", *words])


def test_a_page(url: str, code: str, tmp_path: Path) -> None:
    told = written(url, code.upper(), str(tmp_path / "ergebnisse.html"))
    assert told.exit_code == 0, told.output
    assert "Erste Ergebnisse der Befragung, Stand:" in told.output
    assert "do not pass on two reports" in told.output
    page = (tmp_path / "ergebnisse.html").read_text("utf-8")
    assert "nicht repräsentativ" in page
    assert "Was noch?" not in page


def test_a_workbook_tells_skipped_from_not_asked(url: str, code: str, tmp_path: Path) -> None:
    told = written(url, code, str(tmp_path / "ergebnisse.xlsx"))
    assert told.exit_code == 0, told.output
    sheet = load_workbook(io.BytesIO((tmp_path / "ergebnisse.xlsx").read_bytes()))["Frage 2"]
    figures = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=5)}
    assert figures == {"beantwortet": 30, "übersprungen": 1, "nicht gefragt": 29}


def test_in_another_language(url: str, code: str, tmp_path: Path) -> None:
    assert written(url, code, str(tmp_path / "r.html"), "--lang", "ar").exit_code == 0
    assert 'dir="rtl"' in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "ends", "said"),
    [
        (("nothing", "r.html"), 1, "There is no survey"),
        (("nothing", "r.pdf"), 2, ".html or .xlsx"),
        (("nothing", "r.html", "--lang", "xx"), 2, "no catalog for xx"),
    ],
)
def test_what_cannot_be_written_is_said_plainly(
    url: str, tmp_path: Path, words: tuple[str, ...], ends: int, said: str
) -> None:
    told = written(url, words[0], str(tmp_path / words[1]), *words[2:])
    assert told.exit_code == ends
    assert said in told.output
    assert list(tmp_path.iterdir()) == []
