"""What speaks for a line and against it: plain numbers, about 0 to 1 each, by name."""

from collections.abc import Iterator
from math import log1p

from search.sentences.aspects import ASPECTS
from search.sentences.described import Described
from search.sentences.fitting import fitting
from search.sentences.line import Line
from search.sentences.page import Page

Features = dict[str, float]

_MARKS = ("mail", "url", "time", "money", "phone", "ends", "leads", "asks", "goes_on", "brackets")
_BY_KIND = ("place", "ends", "numbers", "relative", "before", "goes_on", "size")
_SELDOM = ("when", "why")  # kinds of too few train questions to learn what answers them
_SEVERAL = 4
_STEPS = [(x, f"share {x:+}", f"first rank {x:+}") for x in (-3, -2, -1, 1, 2, 3)]
_NEXT = ((-1, "relative -1"), (1, "relative +1"))


def features(described: Described) -> Iterator[Features]:
    """Yield the features of each line."""
    for place in range(len(described.page.lines)):
        found = _of_place(described, place) | _of_look(described.page, place)
        found |= _of_words(described, place) | _of_neighbours(described, place)
        found |= _of_section(described, place) | _of_aspects(described, place)
        yield found | _of_kind(described, place, found)


def _of_place(described: Described, place: int) -> Features:
    last, title = len(described.page.lines) - 1, described.coverage.lines[0]
    lines = described.page.lines
    return {
        "place": place / (last + 1),
        "early": 1 / (1 + place),
        "is title": float(place == 0),
        "second": float(place == 1),
        "title again": float(place == 1 and lines[1].text == lines[0].text),
        "last": float(place == last),
        "near the end": float(place >= last - 2),
        "about the title": title,
        "about the title, place": title * place / (last + 1),
        "about the title, early": title / (1 + place),
        "lines": log1p(last) / 5,
    }


def _of_look(page: Page, place: int) -> Features:
    line = page.lines[place]
    look = {mark: 1.0 for mark in _MARKS if mark in line.marks}
    return look | {
        "size": log1p(line.size) / 3,
        "tiny": float(line.size <= 2),
        "numbers": min(line.numbers, _SEVERAL) / _SEVERAL,
        "commas": min(line.commas, _SEVERAL) / _SEVERAL,
        "keywords": float(_are_keywords(page, place)),
        "may head": float(line.may_head),
        "heading": float(page.headings[place]),
        "after heading": float(place > 0 and page.headings[place - 1]),
        "before heading": float(any(page.headings[place + 1 : place + 2])),
        "after lead": _marked(page, place - 1, "leads"),
        "after question": _marked(page, place - 1, "asks"),
        "after item": _marked(page, place - 1, "goes_on"),
    }


def _are_keywords(page: Page, place: int) -> bool:
    line = page.lines[place]
    return place == len(page.lines) - 1 and line.commas >= 3 and "ends" not in line.marks


def _of_words(described: Described, place: int) -> Features:
    covered, rank = described.coverage, described.ranks[place]
    title = {token.stem for token in described.page.lines[0].tokens}
    tokens = described.page.lines[place].tokens
    return {
        "share": covered.lines[place],
        "share squared": covered.lines[place] ** 2,
        "dense": 3 * covered.dense[place],
        "relative": described.relative[place],
        "beyond": covered.beyond[place],
        "relative beyond": described.relative_beyond[place],
        "best word": covered.best[place] / 5,
        "new": covered.new[place],
        "rank": 1 / (1 + rank),
        "first rank": float(rank == 0),
        "title's words": sum(x.stem in title for x in tokens) / max(1, len(tokens)),
        "page": covered.page,
        "asked words": log1p(covered.words) / 3,
    }


def _of_neighbours(described: Described, place: int) -> Features:
    shares, ranks = described.coverage.lines, described.ranks
    found = {"before": described.before[place], "after": described.after[place]}
    for step, share, first in _STEPS:
        if 0 <= place + step < len(shares):
            found[share] = shares[place + step]
            found[first] = float(ranks[place + step] == 0)
    for step, relative in _NEXT:
        if 0 <= place + step < len(shares):
            found[relative] = described.relative[place + step]
    return found


def _of_section(described: Described, place: int) -> Features:
    page, covered = described.page, described.coverage
    head, lead = page.heads[place], page.leads[place]
    most = max(covered.sections.values(), default=0.0) or 1.0
    below = covered.sections[head]
    found = {
        "below heading": float(head > 0),
        "from heading": log1p(place - head) / 3,
        "section": below,
        "section relative": below / most,
        "best section": float(below == most and len(covered.sections) > 1),
    }
    if head != place:
        found["heading share"] = covered.lines[head]
        found["heading relative"] = described.relative[head]
        found["heading beyond"] = described.relative_beyond[head]
    if lead >= 0:
        found["in list"] = 1.0
        found["lead share"] = covered.lines[lead]
        found["lead relative"] = described.relative[lead]
        found["from lead"] = 1 / (place - lead)
    return found


def _of_aspects(described: Described, place: int) -> Features:
    asked, lines = described.asking.aspects, described.page.lines
    if not asked:
        return {}
    told = [aspect for aspect in ASPECTS if aspect in asked and aspect in lines[place].aspects]
    found = {"aspects": len(told) / len(asked), "no aspect": float(not told)}
    found |= {f"asked {x}": _times(lines[place], x) for x in told}
    if place:
        found |= {f"asked {x} -1": _times(lines[place - 1], x) for x in ASPECTS if x in asked}
    return found


def _of_kind(described: Described, place: int, found: Features) -> Features:
    kind, line = described.asking.kind, described.page.lines[place]
    if kind in _SELDOM:
        return {kind: 1.0}
    told = {f"{kind}: {name}": found[name] for name in _BY_KIND if found.get(name)}
    told[f"{kind}: reach"] = float(bool(line.marks & {"mail", "url", "phone"}))
    told[f"{kind}: in list"] = float(described.page.leads[place] >= 0)
    return {kind: 1.0} | told | fitting(kind, line)


def _times(line: Line, aspect: str) -> float:
    return min(2, line.aspects.get(aspect, 0)) / 2


def _marked(page: Page, place: int, mark: str) -> float:
    return float(place >= 0 and mark in page.lines[place].marks)
