"""Our own assertions on the dialect, one test a rule (docs/xpath.md gives the reasons)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from surveys.xpath import Scope, compile
from tests.conformance.suite import scope_of

SAMPLE = tomllib.loads(Path(__file__).with_name("sample.toml").read_text(encoding="utf-8"))
NOW = datetime(2026, 3, 2, 9, 30, 15, 250_000, tzinfo=ZoneInfo("Europe/Berlin"))
Answer = str | float | bool | Sequence[str]


def _cases() -> Iterator[Any]:
    household = SAMPLE["household"]
    for group in SAMPLE["group"]:
        node = group.get("node", household["node"])
        for expression, answer in group["cases"]:
            name = f"{group['rule']}: {expression}"
            yield pytest.param(household["xml"].strip(), node, expression, answer, id=name)


@pytest.mark.parametrize(("xml", "node", "expression", "answer"), list(_cases()))
def test_sample(xml: str, node: str, expression: str, answer: Answer) -> None:
    """The expression gives the answer."""
    assert _asked(expression, answer, scope_of(xml, node, NOW)) == answer


def _asked(expression: str, like: Answer, scope: Scope) -> Answer:
    compiled = compile(expression)
    if isinstance(like, bool):
        return compiled.boolean(scope)
    if isinstance(like, int | float):
        return compiled.number(scope)
    if isinstance(like, str):
        return compiled.string(scope)
    return [node.value() for node in compiled.nodes(scope)]
