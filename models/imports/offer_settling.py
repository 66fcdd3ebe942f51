"""An offer as it reads back once it is stored: pure, so that importing twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.makers import key
from models.offer import Cost, Offer, Organization, Place
from models.offer_texts import DOCUMENTS
from models.service import DOCUMENT_SEPARATOR
from models.translation import GERMAN, MARK

Texts = Mapping[str, Mapping[str, str]]
CENTS = 2
DECIMALS = 6
"""Of degrees: a hand's breadth."""

NOTHING = Place()


def settled(new: Offer, old: Offer | None = None) -> Offer:
    """`new` without what the tables do not keep; where `old` is stored, what becomes of it."""
    texts = dict(_texts(new.texts))
    checked, due = _looked_at(new, old)
    return replace(
        new,
        id=old.id if old else 0,
        maker=_maker(new.maker),
        texts=texts,
        last_checked=checked,
        review_due=due,
        places=tuple(_rounded(place) for place in new.places if place != NOTHING),
        costs=tuple(map(_cost, new.costs)),
        document_links=_links(new.document_links, texts),
        machine_translated=tuple(sorted({x for x in new.machine_translated if _foreign(x, texts)})),
        outdated=tuple(sorted(_outdated(new.outdated, texts, old))),
    )


def by_column(texts: Texts) -> dict[str, str]:
    """Texts as a table names them: "title::ar"."""
    return {
        f"{name}{MARK}{language}": text
        for language, fields in texts.items()
        for name, text in fields.items()
    }


def _looked_at(new: Offer, old: Offer | None) -> tuple[date | None, date | None]:
    """When it was checked, and is to be again. What was checked here since, as the source does not
    know, stays so: a table of last week would have its keeper asked each week anew.
    """
    here = old.last_checked if old else None
    if old is None or here is None or (new.last_checked and new.last_checked >= here):
        return new.last_checked, new.review_due
    asks_for_more = new.review_due is not None and new.review_due > here
    return here, new.review_due if asks_for_more else old.review_due


def _texts(texts: Texts) -> Iterator[tuple[str, dict[str, str]]]:
    for language, fields in texts.items():
        filled = {name: text for name, text in fields.items() if text}
        if language == GERMAN and DOCUMENTS in filled:
            filled[DOCUMENTS] = DOCUMENT_SEPARATOR.join(_documents(filled[DOCUMENTS]))
        if filled:
            yield language, filled


def _documents(joined: str) -> list[str]:
    return [name for name in joined.split(DOCUMENT_SEPARATOR) if name]


def _links(links: Mapping[str, str], texts: Texts) -> dict[str, str]:
    names = _documents(texts.get(GERMAN, {}).get(DOCUMENTS, ""))
    return {name: links[name] for name in names if links.get(name)}


def _maker(maker: Organization) -> Organization:
    known_by_name = key(maker) == key(replace(maker, source_id=""))
    return replace(maker, source_id="") if known_by_name else maker


def _rounded(place: Place) -> Place:
    if place.latitude is None or place.longitude is None:
        return place
    at = round(place.latitude, DECIMALS), round(place.longitude, DECIMALS)
    if at == (place.latitude, place.longitude):
        return place
    return replace(place, latitude=at[0], longitude=at[1])


def _cost(cost: Cost) -> Cost:
    return cost if cost.amount is None else replace(cost, amount=round(cost.amount, CENTS))


def _foreign(language: str, texts: Texts) -> bool:
    return language in texts and language != GERMAN


def _outdated(said: Sequence[str], texts: Texts, old: Offer | None) -> Iterator[str]:
    """An unchanged translation stays what it was, and falls behind when its German text changes."""
    if old is None and not said:
        return
    before, after = by_column(old.texts) if old else {}, by_column(texts)
    for column, text in after.items():
        name, _, language = column.partition(MARK)
        if language == GERMAN:
            continue
        german = f"{name}{MARK}{GERMAN}"
        if before.get(column) != text:
            yield from (column,) if column in said else ()
        elif (old and column in old.outdated) or before.get(german) != after.get(german):
            yield column
