"""Where the bars of a chart stand."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.reports.document import Bar, Chart
from analysis.reports.drawing import LABELS, LETTERS, WIDTH, drawn

COUNTS = st.lists(st.tuples(*[st.integers(0, 400)] * 4), min_size=1, max_size=12)


def chart(*counts: tuple[int, ...], label: str = "Feld") -> Chart:
    return Chart("c", "t", "d", ("a", "b", "c", "d"), tuple(Bar(label, x) for x in counts), "q")


@given(COUNTS)
def test_bars_are_as_long_as_their_figures_and_stay_inside(counts: list[tuple[int, ...]]) -> None:
    drawing = drawn(chart(*counts))
    unit = (drawing.ticks[1].x - drawing.ticks[0].x) / drawing.ticks[1].figure
    for line, figures in zip(drawing.lines, counts, strict=True):
        assert [piece.figure for piece in line.pieces] == [one for one in figures if one]
        assert all(abs(piece.width - piece.figure * unit) < 0.01 for piece in line.pieces)
        ends = [piece.x + piece.width for piece in line.pieces]
        starts = [piece.x for piece in line.pieces]
        assert all(abs(a - b) < 0.01 for a, b in zip(ends, starts[1:], strict=False))
        assert line.end <= WIDTH
        assert line.sum == sum(figures)


@given(COUNTS)
def test_the_scale_is_of_whole_numbers_and_reaches_over_all_bars(
    counts: list[tuple[int, ...]],
) -> None:
    ticks = drawn(chart(*counts)).ticks
    assert ticks[0].x == LABELS
    assert 2 <= len(ticks) <= 7
    assert ticks[-1].figure >= max(map(sum, counts))


def test_long_names_take_two_lines() -> None:
    name = "Interkulturelle Öffnung der Verwaltung und ihrer Einrichtungen"
    (line,) = drawn(chart((1, 0, 0, 0), label=name)).lines
    assert len(line.label) == 2
    assert all(len(part) <= LETTERS for part in line.label)


def test_a_chart_without_anything_has_a_scale() -> None:
    assert [tick.figure for tick in drawn(chart()).ticks] == [0, 1]
