"""Our own questions over the demo town: as it is, and as a real town's offers are written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from benchmarks.answering import danger, demo_town
from benchmarks.answering.asked import Asked, System, by_language, hit, put
from benchmarks.answering.failures import failures, told
from benchmarks.answering.figures import Figure, bootstrapped
from benchmarks.answering.own_questions import OUTSIDE, read_own
from benchmarks.answering.slips import slipped
from benchmarks.answering.tables import Table
from benchmarks.answering.towns import Made
from benchmarks.answering.trust import calibration_error, refusing, reliability
from models.emergencies import load_detector
from search.translating.learning import learn_translations

ANSWERED = 0.9
SLIPS = 0.3  # of the longer words
SEEDS = (1, 2, 3)
WHOLE, GERMAN = "all texts", "German texts, a third with English titles"

Row = tuple[str, str, str]  # measure, goal, figure


@dataclass(frozen=True, slots=True)
class Put:
    """What came of the questions that offers answer, and of those that nothing does."""

    inside: Sequence[Asked]
    outside: Sequence[Asked]


class OwnQuestions:
    """The questions of a part, over the demo town."""

    def __init__(self, part: str) -> None:
        self._all = read_own(part, demo_town.keys())
        self.inside = [x.question for x in self._all if x.question.right]
        self._outside = [x.question for x in self._all if x.question.kind == OUTSIDE]
        self._detector = load_detector()
        documents = {WHOLE: demo_town.whole(), GERMAN: demo_town.mostly_german()}
        self._texts = {
            name: (those, learn_translations(those)) for name, those in documents.items()
        }

    def hits(self, systems: Mapping[str, Made]) -> Mapping[str, Mapping[str, Put]]:
        """Every system's answers, by which texts there are."""
        return {
            texts: {name: self._put(made(*given)) for name, made in systems.items()}
            for texts, given in self._texts.items()
        }

    def trust_rows(self, put_: Put) -> Iterator[Row]:
        """Precision when most are answered, what is refused there, and the calibration."""
        refused = refusing(put_.inside, put_.outside, ANSWERED)
        answered = f"precision@3, {refused.answered.value:.0%} answered"
        yield answered, ".97", str(refused.precision)
        yield "out of scope rejected there", ".95", str(refused.rejected)
        error = calibration_error([*put_.inside, *put_.outside])
        yield "expected calibration error", "–", str(error)

    def reliability(self, put_: Put) -> Table:
        """How often an answer was right, by how sure Lotse was."""
        headings = ("probability", "n", "mean", "right")
        bins = reliability([*put_.inside, *put_.outside])
        rows = [(ends, str(n), f"{mean:.2f}", str(figure)) for ends, n, mean, figure in bins]
        return Table("Probability of an answer and how often it was right", headings, rows)

    def slips_row(self, made: Made) -> Row:
        """How much of hit@3 slips cost, the questions drawn anew in pairs."""
        system = made(*self._texts[WHOLE])
        clean = put(system, self.inside)
        noisy = [self._with_slips(system, seed) for seed in SEEDS]
        lost = [_lost(*of_one) for of_one in zip(clean, *noisy, strict=True)]
        return "loss of hit@3, slips in 30 % of words", ".03", str(bootstrapped(lost, fmean))

    def danger_rows(self, others: Sequence[str]) -> Iterator[Row]:
        """Emergencies recognised, and false alarms among our ordinary questions and others."""
        yield "emergencies recognised", ".99", str(danger.recalled(self._detector, self._all))
        texts = [*danger.ordinary(self._all), *others]
        alarms = danger.false_alarms(self._detector, texts)
        told = f"{alarms.value * 1000:.1f} (at most {alarms.high * 1000:.1f}; n {alarms.cases})"
        yield "false alarms per 1,000 ordinary", "1", told

    def languages(self, hits: Mapping[str, Mapping[str, Put]], texts: str) -> Table:
        """Figures for each language, over the demo town with these texts."""
        apart = {name: by_language(x.inside) for name, x in hits[texts].items()}
        found = danger.recalled_by_language(self._detector, self._all)
        ours, *_ = apart.values()
        rows = [
            (
                *(language, str(len(asked)), str(hit(asked, 1))),
                *[str(hit(x[language], 3)) for x in apart.values()],
                str(found[language]),
            )
            for language, asked in ours.items()
        ]
        heads = ("language", "n", "hit@1", *[f"hit@3, {x}" for x in apart], "emergencies")
        return Table(f"By language, {texts}", heads, rows)

    def failures(self, hits: Mapping[str, Mapping[str, Put]], many: int) -> Iterator[str]:
        """What to look at: questions not answered, what was not refused, emergencies missed."""
        for texts, systems in hits.items():
            yield f"# {texts}"
            yield from failures(next(iter(systems.values())).inside, many)
        yield "# Surest answers to what nothing answers"
        outside = next(iter(hits[WHOLE].values())).outside
        surest = sorted(outside, key=lambda x: -x.found.probability)[:many]
        yield from (f"- {told(x)}" for x in surest if x.found.probability)
        yield "# Emergencies missed, false alarms"
        for own in danger.missed(self._detector, self._all):
            yield f"- {own.question.id} «{own.question.text}»: {own.emergency or 'none'}"

    def _put(self, system: System) -> Put:
        return Put(put(system, self.inside), put(system, self._outside))

    def _with_slips(self, system: System, seed: int) -> list[Asked]:
        texts = [replace(x, text=slipped(x.text, SLIPS, seed)) for x in self.inside]
        return put(system, texts)


def worst(asked: Iterable[Asked]) -> tuple[str, Figure]:
    """The language with the least hit@3."""
    figures = {language: hit(those, 3) for language, those in by_language(asked).items()}
    language = min(figures, key=lambda x: figures[x].value)
    return language, figures[language]


def _lost(clean: Asked, *noisy: Asked) -> float:
    """What a question loses on average."""
    return clean.right_within(3) - fmean(x.right_within(3) for x in noisy)
