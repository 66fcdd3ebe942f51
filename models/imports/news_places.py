"""Where in a file of news something stands: what a complaint says before its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

HEADER = re.compile(r"^\s*\[(?P<twice>\[?)\s*(?P<name>[\w.\"-]+)\s*\]")
KEY = re.compile(r"^\s*(?P<name>[\w.\"-]+)\s*=")
LONG = re.compile("\"\"\"|'''")
AT_LINE = re.compile(r" \(at line (?P<line>\d+), column \d+\)")
SENTENCES = {"extra_forbidden": "there is no such key", "missing": "is missing"}
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong: file, line from 1, and key, as far as they are known."""

    file: str
    sentence: str
    line: int | None = None
    key: str = ""

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(part for part in (self.file, line, self.key) if part)
        return f"{place}: {self.sentence}"


class Wrong(Exception):
    """The files say what cannot be."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__(*map(str, complaints))
        self.complaints = complaints


def complaints_of(error: ValidationError, file: str, toml: str) -> Iterator[Complaint]:
    """What is wrong with the values, each with its line and its key."""
    for problem in error.errors(include_url=False, include_input=False):
        sentence = SENTENCES.get(problem["type"], problem["msg"].removeprefix("Value error, "))
        place = problem["loc"]
        yield Complaint(file, sentence, line_of(toml, place), key_of(place))


def key_of(place: Sequence[str | int]) -> str:
    """`("buttons", 0, "link")` is "buttons[1].link"."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place]
    return "".join(parts).removeprefix(".")


def line_of(toml: str, place: Sequence[str | int]) -> int | None:
    """The line, from 1, of the key, else of what it stands in. None: the text does not name it."""
    wanted = tuple(map(str, place))
    found, best = None, 0
    for number, name in _names(toml):
        if len(name) > best and wanted[: len(name)] == name:
            found, best = number, len(name)
    return found


def _names(toml: str) -> Iterator[tuple[int, Place]]:
    """Each key with its line. Lists of tables count from 0, as pydantic does."""
    table: Place = ()
    seen: dict[Place, int] = {}
    inside = False
    for number, line in enumerate(toml.splitlines(), 1):
        was, inside = inside, inside ^ (len(LONG.findall(line)) % 2 == 1)
        header, key = HEADER.match(line), KEY.match(line)
        if was or not (header or key):
            continue
        if header:
            table = _table(header, seen)
        yield number, table if key is None else (*table, *_parts(key["name"]))


def _table(header: re.Match[str], seen: dict[Place, int]) -> Place:
    name = _parts(header["name"])
    if not header["twice"]:
        return name
    seen[name] = seen.get(name, -1) + 1
    return (*name, str(seen[name]))


def _parts(name: str) -> Place:
    return tuple(part.strip('"') for part in name.split("."))
