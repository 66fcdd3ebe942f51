"""How surely Lotse knows which language a question is in: `python -m benchmarks.languages`.

Over our own questions (benchmarks/questions): whether the language is right when the writer's
setting is right, and when it is German or English; and when the offer to switch would come.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.languages import language_of

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the language that it is in; `kind` as in the files."""

    language: str
    kind: str
    text: str


def questions(part: str) -> Iterator[Asked]:
    """All of a part, "tune" or "kept"."""
    for path in sorted(QUESTIONS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["part"] == part:
                yield Asked(path.stem, one["kind"], one["text"])


def share(among: list[Asked], setting: str = "") -> float:
    """How many are known, with this setting; without one each with that of its writer."""
    right = [language_of(x.text, setting or x.language).language == x.language for x in among]
    return sum(right) / len(right)


def switches(among: list[Asked], setting: str = "") -> tuple[float, float]:
    """How many would be offered their own language, and another one, which is wrong."""
    clear = [
        (guess.language, one.language)
        for one in among
        if (guess := language_of(one.text, setting or one.language)).is_clear
    ]
    own = sum(found == language for found, language in clear)
    return own / len(among), (len(clear) - own) / len(among)


def main() -> None:
    """Print the figures of a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("tune", "kept"), default="tune")
    among = list(questions(parser.parse_args().part))
    print(f"{len(among)} questions; language known with the right setting: {share(among):.3f}")
    native = [one for one in among if one.kind != "romanised"]
    print(f"  of the {len(native)} in the letters of their language: {share(native):.3f}")
    print(f"  wrongly offered another language: {switches(among)[1]:.4f}")
    for setting in ("de", "en"):
        other = [one for one in among if one.language != setting]
        own, wrong = switches(other, setting)
        print(
            f"set to {setting}, {len(other)} in other languages: known {share(other, setting):.3f}"
        )
        print(f"  offered to switch: {own:.3f}, to a wrong language: {wrong:.4f}")


if __name__ == "__main__":
    main()
