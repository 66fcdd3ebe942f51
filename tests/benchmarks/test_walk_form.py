"""The automatic respondent gets to the end of forms, and says where she does not."""

from pathlib import Path

import pytest

from benchmarks.walk_form import NOW, main, measured
from benchmarks.walking import Stuck, walks
from surveys.xlsform.reading import read

KINDS = """
| survey | | | | | |
| | type | name | label::Deutsch (de) | label::Українська (uk) | required | constraint |
| | integer | age | Alter? | Вік? | yes | . >= 16 and . < 120 |
| | select_multiple needs | needs | Was? | Що? | yes | count-selected(.) <= 2 |
| | begin_repeat | child | Kind | Дитина | | |
| | text | name | Name? | Ім'я? | yes | |
| | end_repeat | | | | | |
| | date | day | Tag? | День? | yes | . <= today() |
| | rank needs | order | Ordnung? | Порядок? | yes | |
| choices | | | | | |
| | list_name | name | label::Deutsch (de) | label::Українська (uk) |
| | needs | a | A | А |
| | needs | b | B | Б |
| | needs | c | C | В |
| settings | | | | | |
| | form_title | form_id | version | default_language |
| | Probe | probe | 1 | Deutsch (de) |
"""
IMPOSSIBLE = KINDS.replace(". >= 16 and . < 120", ". > 5 and . < 5")
BROKEN = KINDS.replace(". >= 16", ". >=")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return written(tmp_path, KINDS)


def written(folder: Path, text: str) -> Path:
    path = folder / "probe.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_everybody_gets_to_the_end_in_every_language(form: Path) -> None:
    rows = list(measured(form, (), range(5)))
    assert [(row[1], row[-1]) for row in rows] == [("de", "handed in"), ("uk", "handed in")]


def test_a_walk_has_slips_and_detours_and_can_be_repeated(form: Path) -> None:
    found = read(form, form.name).form
    assert found is not None
    done = walks(found, "de", range(20), NOW)
    assert sum(walk.slips for walk in done) > 0
    assert sum(walk.backs for walk in done) > 0
    assert sum(walk.spoken for walk in done) > 0
    assert all(len(walk.given.values) >= 4 for walk in done)
    assert [walk.asked for walk in done] == [
        walk.asked for walk in walks(found, "de", range(20), NOW)
    ]


def test_a_question_that_takes_nothing_is_named(tmp_path: Path) -> None:
    found = read(written(tmp_path, IMPOSSIBLE), "probe.md").form
    assert found is not None
    with pytest.raises(Stuck, match="/age takes none of"):
        walks(found, "de", [1], NOW)


def test_a_refused_form_says_why(tmp_path: Path) -> None:
    ((*_, outcome),) = measured(written(tmp_path, BROKEN), (), [1])
    assert outcome == "refused: expression_invalid in survey 2"


def test_a_table_is_printed(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(form), "--people", "1"])
    assert "uk" in capsys.readouterr().out


def test_only_the_languages_that_are_wanted(form: Path) -> None:
    assert [row[1] for row in measured(form, ["uk"], [1])] == ["uk"]
