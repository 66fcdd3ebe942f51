"""The town's offers and topics, ready to be asked."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from heapq import nlargest

from search.answer import Answer, Hit
from search.confidence import convincing
from search.document import Document, Topic
from search.fusion import Scores, best, either, linear
from search.index import LanguageIndex
from search.normalising import words
from search.scripts import searched_languages
from search.tagging import members
from search.topics import TopicMatcher

TOPIC_WEIGHT = 0.45
TEXT_WEIGHT = 0.55
_NEAREST = 5


class Catalogue:
    """Answers questions over documents; immutable, so it is built anew when offers change."""

    def __init__(self, documents: Iterable[Document], topics: Iterable[Topic]) -> None:
        self._documents = tuple(documents)
        self._matcher = TopicMatcher(topics)
        self._members = members(self._documents, self._matcher)
        self._commonest = _commonest(self._documents)
        written = dict.fromkeys(language for x in self._documents for language in x.texts)
        self._indexes = {
            language: LanguageIndex(language, [x.texts.get(language, {}) for x in self._documents])
            for language in written
        }

    def ask(
        self, text: str, language: str, allowed: Container[int] | None = None, limit: int = 10
    ) -> Answer:
        """Return the best ``limit`` documents for a question, of those whose keys are allowed.

        The question is looked up in the person's ``language`` and in German, and by the topics it
        names in any language. Nothing that was asked is kept.
        """
        asked = words(text)
        languages = searched_languages(language, asked)
        topics = self._matcher.match(asked, languages)
        texts = {x: self._indexes[x].score(asked) for x in languages if x in self._indexes}
        by_topic = self._of_topics(topics)
        fused = linear([(TOPIC_WEIGHT, by_topic), (TEXT_WEIGHT, best(texts.values()))])
        good = convincing(self._admit(fused, allowed))
        ranked = nlargest(limit, good, key=lambda number: (good[number], -number))
        hits = tuple(self._hit(number, good[number], texts) for number in ranked)
        return Answer(hits, self._nearest(topics, hits))

    def _of_topics(self, topics: Mapping[str, float]) -> dict[int, float]:
        return either([(sure, self._members.get(code, {})) for code, sure in topics.items()])

    def _admit(self, scores: Scores, allowed: Container[int] | None) -> Scores:
        if allowed is None:
            return scores
        documents = self._documents
        return {x: score for x, score in scores.items() if documents[x].key in allowed}

    def _hit(self, number: int, score: float, texts: Mapping[str, Scores]) -> Hit:
        document = self._documents[number]
        shares = {x: scores.get(number, 0.0) for x, scores in texts.items() if x in document.texts}
        written = max(shares, key=shares.__getitem__, default=next(iter(document.texts), ""))
        return Hit(document.key, score, written)

    def _nearest(self, topics: Mapping[str, float], hits: Sequence[Hit]) -> tuple[str, ...]:
        known = [code for code in topics if code in self._members]
        best_known = nlargest(_NEAREST, known, key=topics.__getitem__)
        return tuple(best_known) if best_known or hits else self._commonest


def _commonest(documents: Iterable[Document]) -> tuple[str, ...]:
    counts = Counter(code for document in documents for code in document.topics)
    return tuple(code for code, _ in counts.most_common(_NEAREST))
