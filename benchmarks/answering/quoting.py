"""Which lines of a given page answer, against those that people chose in OMoS-QA."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import floor
from pathlib import Path
from statistics import fmean

from benchmarks import omos
from benchmarks.answering.figures import Figure, bootstrapped
from benchmarks.answering.tables import Table
from benchmarks.answering.towns import GERMAN, LANGUAGES
from search.sentences.answering import judge
from search.sentences.model import shipped
from search.sentences.tokens import Translation
from search.translating.word_translations import WordTranslations

REFUSED = 0.1  # of the questions that the page answers, at most
GOALS = (".55", ".70")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Lines that answer, lines that were chosen, and how surely the page answers at all."""

    answers: frozenset[int]
    chosen: frozenset[int]
    probability: float


class Quotations:
    """A split's questions over the page that each is about."""

    def __init__(self, folder: Path, split: str, translations: WordTranslations) -> None:
        self._pages = {page.id: page for page in omos.read_pages(folder)}
        self._questions = omos.read_questions(folder, split)
        self._translations = translations

    def table(self) -> Table:
        """F1 of lines and refusals, for each language and over German pages."""
        same = {language: self._quoted(language, language) for language in LANGUAGES}
        over = {x: self._quoted(x, GERMAN) for x in LANGUAGES if x != GERMAN}
        rows = [
            *(_row(language, language, quoted) for language, quoted in same.items()),
            *(_row(language, GERMAN, quoted) for language, quoted in over.items()),
            ("all five", "its own", str(_mean(list(same.values()))), "–", "–", GOALS[0], "–", "–"),
        ]
        heads = ("asked", "page", "micro-F1", "precision", "recall", "goal", "refused", "goal")
        return Table("OMoS-QA: lines of the page that answer", heads, rows)

    def _quoted(self, asked: str, written: str) -> list[Quoted]:
        return list(self._each(asked, written))

    def _each(self, asked: str, written: str) -> Iterator[Quoted]:
        translation = self._translation(asked) if asked != written else None
        for question in self._questions:
            text = self._pages[question.page].text[written]
            judged = judge(question.text[asked], text, written, translation)
            numbers = [number for number, line in enumerate(text.split("\n")) if line.strip()]
            likely = zip(numbers, judged.lines, strict=True)
            chosen = frozenset(number for number, x in likely if x >= shipped().threshold)
            yield Quoted(frozenset(question.answers), chosen, judged.probability)

    def _translation(self, asked: str) -> Translation:
        return Translation(asked, partial(self._translations.german, language=asked))


def micro_f1(quoted: Sequence[Quoted]) -> float:
    """The harmonic mean of precision and recall of lines, over questions that are answered."""
    right, chosen, answers = _counted(quoted)
    return 2 * right / (chosen + answers) if chosen + answers else 0.0


def refused(quoted: Sequence[Quoted]) -> float:
    """How many unanswerable questions are refused where few answerable ones are.

    The threshold is set on these questions' own probabilities.
    """
    sure = sorted(x.probability for x in quoted if x.answers)
    unanswerable = [x for x in quoted if not x.answers]
    threshold = sure[floor(len(sure) * REFUSED)]
    return fmean(x.probability < threshold for x in unanswerable)


def _counted(quoted: Sequence[Quoted]) -> tuple[int, int, int]:
    """How many lines are rightly chosen, chosen, and answer, where something does."""
    told = [x for x in quoted if x.answers]
    right = sum(len(x.answers & x.chosen) for x in told)
    return right, sum(len(x.chosen) for x in told), sum(len(x.answers) for x in told)


def _row(asked: str, written: str, quoted: Sequence[Quoted]) -> Sequence[str]:
    right, chosen, answers = _counted(quoted)
    f1, none = bootstrapped(quoted, micro_f1), bootstrapped(quoted, refused)
    shares = (f"{right / max(of, 1):.3f}".removeprefix("0") for of in (chosen, answers))
    return (asked, written, str(f1), *shares, GOALS[0], str(none), GOALS[1])


def _mean(languages: Sequence[Sequence[Quoted]]) -> Figure:
    """The mean of languages; what is drawn anew are questions in all of them."""
    together = list(zip(*languages, strict=True))
    return bootstrapped(together, _mean_f1)


def _mean_f1(together: Sequence[Sequence[Quoted]]) -> float:
    return fmean(micro_f1(quoted) for quoted in zip(*together, strict=True))
