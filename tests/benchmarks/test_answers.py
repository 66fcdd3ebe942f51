"""The benchmark counts right pages and silences."""

import json
from pathlib import Path

import pytest

from benchmarks.answers import GERMAN, Setting, main, measure
from benchmarks.omos import read_pages, read_questions

PAGES = [
    {"id": "a/1", "city": "a", "text": {"de": "Deutschkurs\nAm Abend", "en": "Course\nEvening"}},
    {"id": "a/2", "city": "a", "text": {"de": "Schwimmbad\nFür alle", "en": "Pool\nFor everyone"}},
]
QUESTIONS: list[dict[str, object]] = [
    {
        "page": "a/1",
        "question": {"de": "Welcher Deutschkurs?", "en": "course"},
        "answers": [1],
    },
    {"page": "a/2", "question": {"de": "Wer gewann die Wahl?", "en": "elections"}, "answers": []},
]


@pytest.fixture
def omos(tmp_path: Path) -> Path:
    """Write a small data set."""
    questions = [{"id": n, "split": "dev", **x} for n, x in enumerate(QUESTIONS)]
    for name, rows in (("pages", PAGES), ("questions", questions)):
        lines = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_the_right_page_and_silence_are_counted(omos: Path) -> None:
    outcomes, built = measure(read_pages(omos), read_questions(omos, "dev"), ())
    assert set(outcomes) == {Setting(*x) for x in (("de", "de"), ("de", "en"), ("en", "en"))}
    assert outcomes[Setting(GERMAN, "de")].ranks == [1]
    assert outcomes[Setting(GERMAN, "en")].ranks == [None]
    assert outcomes[Setting(GERMAN, "de")].abstained == [True]
    assert len(built) == 2


def test_a_table_is_printed(omos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--omos", str(omos), "--topics", str(omos)])
    assert "1.000" in capsys.readouterr().out
