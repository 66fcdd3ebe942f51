"""Where sentences end, in the scripts and with the abbreviations that the town's texts use."""

import re
from collections.abc import Iterator

# Full stops of the scripts at hand, with closing quotes and brackets, before a space; or new lines.
_END = re.compile(r"(?:[.!?…؟।۔。]+[\"'»«”“’)\]]*)(?=\s|$)|\n+")
_LAST_WORD = re.compile(r"[^\s(\[\"«„]*$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]*)")

_ABBREVIATIONS = """
    abs art bd bspw bzgl bzw ca co dgl dr etc evtl exkl fam ff fr ggf gem geb gegr hbf hr inkl
    insb jh jhd kath kl max min mind mr mrs ms nr od prof sog st std str tel u.a usw vgl z.b zzgl
    evang frz dt engl mo di mi do fr sa so inc ltd vs no al ul pl os im tzn np itd itp ok godz
    тел вул ул пр просп буд кв м г гр др т.д т.п т.е обл грн руб стр см bd av rue bul sk cad mah
    sok apt"""
# After a number with a point: a day, a floor, a class; so the point makes an ordinal.
_ORDINAL_NOUNS = """
    januar jänner februar feber märz april mai juni juli august september oktober november
    dezember jan feb mär apr jun jul aug sep sept okt nov dez montag dienstag mittwoch donnerstag
    freitag samstag sonntag stock stockwerk etage og obergeschoss klasse lebensjahr schuljahr
    halbjahr quartal semester monat woche tag"""
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
_AFTER_ORDINALS = frozenset(_ORDINAL_NOUNS.split())


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as they stand, without the space around them."""
    start = 0
    for end in _END.finditer(text):
        if not _goes_on(text, end):
            yield from _trimmed(text[start : end.end()])
            start = end.end()
    yield from _trimmed(text[start:])


def _trimmed(sentence: str) -> Iterator[str]:
    if trimmed := sentence.strip():
        yield trimmed


def _goes_on(text: str, end: re.Match[str]) -> bool:
    if end.group() != ".":
        return False
    before = _last_word(text, end.start())
    following = _NEXT_WORD.match(text, end.end())
    after = following.group(1) if following else ""
    if before.isdecimal():
        return after[:1].islower() or after.casefold() in _AFTER_ORDINALS
    return after[:1].islower() or _is_abbreviation(before)


def _last_word(text: str, end: int) -> str:
    found = _LAST_WORD.search(text, max(0, end - 24), end)
    return found.group() if found else ""


def _is_abbreviation(word: str) -> bool:
    initial = len(word) == 1 and word.isalpha()
    return initial or word.casefold() in _ABBREVIATED or word.casefold().endswith("str")
