"""OMoS-QA's questions over the pages of the question's town, in one language at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from benchmarks import omos
from benchmarks.answering.asked import Asked, Question, System, put
from search.document import Document
from search.translating.learning import learn_translations
from search.translating.word_translations import WordTranslations

GERMAN = "de"
LANGUAGES = ("de", "en", "fr", "ar", "uk")
ANSWERABLE, UNANSWERABLE = "answerable", "unanswerable"


class Made(Protocol):
    """Makes a system over documents."""

    def __call__(self, documents: Sequence[Document], translations: WordTranslations, /) -> System:
        """``translations`` were learned from other documents than those asked about."""


class Setting(NamedTuple):
    """The language of a town's pages, and the one that questions are asked in."""

    pages: str
    asked: str


Outcomes = Mapping[Setting, list[Asked]]


class Towns:
    """The pages of all towns, the questions of a split, and what is learned from train pages."""

    def __init__(self, folder: Path, split: str) -> None:
        pages = omos.read_pages(folder)
        self._questions = omos.read_questions(folder, split)
        self._numbers = {page.id: page.number for page in pages}
        self._towns = _by_town(pages)
        train = {x.page for x in omos.read_questions(folder, "train")}
        self.translations = learn_translations(
            omos.in_all_languages([page for page in pages if page.id in train])
        )

    def ask(self, made: Made) -> Outcomes:
        """Every question over pages in its own language, and over pages in German alone."""
        outcomes: defaultdict[Setting, list[Asked]] = defaultdict(list)
        for town, pages in self._towns.items():
            for setting, asked in self._ask_in(town, pages, made):
                outcomes[setting] += asked
        return outcomes

    def texts(self) -> list[str]:
        """Every question in every language."""
        return [text for x in self._questions for text in x.text.values()]

    def _ask_in(
        self, town: str, pages: Sequence[omos.Page], made: Made
    ) -> Iterator[tuple[Setting, list[Asked]]]:
        for written in pages[0].text:
            system = made(omos.documents(pages, written), self.translations)
            for language in pages[0].text if written == GERMAN else (written,):
                yield Setting(written, language), put(system, self._of(town, language))

    def _of(self, town: str, language: str) -> Iterator[Question]:
        for number, x in enumerate(self._questions):
            if x.city == town:
                right = frozenset([self._numbers[x.page]] if x.answerable else [])
                kind = ANSWERABLE if x.answerable else UNANSWERABLE
                yield Question(f"{language}-{number}", language, kind, x.text[language], right)


def _by_town(pages: Iterable[omos.Page]) -> Mapping[str, list[omos.Page]]:
    towns: defaultdict[str, list[omos.Page]] = defaultdict(list)
    for page in pages:
        towns[page.city].append(page)
    return towns
