"""Which language somebody writes: by script, by letters, then by statistics of short strings.

Scripts and letters that only one language has decide first; what is left is told apart by
py3langid (Lui & Baldwin 2012), restricted to candidates. The language that she chose is favoured by
`FOR_CHOSEN` nats, so that a short or mixed message is not taken for another language.
"""

from collections import Counter
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from search.scripts import Script, script_of
from search.telling_letters import CANDIDATES, LETTERS, WORDS

FOR_CHOSEN = 4.0
PER_LETTER = 3.0
CLEARLY = 9.0
"""Nats from which on a message is clearly in another language than the one chosen."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language of a text, and by how many nats it is likelier than any other; 0 where
    it is the chosen one.
    """

    language: str
    ahead: float = 0.0

    @property
    def is_clear(self) -> bool:
        """Whether it is clearly another language than the chosen one."""
        return self.ahead >= CLEARLY


def language_of(text: str, chosen: str) -> Guess:
    """The language of a text by somebody who chose one. Where nothing tells, the chosen one."""
    candidates = CANDIDATES[_script(text)]
    if not candidates:
        return Guess(chosen)
    scores = _scores(text.lower(), candidates)
    if chosen in scores:
        scores[chosen] += FOR_CHOSEN
    best = max(scores, key=lambda one: (scores[one], one == chosen))
    second = max(score for language, score in scores.items() if language != best)
    return Guess(chosen) if best == chosen else Guess(best, scores[best] - second)


def _script(text: str) -> Script:
    """The one that most words are in; of Latin ones (names of offices, «Termin») it takes more."""
    found = Counter(map(script_of, text.split()))
    found.pop(Script.OTHER, None)
    return max(found, key=lambda one: (found[one], one is not Script.LATIN), default=Script.OTHER)


def _scores(text: str, candidates: tuple[str, ...]) -> dict[str, float]:
    scores = _by_statistics(text, candidates)
    for language in candidates:
        seen = sum(map(text.count, LETTERS.get(language, "")))
        said = sum(word in WORDS[language] for word in text.split()) if language in WORDS else 0
        scores[language] += PER_LETTER * (seen + said)
    return scores


def _by_statistics(text: str, candidates: tuple[str, ...]) -> dict[str, float]:
    """Log-probabilities; a language that the statistics do not know starts behind, and is told by
    its letters.
    """
    identifier = _identifier(candidates)
    known = dict(identifier.rank(text)) if identifier else {}
    likeliest = max(known.values(), default=0.0)
    return {language: known.get(language, likeliest - CLEARLY) for language in candidates}


@cache
def _identifier(candidates: tuple[str, ...]) -> Any:
    """The statistics of some languages; None where there is nothing to choose between."""
    made = copy(_statistics())
    known = [one for one in candidates if one in made.labels]
    if len(known) < 2:
        return None
    made.set_languages(known)
    return made


@cache
def _statistics() -> Any:
    """Those of all languages: a second, and 100 MB with numpy, which only a chat needs."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE)
