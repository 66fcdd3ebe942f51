"""A file of news in its two parts: a head in TOML, and Markdown behind it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.imports.news_places import AT_LINE, Complaint, Wrong

FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it lies there: the TOML, with as many lines as are before it, and the Markdown
    behind it, which is None in a TOML file. `begins` is the Markdown's first line, from 1.
    """

    path: Path
    head: str
    body: str | None = None
    begins: int = 1


def read_source(path: Path) -> Source:
    """Raises Wrong where it is no text, or its head does not end."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Wrong(Complaint(path.name, "is no text in UTF-8")) from None
    except OSError as error:
        raise Wrong(Complaint(path.name, f"cannot be read: {error.strerror}")) from None
    if path.suffix != ".md":
        return Source(path, text)
    return _parted(path, text.splitlines())


def _parted(path: Path, lines: list[str]) -> Source:
    """The head between two fences, if there is one, and what follows."""
    if lines and lines[0].strip() == "---":
        raise Wrong(Complaint(path.name, "the head is TOML between two lines of +++", 1))
    if not lines or lines[0].strip() != FENCE:
        return Source(path, "", "\n".join(lines))
    ends = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if ends is None:
        raise Wrong(Complaint(path.name, "the head has no second line of +++", 1))
    return Source(path, "\n".join(["", *lines[1:ends]]), "\n".join(lines[ends + 1 :]), ends + 2)


def read_toml(source: Source) -> dict[str, Any]:
    """What the head says. Raises Wrong with the line."""
    try:
        return tomllib.loads(source.head)
    except tomllib.TOMLDecodeError as error:
        at = AT_LINE.search(str(error))
        line = int(at["line"]) if at else None
        raise Wrong(Complaint(source.path.name, AT_LINE.sub("", str(error)), line)) from None
