"""What a question asks for: its words, its kind (who, where, …), the aspects it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from search.normalising import words
from search.sentences.line import aspects_of
from search.sentences.question_words import COMPARING, KINDS
from search.sentences.tokens import Asked, Translation, tokens

_BEGINNING = 4  # words among which the word stands that tells a question's kind
_HOW_MUCH = "many"


@dataclass(frozen=True, slots=True)
class Asking:
    """A question in a language, read: ``kind`` is a key of ``KINDS`` or ``whether``.

    It ``compares`` when it asks for the difference between things.
    """

    language: str
    words: tuple[Asked, ...]
    kind: str
    aspects: Mapping[str, int]
    compares: bool


def read_question(text: str, language: str, translation: Translation | None = None) -> Asking:
    """Return what a question to a text in ``language`` asks for.

    It is in the language of ``translation``, if there is one, else in that of the text.
    """
    said = words(text)
    own = translation.language if translation else language
    asked = [Asked(x, _meanings(x.stem, translation)) for x in dict.fromkeys(tokens(text, own))]
    compares = not COMPARING.get(own, frozenset()).isdisjoint(said)
    return Asking(own, tuple(asked), _kind(said[:_BEGINNING], own), aspects_of(said, own), compares)


def _kind(beginning: list[str], language: str) -> str:
    kinds = KINDS.get(language, {})
    told = [kind for word in beginning for kind, those in kinds.items() if word in those]
    if _HOW_MUCH in told:
        return _HOW_MUCH
    return told[0] if told else "whether"


def _meanings(stem: str, translation: Translation | None) -> Mapping[str, float]:
    found = translation.meanings(stem) if translation else {}
    most = max(found.values(), default=1.0)
    return {meaning: (likely / most) ** 0.5 for meaning, likely in found.items()}
