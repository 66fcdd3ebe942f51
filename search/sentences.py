"""The sentences of a text that answer a question, word for word as they stand."""

import re

_END = re.compile(r"(?<=[.!?؟।])\s+|\n+")


def best_sentences(question: str, text: str, limit: int = 2) -> tuple[str, ...]:
    """Return at most ``limit`` sentences of the text that share most with the question, in order."""
    from search.normalising import words

    asked = set(words(question))
    sentences = [x.strip() for x in _END.split(text) if x.strip()]
    ranked = sorted(sentences, key=lambda x: -len(asked & set(words(x))))[:limit]
    return tuple(x for x in sentences if x in ranked)[:limit]
