"""The benchmark of answers counts what is refused, how far to trust, slips, and danger."""

from benchmarks.answering import danger
from benchmarks.answering.asked import Asked, Found, Question
from benchmarks.answering.own_questions import Own
from benchmarks.answering.slips import slipped
from benchmarks.answering.trust import calibration_error, refusing, reliability
from search.emergency import EmergencyDetector, EmergencyTerms

RIGHT, WRONG = [1], [2]


def asked(probability: float, keys: list[int], right: int | None = 1) -> Asked:
    """A question that document 1 answers, or none."""
    answers = frozenset() if right is None else frozenset({right})
    return Asked(Question("", "de", "plain", "", answers), Found(keys, probability), 0.0)


def test_what_is_less_sure_than_nine_in_ten_is_refused() -> None:
    inside = [asked(0.9, RIGHT)] * 8 + [asked(0.5, WRONG), asked(0.1, WRONG)]
    outside = [asked(0.6, WRONG, None), asked(0.4, WRONG, None), asked(0.9, [], None)]
    refused = refusing(inside, outside, 0.9)
    assert refused.threshold == 0.5
    assert (refused.answered.value, refused.precision.value) == (0.9, 8 / 9)
    assert refused.rejected.value == 2 / 3


def test_who_answers_too_few_is_told_how_many() -> None:
    refused = refusing([asked(0.3, RIGHT), asked(0.0, [])], [], 0.9)
    assert (refused.answered.value, refused.precision.value) == (0.5, 1)


def test_a_probability_that_says_too_much_is_an_error() -> None:
    honest = [asked(0.75, RIGHT)] * 3 + [asked(0.75, WRONG)]
    boastful = [asked(0.95, RIGHT), asked(0.95, WRONG)]
    assert round(calibration_error(honest).value, 6) == 0
    assert round(calibration_error(boastful).value, 6) == 0.45
    assert [(n, right.value) for _, n, _, right in reliability(boastful)] == [(2, 0.5)]


def test_slips_are_the_same_each_time_and_spare_short_words() -> None:
    text = "Ich brauche dringend eine Wohnung"
    assert slipped(text, 0, 1) == text
    assert slipped(text, 1, 1) == slipped(text, 1, 1) != text
    changed = [x != y for x, y in zip(text.split(), slipped(text, 1, 1).split(), strict=True)]
    assert not changed[0]
    assert not changed[3]


def test_danger_must_be_recognised_as_what_it_is() -> None:
    detector = EmergencyDetector.of([EmergencyTerms("fire", {"de": ("brennt",)})])
    fire, poison, none = (
        Own(Question(x, "de", "emergency", "es brennt", frozenset()), x)
        for x in ("fire", "poison", "")
    )
    assert danger.recalled(detector, [fire, poison, none]).value == 0.5
    assert danger.false_alarms(detector, danger.ordinary([fire, poison, none])).value == 1
    assert list(danger.missed(detector, [fire, poison, none])) == [poison, none]
