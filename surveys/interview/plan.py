"""A form compiled: its rules, and in which order what depends on an answer is worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

from surveys.form import Form
from surveys.interview.conditions import Conditions
from surveys.interview.duty import Duty, Work, duties
from surveys.interview.routes import Routes
from surveys.interview.rule import Rule, root_rule, rule


class Plan:
    """`duties` stand in an order in which each comes after what it reads; `readers` are the
    places in that order of those who read a path. `always` read what cannot be told beforehand.
    `others` are the questions that take the words of an "other".
    """

    def __init__(self, form: Form, conditions: Conditions) -> None:
        self.form = form
        self.root = root_rule(form.root)
        self.rules: Mapping[str, Rule] = {
            node.path: rule(node, conditions) for node in form.nodes()
        }
        self.others = frozenset(question.other for question in form.questions()) - {""}
        self.names = _names(self.rules.values())
        self.routes = Routes(self.names)
        self.duties = self._ordered()
        self.readers = self._readers()
        self.always = self._places(lambda duty: duty.reads is None)
        self.timed = self._places(lambda duty: duty.timed)
        self.spoken = self._places(lambda duty: duty.spoken)
        self.all = self._places(lambda duty: duty.work is not Work.SET)

    def _places(self, wanted: Callable[[Duty], bool]) -> tuple[int, ...]:
        return tuple(at for at, duty in enumerate(self.duties) if wanted(duty))

    def _ordered(self) -> tuple[Duty, ...]:
        found = [duty for one in self.rules.values() for duty in duties(one, self.names)]
        return tuple(found[at] for at in _sorted(found, self._writers(found)))

    def _writers(self, found: list[Duty]) -> Mapping[str, list[int]]:
        writers: dict[str, list[int]] = {}
        for at, duty in enumerate(found):
            for path in self._written(duty):
                writers.setdefault(path, []).append(at)
        return writers

    def _written(self, duty: Duty) -> Iterable[str]:
        """A group that comes or goes changes everything in it."""
        if duty.work in {Work.RELEVANT, Work.COUNT}:
            below = duty.rule.path + "/"
            return [duty.rule.path, *(path for path in self.rules if path.startswith(below))]
        return [duty.rule.path]

    def _readers(self) -> Mapping[str, tuple[int, ...]]:
        readers: dict[str, tuple[int, ...]] = {}
        for at, duty in enumerate(self.duties):
            for path in duty.reads or ():
                readers[path] = (*readers.get(path, ()), at)
        return readers


def _names(rules: Iterable[Rule]) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for one in rules:
        names[one.node.name] = (*names.get(one.node.name, ()), one.path)
    return names


def _sorted(found: list[Duty], writers: Mapping[str, list[int]]) -> list[int]:
    """Kahn's algorithm; a circle, which the form's check refuses, is cut where the form begins."""
    before = [_before(at, duty, writers) for at, duty in enumerate(found)]
    after: dict[int, list[int]] = {}
    for at, needed in enumerate(before):
        for one in needed:
            after.setdefault(one, []).append(at)
    ready = [at for at, needed in enumerate(before) if not needed]
    heapify(ready)
    done: dict[int, None] = {}
    while len(done) < len(found):
        _next(ready, before, after, done)
    return list(done)


def _next(
    ready: list[int], before: list[set[int]], after: Mapping[int, list[int]], done: dict[int, None]
) -> None:
    at = heappop(ready) if ready else next(i for i in range(len(before)) if i not in done)
    if at in done:
        return
    done[at] = None
    for later in after.get(at, ()):
        before[later].discard(at)
        if not before[later] and later not in done:
            heappush(ready, later)


def _before(at: int, duty: Duty, writers: Mapping[str, list[int]]) -> set[int]:
    return {one for path in duty.reads or () for one in writers.get(path, ())} - {at}
