"""Where everything of a chart stands, in the units of its SVG."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from analysis.reports.document import Bar, Chart

WIDTH, LABELS, SUMS = 760, 250, 40
ROW, THICK, LETTERS = 34, 22, 36
TICKS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar, of the series number `series`."""

    x: float
    width: float
    series: int
    figure: int


@dataclass(frozen=True, slots=True)
class Line:
    """A bar with its label, in lines that fit, and its sum."""

    y: int
    label: tuple[str, ...]
    pieces: tuple[Piece, ...]
    sum: int
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale."""

    x: float
    figure: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its places: bars from `left`, over a scale of whole numbers."""

    chart: Chart
    width: int
    height: int
    left: int
    thick: int
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]


def drawn(chart: Chart) -> Drawing:
    """Lay out stacked bars, one below the other."""
    longest = max((sum(bar.counts) for bar in chart.bars), default=0)
    step = max(1, -(-longest // TICKS))
    top = step * max(1, -(-longest // step))
    unit = (WIDTH - LABELS - SUMS) / top
    ticks = tuple(Tick(LABELS + at * unit, at) for at in range(0, top + 1, step))
    lines = tuple(_line(bar, row * ROW, unit) for row, bar in enumerate(chart.bars))
    return Drawing(chart, WIDTH, len(lines) * ROW + ROW, LABELS, THICK, lines, ticks)


def _line(bar: Bar, y: int, unit: float) -> Line:
    pieces, x = [], float(LABELS)
    for series, figure in enumerate(bar.counts):
        if figure:
            pieces.append(Piece(x, figure * unit, series, figure))
        x += figure * unit
    label = tuple(textwrap.wrap(bar.label, LETTERS)[:2]) or ("",)
    return Line(y, label, tuple(pieces), sum(bar.counts), x)
