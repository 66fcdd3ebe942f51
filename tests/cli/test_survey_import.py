"""`lotse import survey` as a person types it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from models import form_media, survey_course
from models import survey as surveys
from models import survey_version as versions
from models.audit import AuditRow
from models.base import table
from models.survey import SurveyState, View
from tests import media, picturing
from tests.databases import opened
from tests.house.project import ROOT
from tests.people import BY_THE_TOWN

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


def brought(folder: Path, **files: bytes) -> str:
    """A form that shows pictures, with these beside it, one in its folder of media."""
    form = folder / "orte.md"
    form.write_bytes(picturing.FORM.read_bytes())
    (folder / "orte-media").mkdir(exist_ok=True)
    for name, content in {**picturing.FILES, **files}.items():
        (folder / ("orte-media" if name == "park.png" else ".") / name).write_bytes(content)
    return str(form)


def shown(url: str) -> list[str]:
    """The hashes of what the only survey shows."""
    with opened(url) as store, store.transaction() as session:
        (survey,) = surveys.in_state(session, *SurveyState)
        newest = versions.newest(session, survey.id)
        assert newest is not None
        return sorted(one.hash for one in form_media.names(session, newest.number).values())


def test_pictures_come_along_and_a_new_one_takes_the_place_of_the_old(
    run: Run, empty_url: str, tmp_path: Path
) -> None:
    form = brought(tmp_path)
    said = run(form)[1]
    assert "Pictures, sound and film to show: 4." in said
    assert "left out: 2. --files asks them." in said
    before = shown(empty_url)
    assert len(before) == 4
    assert "form unchanged. Done." in run(form)[1]
    run(brought(tmp_path, **{"park.png": media.drawing("blue")}))
    after = shown(empty_url)
    assert len(set(before) & set(after)) == 3
    with opened(empty_url) as store, store.transaction() as session:
        assert form_media.content(session, (set(before) - set(after)).pop()) is None


def test_what_is_no_picture_changes_nothing(run: Run, tmp_path: Path) -> None:
    code, _, complained = run(brought(tmp_path, **{"town.jpg": media.SVG}))
    assert code == 1
    assert "sheet survey, row 2, column D (image::Deutsch (de)): error: " in complained
    assert "Nothing was changed." in complained


def test_files_are_asked_for_only_when_somebody_says_so_and_that_is_on_record(
    run: Run, empty_url: str, tmp_path: Path
) -> None:
    form = brought(tmp_path)
    run(form)
    assert "Questions for pictures, sound and files: 2." in run(form, "--files")[1]
    with opened(empty_url) as store, store.transaction() as session:
        (survey,) = surveys.in_state(session, SurveyState.PLANNED)
        assert survey.plan.files
        done = session.scalars(select(table(AuditRow).c.action)).all()
        assert done.count("survey.files_let_in") == 1


def test_an_open_survey_does_not_begin_to_ask_for_files(
    run: Run, empty_url: str, tmp_path: Path
) -> None:
    form = brought(tmp_path)
    run(form)
    with opened(empty_url) as store, store.transaction() as session:
        (survey,) = surveys.in_state(session, SurveyState.PLANNED)
        survey_course.open_now(session, BY_THE_TOWN, survey.id)
    code, _, complained = run(form, "--files")
    assert code == 1
    assert "whether it asks for files stays as people were told" in complained
