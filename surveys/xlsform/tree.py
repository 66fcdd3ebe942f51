"""Rows of the sheet `survey` into groups, repeats and questions, and which row each came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from surveys.form import Group, Node, QuestionType, Repeat
from surveys.xlsform.choices import YES
from surveys.xlsform.problems import Problem
from surveys.xlsform.questions import Forming, appearance, condition, other, question
from surveys.xlsform.rows import Row, Table
from surveys.xlsform.types import Kind, Rest, kind

REPEATS = frozenset({Rest.BEGIN_REPEAT, Rest.END_REPEAT})


@dataclass(slots=True)
class Open:
    """A group or repeat whose end has not come yet; the root has no row."""

    path: str
    type: Rest
    row: Row | None = None
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Growing:
    """The tree while it grows. `origins` are the rows by path."""

    forming: Forming
    kept: frozenset[str]
    stack: list[Open] = field(default_factory=lambda: [Open("", Rest.BEGIN_GROUP)])
    origins: dict[str, Row] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def grown(survey: Table, forming: Forming, kept: frozenset[str]) -> Growing:
    """The whole tree; `stack[0]` is the root.

    `kept` are names that something refers to: metadata about a person are left out, but a name
    that is asked for stays, and has no value.
    """
    growing = Growing(forming, kept)
    for row in rows(survey):
        _add(growing, row)
    for still in growing.stack[:0:-1]:
        if still.row:
            problem = still.row.error("begin_without_end", "type", name=still.row.code("name"))
            growing.problems.append(problem)
        _close(growing)
    return growing


def rows(survey: Table) -> Iterator[Row]:
    """The rows that count: not those switched off, nor those with nothing but remarks."""
    for row in survey.rows:
        if row.code("disabled").lower() in YES:
            continue
        if row.code("type") or row.code("name") or row.words("label"):
            yield row


def _add(growing: Growing, row: Row) -> None:
    meant = kind(row.code("type"))
    match meant.type:
        case Rest.BEGIN_GROUP | Rest.BEGIN_REPEAT:
            path = _path(growing, row)
            growing.origins[path] = row
            growing.stack.append(Open(path, Rest(meant.type), row))
        case Rest.END_GROUP | Rest.END_REPEAT:
            _end(growing, row, Rest(meant.type))
        case QuestionType():
            _ask(growing, row, meant)
        case Rest.PERSONAL | Rest.UNSUPPORTED if row.code("name") in growing.kept:
            _ask(growing, row, Kind(QuestionType.HIDDEN))


def _path(growing: Growing, row: Row) -> str:
    name = row.code("name") or f"generated_note_name_{row.number}"
    return f"{growing.stack[-1].path}/{name}"


def _ask(growing: Growing, row: Row, meant: Kind) -> None:
    path = _path(growing, row)
    if meant.list.startswith("${"):
        # Choices from earlier answers: their words can be typed instead.
        meant = Kind(QuestionType.TEXT)
    asked = question(row, meant, path, growing.forming)
    asked = replace(asked, field_of_action=_field_of_action(growing, row))
    growing.origins[path] = row
    growing.stack[-1].children.append(asked)
    if asked.other:
        growing.origins[asked.other] = row
        growing.stack[-1].children.append(other(asked))


def _field_of_action(growing: Growing, row: Row) -> str:
    """The row's own, else that of the nearest group around it that has one."""
    around = [opened.row for opened in reversed(growing.stack) if opened.row]
    return next(filter(None, (each.code("field") for each in (row, *around))), "")


def _end(growing: Growing, row: Row, type_: Rest) -> None:
    last = growing.stack[-1]
    same = (last.type in REPEATS) == (type_ in REPEATS)
    if last.row is None or not same:
        growing.problems.append(row.error("end_without_begin", "type", value=row.code("type")))
        return
    _close(growing)


def _close(growing: Growing) -> None:
    done = growing.stack.pop()
    if done.row is not None:
        growing.stack[-1].children.append(_block(done, done.row, growing.forming))


def _block(done: Open, row: Row, forming: Forming) -> Group | Repeat:
    name, children = done.path.rpartition("/")[2], tuple(done.children)
    words = forming.languages.words
    label, hint = words(row, "label"), words(row, "hint")
    relevant = condition(row.code("relevant"), otherwise="false()")
    if done.type is Rest.BEGIN_GROUP:
        return Group(name, done.path, children, label, hint, relevant, appearance(row))
    count = row.code("repeat_count")
    return Repeat(name, done.path, children, label, hint, relevant, appearance(row), count)


def root(growing: Growing) -> Group:
    """The form's root, when all has been closed."""
    return Group("", "", tuple(growing.stack[0].children))


Origins = Mapping[str, Row]
