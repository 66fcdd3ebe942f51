"""An installed Lotse has everything that the repository has: code, texts, pages, demo town."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.project import ROOT, listed_packages, repository_files


def shipped_files() -> set[str]:
    """Every file of the listed packages, relative to the project's root."""
    tops = {name.split(".")[0] for name in listed_packages()}
    names = [file.relative_to(ROOT) for file in repository_files()]
    return {str(name) for name in names if name.parts[0] in tops}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from a copy so that no build folder stays behind."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in [*shipped_files(), "pyproject.toml"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return zipfile.ZipFile(build(folder))


def build(folder: Path) -> Path:
    quietly = ["--quiet", "--disable-pip-version-check", "--no-index"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."]
    command = [sys.executable, "-m", "pip", "wheel", *quietly, *options]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    (made,) = (folder / "dist").glob("lotse-*.whl")
    return made


def test_the_wheel_ships_every_file_of_its_packages(wheel: zipfile.ZipFile) -> None:
    assert shipped_files() - set(wheel.namelist()) == set()


def test_the_wheel_brings_the_command(wheel: zipfile.ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "lotse = bot.__main__:main" in wheel.read(name).decode()
