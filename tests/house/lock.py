"""The lock file as pip reads it."""

import re
from dataclasses import dataclass

from packaging.utils import canonicalize_name

from tests.house.project import ROOT

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?P<rest>.*)$")


@dataclass(frozen=True)
class Pin:
    """One locked package with the SHA-256 sums of its files."""

    version: str
    hashes: tuple[str, ...]


def entries() -> list[str]:
    """The lock's lines as pip joins them, without comments."""
    text = (ROOT / "requirements.lock").read_text().replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if not line.strip().startswith("#")]


def pins() -> dict[str, Pin]:
    """Every locked package by its canonical name."""
    found = (PINNED.match(entry) for entry in entries() if entry)
    return {canonicalize_name(match["name"]): _pin(match) for match in found if match}


def _pin(match: re.Match[str]) -> Pin:
    return Pin(match["version"], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", match["rest"])))
