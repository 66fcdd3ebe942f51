"""`lotse report measures` as a person types it, over the demo town."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.__main__ import app


@pytest.fixture
def report(settled_url: str) -> CliRunner:
    """A command line that works on the demo town's database."""
    return CliRunner(env={"LOTSE_DATABASE_URL": settled_url})


def written(runner: CliRunner, *words: str) -> Result:
    return runner.invoke(app, ["report", "measures", *words])


def test_a_page(report: CliRunner, tmp_path: Path) -> None:
    told = written(report, str(tmp_path / "bericht.html"))
    assert told.exit_code == 0
    assert "Maßnahmenbericht, Stand:" in told.stdout
    page = (tmp_path / "bericht.html").read_text("utf-8")
    assert "Sprachcafés in vier Stadtteilen aufbauen" in page
    assert "Tab. 9" in page


def test_a_workbook(report: CliRunner, tmp_path: Path) -> None:
    told = written(report, str(tmp_path / "Bericht.XLSX"))
    assert told.exit_code == 0
    book = load_workbook(io.BytesIO((tmp_path / "Bericht.XLSX").read_bytes()))
    sheet = book["Maßnahmen"]
    assert sheet.max_row == 4 + 30
    assert [cell.value for cell in sheet[4]][:3] == ["Handlungsfeld", "Nr.", "Maßnahme"]


def test_another_language(report: CliRunner, tmp_path: Path) -> None:
    told = written(report, str(tmp_path / "report.html"), "--lang", "en")
    assert "Report on measures, As of" in told.stdout
    assert "Overdue" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bericht.pdf",), ".html or .xlsx"),
        (("bericht.html", "--lang", "xx"), "no catalog for xx"),
        (("nowhere/bericht.html",), "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_plainly(
    report: CliRunner, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    told = written(report, str(tmp_path / words[0]), *words[1:])
    assert told.exit_code == 2
    assert said in told.output
    assert list(tmp_path.iterdir()) == []


def test_without_a_database_there_is_no_report(empty_url: str, tmp_path: Path) -> None:
    runner = CliRunner(env={"LOTSE_DATABASE_URL": empty_url})
    told = written(runner, str(tmp_path / "bericht.html"))
    assert told.exit_code == 2
    assert any(way in told.output for way in ("lotse run --demo", "lotse db upgrade"))
