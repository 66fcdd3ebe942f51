"""What can be found: documents (the town's offers) and the topics they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """An offer's texts: ``texts[language][field]``, field one of ``title``, ``summary``, ``body``.

    ``key`` is the offer's id; ``topics`` are the topic codes that an editor gave it.
    """

    key: int
    texts: Mapping[str, Mapping[str, str]]
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its names and the terms that people use for it, for each language.

    A term is one word or several, all of which are needed, in any order. An asterisk at an end of
    a word stands for any letters: ``kurs*``, ``*kurs``, ``*deutschkurs*``.
    """

    code: str
    names: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
