"""The benchmark of answers counts right documents, and says between what the figures lie."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.answering import demo_town
from benchmarks.answering.asked import Asked, Found, Question, hit
from benchmarks.answering.figures import bootstrapped, share
from benchmarks.answering.own_questions import read_own
from benchmarks.answering.towns import Setting, Towns
from benchmarks.answers import main
from search.document import Document
from search.translating.word_translations import WordTranslations

PAGES = [
    {"id": "a/1", "city": "a", "text": {"de": "Deutschkurs\nAm Abend", "en": "Course\nEvening"}},
    {"id": "a/2", "city": "a", "text": {"de": "Schwimmbad\nFür alle", "en": "Pool\nFor everyone"}},
]
QUESTIONS: list[dict[str, object]] = [
    {"page": "a/1", "question": {"de": "Deutschkurs", "en": "Course"}, "answers": [1]},
    {"page": "a/2", "question": {"de": "Wahl", "en": "elections"}, "answers": []},
]


class ByTitle:
    """A system that knows a document by its title alone."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        self._titles = {y["title"]: x.key for x in documents for y in x.texts.values()}

    def ask(self, text: str, _: str) -> Found:
        """The document of that title."""
        return Found([self._titles[text]] if text in self._titles else [])


@pytest.fixture
def omos(tmp_path: Path) -> Path:
    """Write a small data set."""
    questions = [{"id": n, "split": "dev", **x} for n, x in enumerate(QUESTIONS)]
    for name, rows in (("pages", PAGES), ("questions", questions)):
        lines = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_pages_are_asked_in_their_own_language_and_german_ones_in_every(omos: Path) -> None:
    outcomes = Towns(omos, "dev").ask(ByTitle)
    found = {setting: hit(asked, 3).value for setting, asked in outcomes.items()}
    assert found == {Setting("de", "de"): 1, Setting("de", "en"): 0, Setting("en", "en"): 1}
    assert {len(asked) for asked in outcomes.values()} == {2}


def test_a_right_document_counts_from_its_rank_on() -> None:
    question = Question("1", "de", "plain", "", frozenset({7, 9}))
    asked = [Asked(question, Found([1, 9, 7]), 0.0)]
    assert [hit(asked, rank).value for rank in (1, 2)] == [0, 1]


def test_a_share_has_the_interval_that_wilson_gives_it() -> None:
    figure = share([True] * 8 + [False] * 2)
    assert (round(figure.low, 3), round(figure.high, 3)) == (0.490, 0.943)
    assert str(share([])) == "–"


def test_cases_that_are_all_alike_leave_no_doubt_to_a_bootstrap() -> None:
    assert bootstrapped([1.0] * 5, lambda x: sum(x) / len(x)).low == 1
    assert bootstrapped([0.0, 1.0] * 5, lambda x: sum(x) / len(x)).low < 0.5


def test_every_question_of_ours_names_offers_that_there_are() -> None:
    keys = demo_town.keys()
    parts = [read_own(part, keys) for part in ("tune", "kept")]
    assert min(map(len, parts)) >= 17 * 38


def test_a_mostly_german_town_has_german_texts_and_a_third_of_its_titles_in_english() -> None:
    documents = demo_town.mostly_german()
    titled = [x for x in documents if "en" in x.texts]
    assert {language for x in documents for language in x.texts} == {"de", "en"}
    assert len(titled) == -(-len(documents) // 3)
    assert {tuple(x.texts["en"]) for x in titled} == {("title",)}


def test_nobody_looks_at_failures_of_the_part_that_is_kept_apart(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--part", "kept", "--failures", str(tmp_path / "failures.md")])
    assert not list(tmp_path.iterdir())
