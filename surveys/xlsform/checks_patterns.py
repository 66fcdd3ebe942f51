"""Regular expressions: JavaRosa wants the whole answer to match, web forms any part of it.

With `^` and `$` a pattern means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from surveys.xlsform.building import Building
from surveys.xlsform.expressions import Written, written
from surveys.xlsform.problems import Problem
from surveys.xpath.syntax import Call, Literal, everything


def problems(building: Building) -> Iterator[Problem]:
    """Pattern by pattern."""
    for each in written(building):
        opened = (x for x in _patterns(each) if not (x.startswith("^") and x.endswith("$")))
        yield from (each.warning("regex_open", value=pattern) for pattern in opened)


def _patterns(each: Written) -> Iterator[str]:
    tree = each.tree
    for found, _ in () if tree is None else everything(tree):
        match found:
            case Call("regex", (_, Literal(pattern)), _):
                yield pattern
