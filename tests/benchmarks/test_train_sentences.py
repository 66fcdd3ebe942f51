"""How the model of lines is taught."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks import common_words
from benchmarks.common_words import written
from benchmarks.omos import Page, Question
from benchmarks.train_sentences import SOFT, Example, read_examples, softened

TEXT = {
    "de": "Kurse\nKurse sind kostenlos.\nKommen Sie!",
    "en": "Courses\nCourses are free.\nCome!",
}
ASKED = {"de": "Was kosten Kurse?", "en": "What do courses cost?"}


def examples(*first: list[float]) -> list[Example]:
    """A question in two languages, the second line answers; what the first look says of lines."""
    page, question = Page(0, "town/1", "town", TEXT), Question("town/1", ASKED, (1,))
    found = list(read_examples([page], [question]))
    for example, scores in zip(found, first, strict=True):
        example.first = scores
    return found


def test_a_question_is_read_in_each_language() -> None:
    german, english = examples([], [])
    assert (german.language, english.language) == ("de", "en")
    assert german.question == english.question
    assert german.answers.tolist() == [0, 1, 0]


def test_the_second_look_learns_from_the_first_in_all_languages() -> None:
    german, english = softened(examples([0.0, 2.0, -2.0], [0.0, -2.0, -2.0]))
    assert german.tolist() == english.tolist()
    least = 1 / (1 + np.exp(2))
    expected = [SOFT / 2, 1 - SOFT + SOFT / 2, SOFT * least]
    assert german.tolist() == pytest.approx(expected)


def test_a_page_of_other_lines_in_another_language_teaches_nothing() -> None:
    taught = examples([0.0, 2.0, -2.0], [0.0, 2.0, -2.0])
    taught[1].first, taught[1].answers = [0.0, -2.0], np.array([0.0, 1.0])
    german, _ = softened(taught)
    assert german[1] == pytest.approx(1 - SOFT + SOFT / (1 + np.exp(-2)))


def test_common_words_stand_by_the_number_of_their_pages() -> None:
    assert written({"kurs": 9, "rar": 1, "amt": 9, "kind": 12}) == {"12": "kind", "9": "amt kurs"}


def test_words_are_counted_on_the_pages_that_train_questions_ask_about(tmp_path: Path) -> None:
    pages = [{"id": f"town/{x}", "city": "town", "text": {"de": "Kind\nKind"}} for x in range(9)]
    asked: list[dict[str, object]] = [
        {"split": "dev" if x == 8 else "train", "page": f"town/{x}", "question": {}, "answers": []}
        for x in range(9)
    ]
    for name, lines in (("pages", pages), ("questions", asked)):
        file = tmp_path / f"{name}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    common_words.main(["--omos", str(tmp_path), "--out", str(tmp_path / "common.json")])
    parts = json.loads((tmp_path / "common.json").read_text(encoding="utf-8"))
    assert (parts["pages"], parts["stems"]) == (8, {"de": {"8": "kind"}})
