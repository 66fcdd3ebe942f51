"""A document in one language as an index holds it, and as a ranking looks at it again.

The payload beside an index's tokens is the document itself as numbers: every stem and word in its
order (a forward index), so that lines, titles and pairs of words can be looked at again. A token
is the CRC-32 of its letters; two of a question's words and a document's meet by chance once in some
hundred thousand documents.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from search.analysis import content, pieces, stem
from search.normalising import words
from search.splitting import split_sentences

STEMS, GRAMS = "stems", "grams"
PARTS = ("title", "summary", "body")
# How often a part's tokens are repeated: BM25F by weighted frequencies (Robertson & al. 2004).
REPEATED: Mapping[str, int] = {"title": 4, "summary": 2, "body": 1}
HEAD = 5  # numbers before the others: of tokens, those until title's end, summary's; lines, grams
TITLE_SHIFT = 16  # of a gram's two counts in one number: in the title, in all parts weighted

Fields = Mapping[str, Sequence[str]]
Lines = list[list[str]]


def token(text: str) -> int:
    """Return the number that stands for a stem, a word or a gram."""
    return crc32(text.encode())


def analysed(texts: Mapping[str, str], language: str) -> tuple[Fields, bytes]:
    """Return the tokens to index a document's parts by, and the payload to keep beside them."""
    parts = {part: _lines(texts.get(part, ""), language) for part in PARTS}
    parts["title"] = [[word for line in parts["title"] for word in line]]
    stems = {part: _stemmed(lines, language) for part, lines in parts.items()}
    fields = {STEMS: _repeated(stems), GRAMS: pieces(_repeated(parts))}
    return fields, _payload(parts, stems)


def _lines(text: str, language: str) -> Lines:
    lines = [content(words(sentence), language) for sentence in split_sentences(text)]
    return [line for line in lines if line]


def _stemmed(lines: Lines, language: str) -> Lines:
    return [[stem(word, language) for word in line] for line in lines]


def _repeated(parts: Mapping[str, Lines]) -> list[str]:
    return [word for part, lines in parts.items() for word in _flat(lines) * REPEATED[part]]


def _flat(lines: Iterable[Sequence[str]]) -> list[str]:
    return [word for line in lines for word in line]


def _payload(parts: Mapping[str, Lines], stems: Mapping[str, Lines]) -> bytes:
    lines = [line for part in PARTS for line in parts[part]]
    ends = [len(_flat(parts[part])) for part in PARTS]
    counts = _gram_counts(parts)
    numbers = [sum(ends), ends[0], ends[0] + ends[1], len(lines), len(counts)]
    numbers += [token(x) for part in PARTS for x in _flat(stems[part])]
    numbers += [token(x) for x in _flat(lines)]
    numbers += [len(line) for line in lines]
    numbers += [token(x) for x in counts]
    numbers += list(counts.values())
    return array("I", numbers).tobytes()


def _gram_counts(parts: Mapping[str, Lines]) -> dict[str, int]:
    title = Counter(pieces(_flat(parts["title"])))
    most = (1 << TITLE_SHIFT) - 1
    weighted = Counter(pieces(_repeated(parts)))
    return {x: (title[x] << TITLE_SHIFT) + min(many, most) for x, many in weighted.items()}
