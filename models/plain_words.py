"""What people write to each other through Lotse, so that it is what it looks like.

Nothing invisible is handed on (Unicode TR 36, section 2: controls, overrides of direction, tags),
and an address on the web shows where it leads: its host in ASCII (IDNA, RFC 3490) when it has other
letters, and nothing before the host (RFC 3986, section 7.6).
"""

from __future__ import annotations

import re
import unicodedata

LINE = 2000
"""Letters of one line; what is longer goes on in the next."""
JOINERS = "\u200c\u200d"
"""Needed within words of Persian, and within emoji."""
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
ADDRESS = re.compile(r"(?i)\b(https?://)([^\s/?#]+)")
JOINED_LATIN = re.compile(rf"(?<=[!-~])[{JOINERS}]+|[{JOINERS}]+(?=[!-~])")
BLANK_LINES = re.compile(r"\n{3,}")
DOTS = re.compile("[\u3002\uff0e\uff61]")


def plain(written: str) -> str:
    """The words without what cannot be seen, in lines that no messenger cuts."""
    normal = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\t", " "))
    seen = "".join(letter for letter in normal if _is_seen(letter))
    honest = ADDRESS.sub(_honest, JOINED_LATIN.sub("", seen))
    lines = (piece for line in honest.split("\n") for piece in _pieces(line.strip()))
    return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _is_seen(letter: str) -> bool:
    return letter in JOINERS or letter == "\n" or unicodedata.category(letter) not in HIDDEN


def _honest(found: re.Match[str]) -> str:
    """An address as it leads: without a name before the host, which could look like another."""
    host = found[2].rpartition("@")[2]
    return found[1] + (host if host.isascii() else _in_ascii(host))


def _in_ascii(host: str) -> str:
    labels = DOTS.sub(".", unicodedata.normalize("NFKC", host)).split(".")
    return ".".join(_label(label) for label in labels)


def _label(label: str) -> str:
    return label if label.isascii() else "xn--" + label.lower().encode("punycode").decode()


def _pieces(line: str) -> list[str]:
    """A line by words; a word that is longer than a line stays whole up to its length."""
    pieces = []
    while len(line) > LINE:
        at = line.rfind(" ", 0, LINE) + 1 or LINE
        pieces.append(line[:at].strip())
        line = line[at:]
    return [*pieces, line]
