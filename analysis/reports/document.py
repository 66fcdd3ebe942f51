"""A report without a form: what stands where, in words, and with figures that stay figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Literal

from analysis.reports.voice import Voice

Value = str | int | float | date
Align = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees, `text`, and what a spreadsheet calculates with, `value`.

    `mark` names a sign drawn before the text, which says the same. `share` of 1 draws a bar.
    """

    text: str
    value: Value | None = None
    mark: str = ""
    share: float | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in letters, as spreadsheets count. `file_only`: for sorting, not for reading.

    `whole`: what stands there is short and is not broken into lines.
    """

    heading: str
    width: int = 12
    align: Align = "start"
    file_only: bool = False
    mark: str = ""
    whole: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own, or under none."""

    rows: tuple[Row, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is short, for a sheet's tab and an anchor. `title` becomes a numbered caption.

    The first `heads` cells of a row say what it is about. `total` is a last row of sums. `empty` is
    said instead of a table without rows. `grouping` says what the headings of groups are. A report
    has no two tables of the same name.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    source: str
    empty: str = ""
    heads: int = 1
    grouping: str = ""
    total: Row | None = None
    caption: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows but the sums."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: how much of each series, in their order. `said` stands at its end
    instead of the sum.
    """

    label: str
    counts: tuple[int, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked horizontal bars. `description` says in a sentence what they show."""

    name: str
    title: str
    description: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    source: str
    caption: str = ""

    @property
    def plain(self) -> bool:
        """Whether bars have one part only, and need no key."""
        return len(self.series) == 1


Block = Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its heading, paragraphs, tables and charts, then its `parts`, which have none."""

    name: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sign in a table means: the sign itself or the `mark` of a cell."""

    sign: str
    meaning: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `day` is the day whose state it tells, `as_of` that in words."""

    language: str
    direction: str
    title: str
    subtitle: str
    as_of: str
    day: date
    contents: str
    lists: str
    legend_heading: str
    sections: tuple[Section, ...]
    legend: tuple[Signs, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All tables and charts in their order."""
        there = (part for section in self.sections for part in (section, *section.parts))
        return tuple(block for part in there for block in part.blocks)


def numbered(sections: Iterable[Section], voice: Voice) -> tuple[Section, ...]:
    """The same with captions ("Tab. 1: …", "Abb. 1: …"), counted through the report."""
    tables, charts = count(1), count(1)

    def captioned(blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Table):
                caption = voice.say("report.table", number=next(tables), title=block.title)
            else:
                caption = voice.say("report.chart", number=next(charts), title=block.title)
            yield replace(block, caption=caption)

    def whole(section: Section) -> Section:
        blocks = tuple(captioned(section.blocks))
        return replace(section, blocks=blocks, parts=tuple(map(whole, section.parts)))

    return tuple(map(whole, sections))
