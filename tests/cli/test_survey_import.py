"""`lotse import survey` as a person types it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from models import survey as surveys
from models import survey_version as versions
from models.survey import SurveyState, View
from tests.databases import opened
from tests.house.project import ROOT

DEMO = ROOT / "demo" / "surveys"
NEEDS = str(DEMO / "needs.xlsx")
NETWORK = str(DEMO / "network.xlsx")
PLAN = str(DEMO / "network" / "plan.toml")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, empty_url: str, tmp_path: Path) -> Run:
    """`run(form, …)`: exit code, what is said, what is complained of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSE_DATABASE_URL", empty_url)

    def running(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, ["import", "survey", *words])
        return done.exit_code, done.stdout, done.stderr

    return running


def test_a_form_becomes_a_survey_once(run: Run) -> None:
    code, said, complained = run(NEEDS)
    assert (code, complained) == (0, "")
    assert "form new. Done.\nSurvey " in said
    assert "form unchanged. Done." in run(NEEDS)[1]


def test_a_plan_says_whom_a_survey_is_for(run: Run, empty_url: str) -> None:
    assert run(NETWORK, "--plan", PLAN)[1].endswith("form new. Done.\nSurvey network, planned.\n")
    with opened(empty_url) as store, store.transaction() as session:
        found = surveys.by_code(session, "network")
        assert found is not None
        assert (found.plan.view, found.plan.attributed) == (View.NETWORK, True)
        newest = versions.newest(session, found.id)
        assert newest is not None
        assert newest.form.id == "network"


def test_a_check_changes_nothing(run: Run, empty_url: str) -> None:
    run(NETWORK)
    assert run(NETWORK, "--plan", PLAN.replace("network", "needs"), "--check")[0] == 1
    assert run(NEEDS, "--check")[1].endswith("form new. Only checked.\n")
    with opened(empty_url) as store, store.transaction() as session:
        assert len(surveys.in_state(session, *SurveyState)) == 1


def test_a_check_makes_no_database(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("LOTSE_DATABASE_URL")
    assert run(NEEDS, "--check")[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_a_form_with_errors_says_where_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    form.write_text("| survey |\n| | type | name |\n| | txet | a |\n", "utf-8")
    code, _, complained = run(str(form))
    assert code == 1
    assert "form.md, sheet survey, row 2" in complained
    assert complained.endswith("Nothing was changed.\n")


def test_a_plan_with_errors_says_where(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('code = "x y"', "utf-8")
    code, _, complained = run(NEEDS, "--plan", str(plan))
    assert code == 1
    assert "plan.toml: code: " in complained


def test_the_demo_town_asks_two_surveys(settled_url: str) -> None:
    with opened(settled_url) as store, store.transaction() as session:
        found = {survey.code: survey for survey in surveys.in_state(session, SurveyState.OPEN)}
        asked = {code: versions.newest(session, survey.id) for code, survey in found.items()}
    assert {code: version.form.id for code, version in asked.items() if version} == {
        "needs": "needs",
        "network": "network",
    }
    assert len(found["needs"].plan.title) == 10
    assert not found["needs"].plan.attributed
    assert found["network"].plan.attributed
