"""Dockerfile and compose.yaml, read as far as a machine without Docker can."""

import json
import re
from dataclasses import dataclass
from typing import Any

import yaml

from tests.house.project import ROOT


@dataclass(frozen=True)
class Instruction:
    """One line of a Dockerfile, joined: `COPY`, `bot bot`."""

    name: str
    rest: str


def instructions() -> list[Instruction]:
    """All instructions in order, without comments."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    joined = re.sub(r"\\\n\s*", " ", text).splitlines()
    return [Instruction(*line.split(maxsplit=1)) for line in joined if line.strip()]


def given(name: str) -> list[str]:
    """What follows each instruction of this name."""
    return [instruction.rest for instruction in instructions() if instruction.name == name]


def last_stage() -> list[Instruction]:
    """The instructions of the image that runs."""
    all_of_them = instructions()
    last = max(at for at, each in enumerate(all_of_them) if each.name == "FROM")
    return all_of_them[last:]


def in_the_image(name: str) -> str:
    """What follows the only instruction of this name in the image that runs."""
    (rest,) = [each.rest for each in last_stage() if each.name == name]
    return rest


def command(rest: str) -> list[str]:
    """A command in Docker's JSON form, `["lotse", "run"]`."""
    words: list[str] = json.loads(rest[rest.index("[") :])
    return words


def compose() -> dict[str, Any]:
    """`compose.yaml`, read."""
    document: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return document


def service(name: str) -> dict[str, Any]:
    """One service of compose.yaml."""
    found: dict[str, Any] = compose()["services"][name]
    return found
