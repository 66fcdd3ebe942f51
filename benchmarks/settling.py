"""How long a whole form takes to be looked over, and one answer to be worked in.

``python -m benchmarks.settling [FORM...] [--rounds 20]``

For each form, through the interview, with all that a respondent gave: "settled" is a tree grown
from nothing and every relevance and calculation worked out, "checked" also every demand and
constraint looked at and what leaves put together, "step" one answer in ms. The goal for "settled"
is 10 ms with 1,002 expressions. Without a form one is made up in the shape of the WHO's verbal
autopsy: 551 questions, 420 with a relevance, 447 required, 93 with a constraint, 42 reckoned.
Times are of the CPU, the best of the rounds.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import thread_time

from benchmarks.table import show
from benchmarks.walking import Respondent
from surveys.answers import Answers
from surveys.form import Choice, Form, Group, Node, Question, QuestionType
from surveys.interview import Interview
from surveys.xlsform.reading import read

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)
HEADINGS = ("form", "questions", "expressions", "answers", "settled ms", "checked ms", "step")
RECKONED, RELEVANT, REQUIRED, CONSTRAINED, ALL = 42, 420, 447, 93, 551
IN_A_SECTION = 29
YES_NO = tuple(Choice(name, {"en": name}) for name in ("yes", "no", "dk", "ref"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", type=Path, nargs="*", metavar="FORM")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    forms = [_read(path) for path in options.forms] or [("made up", made_up())]
    rows = [_measured(name, form, options.rounds) for name, form in forms]
    show("Forms looked over as a whole", HEADINGS, rows)


def _read(path: Path) -> tuple[str, Form]:
    found = read(path, path.name)
    if found.form is None:
        raise SystemExit(f"{path.name}: {found.problems}")
    return path.name, found.form


def _measured(name: str, form: Form, rounds: int) -> tuple[str, ...]:
    interview, language = Interview(form), form.default_language
    walk = Respondent(interview, language, 1, NOW).go()
    given = Answers(walk.given.values, walk.given.rows)
    return (
        name,
        str(sum(1 for _ in form.questions())),
        str(sum(1 for _ in _expressions(form))),
        str(len(given.values)),
        _ms(lambda: interview.asked(given, NOW), rounds),
        _ms(lambda: interview.check(given, language, NOW), rounds),
        f"{sorted(walk.seconds)[len(walk.seconds) // 2] * 1000:.2f}",
    )


def _ms(work: Callable[[], object], rounds: int) -> str:
    def measured() -> float:
        start = thread_time()
        work()
        return thread_time() - start

    return f"{min(measured() for _ in range(rounds)) * 1000:.2f}"


def _expressions(form: Form) -> Iterator[str]:
    for node in form.nodes():
        texts = [node.relevant]
        if isinstance(node, Question):
            texts += [node.required, node.constraint, node.calculation, node.choice_filter]
        yield from filter(None, texts)


def made_up() -> Form:
    """Sections of yes and no, each question leading to the next ones, with sums over them."""
    questions = [_question(number) for number in range(ALL)]
    sections = [questions[at : at + IN_A_SECTION] for at in range(0, ALL, IN_A_SECTION)]
    groups: list[Node] = [
        Group(f"s{at}", f"/s{at}", tuple(_in(f"s{at}", one) for one in each))
        for at, each in enumerate(sections)
    ]
    root = Group("", "", tuple(groups))
    return Form("va", "1", {"en": "Made up"}, ("en",), "en", root, lists={"yn": YES_NO})


def _question(number: int) -> Question:
    """Spread evenly: where several kinds of expressions fall together, one question has them."""
    reckoned = _is_one_of(number, RECKONED)
    kind = QuestionType.INTEGER if number % 9 == 4 else QuestionType.SELECT_ONE
    return Question(
        name=f"q{number}",
        path="",
        type=QuestionType.CALCULATE if reckoned else kind,
        label={"en": f"Question {number}?"},
        relevant=_relevant(number) if _is_one_of(number, RELEVANT) else "",
        required="yes" if not reckoned and _is_one_of(number, REQUIRED + RECKONED) else "",
        constraint=_constraint(kind) if _is_one_of(number, CONSTRAINED) else "",
        calculation=_sum(number) if reckoned else "",
        list="" if reckoned or kind is QuestionType.INTEGER else "yn",
    )


def _is_one_of(number: int, many: int) -> bool:
    """`many` of all, evenly spread."""
    return (number + 1) * many // ALL > number * many // ALL


def _relevant(number: int) -> str:
    first, second = max(number - 7, 0), max(number - 31, 0)
    if number < 8:
        return "true()"
    return f"${{q{first}}} != 'no' and (${{q{second}}} != 'ref' or selected(${{q{first}}}, 'dk'))"


def _constraint(kind: QuestionType) -> str:
    return ". >= 0 and . <= 120" if kind is QuestionType.INTEGER else ". != 'ref' or true()"


def _sum(number: int) -> str:
    parts = (f"number(${{q{max(number - back, 0)}}} = 'yes')" for back in range(1, 6))
    return f"if({' + '.join(parts)} > 2, 'yes', 'no')"


def _in(section: str, question: Question) -> Question:
    return replace(question, path=f"/{section}/{question.name}")


if __name__ == "__main__":
    main()
