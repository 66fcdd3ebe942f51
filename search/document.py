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
    """A topic with its names by language; the terms that people use for it are the thesaurus'."""

    code: str
    names: Mapping[str, str]
