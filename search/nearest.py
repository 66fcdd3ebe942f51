"""Topics that come near to a question that names none: misspelt words, or half of a term."""

from collections.abc import Iterable, Mapping, Sequence

from search.document import Topic
from search.fusion import best
from search.index import LanguageIndex

_TRUST = 0.7  # of a share: likeness is weaker evidence than a term


class NearestTopics:
    """Topics as texts: their names are titles, their synonyms bodies."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        given = tuple(topics)
        self._codes = tuple(topic.code for topic in given)
        written = dict.fromkeys(language for topic in given for language in _languages(topic))
        self._indexes = {
            language: LanguageIndex(language, [_fields(topic, language) for topic in given])
            for language in written
        }

    def match(self, asked: Sequence[str], languages: Iterable[str]) -> dict[str, float]:
        """Return topics by code with how near they are (0 to 1), by shared words and 4-grams."""
        known = [self._indexes[language] for language in languages if language in self._indexes]
        shares = best([index.score(asked) for index in known])
        return {self._codes[number]: _TRUST * share for number, share in shares.items()}


def _languages(topic: Topic) -> tuple[str, ...]:
    return (*topic.names, *topic.synonyms)


def _fields(topic: Topic, language: str) -> Mapping[str, str]:
    synonyms = " ".join(topic.synonyms.get(language, ()))
    return {"title": topic.names.get(language, ""), "body": synonyms}
