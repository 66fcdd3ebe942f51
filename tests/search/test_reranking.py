"""A model may reorder the first hits and add to them; it never decides whether there are any."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.answer import Answer, Hit
from search.reading import Reading
from search.reranking import FIRST, reordered

KEYS = st.lists(st.integers(0, 60), unique=True, max_size=40)


def answer(keys: list[int]) -> Answer:
    hits = tuple(Hit(key, 1 / (rank + 1), "de") for rank, key in enumerate(keys))
    return Answer(hits, ("housing",), 0.7, Reading((), ("de",)))


def keys_of(found: Answer) -> list[int]:
    return [hit.key for hit in found.hits]


def test_a_model_lifts_what_it_likes() -> None:
    assert keys_of(reordered(answer([1, 2, 3]), [2, 3, 1])) == [2, 1, 3]
    assert keys_of(reordered(answer([1, 2, 3]), [3]))[0] == 3


def test_without_an_order_nothing_changes() -> None:
    assert reordered(answer([1, 2, 3]), []) == answer([1, 2, 3])


def test_a_model_never_makes_an_answer_of_none() -> None:
    assert reordered(answer([]), [1, 2]) == answer([])


def test_what_is_not_allowed_does_not_come_in() -> None:
    assert keys_of(reordered(answer([1]), [9, 8], allowed={1, 8})) == [1, 8]


@settings(max_examples=60)
@given(KEYS, KEYS)
def test_nothing_is_lost_and_the_rest_keeps_its_order(found: list[int], order: list[int]) -> None:
    after = keys_of(reordered(answer(found), order))
    assert len(after) == len(set(after))
    assert set(after) >= set(found)
    tail = [key for key in found[FIRST:] if key not in order[:FIRST]]
    assert [key for key in after if key in tail] == tail
    assert reordered(answer(found), order).probability == 0.7
