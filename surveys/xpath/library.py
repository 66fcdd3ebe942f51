"""All functions, by name."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.xpath import (
    functions_booleans,
    functions_codes,
    functions_dates,
    functions_geo,
    functions_nodes,
    functions_numbers,
    functions_repeats,
    functions_selects,
    functions_strings,
)
from surveys.xpath.function import Function

FUNCTIONS: Mapping[str, Function] = {
    **functions_booleans.FUNCTIONS,
    **functions_codes.FUNCTIONS,
    **functions_dates.FUNCTIONS,
    **functions_geo.FUNCTIONS,
    **functions_nodes.FUNCTIONS,
    **functions_numbers.FUNCTIONS,
    **functions_repeats.FUNCTIONS,
    **functions_selects.FUNCTIONS,
    **functions_strings.FUNCTIONS,
}
