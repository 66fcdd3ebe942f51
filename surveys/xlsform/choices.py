"""The sheet `choices`: lists of choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveys.form import Choice
from surveys.xlsform.languages import Languages
from surveys.xlsform.rows import Row, Table

YES = frozenset({"yes", "true", "true()", "1", "ja", "x"})
OTHER = "other"

Lists = Mapping[str, tuple[Choice, ...]]


def lists_of(tables: Mapping[str, Table], languages: Languages) -> dict[str, tuple[Choice, ...]]:
    """Lists by their name, `external_choices` after `choices`."""
    found: dict[str, list[Choice]] = {}
    for row in (*tables["choices"].rows, *tables["external_choices"].rows):
        if list_name(row) and row.code("name"):
            found.setdefault(list_name(row), []).append(_choice(row, languages))
    return {name: tuple(choices) for name, choices in found.items()}


def list_name(row: Row) -> str:
    """The list that a row belongs to."""
    return row.code("list_name")


def exclusive_in(choices: tuple[Choice, ...]) -> frozenset[str]:
    """The choices that say in a column `exclusive` that they go with no other."""
    marked = (x for x in choices if x.columns.get("exclusive", "").strip().lower() in YES)
    return frozenset(choice.name for choice in marked)


def with_other(lists: dict[str, tuple[Choice, ...]], name: str) -> str:
    """A list with "other" at its end, for `or_other`; its label is for the catalogs to say."""
    choices = lists.get(name, ())
    if any(choice.name == OTHER for choice in choices):
        return name
    extended = f"{name} {OTHER}"
    lists[extended] = (*choices, Choice(OTHER, {}))
    return extended


def _choice(row: Row, languages: Languages) -> Choice:
    label = languages.words(row, "label")
    return Choice(row.code("name"), label, languages.media(row), dict(_columns(row)))


def _columns(row: Row) -> Iterator[tuple[str, str]]:
    """All that choice filters may ask for: without words, media and the choice's own name."""
    for key, text in row.cells.items():
        if key.column not in ("list_name", "name", "label", "image", "audio", "video"):
            yield (f"{key.column}::{key.language}" if key.language else key.column), text
