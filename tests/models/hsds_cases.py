"""Files of HSDS with the report that their import should give.

``python -m tests.models.hsds_cases`` writes the reports anew; read them before you keep them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from models.imports.hsds import read_hsds
from models.lexicon import load_topics
from models.offer import Offer

FOLDER = Path(__file__).parent / "cases" / "hsds"
TOPICS = load_topics()
JSON, REPORT = "services.json", "report.txt"


def cases() -> tuple[str, ...]:
    """The names of all cases."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir()))


def case(name: str) -> Path:
    """What is imported: a JSON file, or the folder of tables."""
    file = FOLDER / name / JSON
    return file if file.exists() else file.parent


def report(path: Path) -> str:
    """What an import of `path` tells, and what it makes of it."""
    reading = read_hsds(path, TOPICS)
    told = (*(f"PROBLEM {x}" for x in reading.problems), *map(str, reading.notices))
    offers = (line for offer in reading.offers for line in ("", *_lines(offer)))
    return "\n".join((*told, *offers, ""))


def _lines(offer: Offer) -> Iterator[str]:
    yield offer.source_id
    yield from _parts(offer, "  ", ("id", "source_id"))


def _parts(value: Any, indent: str, without: tuple[str, ...] = ()) -> Iterator[str]:
    """The fields that say anything else than usual."""
    for field in fields(value):
        part = getattr(value, field.name)
        if field.name not in without and part != field.default and part not in ((), {}):
            yield from _said(indent + field.name, part, f"{indent}  ")


def _said(name: str, value: Any, indent: str) -> Iterator[str]:
    """A value in lines, those of its parts indented."""
    if isinstance(value, tuple) and is_dataclass(value[0]):
        for part in value:
            yield from _said(name, part, indent)
    elif is_dataclass(value):
        yield f"{name}:"
        yield from _parts(value, indent)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _said(f"{name} {key}", part, indent)
    else:
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        yield f"{name}: {shown!r}" if "\n" in shown else f"{name}: {shown}"


if __name__ == "__main__":
    for each in cases():
        (FOLDER / each / REPORT).write_text(report(case(each)), encoding="utf-8")
