"""What goes together in tales of danger is learned, and what is not in them is unlearned."""

from benchmarks.train_tales import Tale, fit
from search.tales import features


def tale(kind: str, *pieces: str, times: int) -> list[Tale]:
    told = frozenset(features(pieces))
    return [Tale("de", kind, 0, told, False) for _ in range(times)]


MODEL = fit(
    [
        *tale("violence", "weapon", "threat", times=40),
        *tale("fire", "burning", "kitchen", times=40),
        *tale("", "weapon", "buy", times=80),
        *tale("", "kitchen", "buy", times=80),
        *tale("", "threat", times=80),
        *tale("", times=80),
    ]
)


def test_pieces_together_are_danger_of_their_kind() -> None:
    assert MODEL.kinds({"weapon", "threat"}) == ("violence",)
    assert MODEL.kinds({"burning", "kitchen"}) == ("fire",)


def test_pieces_alone_are_none() -> None:
    told = [{"weapon", "buy"}, {"kitchen"}, {"threat"}, set[str]()]
    assert [MODEL.kinds(pieces) for pieces in told] == [(), (), (), ()]
