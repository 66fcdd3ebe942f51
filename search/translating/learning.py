"""Learning word translations from documents. Needs numpy, which answering does without."""

from collections.abc import Iterable, Sequence

from search.analysis import stem
from search.document import Document
from search.normalising import words
from search.scripts import TOWN_LANGUAGE
from search.stopwords import STOP_WORDS
from search.translating.aligning import learn
from search.translating.lines import aligned_lines
from search.translating.word_translations import Translations, WordTranslations


def learn_translations(
    documents: Sequence[Document], languages: Iterable[str] = ()
) -> WordTranslations:
    """Learn from documents' own translations, of all languages or of some.

    Words that carry no meaning take part in the aligning, so that nothing else is held for their
    translation; they are left out of what is returned.
    """
    written = {language for document in documents for language in document.texts}
    chosen = sorted(set(languages) or written - {TOWN_LANGUAGE})
    learned = {}
    for language in chosen:
        lines = aligned_lines(documents, language, TOWN_LANGUAGE)
        pairs = ((_stems(x, language), _stems(y, TOWN_LANGUAGE)) for x, y in lines)
        learned[language] = _telling(learn(pairs), language)
    return WordTranslations({language: of for language, of in learned.items() if of})


def _stems(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in words(text)]


def _telling(learned: Translations, language: str) -> Translations:
    idle, german = _idle(language), _idle(TOWN_LANGUAGE)
    telling = {
        word: {other: p for other, p in into.items() if other not in german}
        for word, into in learned.items()
        if word not in idle
    }
    return {word: into for word, into in telling.items() if into}


def _idle(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in STOP_WORDS.get(language, ()))
