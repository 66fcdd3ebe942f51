"""Words find their translations by standing in the same lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.translating.aligning import LONGEST, learn

LINES = [
    ("my house", "mein haus"),
    ("my book", "mein buch"),
    ("the house", "das haus"),
    ("the book", "das buch"),
    ("your house is big", "dein haus ist gross"),
    ("the big book", "das grosse buch"),
]
PAIRS = [(first.split(), second.split()) for first, second in LINES]


def test_a_word_means_what_stands_beside_it_every_time() -> None:
    learned = learn(PAIRS)
    best = {word: max(into, key=into.__getitem__) for word, into in learned.items()}
    assert {x: best[x] for x in ("house", "book", "my", "the")} == {
        "house": "haus",
        "book": "buch",
        "my": "mein",
        "the": "das",
    }


def test_nothing_is_learned_of_nothing_or_of_lines_without_end() -> None:
    assert learn([]) == {}
    assert learn([(["a"], [])]) == {}
    assert learn([(["a"] * (LONGEST + 1), ["b"])]) == {}


WORD = st.sampled_from("abcdefgh")
LINE = st.lists(WORD, max_size=6)


@settings(max_examples=50)
@given(st.lists(st.tuples(LINE, LINE), max_size=8))
def test_probabilities_of_a_word_are_shares_of_words_that_stood_there(
    pairs: list[tuple[list[str], list[str]]],
) -> None:
    for word, into in learn(pairs).items():
        together = {y for first, second in pairs if word in first for y in second}
        assert into.keys() <= together
        assert 0 < sum(into.values()) <= 1 + 1e-9
