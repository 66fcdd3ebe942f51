"""The town's offers and topics, ready to be asked."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy
from heapq import nlargest

from search.answer import Answer, Hit
from search.confidence import is_convincing, worth_showing
from search.document import Document, Topic
from search.fusion import Scores, best, either, linear
from search.index import LanguageIndex
from search.nearest import NearestTopics
from search.normalising import words
from search.reading import Reading
from search.scripts import searched_languages
from search.tagging import tagged
from search.topics import TopicMatcher

TOPIC_WEIGHT = 0.45
TEXT_WEIGHT = 1 - TOPIC_WEIGHT
_BUTTONS = 5  # topics that an answer names at most
_NEAR = 0.035  # how sure a topic must be to be worth a button


class Catalogue:
    """Answers questions over documents; immutable, so it is built anew when offers change."""

    def __init__(self, documents: Iterable[Document], topics: Iterable[Topic]) -> None:
        given = tuple(topics)
        self._matcher = TopicMatcher(given)
        self._near = NearestTopics(given)
        self._fill(documents)

    def with_documents(self, documents: Iterable[Document]) -> "Catalogue":
        """Return a catalogue of these documents under the same topics, sooner than from nothing.

        It is this one when they are the same, as on most mornings.
        """
        given = tuple(documents)
        if given == self._documents:
            return self
        other = copy(self)
        other._fill(given)
        return other

    def _fill(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._members = tagged(self._documents, self._matcher)
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
        topics = self._matcher.match(asked, languages) or self._near.match(asked, languages)
        texts = {x: self._indexes[x].score(asked) for x in languages if x in self._indexes}
        scores = self._scores(topics, best(texts.values()), allowed)
        ranked = nlargest(limit, scores, key=lambda number: (scores[number], -number))
        hits = tuple(self._hit(number, scores[number], texts) for number in ranked)
        reading = Reading(tuple(asked), languages, concepts=topics)
        return Answer(hits, self._nearest(topics, hits), hits[0].score if hits else 0.0, reading)

    def _scores(
        self, topics: Mapping[str, float], by_text: Scores, allowed: Container[int] | None
    ) -> Scores:
        known = {code: sure for code, sure in topics.items() if code in self._members}
        lists = {code: self._admit(self._members[code], allowed) for code in known}
        shares = self._admit(by_text, allowed)
        if not is_convincing([known[code] for code in known if lists[code]], shares.values()):
            return {}
        by_topic = either([(known[code], members) for code, members in lists.items()])
        return worth_showing(linear([(TOPIC_WEIGHT, by_topic), (TEXT_WEIGHT, shares)]))

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
        near = [code for code, sure in topics.items() if sure >= _NEAR and code in self._members]
        ranked = nlargest(_BUTTONS, near, key=topics.__getitem__)
        filled = dict.fromkeys((*ranked, *(() if hits else self._commonest)))
        return tuple(filled)[:_BUTTONS]


def _commonest(documents: Iterable[Document]) -> tuple[str, ...]:
    counts = Counter(code for document in documents for code in document.topics)
    return tuple(code for code, _ in counts.most_common(_BUTTONS))
