"""What of a line fits the kind of a question."""

import pytest

from search.sentences.fitting import fitting
from search.sentences.line import read_lines

CONTACT = "Wenden Sie sich an die Beratungsstelle, Telefon 0361 655 4321."


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("where", {"where: tells contact", "where: has phone"}),
        ("which", {"which: tells offer"}),
        ("when", set()),
        ("why", set()),
    ],
)
def test_a_kind_of_question_counts_what_it_may_be_answered_with(kind: str, names: set[str]) -> None:
    (line,) = read_lines(CONTACT, "de")
    assert fitting(kind, line).keys() == names


def test_what_is_told_twice_counts_more_and_no_more_than_that() -> None:
    once, twice, often = read_lines("Beratung\nHilfe, Rat, Beratung\n" + "Hilfe " * 5, "de")
    told = [fitting("which", line)["which: tells offer"] for line in (once, twice, often)]
    assert told == [0.5, 1.0, 1.0]
