"""An automatic respondent: goes through a form to its end, as people do, with slips and detours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from time import thread_time

from benchmarks.guessing import Guesser
from surveys.answers import Answers
from surveys.form import Form, Question
from surveys.interview import Interview
from surveys.interview.vocabulary import (
    Ask,
    AskRow,
    DropRow,
    Ended,
    GoTo,
    Input,
    Move,
    Outcome,
    Slip,
    Speak,
    State,
    Summary,
)

GUESSES = 200
"""So many guesses at a question that takes none of them, before it is given up."""

ROW = re.compile(r"\[\d+\]")
STEPS = 20_000
ROWS = 2
DETOUR = 0.08
"""How often, a question, she makes a slip, goes back, or asks in another language for once."""


class Stuck(Exception):
    """A question that could not be answered, or an interview that never ends."""


@dataclass(slots=True)
class Walk:
    """What came of it: processor `seconds` a step, `asked` the concrete paths of questions. `slips`
    are inputs that were wrong on purpose and guesses that a constraint refused, `given` is what she
    handed in.
    """

    seconds: list[float] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    slips: int = 0
    backs: int = 0
    spoken: int = 0
    edits: int = 0
    given: Answers = field(default_factory=Answers)


class Respondent:
    """One person. Raises Stuck, and AssertionError where the interview does what it must not."""

    def __init__(self, interview: Interview, language: str, seed: int, now: datetime) -> None:
        self._interview = interview
        self._questions = {x.path: x for x in interview.form.questions()}
        self._language = language
        self._rng = Random(seed)
        self._guesser = Guesser(self._rng, now.date())
        self._now = now
        self._guesses: dict[str, int] = {}
        self.walk = Walk()
        self._state, self._outcome = interview.begin(seed, language, now)

    def go(self) -> Walk:
        """To the end."""
        for _ in range(STEPS):
            if isinstance(self._outcome, Ended):
                self.walk.given = self._outcome.answers
                return self.walk
            self._one()
        raise Stuck("never ends")

    def _one(self) -> None:
        shown = self._shown()
        match shown:
            case Ask():
                self._answer(shown)
            case AskRow():
                self._step(self._about_rows(shown))
            case Summary():
                self._finish(shown)

    def _about_rows(self, asked: AskRow) -> Input:
        """Another row or none; now and then one that is there is opened again, or taken away."""
        drawn = self._rng.random()
        if asked.rows and drawn < DETOUR:
            self.walk.edits += 1
            row = self._rng.choice(asked.rows).path
            return GoTo(row) if drawn < DETOUR / 2 else DropRow(row)
        more = asked.count < ROWS and self._rng.random() < 0.6
        return Move.ADD_ROW if more else Move.NO_ROW

    def _shown(self) -> Ask | AskRow | Summary:
        assert not isinstance(self._outcome, Ended)
        return self._outcome.again if isinstance(self._outcome, Slip) else self._outcome

    def _answer(self, asked: Ask) -> None:
        self.walk.asked.add(asked.path)
        tried = self._guesses[asked.path] = self._guesses.get(asked.path, 0) + 1
        if tried == 1:
            self._detour(asked)
        elif tried > GUESSES:
            self._give_up(asked)
        elif asked.may_skip and self._rng.random() < 0.1:
            self._step(Move.SKIP)
        else:
            self._step(self._guesser.good(self._question(asked), asked))

    def _detour(self, asked: Ask) -> None:
        """Now and then, before the answer, something else."""
        drawn = self._rng.random()
        if drawn < DETOUR:
            self._step(self._guesser.slip())
        elif drawn < 2 * DETOUR and asked.may_go_back:
            self.walk.backs += 1
            self._step(Move.BACK)
        elif drawn < 3 * DETOUR:
            self._in_between(asked)

    def _in_between(self, asked: Ask) -> None:
        """The same question in another language and in hers again."""
        other = self._rng.choice(self._interview.form.languages)
        self.walk.spoken += 1
        for language in (other, self._language):
            self._step(Speak(language))
            assert isinstance(self._outcome, Ask), f"{asked.path}: lost in {language!r}"
            assert self._outcome.path == asked.path, f"{asked.path}: elsewhere in {language!r}"
        assert self._interview.show(self._state, self._now) == self._outcome, asked.path

    def _finish(self, summary: Summary) -> None:
        """Change an answer or none, then hand in."""
        changeable = [x.path for x in summary.lines if x.type is not None]
        if changeable and self.walk.edits < 2 and self._rng.random() < 0.5:
            self.walk.edits += 1
            self._step(GoTo(self._rng.choice(changeable)))
        else:
            self._step(Move.SUBMIT)

    def _give_up(self, asked: Ask) -> None:
        if not asked.may_skip:
            raise Stuck(f"{asked.path} takes none of {GUESSES} answers")
        self._step(Move.SKIP)

    def _question(self, asked: Ask) -> Question:
        return self._questions[ROW.sub("", asked.path)]

    def _step(self, did: Input) -> Outcome:
        started = thread_time()
        self._state, self._outcome = self._stepped(did)
        self.walk.seconds.append(thread_time() - started)
        self.walk.slips += isinstance(self._outcome, Slip)
        return self._outcome

    def _stepped(self, did: Input) -> tuple[State, Outcome]:
        return self._interview.step(self._state, did, self._now)


def walks(form: Form, language: str, seeds: Sequence[int], now: datetime) -> list[Walk]:
    """Some people, one after the other, in a language."""
    interview = Interview(form)
    return [Respondent(interview, language, seed, now).go() for seed in seeds]
