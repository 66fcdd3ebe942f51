"""The lines of a text that answer a question, word for word as they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.sentences.around import around, probability
from search.sentences.asking import read_question
from search.sentences.coverage import cover
from search.sentences.described import Described
from search.sentences.features import features
from search.sentences.model import Model, shipped
from search.sentences.page import Page, read_page
from search.sentences.tokens import Translation
from search.sentences.whole import whole


@dataclass(frozen=True, slots=True)
class Judged:
    """A page's lines with how likely each answers, and how likely the page answers at all."""

    page: Page
    lines: Sequence[float]
    probability: float


@dataclass(frozen=True, slots=True)
class Quoting:
    """Lines to quote, in the text's order, and how likely the text answers at all (0 to 1)."""

    lines: tuple[str, ...]
    probability: float


def answering_lines(
    question: str,
    text: str,
    language: str,
    translation: Translation | None = None,
    limit: int | None = None,
) -> Quoting:
    """Return the lines of a text in ``language`` that answer a question; its first line is a title.

    At most ``limit``, the likeliest, each with the line before it where that is a heading. Where no
    ``translation`` is given, the question is in the text's language.
    """
    judged = judge(question, text, language, translation)
    chosen = with_headings(_chosen(judged.lines, shipped().threshold, limit), judged.page)
    return Quoting(tuple(judged.page.lines[x].text for x in chosen), judged.probability)


def judge(
    question: str,
    text: str,
    language: str,
    translation: Translation | None = None,
    model: Model | None = None,
) -> Judged:
    """Return how likely each line of a text answers a question."""
    model = model or shipped()
    page = read_page(text, language)
    if not page.lines:
        return Judged(page, (), 0.0)
    asking = read_question(question, language, translation)
    described = Described(asking, page, cover(asking, page))
    first = [model.line.score(found) for found in features(described)]
    second = [model.around.score(found) for found in around(first)]
    at_all = model.whole.score(whole(described, first, second))
    return Judged(page, tuple(map(probability, second)), probability(at_all))


def with_headings(chosen: Sequence[int], page: Page) -> list[int]:
    """Return places of lines, and of the headings right before them; not of the title."""
    headings = (place - 1 for place in chosen if place > 1 and page.headings[place - 1])
    return sorted({*chosen, *headings})


def _chosen(likely: Sequence[float], threshold: float, limit: int | None) -> list[int]:
    enough = [place for place, each in enumerate(likely) if each >= threshold]
    return sorted(sorted(enough, key=lambda place: -likely[place])[:limit])
