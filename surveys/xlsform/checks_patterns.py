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
            if not (pattern.startswith("^") and pattern.endswith("$")):
                yield each.warning("regex_open", value=pattern)
            if is_risky(pattern):
                yield each.warning("regex_slow", value=pattern)


def _patterns(each: Written) -> Iterator[str]:
    tree = each.tree
    for found, _ in () if tree is None else everything(tree):
        match found:
            case Call("regex", (_, Literal(pattern)), _):
                yield pattern
