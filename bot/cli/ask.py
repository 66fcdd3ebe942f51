"""`lotse ask`: answers without a conversation, for the command line, tests and benchmarks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from bot.cli.opening import asked_town, opened
from bot.clock import clock
from bot.settings import Settings
from models.asked_town import AskedTown
from models.language import chain
from models.offer import Offer
from models.offer_quotes import quotes
from search.answer import Hit
from search.sentences.tokens import Translation


@dataclass(frozen=True, slots=True)
class Result:
    """One offer of an answer; `sentences` are verbatim from it, in `language`."""

    offer: int
    source_id: str
    title: str
    score: float
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One line of `--batch`."""

    id: str
    lang: str
    answered: bool
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the batch file."""

    id: str
    lang: str
    text: str


def answer_one(text: str, lang: str, k: int, *, as_json: bool) -> None:
    """Print one answer, as text or as one line of JSON."""
    settings = Settings()
    question = Question("", lang or settings.default_language, text)
    with opened(settings) as session:
        town = asked_town(session, settings)
        answered = answer(question, town, k)
        lines = [_json(answered)] if as_json else _written(answered, town, _open(settings))
        for line in lines:
            typer.echo(line)


def answer_batch(path: Path, k: int) -> None:
    """Print a line of JSON for each line of the file. Bad lines end it with their number."""
    settings = Settings()
    with opened(settings) as session:
        town = asked_town(session, settings)
        for question in _questions(path, settings.default_language):
            typer.echo(_json(answer(question, town, k)))


def answer(question: Question, town: AskedTown, k: int) -> Answered:
    """The offers for a question, with the sentences that speak to it."""
    found = town.ask(question.text, question.lang, k)
    hits = found.hits if found.found else ()
    offers = town.offers(hit.key for hit in hits)
    shown = [hit for hit in hits if hit.key in offers]
    known = town.search.meanings(question.lang)
    results = tuple(_result(hit, question, offers[hit.key], known) for hit in shown)
    return Answered(question.id, question.lang, found.found, results)


def _result(hit: Hit, question: Question, offer: Offer, known: Translation) -> Result:
    title = offer.words("title", chain(question.lang))
    sentences = quotes(offer, question.text, question.lang, known)
    return Result(hit.key, offer.source_id, title.text if title else "", hit.score, sentences)


def _questions(path: Path, default: str) -> Iterator[Question]:
    with path.open(encoding="utf-8") as file:
        filled = ((number, line) for number, line in enumerate(file, 1) if line.strip())
        yield from (_question(line, number, path, default) for number, line in filled)


def _question(line: str, number: int, path: Path, default: str) -> Question:
    try:
        fields = json.loads(line)
        return Question(
            str(fields.get("id", number)), fields.get("lang") or default, fields["text"]
        )
    except (ValueError, KeyError, AttributeError):
        what = 'is no object of JSON with "text"'
        raise typer.BadParameter(f"{path.name}, line {number}: {what}") from None


def _json(answered: Answered) -> str:
    return json.dumps(asdict(answered), ensure_ascii=False)


def _open(settings: Settings) -> Callable[[Offer, str], str]:
    """What there is to say now of an offer's hours, "" for nothing."""
    from bot.words import words  # like holidays, which no batch waits for
    from models.opening_words import state_words

    almanac, now = settings.about_town.almanac, clock()

    def said(offer: Offer, language: str) -> str:
        state = state_words(offer, almanac, now, language)
        return words(state, language) if state else ""

    return said


def _written(
    answered: Answered, town: AskedTown, said: Callable[[Offer, str], str]
) -> Iterator[str]:
    if not answered.answered:
        yield "–"
    offers = town.offers(result.offer for result in answered.results)
    for result in answered.results:
        offer = offers[result.offer]
        yield f"{result.title} ({offer.organization})"
        yield from (f"  {sentence}" for sentence in result.sentences)
        shown = (said(offer, answered.lang), offer.phone, offer.website)
        yield from (f"  {line}" for line in shown if line)
