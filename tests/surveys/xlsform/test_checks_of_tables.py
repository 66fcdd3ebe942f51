"""Problems of lists, columns and settings, at the cell where they are."""

import pytest

from tests.surveys.xlsform.forms import places, reading

HEAD = "| survey |     |     |     |     |\n|  | type | name | label | {0} |\n"


def test_lists_of_choices() -> None:
    found = reading("""
        | survey  |                    |      |       |
        |         | type               | name | label |
        |         | select_multiple c  | a    | A?    |
        |         | select_one d       | b    | B?    |
        | choices |                    |      |       |
        |         | list_name          | name | label |
        |         | c                  | a b  | A B   |
        |         | c                  | c    |       |
        |         | c                  | c    | C     |
        |         | d                  | a b  | A B   |
        |         | d                  |      | D     |
    """)
    assert places(found.problems) == [
        ("choice_blank", "choices!B2"),
        ("choice_label_missing", "choices!C3"),
        ("choice_twice", "choices!B4"),
        ("choice_name_missing", "choices!B6"),
    ]


def test_the_same_choice_twice_when_the_form_wants_it() -> None:
    twice = "| choices | | | |\n| | list_name | name | label |\n" + "| | yn | yes | Yes |\n" * 2
    allowed = "| settings | |\n| | allow_choice_duplicates |\n| | yes |\n"
    form = HEAD.format("hint") + "| | select_one yn | work | Work? | |\n" + twice
    assert places(reading(form).problems) == [("choice_twice", "choices!B3")]
    assert reading(form + allowed).problems == ()


@pytest.mark.parametrize(
    ("column", "code", "place"),
    [
        ("Label", "column_twice", "D1"),
        ("relevent", "column_misspelled", "D1"),
        ("autoplay", "column_unsupported", "D1"),
        ("remarks of mine", "", ""),
    ],
)
def test_columns(column: str, code: str, place: str) -> None:
    found = reading(HEAD.format(column) + "| | text | why | Why? | x |\n")
    assert places(found.problems) == ([(code, f"survey!{place}")] if code else [])


def test_two_spellings_of_one_column() -> None:
    head = "| survey | | | | | |\n| | type | name | label | relevant | relevance |\n"
    found = reading(head + "| | text | why | Why? | | 1 = 2 |\n")
    assert places(found.problems) == [("column_twice", "survey!E1")]
    assert found.problems[0].values == {"first": "D (relevant)"}


def test_a_column_that_must_be_there() -> None:
    found = reading("| survey | | |\n| | type | label |\n| | note | Hello |\n")
    assert ("column_missing", "survey!1") in places(found.problems)


def test_settings_for_a_server_are_mentioned() -> None:
    settings = "| settings | |\n| | submission_url |\n| | https://example.org |\n"
    found = reading(HEAD.format("hint") + "| | text | why | Why? | |\n" + settings)
    assert places(found.problems) == [("setting_unsupported", "settings!A1")]
