"""What words of other languages mean in German, as the town's own translations have it.

A question's word becomes its translations, each weighted by how likely it is: probabilistic
structured queries (Darwish & Oard 2003).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

Translations = Mapping[str, Mapping[str, float]]  # stem -> German stem -> probability
NONE: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class WordTranslations:
    """Learned translations of stems into German stems, for each language."""

    languages: Mapping[str, Translations] = field(default_factory=dict)

    def german(self, stemmed: str, language: str) -> Mapping[str, float]:
        """The German stems that a stem of ``language`` may mean, with probabilities; or none."""
        return self.languages.get(language, {}).get(stemmed, NONE)

    def beside(self, other: "WordTranslations") -> "WordTranslations":
        """These translations, and of words that they know not, what another source says."""
        languages = self.languages.keys() | other.languages.keys()
        return WordTranslations(
            {x: {**other.languages.get(x, {}), **self.languages.get(x, {})} for x in languages}
        )

    def to_json(self) -> str:
        """These translations as text, three decimals each."""
        rounded = {
            language: {word: {x: round(p, 3) for x, p in into.items()} for word, into in of.items()}
            for language, of in self.languages.items()
        }
        return json.dumps(rounded, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "WordTranslations":
        """The translations that `to_json` wrote."""
        return cls(json.loads(text))
