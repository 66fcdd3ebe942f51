"""`lotse survey check` as a person types it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.survey import sentence
from surveys.xlsform.problems import CODES, VALUES, Problem, Severity
from tests.locales.files import LANGUAGES

GOOD = """
| survey |          |       |                   |
|        | type     | name  | label::Deutsch (de) |
|        | integer  | age   | Wie alt sind Sie? |
|        | deviceid | phone |                   |
"""
WRONG = GOOD + "|        | text     | why   | Warum, ${agee}?   |\n"


@pytest.fixture
def check(tmp_path: Path) -> "Check":
    return Check(tmp_path / "needs.md")


class Check:
    """`check(form, "--lang", "en")`: exit code, what is said, and what is complained of."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self, form: str, *options: str) -> tuple[int, str, str]:
        self.file.write_text(form, "utf-8")
        done = CliRunner().invoke(app, ["survey", "check", str(self.file), *options])
        return done.exit_code, done.stdout, done.stderr


def test_a_good_form_is_summed_up(check: Check) -> None:
    code, said, complained = check(GOOD, "--lang", "en")
    assert code == 0
    assert said.splitlines() == [
        "Title: needs",
        "Languages: Deutsch (de)",
        "Questions: 1",
        "Not taken: deviceid",
        "Warnings: 1. Lotse can take the form.",
    ]
    assert complained == (
        "needs.md, sheet survey, row 3, column A (type): warning: “deviceid” tells who answers."
        " Lotse does not collect it; the row is left out.\n"
    )


def test_errors_are_said_last_with_their_place_in_german_if_nothing_else_is_asked(
    check: Check,
) -> None:
    code, said, complained = check(WRONG)
    assert code == 1
    assert complained.splitlines()[-1] == (
        "needs.md, Blatt survey, Zeile 4, Spalte C (label::Deutsch (de)): Fehler:"
        " Es gibt keine Frage „agee“."
    )
    assert said.splitlines()[-1].startswith("Fehler: 1.")


def test_a_file_that_is_no_form_is_refused_in_a_sentence(check: Check) -> None:
    code, _, complained = check("Dear all, here is the form.", "--lang", "en")
    assert code == 1
    assert complained.startswith("needs.md: error: The file is no form that can be read.")


def test_a_language_that_lotse_does_not_speak(check: Check) -> None:
    assert check(GOOD, "--lang", "xx")[0] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence_in_every_language(language: str) -> None:
    values = dict.fromkeys(VALUES, "x1")
    problems = [Problem(Severity.ERROR, code, "survey", 7, "F (type)", values) for code in CODES]
    said = [sentence("form.xlsx", problem, language) for problem in problems]
    assert len(set(said)) == len(CODES)
    assert [each for each in said if "survey_" in each or "{" in each] == []
