"""Regular expressions: JavaRosa wants the whole answer to match, web forms any part of it.

With `^` and `$` a pattern means the same everywhere. Some patterns have too many ways to match.
"""

from __future__ import annotations

from collections.abc import Iterator

from surveys.xlsform.building import Building
from surveys.xlsform.expressions import Written, written
from surveys.xlsform.problems import Problem
from surveys.xpath.backtracking import is_risky
from surveys.xpath.syntax import Call, Literal, everything


def problems(building: Building) -> Iterator[Problem]:
    """Pattern by pattern."""
    for each in written(building):
        for pattern in _patterns(each):
            yield from (each.warning(code, value=pattern) for code in _wrong(pattern))


def _wrong(pattern: str) -> Iterator[str]:
    if not (pattern.startswith("^") and pattern.endswith("$")):
        yield "regex_open"
    if is_risky(pattern):
        yield "regex_slow"


def _patterns(each: Written) -> Iterator[str]:
    tree = each.tree
    for found, _ in () if tree is None else everything(tree):
        match found:
            case Call("regex", (_, Literal(pattern)), _):
                yield pattern
