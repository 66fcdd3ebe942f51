"""Every kind of problem, at the cell where it is."""

import pytest

from surveys.xlsform.problems import CODES, VALUES, Severity
from tests.surveys.xlsform.forms import places, reading

HEAD = "| survey |     |     |     |     |\n|  | type | name | label | {0} |\n"
CHOICES = """
| choices |           |       |       |
|         | list_name | name  | label |
|         | yn        | yes   | Yes   |
|         | yn        | no    | No    |
"""
ASKED = "|  | select_one yn | work | Work? | |\n|  | integer | age | Age? | |\n"

EXPRESSIONS = [
    ("relevant", ". >", "expression_invalid"),
    ("constraint", "foo(${age} and", "expression_invalid"),
    ("relevant", "${age} == 3", "expression_invalid"),
    ("constraint", "selectd(., 'a')", "function_unknown"),
    ("constraint", "string-length()", ""),
    ("constraint", "selected(.)", "arguments_wrong"),
    ("relevant", "${agee} > 17", "reference_unknown"),
    ("relevant", "age > 17", "name_bare"),
    ("relevant", "yes", ""),
    ("relevant", "unknown", "name_bare"),
    ("relevant", "/data/age > 17", ""),
    ("relevant", "/data/old > 17", "path_unknown"),
    ("relevant", "../age > 17", ""),
    ("relevant", "../old > 17", "path_unknown"),
    ("relevant", "${work} = 'maybe'", "choice_unknown"),
    ("relevant", "selected(${work}, 'yes') and 1 = 2", "never_true"),
    ("relevant", "${work} = 'yes' and ${work} = 'no'", "never_true"),
    ("relevant", "${work} = 'yes' or ${work} = 'no'", ""),
    ("relevant", "not(true())", "never_true"),
    ("relevant", "no", "never_true"),
    ("constraint", "regex(., '[0-9]+')", "regex_open"),
    ("constraint", "regex(., '^[0-9]+$')", ""),
    ("constraint", "regex(., '^[0-9+$')", "regex_invalid"),
    ("constraint", "regex(., '^([0-9]+ ?)+$')", "regex_slow"),
    ("constraint", "regex(., '^([0-9]+ )+$')", ""),
    ("trigger", "${agee}", "reference_unknown"),
    ("hint", "Since you are ${agee}", "reference_unknown"),
    ("parameters", "rows", "parameters_invalid"),
    ("parameters", "quality=low", "parameter_unknown"),
    ("appearance", "signature", "appearance_unsupported"),
    ("appearance", "multiline w2", ""),
    ("constraint", "#REF!", "cell_error"),
]


@pytest.mark.parametrize(("column", "text", "code"), EXPRESSIONS)
def test_a_cell_that_is_wrong_is_found_where_it_is(column: str, text: str, code: str) -> None:
    asked = f"|  | text | why | Why? | {text} |\n"
    found = reading(HEAD.format(column) + ASKED + asked + CHOICES)
    here = [each for each in places(found.problems) if each[1] == "survey!D4"]
    assert ((code, "survey!D4") in here) if code else (here == [])
    assert all(each == "survey!D4" for _, each in places(found.problems))


def test_questions_that_depend_on_each_other_in_a_circle() -> None:
    found = reading("""
        | survey |           |      |       |             |             |
        |        | type      | name | label | calculation | relevant    |
        |        | calculate | a    |       | ${b} + 1    |             |
        |        | calculate | b    |       | ${c} + 1    |             |
        |        | integer   | c    | C?    |             | ${a} > 1    |
        |        | calculate | d    |       | ${d} + 1    |             |
    """)
    assert places(found.problems) == [("cycle", "survey!D2"), ("cycle", "survey!D5")]
    assert found.problems[0].values == {"value": "a → b → c → a"}


def test_earlier_rows_and_triggers_are_no_circle() -> None:
    before = "indexed-repeat(${sum}, ${r}, position(..) - 1)"
    found = reading(f"""
        | survey |              |      |       |             |         |
        |        | type         | name | label | calculation | trigger |
        |        | begin_repeat | r    | Rows  |             |         |
        |        | integer      | n    | N?    |             |         |
        |        | calculate    | sum  |       | {before}    |         |
        |        | end_repeat   |      |       |             |         |
        |        | calculate    | seen |       | ${{seen}} + 1 | ${{n}}  |
    """)
    assert found.problems == ()


