"""Surveys on the command line: open, close, invite, link, and what staff released."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from models import contribution, person, survey
from models.contribution import Contribution, Kind
from models.survey import SurveyState, View
from models.turn import Sender
from tests.databases import opened
from tests.house.project import ROOT
from tests.people import BY_THE_TOWN
from tests.surveying import TODAY, planned

NEEDS = str(ROOT / "demo" / "surveys" / "needs.xlsx")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, url: str, tmp_path: Path) -> Run:
    """`run("survey", "open", …)`: exit code, what is said, what is complained of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSE_DATABASE_URL", url)
    monkeypatch.setenv("LOTSE_PUBLIC_URL", "https://lotse.example.org")

    def running(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, list(words))
        return done.exit_code, done.stdout, done.stderr

    return running


def test_a_survey_is_opened_invited_to_and_closed(run: Run, url: str) -> None:
    with opened(url) as store, store.transaction() as session:
        id = planned(session)
        person.meet(session, Sender("web", "amal"), TODAY)
    assert run("survey", "invite", "bedarf23")[0] == 1
    assert "is open" in run("survey", "open", "bedarf23")[1]
    assert run("survey", "open", "bedarf23")[0] == 1
    assert "Newly invited: 1." in run("survey", "invite", "bedarf23")[1]
    assert "Newly invited: 0." in run("survey", "invite", "bedarf23")[1]
    assert run("survey", "close", "bedarf23")[0] == 1, "without a word nothing is closed for good"
    assert "key is destroyed" in run("survey", "close", "bedarf23", "--yes")[1]
    assert run("survey", "close", "bedarf23", "--yes")[0] == 1
    with opened(url) as store, store.transaction() as session:
        found = survey.find(session, id)
        assert found is not None
        assert found.state is SurveyState.CLOSED


def test_who_mistypes_a_code_is_told_which_there_are(run: Run, url: str) -> None:
    with opened(url) as store, store.transaction() as session:
        planned(session)
    assert "there are: bedarf23" in run("survey", "open", "bedarf24")[2]


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_link_comes_with_a_code_to_print(
    run: Run, url: str, tmp_path: Path, ending: str, begins: bytes
) -> None:
    with opened(url) as store, store.transaction() as session:
        planned(session)
    code, said, _ = run("survey", "link", "bedarf23", "--qr", f"wall.{ending}", "--workshop")
    assert code == 0
    assert said.startswith("https://lotse.example.org/?start=survey_bedarf23_w\n")
    assert (tmp_path / f"wall.{ending}").read_bytes().startswith(begins)
    assert run("survey", "link", "bedarf23", "--qr", "wall.gif")[0] == 1


def test_days_and_quotas_are_typed_with_the_form(run: Run, url: str) -> None:
    days = ("--opens", "2026-12-01", "--closes", "2026-12-31")
    quotas = ("--quota", "200", "--quota", "language:ar=50")
    assert run("import", "survey", NEEDS, *days, *quotas)[0] == 0
    with opened(url) as store, store.transaction() as session:
        (found,) = survey.in_state(session, SurveyState.PLANNED)
    assert (found.plan.opens, found.plan.closes) == (date(2026, 12, 1), date(2026, 12, 31))
    assert found.plan.quotas == {"": 200, "language:ar": 50}
    assert "plan changed" in run("import", "survey", NEEDS, "--closes", "2027-01-31")[1]
    code, _, complained = run("import", "survey", NEEDS, "--closes", "2026-11-01")
    assert (code, "before it opens" in complained) == (1, True)


@pytest.mark.parametrize("typed", ["many", "ar=50", "language:=5", "=5", "language:ar"])
def test_a_quota_that_cannot_be_is_refused(run: Run, typed: str) -> None:
    assert run("import", "survey", NEEDS, "--quota", typed)[0] == 2


def test_released_ideas_are_exported_and_no_other(run: Run, url: str, tmp_path: Path) -> None:
    with opened(url) as store, store.transaction() as session:
        for view, words in ((View.MIGRANTS, "=1+1"), (View.NETWORK, "Räume"), (View.NETWORK, "?")):
            told = Contribution(Kind.GAP, view, "de", words, "housing", "Nord")
            contribution.contribute(session, Random(words), told, TODAY)
        for one in contribution.waiting(session):
            if one.contribution.text != "?":
                words = one.contribution.text
                contribution.release(session, BY_THE_TOWN, one.id, words)
    assert "2 ideas" in run("export", "ideas", "ideas.csv")[1]
    lines = (tmp_path / "ideas.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "view;kind;field;district;language;week;text"
    assert lines[1] == "migrants;gap;housing;Nord;de;2026-W48;'=1+1"
    assert "1 ideas" in run("export", "ideas", "ideas.json", "--view", "network")[1]
    assert run("export", "ideas", "ideas.csv", "--view", "town")[0] == 2
