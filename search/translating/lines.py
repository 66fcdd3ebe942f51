"""Lines that say the same: taken from documents that stand in two languages."""

from collections.abc import Iterable, Iterator

from search.document import Document


def aligned_lines(
    documents: Iterable[Document], language: str, other: str
) -> Iterator[tuple[str, str]]:
    """Yield the lines of two languages that translate one another, field by field.

    A field whose two texts have as many lines is taken line by line; another one as a whole.
    """
    for document in documents:
        first, second = document.texts.get(language, {}), document.texts.get(other, {})
        for field in first.keys() & second.keys():
            yield from _aligned(_lines(first[field]), _lines(second[field]))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _aligned(first: list[str], second: list[str]) -> Iterator[tuple[str, str]]:
    if len(first) == len(second):
        yield from zip(first, second, strict=True)
    elif first and second:
        yield " ".join(first), " ".join(second)
