"""How fast expressions are evaluated.

``python -m benchmarks.xpath [--form FORM.xlsx] [--rounds 20000]``

Ten typical expressions one by one over an instance of 100 fields (the goal is 150,000 evaluations a
second), and a full pass over all expressions of a form with every answer empty (the goal is 10 ms
for 1,000 of them). Without `--form` the form is made up: 1,000 expressions over 300 fields.
Times are of the CPU, the best of five.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from time import process_time
from zoneinfo import ZoneInfo

from benchmarks.table import show
from surveys.form import Form, Question, Repeat
from surveys.xlsform.reading import read
from surveys.xpath import Element, Expression, ExpressionError, Scope, compile, document

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TYPICAL = (
    "${q2} = 'yes'",
    "selected(${q3}, 'b')",
    "not(selected(/data/q3, 'x')) and ${q1} > 5",
    ". >= 0 and . <= 120",
    "if(${q1} > 10, 'old', 'young')",
    "count-selected(.) <= 3",
    "${q4} <= today()",
    "concat(${q1}, ' ', ${q2})",
    "${q1} + ${q6} * 2",
    "string-length(.) > 3",
)
ANSWERS = ("", "12", "yes", "a b c", "2024-05-03")
BEST_OF = 5


@dataclass(frozen=True, slots=True)
class Task:
    """One expression of a form, where it belongs and what is asked of it."""

    evaluate: Callable[[Scope], object]
    scope: Scope


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--form", type=Path)
    parser.add_argument("--rounds", type=int, default=20_000)
    options = parser.parse_args()
    show("One by one", ("expression", "a second"), _one_by_one(options.rounds))
    tasks = _tasks(options.form) if options.form else _made_up()
    seconds = _best(lambda: [task.evaluate(task.scope) for task in tasks])
    show(
        "Full pass",
        ("form", "expressions", "ms"),
        [
            (
                options.form.name if options.form else "made up",
                str(len(tasks)),
                f"{seconds * 1e3:.2f}",
            )
        ],
    )


def _one_by_one(rounds: int) -> Iterator[Sequence[str]]:
    scope = _scope([f"q{number}" for number in range(100)], "q3")
    whole = 0.0
    for text in TYPICAL:
        seconds = _best(_repeated(compile(text), scope, rounds))
        whole += seconds
        yield text, f"{rounds / seconds:,.0f}"
    yield "all", f"{rounds * len(TYPICAL) / whole:,.0f}"


def _repeated(expression: Expression, scope: Scope, rounds: int) -> Callable[[], object]:
    evaluate = expression.boolean
    return lambda: [evaluate(scope) for _ in range(rounds)]


def _best(work: Callable[[], object]) -> float:
    def measured() -> float:
        start = process_time()
        work()
        return process_time() - start

    return min(measured() for _ in range(BEST_OF))


def _scope(names: Sequence[str], context: str) -> Scope:
    data = Element("data")
    for place, name in enumerate(names):
        data.append(Element(name, ANSWERS[place % len(ANSWERS)]))
    return _scope_on(data, data.named(context)[0], {})


def _scope_on(data: Element, context: Element, instances: Mapping[str, Element]) -> Scope:
    by_name: dict[str, list[Element]] = {}
    for node in data.below():
        by_name.setdefault(node.name, []).append(node)
    return Scope(
        context=context,
        root=document(data) if data.parent is None else data.parent,
        instances=instances,
        now=NOW,
        rng=Random(7),
        choice_name=lambda value, _path: value,
        itext=lambda key: key,
        find=lambda name, _context: by_name.get(name, ()),
    )


def _made_up() -> list[Task]:
    scope = _scope([f"q{number}" for number in range(300)], "q3")
    # Every expression is another text, as in a form.
    texts = [
        TYPICAL[number % len(TYPICAL)].replace("q1", f"q{number % 300}") for number in range(1000)
    ]
    return [Task(compile(text).boolean, scope) for text in texts]


def _tasks(path: Path) -> list[Task]:
    reading = read(path, path.name)
    if reading.form is None:
        raise SystemExit("\n".join(str(problem) for problem in reading.problems))
    form = reading.form
    data = _blank(form)
    scope = _scope_on(data, data, _instances(form))
    places = {node.name: node for node in data.below()}
    return [
        Task(evaluate, scope.at(places.get(name, data))) for name, evaluate in _expressions(form)
    ]


def _blank(form: Form) -> Element:
    data = Element("data")
    places = {"": data}
    for node in form.nodes():
        above = places[node.path.rpartition("/")[0]]
        places[node.path] = above.append(Element(node.name))
    return data


def _instances(form: Form) -> dict[str, Element]:
    lists = {
        name: [{"name": each.name, **each.columns} for each in choices]
        for name, choices in form.lists.items()
    }
    return {name: _rows(rows) for name, rows in {**form.instances, **lists}.items()}


def _rows(rows: Sequence[Mapping[str, str]]) -> Element:
    items = [
        Element("item", "", [Element(name, text) for name, text in row.items()]) for row in rows
    ]
    return Element("instance", "", [Element("root", "", items)])


def _expressions(form: Form) -> Iterator[tuple[str, Callable[[Scope], object]]]:
    for node in form.nodes():
        texts = [node.relevant]
        if isinstance(node, Question):
            texts += [node.required, node.constraint, node.read_only]
            yield from _compiled(node.name, [node.calculation], "string")
            if node.choice_filter:
                chosen = f"instance('{node.list}')/root/item[{node.choice_filter}]"
                yield from _compiled(node.name, [chosen], "nodes")
        if isinstance(node, Repeat):
            yield from _compiled(node.name, [node.count], "number")
        yield from _compiled(node.name, texts, "boolean")


def _compiled(
    name: str, texts: Sequence[str], kind: str
) -> Iterator[tuple[str, Callable[[Scope], object]]]:
    for text in filter(None, texts):
        try:
            expression: Expression = compile(text)
        except ExpressionError as wrong:
            print(name, wrong)
            continue
        yield name, getattr(expression, kind)


if __name__ == "__main__":
    main()
