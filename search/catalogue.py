"""The town's offers and topics, ready to be asked."""

from collections.abc import Container, Iterable, Mapping, Sequence
from heapq import nlargest

from search.answer import Answer, Hit
from search.document import Document, Topic
from search.fusion import linear
from search.index import LanguageIndex
from search.normalising import words
from search.topics import TopicMatcher

TOWN_LANGUAGE = "de"
TOPIC_WEIGHT = 0.6
TEXT_WEIGHT = 0.4
ENOUGH = 0.12  # of a fused score: below it, what speaks for a document may be chance
_NEAREST = 5


class Catalogue:
    """Answers questions over documents; immutable, so it is built anew when offers change."""

    def __init__(self, documents: Iterable[Document], topics: Iterable[Topic]) -> None:
        self._documents = tuple(documents)
        self._matcher = TopicMatcher(topics)
        self._members = _members(self._documents)
        self._indexes = {
            language: LanguageIndex(language, [x.texts.get(language, {}) for x in self._documents])
            for language in {language for x in self._documents for language in x.texts}
        }

    def ask(
        self, text: str, language: str, allowed: Container[int] | None = None, limit: int = 10
    ) -> Answer:
        """Return the best ``limit`` documents for a question, of those whose keys are allowed.

        The question may be in the person's ``language`` or in German.
        """
        asked = words(text)
        languages = tuple(dict.fromkeys((language, TOWN_LANGUAGE)))
        topics = self._matcher.match(asked, languages)
        texts = {x: self._indexes[x].score(asked) for x in languages if x in self._indexes}
        scores = linear([(TOPIC_WEIGHT, self._of_topics(topics)), (TEXT_WEIGHT, _best(texts))])
        ranked = self._ranked(scores, allowed, limit)
        hits = tuple(self._hit(number, score, texts, languages) for score, number in ranked)
        return Answer(hits, tuple(nlargest(_NEAREST, topics, key=topics.__getitem__)))

    def _of_topics(self, topics: Mapping[str, float]) -> dict[int, float]:
        scores: dict[int, float] = {}
        for code, strength in topics.items():
            for number in self._members.get(code, ()):
                scores[number] = max(strength, scores.get(number, 0.0))
        return scores

    def _ranked(
        self, scores: Mapping[int, float], allowed: Container[int] | None, limit: int
    ) -> list[tuple[float, int]]:
        good = [
            (score, -number)
            for number, score in scores.items()
            if score >= ENOUGH and (allowed is None or self._documents[number].key in allowed)
        ]
        return [(score, -number) for score, number in nlargest(limit, good)]

    def _hit(
        self,
        number: int,
        score: float,
        texts: Mapping[str, Mapping[int, float]],
        languages: Sequence[str],
    ) -> Hit:
        document = self._documents[number]
        written = [x for x in languages if x in document.texts] or list(document.texts)
        best = max(written, key=lambda x: texts.get(x, {}).get(number, 0.0), default=TOWN_LANGUAGE)
        return Hit(document.key, score, best)


def _members(documents: Iterable[Document]) -> dict[str, list[int]]:
    members: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for code in document.topics:
            members.setdefault(code, []).append(number)
    return members


def _best(texts: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for scores in texts.values():
        for number, score in scores.items():
            best[number] = max(score, best.get(number, 0.0))
    return best
