"""A document in one language as an index holds it, and as a ranking looks at it again.

The payload beside an index's tokens is the document's analysed text itself: its lines of stems and
of normalised words, so that how often a stem, a 4-gram or a phrase stands in a title or in one line
is a count of substrings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.analysis import content, pieces, sounds, stem
from search.normalising import words
from search.scripts import Script, script_of_language
from search.splitting import split_sentences

STEMS, GRAMS, SOUNDS = "stems", "grams", "sounds"
PARTS = ("title", "summary", "body")
# How often a part's tokens are repeated: BM25F by weighted frequencies (Robertson & al. 2004).
_REPEATED: Mapping[str, int] = {"title": 4, "summary": 2, "body": 1}
_ENDS, _BESIDE = "\v", "\f"

Fields = Mapping[str, Sequence[str]]
Lines = list[list[str]]


@dataclass(frozen=True, slots=True)
class Forward:
    """A document's parts, each a text of lines; a line's words stand between single spaces.

    ``stems`` and ``words`` have an entry for each of ``PARTS``.
    """

    stems: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def read(cls, payload: bytes) -> "Forward":
        """Return the document that `analysed` wrote."""
        stems, _, normalised = payload.decode().partition(_BESIDE)
        return cls(tuple(stems.split(_ENDS)), tuple(normalised.split(_ENDS)))


def analysed(texts: Mapping[str, str], language: str) -> tuple[Fields, bytes]:
    """Return the tokens to index a document's parts by, and the payload to keep beside them."""
    parts = [_lines(texts.get(part, ""), language) for part in PARTS]
    stems = [[[stem(word, language) for word in line] for line in lines] for lines in parts]
    normalised = [
        word for part, lines in zip(PARTS, parts, strict=True) for word in _all(part, lines)
    ]
    fields = {
        STEMS: [
            term for part, lines in zip(PARTS, stems, strict=True) for term in _all(part, lines)
        ],
        GRAMS: pieces(normalised),
    }
    if script_of_language(language) is not Script.LATIN:
        fields[SOUNDS] = sounds(normalised)
    return fields, (_text(stems) + _BESIDE + _text(parts)).encode()


def _lines(text: str, language: str) -> Lines:
    return [content(words(sentence), language) for sentence in split_sentences(text)]


def _all(part: str, lines: Lines) -> list[str]:
    return [word for line in lines for word in line] * _REPEATED[part]


def _text(parts: Sequence[Lines]) -> str:
    return _ENDS.join("\n".join(f" {' '.join(line)} " for line in lines) for lines in parts)
