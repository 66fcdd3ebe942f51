"""Forms in several languages."""

from surveys.xlsform.languages import coded
from tests.surveys.xlsform.forms import form, places, question, reading


def test_a_form_speaks_the_languages_of_its_columns_by_their_codes() -> None:
    found = form("""
        | survey   |      |      |                     |                     |
        |          | type | name | label::Deutsch (de) | label::العربية (ar) |
        |          | text | work | Arbeit?             | العمل؟              |
        | settings |            |                  |
        |          | form_title::Deutsch (de) | form_title::العربية (ar) | default_language |
        |          | Bedarf     | الاحتياجات       | Deutsch             |
    """)
    assert found.languages == ("de", "ar")
    assert found.default_language == "de"
    assert found.names == {"de": "Deutsch (de)", "ar": "العربية (ar)"}
    assert found.title == {"de": "Bedarf", "ar": "الاحتياجات"}
    assert question(found, "/work").label == {"de": "Arbeit?", "ar": "العمل؟"}


def test_a_column_without_a_language_is_in_the_default_language() -> None:
    found = form("""
        | survey   |      |      |         |           |
        |          | type | name | label   | label::en |
        |          | text | work | Arbeit? | Work?     |
        | settings |                     |
        |          | default_language    |
        |          | en                  |
    """)
    assert found.languages == ("en",)
    assert question(found, "/work").label == {"en": "Work?"}


def test_a_form_in_one_unnamed_language() -> None:
    found = form("""
        | survey |      |      |       |
        |        | type | name | label |
        |        | text | work | Work? |
    """)
    assert (found.languages, found.default_language) == (("",), "")
    assert found.said(question(found, "/work").label, "ar") == "Work?"


def test_a_missing_translation_is_never_a_hyphen() -> None:
    found = reading("""
        | survey  |               |      |           |           |
        |         | type          | name | label::de | label::ar |
        |         | select_one yn | work | Arbeit?   | -         |
        | choices |               |      |           |           |
        |         | list_name     | name | label::de |           |
        |         | yn            | yes  | Ja        |           |
    """)
    assert places(found.problems) == [
        ("translation_missing", "survey!D2"),
        ("translation_column_missing", "choices!1"),
    ]
    assert found.form is not None
    assert question(found.form, "/work").label == {"de": "Arbeit?"}
    assert found.form.lists["yn"][0].label == {"de": "Ja"}


def test_hints_without_a_language_among_languages_are_mentioned() -> None:
    found = reading("""
        | survey |      |      |           |           |      |
        |        | type | name | label::de | label::ar | hint |
        |        | text | work | Arbeit?   | العمل؟    | kurz |
    """)
    assert places(found.problems) == [("column_without_language", "survey!E1")]


def test_a_language_without_a_code_goes_by_its_name() -> None:
    found = reading("""
        | survey   |      |      |                |
        |          | type | name | label::english |
        |          | text | work | Work?          |
        | settings |                  |
        |          | default_language |
        |          | french           |
    """)
    assert {each.code for each in found.problems} == {"language_without_code", "language_unknown"}
    assert found.form is not None
    assert found.form.languages == ("english",)


def test_codes_are_cased_as_they_are_registered() -> None:
    assert coded("Português (PT-br)") == ("pt-BR", True)
    assert coded("中文 (zh-Hans)") == ("zh-Hans", True)
    assert coded("Dari") == ("Dari", False)
