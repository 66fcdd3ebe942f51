"""Answers that somebody might give to a question of any form, right ones and slips."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from surveys.form import Question, QuestionType
from surveys.inputs.ranges import bounds
from surveys.interview.vocabulary import Ask, Attached, Chosen, Given, Input, Move, Option, Picked

FIGURES = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])")
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
TEXTS = (
    *("Ein Kurs am Abend", "مرحبا", "Добрий день", "x", "anna@example.org", "https://example.org"),
    *("ABC123", "A", "abc", "12:30", "99084", "Eine längere Antwort, die zwei Sätze hat. Und so."),
)
MEDIA = {
    QuestionType.IMAGE: "image/jpeg",
    QuestionType.AUDIO: "audio/ogg",
    QuestionType.VIDEO: "video/mp4",
    QuestionType.FILE: "application/pdf",
}
TIMES = ("07:30", "12:00", "23:59")
POINTS = ("50.98 11.02", "50.97 11.03", "50.96 11.04", "50.98 11.02")
FIXED = {
    QuestionType.ACKNOWLEDGE: "OK",
    QuestionType.GEOPOINT: POINTS[0],
    QuestionType.GEOTRACE: "; ".join(POINTS),
    QuestionType.GEOSHAPE: "; ".join(POINTS),
}
NONSENSE = (Given("☂☂☂"), Given("-"), Picked("☂"), Chosen(("☂",)), Attached("x", "text/plain", 1))
"""Inputs that no question but one for words takes."""


@dataclass(frozen=True, slots=True)
class Guesser:
    """Guesses within what a constraint names: the figures and words in it and those beside them."""

    rng: Random
    today: date

    def good(self, question: Question, asked: Ask) -> Input:
        """What may be an answer; whether the constraint takes it, the interview says."""
        if asked.type is QuestionType.NOTE:
            return Move.DONE
        if asked.type in MEDIA:
            return Attached("reference", MEDIA[asked.type], 1000)
        if asked.type in {QuestionType.SELECT_ONE, QuestionType.SELECT_MULTIPLE, QuestionType.RANK}:
            return self._choices(asked.type, asked.options)
        return Given(self._value(question, asked), exact=True)

    def slip(self) -> Input:
        """What hardly is one."""
        return self.rng.choice(NONSENSE)

    def _choices(self, kind: QuestionType, options: Sequence[Option]) -> Input:
        if not options:
            return Move.DONE
        one = self.rng.choice(options)
        if kind is QuestionType.SELECT_ONE:
            typed = Given(one.label) if one.label else Picked(one.name)
            return self.rng.choice([Picked(one.name), Chosen((one.name,)), typed])
        if kind is QuestionType.RANK:
            return Chosen(tuple(x.name for x in self.rng.sample(options, len(options))))
        several = [x for x in options if not x.exclusive] or list(options)
        some = self.rng.sample(several, self.rng.randint(1, min(4, len(several))))
        alone = one.exclusive or self.rng.random() < 0.2
        return Chosen((one.name,) if alone else tuple(x.name for x in some))

    def _value(self, question: Question, asked: Ask) -> str:
        match asked.type:
            case QuestionType.INTEGER | QuestionType.DECIMAL:
                return self.rng.choice(list(self._figures(question, asked.type)))
            case QuestionType.RANGE:
                return self._step(question)
            case QuestionType.DATE | QuestionType.TIME | QuestionType.DATETIME:
                return self._moment(asked.type)
            case _:
                known = FIXED.get(asked.type)
                return known or self.rng.choice([*TEXTS, *self._words(question)])

    def _figures(self, question: Question, kind: QuestionType) -> Iterator[str]:
        yield from ("0", "1", "2", "7", "25", str(self.rng.randint(1, 99)), "2000")
        for found in FIGURES.findall(question.constraint):
            beside = (Decimal(found) + step for step in (-1, 0, 1))
            yield from (str(int(x) if kind is QuestionType.INTEGER else x) for x in beside)

    def _step(self, question: Question) -> str:
        start, end, step = bounds(question)
        steps = int(abs(end - start) / step) if step else 0
        sign = 1 if end >= start else -1
        return str(start + sign * step * self.rng.randint(0, steps))

    def _moment(self, kind: QuestionType) -> str:
        days = self.rng.choice([0, 1, -1, 30, -30, -400, 400, -9000])
        day, time = (self.today + timedelta(days)).isoformat(), self.rng.choice(TIMES)
        moments = {QuestionType.DATE: day, QuestionType.TIME: time}
        return moments.get(kind, f"{day}T{time}:00.000")

    def _words(self, question: Question) -> Iterator[str]:
        """Words that the constraint quotes, and figures of any length for its patterns."""
        yield from (one or two for one, two in QUOTED.findall(question.constraint) if one or two)
        if question.constraint:
            yield "".join(self.rng.choices("0123456789", k=self.rng.randint(1, 16)))
