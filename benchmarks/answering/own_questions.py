"""Our own questions in 17 languages, drafted by machine before anything was tuned.

Each by a persona, in the language itself and apart from the thesaurus; no native speaker has read
them yet. They stand in ``benchmarks/questions/<language>.jsonl``; half of each kind is for tuning
(``tune``), the other half is kept apart until the end (``kept``).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.answering.asked import Question

FOLDER = Path(__file__).parents[1] / "questions"
EMERGENCY, OUTSIDE, TALK = "emergency", "outside", "talk"


@dataclass(frozen=True, slots=True)
class Own:
    """A question with what it is besides: the emergency that it tells of, or none."""

    question: Question
    emergency: str


def read_own(part: str, keys: Mapping[str, int], folder: Path = FOLDER) -> list[Own]:
    """The questions of a part in all languages; ``keys`` are those of the offers' ids."""
    read = []
    for path in sorted(folder.glob("*.jsonl")):
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for x in (line for line in lines if line["part"] == part):
            right = frozenset(keys[id] for id in x["offers"])
            question = Question(x["id"], path.stem, x["kind"], x["text"], right)
            read.append(Own(question, x["emergency"]))
    return read
