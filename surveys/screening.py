"""Words in free text by which somebody may be known: found by patterns, judged by a person.

A pattern finds too much rather than too little; nothing is released without being read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Trace(StrEnum):
    """What was found."""

    MAIL = "mail"
    LINK = "link"  # an address on the web, a user name
    IBAN = "iban"
    PHONE = "phone"
    CASE = "case"  # Aktenzeichen, AZR-Nummer, Kundennummer, Passnummer
    BIRTHDAY = "birthday"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Finding:
    """A trace and where it stands in the text, from `start` to before `end`."""

    trace: Trace
    start: int
    end: int


CASE_WORDS = (
    "aktenzeichen|az|azr|bg|kundennummer|kunden-?nr|vorgangsnummer|passnummer|pass-?nr|"
    "ausweisnummer|steuer-?id|versichertennummer|nummer|nr|case|passport|паспорт|дело|справа"
)
PATTERNS = {
    Trace.MAIL: r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]+)+",
    Trace.LINK: r"(?:https?://|www\.|t\.me/|wa\.me/)\S+|(?<![\w.])@[A-Za-z]\w{3,}",
    Trace.IBAN: r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b",
    Trace.PHONE: r"(?<![\w.,])(?:\+|\(?0{1,2})(?:[ ()/.-]*\d){6,15}(?!\w)",
    Trace.CASE: rf"(?i:\b(?:{CASE_WORDS})\b[.:#\s-]*)(?=[\w/.-]*\d)[\w/.-]{{4,}}"
    r"|\b\d{12}\b|\b\d{1,5}\s?[A-Z]{1,3}\s?\d{1,7}/\d{2,4}\b|\b\d{3,5}[A-Z]{1,3}\d{2,7}\b"
    r"|\b[A-Z]{1,3}\d{6,9}\b|\b(?=\w*\d)[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}\b",
    Trace.BIRTHDAY: r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)(?!\d)",
    Trace.NAME: r"(?i:\b(?:ich hei(?:ß|ss)e|mein name ist|my name is|je m'appelle|mam na imię|"
    r"nazywam się|mă numesc|numele meu (?:este|e)|ben(?:im)? adım|adım|меня зовут|мене звати|"
    r"اسمي|نام من|اسم من)\b)[:\s]+\S+"
    r"|\b(?:Herrn?|Frau|Hr\.|Fr\.|Mr\.?|Mrs\.?|Ms\.?|Mme|M\.|Dr\.|Pan|Pani)\s+(?![a-zäöüßéèçà])[^\W\d_][\w'-]+",
}
COMPILED = {trace: re.compile(pattern) for trace, pattern in PATTERNS.items()}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def findings(text: str, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything that may tell who wrote it, in the order of the text. `names` are further names
    of people to look for, in any case and with or without accents.

    Digits of all scripts count ("٠١٥١" is 0151); places are those of the text as given.
    """
    latin = "".join(map(_latin, text))
    found = [*_matches(latin), *_names(text, frozenset(map(_folded, names)))]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.trace)))


def traces(text: str, names: Iterable[str] = ()) -> tuple[Trace, ...]:
    """Only what was found, each once."""
    return tuple(dict.fromkeys(one.trace for one in findings(text, names)))


def blackened(text: str, found: Iterable[Finding], mark: Callable[[Trace], str]) -> str:
    """The text with every finding replaced by what `mark` says of it: a proposal for the reader."""
    parts, done = [], 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= done:
            parts += [text[done : one.start], mark(one.trace)]
        done = max(done, one.end)
    return "".join([*parts, text[done:]])


def _matches(text: str) -> Iterator[Finding]:
    found = ((trace, x) for trace, pattern in COMPILED.items() for x in pattern.finditer(text))
    for trace, match in found:
        if trace is not Trace.PHONE or _is_phone(match.group()):
            yield Finding(trace, *match.span())


def _is_phone(matched: str) -> bool:
    """Seven digits at least: fewer are a price or a year."""
    return sum(letter.isdigit() for letter in matched) >= 7


def _names(text: str, names: frozenset[str]) -> Iterator[Finding]:
    words = WORD.finditer(text) if names else ()
    return (Finding(Trace.NAME, *word.span()) for word in words if _folded(word.group()) in names)


def _latin(letter: str) -> str:
    """A digit of any script as 0 to 9, and everything else as it is: one letter for one."""
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
