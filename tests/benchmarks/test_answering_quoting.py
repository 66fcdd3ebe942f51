"""The benchmark of answers counts lines rightly chosen, and pages rightly refused."""

from benchmarks.answering.quoting import Quoted, micro_f1, refused


def quoted(answers: set[int], chosen: set[int], probability: float = 0.5) -> Quoted:
    """Lines that answer, those chosen, and how sure."""
    return Quoted(frozenset(answers), frozenset(chosen), probability)


def test_lines_of_all_questions_that_have_an_answer_count_together() -> None:
    those = [quoted({1, 2}, {2, 3}), quoted({5}, {5}), quoted(set(), {1, 2, 3})]
    assert micro_f1(those) == 2 * 2 / (3 + 3)
    assert micro_f1([quoted({1}, set())]) == 0


def test_one_answerable_question_in_ten_may_be_refused() -> None:
    answerable = [quoted({1}, {1}, x / 10) for x in range(1, 11)]
    unanswerable = [quoted(set(), set(), x) for x in (0.05, 0.15, 0.2, 0.9)]
    assert refused([*answerable, *unanswerable]) == 0.5