ROWS = [
    ("| text | | A? |", "name_missing", "B2"),
    ("| text | 1a | A? |", "name_invalid", "B2"),
    ("| text | a b | A? |", "name_invalid", "B2"),
    ("| | a | A? |", "type_missing", "A2"),
    ("| txt | a | A? |", "type_unknown", "A2"),
    ("| osm | a | A? |", "type_unsupported", "A2"),
    ("| barcode | a | A? |", "type_limited", "A2"),
    ("| select_one | a | A? |", "list_missing", "A2"),
    ("| select_one nothing | a | A? |", "list_unknown", "A2"),
    ("| select_one ${work} | a | A? |", "select_from_answers", "A2"),
    ("| text | a | |", "label_missing", "C2"),
    ("| calculate | a | |", "calculation_missing", "2"),
    ("| end_group | | |", "end_without_begin", "A2"),
    ("| begin_group | g | G |", "begin_without_end", "A2"),
    ("| range | a | A? | | start=1 end=x |", "parameters_invalid", "E2"),
]


@pytest.mark.parametrize(("row", "code", "place"), ROWS)
def test_a_row_that_is_wrong_is_found(row: str, code: str, place: str) -> None:
    head = "| survey | | | | |\n| | type | name | label | hint | parameters |\n"
    found = reading(f"{head}| {row}\n| | text | work | Work? |\n")
    assert (code, f"survey!{place}") in places(found.problems)


def test_names_side_by_side_differ_and_elsewhere_need_not() -> None:
    found = reading("""
        | survey |             |      |       |
        |        | type        | name | label |
        |        | text        | a    | A?    |
        |        | begin_group | g    | G     |
        |        | text        | a    | A?    |
        |        | end_group   |      |       |
        |        | text        | a    | A?    |
    """)
    assert places(found.problems) == [("name_twice", "survey!B6")]
    assert found.problems[0].values == {"name": "a", "first": "2"}


def test_a_name_that_several_questions_have_is_ambiguous() -> None:
    found = reading("""
        | survey |             |      |       |          |
        |        | type        | name | label | relevant |
        |        | text        | a    | A?    |          |
        |        | begin_group | g    | G     |          |
        |        | text        | a    | A?    |          |
        |        | end_group   |      |       |          |
        |        | text        | b    | B?    | ${a} = 1 |
    """)
    assert places(found.problems) == [("reference_ambiguous", "survey!D6")]


def test_repeats_three_deep_are_mentioned() -> None:
    begin = "".join(f"| | begin_repeat | {name} | R | |\n" for name in "abc")
    asked = "| | text | why | Why? | |\n" + "| | end_repeat | | | |\n" * 3
    found = reading(HEAD.format("hint") + begin + asked)
    assert places(found.problems) == [("repeat_deep", "survey!A4")]


def test_a_form_that_asks_nothing() -> None:
    found = reading(HEAD.format("calculation") + "| | calculate | a | | 1 + 1 |\n")
    assert places(found.problems) == [("no_questions", "survey!")]


def test_what_only_the_converter_refuses_is_quoted_with_its_row() -> None:
    found = reading(HEAD.format("hint") + "| | text | meta | Meta? | |\n")
    assert places(found.problems) == [("converter", "survey!B2")]
    assert "meta" in found.problems[0].values["value"]


def test_an_error_means_that_there_is_no_form_and_a_warning_does_not() -> None:
    wrong = reading(HEAD.format("relevant") + "| | text | why | Why? | . > |\n")
    odd = reading(HEAD.format("relevant") + "| | text | why | Why? | no |\n")
    assert (wrong.form, wrong.problems[0].severity) == (None, Severity.ERROR)
    assert odd.form is not None
    assert odd.problems[0].severity is Severity.WARNING


def test_codes_are_listed_once_and_values_are_those_that_sentences_may_have() -> None:
    assert len(set(CODES)) == len(CODES)
    found = [
        reading(HEAD.format(column) + ASKED + f"| | text | why | Why? | {text} |\n" + CHOICES)
        for column, text, _ in EXPRESSIONS
    ]
    problems = [problem for each in found for problem in each.problems]
    assert {problem.code for problem in problems} <= set(CODES)
    assert {name for problem in problems for name in problem.values} <= set(VALUES)
