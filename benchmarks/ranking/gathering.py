"""Questions with known answers, as the ranking sees them: what its weights are fitted to."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks import omos
from benchmarks.answering import demo_town, own_questions
from benchmarks.answering.asked import Question
from benchmarks.answering.lotse import near, understanding, vocabulary
from benchmarks.answering.own_questions import EMERGENCY, read_own
from benchmarks.apart import kept_apart, taught
from models.needs import load_needs
from search.catalogue import Catalogue, in_memory
from search.document import Document
from search.engine import TextIndex
from search.nearest import NearConcepts
from search.ranking.question import Ranked
from search.reading import Reading
from search.scripts import TOWN_LANGUAGE
from search.translating.learning import learn_translations
from search.translating.word_translations import WordTranslations
from search.understanding import Understanding

FOLDS = 5
SAME, GERMAN_ONLY, ALL = "own language", "german only", "all languages"
DEMO, DEMO_GERMAN = "demo town", "demo town in german"
WITHOUT, OUTSIDE = "demo town without it", "outside, over towns"
NO_AFFAIR = "no affair of the demo town's"


class Case(NamedTuple):
    """A question in a setting; ``fold`` is that of its right page, or of the question."""

    setting: str
    language: str
    fold: int
    right: frozenset[int]
    reading: Reading
    ranked: Ranked


@dataclass(frozen=True, slots=True)
class _Asking:
    """A catalogue with the setting that it stands for."""

    setting: str
    catalogue: Catalogue

    def case(self, question: Question, fold: int, allowed: Container[int] | None = None) -> Case:
        reading, ranked = self.catalogue.rank(question.text, question.language, allowed)
        right = question.right if allowed is None else frozenset[int]()
        return Case(self.setting, question.language, fold, right, reading, ranked)


def fold_of(group: str) -> int:
    """Return the part, of `FOLDS`, that everything about a page or a question is in."""
    return crc32(group.encode()) % FOLDS


def of_towns(folder: Path) -> Iterator[Case]:
    """Yield OMoS-QA's train questions; translations are learned from other folds' train pages."""
    pages = omos.read_pages(folder)
    questions = omos.read_questions(folder, "train")
    apart = {x.page for x in omos.read_questions(folder, "dev")}
    teaching = [page for page in pages if page.id not in apart]
    learned = [
        _learned([page for page in teaching if fold_of(page.id) != fold]) for fold in range(FOLDS)
    ]
    for city in sorted({page.city for page in pages}):
        of_city = [page for page in pages if page.city == city]
        yield from _of_town(of_city, [x for x in questions if x.city == city], learned)


def of_demo(part: str) -> Iterator[Case]:
    """Yield our own questions of a part over the demo town, whole and as a real town has it."""
    keys = demo_town.keys()
    own = [x.question for x in read_own(part, keys) if x.question.kind != EMERGENCY]
    for setting, documents in (
        (DEMO, demo_town.whole()),
        (DEMO_GERMAN, demo_town.mostly_german()),
    ):
        index = in_memory(documents, understanding())
        asking = _Asking(setting, _over(index, learn_translations(documents)))
        yield from (asking.case(x, _fold_of_own(x)) for x in own)
        if setting == DEMO:
            yield from _without(documents, replace(asking, setting=WITHOUT), own)
            yield from _no_affair_of_ours(index, asking)


def _no_affair_of_ours(index: TextIndex, asking: _Asking) -> Iterator[Case]:
    """What no town answers, every so many sentences that are left out of those known."""
    thesaurus = understanding().thesaurus
    known, asked = {}, []
    for language, by_code in thesaurus.situations.items():
        apart = kept_apart(by_code, thesaurus.concepts)
        asked += [Question("", language, NO_AFFAIR, x, frozenset()) for x in apart]
        left: dict[str, list[str]] = {}
        for code, text in taught(by_code, thesaurus.concepts):
            left.setdefault(code, []).append(text)
        known[language] = {code: tuple(those) for code, those in left.items()}
    unaware = Understanding(replace(thesaurus, situations=known), understanding().index)
    told = NearConcepts(unaware, needs=load_needs())
    catalogue = Catalogue(index, unaware, asking.catalogue.translations, told)
    left_out = _Asking(NO_AFFAIR, catalogue)
    yield from (left_out.case(x, fold_of(x.text)) for x in asked)


def _without(
    documents: Sequence[Document], asking: _Asking, own: Iterable[Question]
) -> Iterator[Case]:
    """Questions where nothing of the right offers' main topics is allowed: needs unmet."""
    topic = {x.key: x.topics[0] if x.topics else "" for x in documents}
    for question in own:
        met = {topic[key] for key in question.right}
        if met:
            left = {x.key for x in documents if not met.intersection(x.topics)} - question.right
            yield asking.case(question, _fold_of_own(question), left)


def _fold_of_own(question: Question) -> int:
    return fold_of(str(min(question.right, default=question.id)))


def _of_town(
    pages: Sequence[omos.Page],
    questions: Sequence[omos.Question],
    learned: Sequence[WordTranslations],
) -> Iterator[Case]:
    numbers = {page.id: page.number for page in pages}
    for setting, languages, index in _settings(pages):
        askings = [_Asking(setting, _over(index, words)) for words in learned]
        asked = ((x, language) for x in questions for language in languages)
        for x, language in asked:
            right = frozenset([numbers[x.page]] if x.answerable else [])
            question = Question(x.page, language, setting, x.text[language], right)
            yield askings[fold_of(x.page)].case(question, fold_of(x.page))
        if setting == ALL:
            asking = replace(askings[0], setting=OUTSIDE)
            yield from (asking.case(x, _fold_of_own(x)) for x in _outside())


def _outside() -> list[Question]:
    own = read_own("tune", demo_town.keys())
    return [x.question for x in own if x.question.kind == own_questions.OUTSIDE]


def _settings(pages: Sequence[omos.Page]) -> Iterator[tuple[str, list[str], TextIndex]]:
    written = list(pages[0].text)
    foreign = [x for x in written if x != TOWN_LANGUAGE]
    for language in written:
        alone = in_memory(omos.documents(pages, language), understanding())
        yield SAME, [language], alone
        if language == TOWN_LANGUAGE:
            yield GERMAN_ONLY, foreign, alone
    yield ALL, foreign[-2:], in_memory(omos.in_all_languages(pages), understanding())


def _learned(pages: Iterable[omos.Page]) -> WordTranslations:
    return learn_translations(omos.in_all_languages(pages))


def _over(index: TextIndex, learned: WordTranslations) -> Catalogue:
    return Catalogue(index, understanding(), learned.beside(vocabulary()), near())
