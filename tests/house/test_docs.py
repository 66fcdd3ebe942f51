"""The documentation says what is true of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from pydantic import SecretStr

from bot.__main__ import app
from bot.settings import Settings
from models.base import Base
from models.language import native_name, shipped
from models.tables import METADATA
from tests.house.documents import documents, exists, headings, links, named_files, rows, section
from tests.house.documents import text as page
from tests.house.project import ROOT
from tests.locales.catalogs import header

NOTHING = "–"


def default(name: str) -> str:
    """A setting's default as docs/settings.md writes it."""
    match Settings.model_fields[name].default:
        case SecretStr() as secret:
            plain = secret.get_secret_value()
        case Path() as file:
            plain = file.relative_to(ROOT).as_posix()
        case bool(yes):
            plain = str(yes).lower()
        case other:
            plain = other
    return f"`{plain}`" if plain not in ("", ()) else NOTHING


def test_every_setting_is_documented_with_its_default() -> None:
    written = {cells[0]: cells[1] for cells in rows("docs/settings.md")}
    assert written == {f"`LOTSE_{name.upper()}`": default(name) for name in Settings.model_fields}


def test_every_setting_says_what_it_means() -> None:
    assert [cells for cells in rows("docs/settings.md") if len(cells) != 3 or not cells[2]] == []


def commands(group: Any = None, before: str = "lotse") -> Iterator[tuple[str, Any]]:
    """Every command by its full name."""
    group = group or typer.main.get_command(app)
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


def test_every_command_has_its_section_and_no_other_has() -> None:
    written = {name.strip("`") for name in headings("docs/commands.md")}
    assert written == {name for name, _ in commands()}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=dict(commands()))
def test_every_option_is_explained_and_there_is_an_example(name: str, command: Any) -> None:
    written = section("docs/commands.md", f"`{name}`")
    options = {option for parameter in command.params for option in parameter.opts}
    assert [x for x in options if x.startswith("-") and f"`{x}`" not in written] == []
    assert re.search(rf"^(\$ )?{name}\b", written, re.MULTILINE)


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_file_that_is_named_exists(document: Path) -> None:
    assert [name for name in named_files(document) if not exists(name)] == []


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    assert [link for link in links(document) if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_target_of_make_that_is_named_is_one(document: Path) -> None:
    known = re.findall(r"^(\w+):", page("Makefile"), re.MULTILINE)
    named = re.findall(r"^make (\w+)|`make (\w+)", document.read_text("utf-8"), re.MULTILINE)
    assert {a or b for a, b in named} <= set(known)


def test_names_of_files_are_seen() -> None:
    named = set(named_files(ROOT / "docs" / "architecture.md"))
    assert {"bot/clock.py", "handlers/", "locales/<language>/topics.toml"} <= named
    assert not exists("bot/nothing.py")
    assert not exists("nothing.py")


def about(row: type[Base]) -> list[str]:
    """A table's row in docs/privacy.md, in the words of its class."""
    sentences = re.split(r"(?<=\.)\s+(?=[A-Z`])", " ".join((row.__doc__ or "").split()))
    kept = (each for each in sentences[1:] if re.search(r"\bkept\b", each, re.IGNORECASE))
    purpose = sentences[0].removeprefix("Purpose: ")
    return [f"`{row.__tablename__}`", purpose, " ".join(kept)]


def test_every_table_is_documented_in_the_words_of_the_code() -> None:
    written = sorted(rows("docs/privacy.md"))
    assert written == sorted(about(mapper.class_) for mapper in Base.registry.mappers)
    assert {cells[0].strip("`") for cells in written} == set(METADATA.tables)


def test_every_language_is_listed_as_its_catalog_says() -> None:
    listed = [cells for cells in rows("docs/languages.md") if len(cells) == 4]
    assert listed == [
        [f"`{x}`", native_name(x), header(x, "X-Made"), header(x, "X-Native-Review")]
        for x in shipped()
    ]


def test_every_measurement_is_explained() -> None:
    runnable = {
        f"python -m benchmarks.{file.stem}"
        for file in (ROOT / "benchmarks").glob("*.py")
        if any(is_main(node) for node in ast.parse(file.read_text()).body)
    }
    assert runnable
    assert {name for name in runnable if name not in page("docs/measuring.md")} == set()


def is_main(node: ast.stmt) -> bool:
    """`if __name__ == "__main__"`."""
    return isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
