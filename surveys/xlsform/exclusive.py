"""Choices that go with no other: "none", "don't know", "prefer not to say".

XLSForm has no word for them (https://github.com/getodk/getodk/issues/774). Forms say it with a
constraint such as `not((selected(., 'dnk') or selected(., 'none')) and count-selected(.) > 1)`.
"""

from __future__ import annotations

import re

_SELECTED = r"selected\(\.,(?:'[^']+'|\"[^\"]+\")\)"
_ANY = rf"\(?{_SELECTED}(?:or{_SELECTED})*\)?"
_SEVERAL = r"\(?count-selected\(\.\)(?:>1|>=2|!=1)\)?"
_SINGLE = r"\(?count-selected\(\.\)(?:=1|<2|<=1)\)?"
_SHAPES = (
    rf"not\({_ANY}and{_SEVERAL}\)",
    rf"not\({_SEVERAL}and{_ANY}\)",
    rf"not\({_ANY}\)or{_SINGLE}",
    rf"{_SINGLE}ornot\({_ANY}\)",
    rf"if\({_ANY},{_SINGLE},true\(\)\)",
)
_CLAUSE = rf"(?:{'|'.join(_SHAPES)}|\((?:{'|'.join(_SHAPES)})\))"
_WHOLE = re.compile(rf"{_CLAUSE}(?:and{_CLAUSE})*")
_NAME = re.compile(r"selected\(\.,(?:'([^']+)'|\"([^\"]+)\")\)")
_BLANKS = re.compile(r"\s+(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)")


def exclusive(constraint: str) -> frozenset[str]:
    """The names of exclusive choices, empty when the constraint says anything else as well."""
    if "count-selected" not in constraint:
        return frozenset()
    bare = _BLANKS.sub("", constraint)
    if not _WHOLE.fullmatch(bare):
        return frozenset()
    return frozenset(one or two for one, two in _NAME.findall(bare))
