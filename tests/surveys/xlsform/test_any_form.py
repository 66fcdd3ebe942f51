"""Whatever stands in the cells: a form or an error, and every place is one of the sheet."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.xlsform.problems import CODES, VALUES, Severity
from surveys.xlsform.reading import read
from tests.surveys.xlsform.forms import xlsx

HEADERS = (
    *("type", "name", "label", "label::de", "label::Arabic (ar)", "hint", "relevant", "required"),
    *("constraint", "calculation", "choice_filter", "parameters", "appearance", "default"),
    *("repeat_count", "trigger", "Label", "media::image", "::", "bind::", "disabled", "x:y:z"),
)
TYPES = (
    *("text", "integer", "note", "calculate", "range", "select_one c", "select_multiple c"),
    *("select_one c or_other", "rank c", "select_one_from_file c.csv", "begin_group", "end_group"),
    *("begin_repeat", "end_repeat", "deviceid", "audit", "select_one ${a}", "date", "start"),
)
WORDS = (
    *("a", "b", "c", "a b", "${a}", "${b} + 1", "${a", ". > 1", "yes", "no", "=", "[", "'", "-"),
    *("selected(${a}, 'b')", "start=1 end=0", "regex(., '[')", "${c}[1]/x", "../..", "//", "$"),
)
NOT_IN_XML = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
CELL = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.sampled_from(TYPES),
    st.text(NOT_IN_XML, max_size=8),
    st.integers(-5, 5),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(),
)
# openpyxl takes text that begins like that for a formula, as a spreadsheet would.
SAFE = CELL.map(lambda cell: f" {cell}" if isinstance(cell, str) and cell.startswith("=") else cell)
SURVEY = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8).flatmap(
    lambda header: st.tuples(
        st.just(["type", "name", *header]),
        st.lists(
            st.tuples(
                st.sampled_from(TYPES),
                st.sampled_from(("a", "b", "c", "", "9")),
                *[SAFE for _ in header],
            ),
            max_size=6,
        ),
    )
)
CHOICES = st.lists(st.tuples(st.sampled_from(("c", "d", "")), SAFE, SAFE), max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SURVEY, CHOICES)
def test_any_cells_give_a_form_or_an_error(
    survey: tuple[list[str], list[tuple[object, ...]]], choices: list[tuple[object, ...]]
) -> None:
    header, rows = survey
    sheets = {
        "survey": [header, *rows],
        "choices": [["list_name", "name", "label"], *choices],
    }
    found = read(xlsx(sheets), "any.xlsx")
    severe = [each for each in found.problems if each.severity is Severity.ERROR]
    assert (found.form is None) == bool(severe)
    for problem in found.problems:
        assert problem.code in CODES
        assert set(problem.values) <= set(VALUES)
        assert problem.row <= len(sheets.get(problem.sheet, ())) + 1


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_give_an_answer(data: bytes) -> None:
    found = read(data, "any")
    assert found.form is not None or found.problems
