"""The layers of the house hold, and a breach of each is caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project import ROOT, pyproject

BREACHES = [
    ("models/__init__.py", "import bot", "Each layer knows only those below it"),
    ("handlers/__init__.py", "import jobs", "Each layer knows only those below it"),
    ("jobs/__init__.py", "import web", "Each layer knows only those below it"),
    ("search/__init__.py", "import models", "Each layer knows only those below it"),
    ("analysis/__init__.py", "import models", "Each layer knows only those below it"),
    ("analysis/__init__.py", "import search", "Each layer knows only those below it"),
    ("search/__init__.py", "import sqlalchemy", "The core knows no framework"),
    ("search/__init__.py", "import babel", "The core knows no framework"),
    ("analysis/measures/__init__.py", "import sqlalchemy", "The core knows no framework"),
    ("analysis/__init__.py", "import starlette", "The core knows no framework"),
    ("models/__init__.py", "import aiogram", "Features, jobs and memory know no messenger"),
    ("handlers/__init__.py", "import telegram", "Features, jobs and memory know no messenger"),
    ("handlers/__init__.py", "import sqlalchemy", "SQL lives in models"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code, to be broken into."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in pyproject()["tool"]["importlinter"]["root_packages"]:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only_python)
    return tmp_path


def only_python(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_file() and not name.endswith(".py")}


def test_every_contract_is_kept() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_breach_is_caught(house: Path, file: str, line: str, contract: str) -> None:
    with (house / file).open("a") as code:
        code.write(f"\n{line}  # noqa\n")
    assert f"{contract} BROKEN" in lint_imports(house).stdout


def test_siblings_in_a_ring_are_caught(house: Path) -> None:
    (house / "jobs" / "hen.py").write_text("import jobs.egg\n")
    (house / "jobs" / "egg.py").write_text("import jobs.hen\n")
    assert "Siblings form no cycles BROKEN" in lint_imports(house).stdout
