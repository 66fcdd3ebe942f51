"""One lock file, whole, with hashes, that any machine and any registry can install."""

import re
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.lock import entries, pins
from tests.house.project import ROOT, pyproject, repository_files

REGISTRIES = ("pypi" + ".org", "python" + "hosted", "npm" + "js.", "deb." + "debian")
MACHINE_PATH = re.compile(r"(?<![\w./:})-])/(work|root|home|opt)/")


def wanted() -> list[Requirement]:
    project = pyproject()["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_what_the_project_needs_is_locked_in_a_version_that_fits(requirement: Requirement) -> None:
    pin = pins()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pin.version)


def test_every_entry_is_a_pin() -> None:
    assert len(pins()) == len([entry for entry in entries() if entry])


def test_every_pin_has_a_hash() -> None:
    assert [name for name, pin in pins().items() if not pin.hashes] == []


def test_build_tools_are_locked_too() -> None:
    assert {"setuptools", "wheel"} <= set(pins())


def test_the_lock_names_no_address_and_no_place() -> None:
    text = (ROOT / "requirements.lock").read_text()
    assert re.findall(r"://|--\w*index|--find-links|--trusted-host|\.whl|/", text) == []


def test_what_runs_is_what_is_locked() -> None:
    assert {name: version(name) for name in pins()} == {
        name: pin.version for name, pin in pins().items()
    }


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = {
        str(file.relative_to(ROOT)): lines
        for file in repository_files()
        if (lines := telling_lines(file.read_bytes().decode(errors="ignore")))
    }
    assert found == {}


def telling_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if tells(line)]


def tells(line: str) -> bool:
    return bool(MACHINE_PATH.search(line)) or any(host in line for host in REGISTRIES)


@pytest.mark.parametrize("place", ["work", "root", "home", "opt"])
def test_a_place_on_one_machine_is_seen(place: str) -> None:
    assert tells(f"see /{place}/notes")
    assert not tells(f"https://example.org/{place}/notes")
