"""What people may mean, and by which words: concepts, their terms, and how pieces make a situation.

The parts of a thesaurus are those of ISO 25964-1 (concepts, terms, broader concepts). Primitives
and rules over them are ours: people tell of a situation more often than they name what they need.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ConceptKind(StrEnum):
    """What a concept is good for.

    Topics and the finer needs answer. Facets (for women, in the evening) never do alone. Primitives
    are pieces of a situation. An aspect asks about what was just shown (when is it open), talk is
    no question, and what is outside no town answers.
    """

    TOPIC = "topic"
    NEED = "need"
    FACET = "facet"
    PRIMITIVE = "primitive"
    ASPECT = "aspect"
    TALK = "talk"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept; ``broader`` are the topics that it belongs to, the main one first."""

    code: str
    kind: ConceptKind
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A situation: where all of some concepts are told of, another one is meant (0 to 1)."""

    conditions: tuple[str, ...]
    concept: str
    strength: float


Terms = Mapping[str, Mapping[str, tuple[str, ...]]]  # language -> concept's code -> terms
Situations = Mapping[str, Mapping[str, tuple[str, ...]]]  # the same, with whole sentences


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Concepts by code, rules, and by language terms and how people exclude something.

    A term is one word or several, all of which are needed, in any order, near each other. An
    asterisk at an end of a word stands for any letters: ``kurs*``, ``*kurs``, ``*deutschkurs*``.
    A pattern of ``exclusions`` has ``…`` for the words excluded: ``kein … sondern``. The sentences
    of ``situations`` are said by people who need something and do not name it.
    """

    concepts: Mapping[str, Concept]
    terms: Terms
    rules: tuple[Rule, ...] = ()
    exclusions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    situations: Situations = field(default_factory=dict)
