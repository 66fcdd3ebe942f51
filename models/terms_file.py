"""One language's `thesaurus.txt`: the terms of each concept, and who has looked at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

TERMS = "thesaurus.txt"
STATES = ("draft", "reviewed")
"""Of terms: written, or accepted by a native speaker."""

ByState = Mapping[str, Mapping[str, tuple[str, ...]]]  # concept's code -> state -> terms


class BadLexicon(ValueError):
    """A file of the locales is not as it should be; the text names the file and where in it."""


def read_terms(path: Path) -> ByState:
    """The terms of a file, by concept and state. Raises BadLexicon."""
    terms: dict[str, dict[str, tuple[str, ...]]] = {}
    code = ""
    for number, line in enumerate(_lines(path), 1):
        place = f"{path.parent.name}/{path.name}, line {number}"
        if line.startswith("@"):
            code = _new(line[1:].strip(), terms, place)
        elif line.strip() and not line.startswith("#"):
            state, found = _line(line, code, place)
            terms[code][state] = (*terms[code].get(state, ()), *found)
    return terms


def all_terms(
    directory: Path, language: str = "*", name: str = TERMS
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The terms of every language that has such a file, or of one, by code. Raises BadLexicon."""
    found = {}
    for path in sorted(directory.glob(f"{language}/{name}")):
        states = read_terms(path)
        found[path.parent.name] = {x: sum(by.values(), ()) for x, by in states.items()}
    return found


def written(terms: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """Terms by concept and state as they stand in a file."""
    blocks = [
        [
            f"@{code}",
            *[f"{state}: {' | '.join(states[state])}" for state in STATES if states.get(state)],
        ]
        for code, states in terms.items()
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BadLexicon(f"{path.parent.name}/{path.name}: {error}") from None


def _new(code: str, terms: dict[str, dict[str, tuple[str, ...]]], place: str) -> str:
    if not code or code in terms:
        raise BadLexicon(f"{place}: {code or 'no code'} stands there a second time or is empty")
    terms[code] = {}
    return code


def _line(line: str, code: str, place: str) -> tuple[str, tuple[str, ...]]:
    state, colon, rest = line.partition(":")
    if not colon or not code or state.strip() not in STATES:
        raise BadLexicon(f"{place}: not @code, nor terms after one of {', '.join(STATES)}")
    return state.strip(), tuple([term for x in rest.split("|") if (term := x.strip())])
