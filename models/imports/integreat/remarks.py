"""What the report says about an export: for each kind of remark how often, and of what."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.imports.problems import Problem, Whole, shown


@dataclass(slots=True)
class Remarks:
    """Collected while reading. `problems` forbid the import, the others only tell."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    _counted: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def problem(self, code: str, file: str, **values: str) -> None:
        """Something because of which nothing may be imported."""
        self.problems.append(_remark(code, file, values))

    def notice(self, code: str, file: str, **values: str) -> None:
        """Something to be told by itself."""
        self.notices.append(_remark(code, file, values))

    def count(self, code: str, file: str, what: str) -> None:
        """One more of a kind, in `file`; `what` names it."""
        self._counted.setdefault((file, code), []).append(shown(what))

    def told(self) -> tuple[Problem, ...]:
        """All notices, those that were counted last."""
        counted = (_counted(code, file, which) for (file, code), which in self._counted.items())
        return (*self.notices, *counted)


def _counted(code: str, file: str, which: list[str]) -> Problem:
    named = Whole(", ".join(dict.fromkeys(which)))
    return Problem(code, file, values={"count": len(which), "which": named})


def _remark(code: str, file: str, values: dict[str, str]) -> Problem:
    return Problem(code, file, values={name: shown(value) for name, value in values.items()})
