"""The course of an interview: pure, whatever it keeps in mind between two steps."""

from __future__ import annotations

from datetime import datetime

from surveys.answers import Answers
from surveys.form import Form, QuestionType
from surveys.interview.checking import Checked, checked
from surveys.interview.conditions import Conditions
from surveys.interview.course import respond
from surveys.interview.keeping import Keeping
from surveys.interview.leaving import moment
from surveys.interview.lists import Lists
from surveys.interview.plan import Plan
from surveys.interview.settling import settle
from surveys.interview.sitting import Sitting
from surveys.interview.tree import Tree
from surveys.interview.vocabulary import Ended, Input, Outcome, State
from surveys.interview.walk import following, stops
from surveys.interview.world import World

_ROOT = "data"  # as pyxform calls it where the form does not say


class Interview:
    """A form made ready to be gone through, once for everybody.

    Raises:
        ExpressionError: one of the form's expressions cannot be read.
    """

    def __init__(self, form: Form, conditions: Conditions | None = None) -> None:
        self.form = form
        self._conditions = conditions or Conditions()
        self._plan = Plan(form, self._conditions)
        self._lists = Lists(form)
        self._kept = Keeping()

    def begin(self, seed: int, language: str, now: datetime) -> tuple[State, Outcome]:
        """The first question. `seed` decides all that is random for this person."""
        world = self._world(Answers(seed=seed), language)
        world.now = now
        world.tree.plant(Answers(seed=seed), None)
        self._stamp(world)
        settle(world, self._plan.all)
        first = following(world, -1)
        at = first.path if first else "/"
        return self._stored(Sitting(world, State(world.tree.answers(), world.language, at)))

    def step(self, state: State, given: Input, now: datetime) -> tuple[State, Outcome]:
        """What comes of an input: the next question, a slip, the summary or the end."""
        sitting = self._sitting(state, now)
        return self._stored(sitting, respond(sitting, given))

    def show(self, state: State, now: datetime) -> Outcome:
        """The same question again, on another day or another channel."""
        return self._stored(self._sitting(state, now))[1]

    def asked(self, answers: Answers, now: datetime) -> frozenset[str]:
        """The concrete paths of all questions that somebody with these answers is asked."""
        world = self._world(answers, self.form.default_language)
        world.now = now
        settle(world, self._plan.all)
        return frozenset(cell.path for cell in stops(world) if cell.is_question)

    def check(self, answers: Answers, language: str, now: datetime) -> Checked:
        """What the form says of answers that came all at once."""
        world = self._world(answers, language)
        world.now = now
        settle(world, self._plan.all)
        return checked(world, answers)

    def _stored(self, sitting: Sitting, outcome: Outcome | None = None) -> tuple[State, Outcome]:
        outcome = outcome or sitting.outcome()
        state = sitting.state()
        if not isinstance(outcome, Ended):
            # What was handed in is nobody's any more, and nobody asks for it again.
            self._kept.keep(state, sitting.world)
        return state, outcome

    def _sitting(self, state: State, now: datetime) -> Sitting:
        kept = self._kept.take(state)
        world = kept or self._world(state.answers, state.language)
        world.now = now
        settle(world, self._plan.timed if kept else self._plan.all)
        return Sitting(world, state)

    def _world(self, answers: Answers, language: str) -> World:
        name = self.form.settings.get("name") or _ROOT
        world = World(self._lists, Tree(self._plan, name, answers), self._conditions)
        if language in self.form.languages:
            world.language = language
        return world

    def _stamp(self, world: World) -> None:
        """What a form wants to know of its beginning."""
        exact = self._conditions.times
        stamps = {
            QuestionType.START: moment(world.now, exact=exact),
            QuestionType.TODAY: world.now.date().isoformat(),
        }
        for cell in world.tree.order:
            if cell.is_question and cell.rule.question.type in stamps:
                cell.put(stamps[cell.rule.question.type])
