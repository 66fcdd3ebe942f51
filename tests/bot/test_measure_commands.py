"""The commands about measures as a person types them, each a process of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import Commands, Told
from tests.house.project import ROOT

Run = Callable[..., Told]
DEMO = str(ROOT / "demo")


@pytest.fixture
def run(commands: Commands, tmp_path: Path, empty_url: str) -> Run:
    """`run("import", …)` in an empty folder with no settings but the database."""

    def running(*words: str, database: str = empty_url) -> Told:
        return commands.run(*words, folder=tmp_path, settings={"LOTSE_DATABASE_URL": database})

    return running


def test_measures_go_in_out_and_in_again(run: Run, tmp_path: Path) -> None:
    first = run("import", "measures", DEMO)
    assert (first.returncode, first.stderr) == (0, "")
    assert "33 new, 0 changed, 0 unchanged, 0 vanished. Done." in first.stdout
    assert "New or changed departments: 11." in first.stdout
    out = run("export", "measures", "out.xlsx")
    assert (out.returncode, out.stdout) == (0, "33 measures are in out.xlsx.\n")
    again = run("import", "measures", "out.xlsx", "--check")
    assert again.stdout == "0 new, 0 changed, 33 unchanged, 0 vanished. Only checked.\n"


def test_what_changes_is_told_by_row(run: Run, tmp_path: Path) -> None:
    run("import", "measures", DEMO)
    run("export", "measures", "out")
    file = tmp_path / "out" / "measures.csv"
    file.write_text(
        file.read_text("utf-8").replace("12 Ehrenamtliche", "15 Ehrenamtliche"), "utf-8"
    )
    told = run("import", "measures", "out")
    assert "0 new, 1 changed, 32 unchanged, 0 vanished. Done." in told.stdout
    (line,) = (line for line in told.stdout.splitlines() if line.startswith("changed"))
    assert line.split()[1] == "SPR-02"
    assert line.split()[-1] == "staff"


def test_a_wrong_table_is_told_by_place_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("number,title,field,end\na,A,SPR,bald\n")
    told = run("import", "measures", "m.csv")
    assert told.returncode == 1
    assert "m.csv, sheet measures, row 2, column D (end): “bald” names no date" in told.stderr
    assert "Nothing was changed." in told.stderr


def test_a_check_makes_no_database(run: Run, tmp_path: Path) -> None:
    told = run("import", "measures", DEMO, "--check", database="sqlite:///lotse.db")
    assert list(tmp_path.glob("*.db")) == []
    assert (told.returncode, told.stderr) == (0, "")
    assert "33 new, 0 changed, 0 unchanged, 0 vanished. Only checked." in told.stdout


def test_measures_are_told_what_they_lack(run: Run) -> None:
    run("import", "measures", DEMO)
    lines = run("measures", "check").stdout.splitlines()
    idea = lines.index("PAR-03  Antidiskriminierungsberatung wohnortnah")
    assert lines[idea + 1].startswith("  S  the title does not say what is done to what")
    assert lines[-1] == "25 of 25 measures lack something."


def test_an_unknown_ending_and_a_missing_database_are_told(run: Run) -> None:
    assert run("export", "measures", "out.xlsx").returncode == 2
    run("import", "measures", DEMO)
    told = run("export", "measures", "out.pdf")
    assert (told.returncode, told.stdout) == (1, "")
    assert "expected .xlsx, .csv, .json, or none" in told.stderr
