"""Weights are learned that put right documents first, and reports count them."""

import numpy as np

from benchmarks.ranking.fitting import Table, fit, ordered
from benchmarks.ranking.gathering import DEMO, Case, fold_of
from benchmarks.ranking.reporting import hits, is_right
from search.engine import TextIndex
from search.nearest import Near
from search.ranking import features, tagged
from search.ranking.model import OWN, Seen
from search.ranking.question import Ranked
from search.ranking.rows import Rows
from search.ranking.tagged import Tagged
from search.reading import Reading

TITLE = features.NAMES.index("title")


def case(titles: dict[int, float], right: int, fold: int = 0) -> Case:
    """Documents that hold so much of the question in their titles, and nothing else."""
    matrix = np.zeros((len(titles), len(features.NAMES)))
    matrix[:, TITLE] = list(titles.values())
    rows = Rows([*titles], matrix)
    none = Rows([*titles], np.zeros((len(titles), len(tagged.NAMES))))
    order = [(key, 0.0) for key in titles]
    reading = Reading(("garten",), ("de",))
    seen = Seen([rows], Rows(), none, none, none, none)
    ranked = Ranked(order, seen, (), Tagged(TextIndex(), {}), Near())
    return Case(DEMO, "de", fold, frozenset([right]), reading, ranked)


CASES = [case({1: 0.1, 2: 0.2, 3: 0.15, 4: 0.9}, 4), case({5: 1.0, 6: 0.0, 7: 0.4, 8: 0.1}, 5)]


def test_what_right_documents_share_gets_a_weight() -> None:
    learned = fit(Table.of(CASES))
    assert learned.weights[OWN][TITLE] > 1
    assert not np.delete(learned.weights[OWN], TITLE).any()


def test_learned_weights_bring_right_documents_to_the_front() -> None:
    assert not is_right(CASES[0])
    after = [ordered(each, fit(Table.of(CASES))) for each in CASES]
    assert [each.ranked.order[0][0] for each in after] == [4, 5]
    assert list(hits(after)) == [
        (DEMO, "all", "2", "1.000", "1.000"),
        (DEMO, "de", "2", "1.000", "1.000"),
    ]


def test_everything_about_a_page_is_in_one_fold() -> None:
    assert fold_of("town/1") == fold_of("town/1")
    assert len({fold_of(f"town/{number}") for number in range(50)}) > 1
