"""Code stays small enough to be read: see the limits."""

import textwrap
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from tests.house.project import ROOT, code_packages
from tests.house.sizes import Size, sizes

LIMITS = {"lines": 200, "function lines": 25, "nested blocks": 2, "parameters": 5}

ALLOWED: dict[tuple[str, str], str] = {
    ("bot/cli/offer_commands.py::import_offers", "parameters"): "Typer reads each option from one",
    ("bot/cli/people_commands.py::invite", "parameters"): "Typer reads each option from one",
    ("bot/cli/response_commands.py::export_responses", "parameters"): "Typer reads each from one",
    ("bot/cli/survey_commands.py::import_survey", "parameters"): "Typer reads each from one",
    ("surveys/xlsform/questions.py::question", "function lines"): "a field of a question a line",
}
"""(place, what) that may be over its limit, with the reason why nothing smaller is clearer."""


def measured_files() -> list[Path]:
    packages = [ROOT.joinpath(*name.split(".")) for name in code_packages()]
    files = [file for package in packages for file in sorted(package.glob("*.py"))]
    return [file for file in files if "migrations" not in file.parts]


@cache
def everything() -> tuple[Size, ...]:
    found = (sizes(file, str(file.relative_to(ROOT))) for file in measured_files())
    return tuple(chain.from_iterable(found))


def too_large() -> dict[tuple[str, str], int]:
    over = [size for size in everything() if size.figure > LIMITS[size.what]]
    return {(size.place, size.what): size.figure for size in over}


def test_nothing_is_larger_than_its_limit() -> None:
    assert {place: figure for place, figure in too_large().items() if place not in ALLOWED} == {}


def test_what_is_allowed_is_still_needed() -> None:
    assert set(ALLOWED) - set(too_large()) == set()


def test_what_is_allowed_has_a_reason() -> None:
    assert [place for place, reason in ALLOWED.items() if len(reason.split()) < 4] == []


def test_there_is_something_to_measure() -> None:
    assert {size.what for size in everything()} == set(LIMITS)


EXAMPLES = {
    "blocks in blocks": ("if a:\n for b in c:\n  with d: pass", "nested blocks", 3),
    "elif is not deeper": ("if a: pass\nelif b: pass\nelif c: pass", "nested blocks", 1),
    "if in else is deeper": ("if a: pass\nelse:\n if b: pass", "nested blocks", 2),
    "except": ("try: pass\nexcept E:\n while a: pass", "nested blocks", 2),
    "match": ("match a:\n case 1:\n  if b: pass", "nested blocks", 2),
    "function in function": ("if a:\n if b:\n  def g():\n   if c: pass", "nested blocks", 2),
    "docstring": ('"""One.\n\nTwo.\n"""\nreturn a', "function lines", 2),
    "no docstring": ("a = 1\nreturn a", "function lines", 3),
}


@pytest.mark.parametrize(("body", "what", "figure"), EXAMPLES.values(), ids=EXAMPLES)
def test_measuring_a_body(tmp_path: Path, body: str, what: str, figure: int) -> None:
    code = "def f():\n" + textwrap.indent(body, "    ", lambda line: True)
    assert max(measure(tmp_path, code, what)) == figure


def test_measuring_parameters(tmp_path: Path) -> None:
    assert measure(tmp_path, "def f(self, a, /, b, *c, d, **e): pass", "parameters") == [5]


def test_measuring_a_file(tmp_path: Path) -> None:
    assert measure(tmp_path, "a = 1\n\nb = 2\n", "lines") == [3]


def measure(folder: Path, code: str, what: str) -> list[int]:
    file = folder / "example.py"
    file.write_text(code)
    return [size.figure for size in sizes(file, file.name) if size.what == what]
