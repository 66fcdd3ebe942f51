"""The project as the house's tests read it: files on disk and what pyproject.toml says."""

import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

DATA_ONLY = {"demo", "locales"}
"""Listed in pyproject.toml so that a wheel ships their files; they hold no Python themselves."""


def pyproject() -> dict[str, Any]:
    """`pyproject.toml`, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def listed_packages() -> list[str]:
    """The packages that setuptools is told of, dotted, in the file's order."""
    packages: list[str] = pyproject()["tool"]["setuptools"]["packages"]
    return packages


def code_packages() -> list[str]:
    """The listed packages that hold Python."""
    return [name for name in listed_packages() if name not in DATA_ONLY]


def repository_files() -> list[Path]:
    """The project's own files: tracked by Git, or new and not ignored. Needs Git."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    command = [*git, "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]
