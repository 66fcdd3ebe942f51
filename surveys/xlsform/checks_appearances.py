"""Appearances: what they are for, and which Lotse cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from surveys.form import UNASKED, Question
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem

SHOWN = frozenset(
    {
        *("multiline", "numbers", "url", "thousands-sep", "counter"),
        *("minimal", "autocomplete", "autocomplete_chars", "quick", "quickcompact", "likert"),
        *("horizontal", "horizontal-compact", "compact", "columns", "columns-pack", "no-buttons"),
        *("label", "list-nolabel", "list", "table-list", "field-list"),
        *("no-calendar", "month-year", "year", "no-ticks", "vertical", "rating", "picker"),
        *("new", "new-front", "selfie", "hidden-answer", "maps", "placement-map", "picture"),
        *("no-collapse", "compact-tag", "theme-grid", "search", "search-and-select"),
    }
)
"""Those that a conversation follows, or that ask for nothing that it would have to do."""

COUNTED = re.compile(r"(compact|columns|quickcompact|w|c)-?\d+")


def problems(building: Building) -> Iterator[Problem]:
    """Node by node."""
    for node in building.form.nodes():
        unasked = isinstance(node, Question) and node.type in UNASKED
        for word in filter(_is_unknown, () if unasked else node.appearance):
            row = building.origins[node.path]
            yield row.warning("appearance_unsupported", "appearance", value=word)


def _is_unknown(word: str) -> bool:
    return word.lower() not in SHOWN and not COUNTED.fullmatch(word)
