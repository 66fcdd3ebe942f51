"""A saved export of Integreat as offers: pages, places and events in all of their languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from models.imports.integreat.joining import Joined, joined
from models.imports.integreat.offers import Region, offer_of, region_of
from models.imports.integreat.places import places_by_id
from models.imports.integreat.remarks import Remarks
from models.imports.integreat.saved import KINDS, LOCATIONS, PAGES, Saved, read_saved
from models.imports.integreat.texts import Above, says_nothing
from models.imports.integreat.topics import Sorter
from models.imports.integreat.web_address import path_key
from models.imports.reading import Reading
from models.offer import Offer, Organization
from models.translation import GERMAN
from search.document import Topic

Things = Mapping[str, tuple[Joined, ...]]


def read_integreat(
    folder: Path, topics: Iterable[Topic], zone: ZoneInfo, languages: Collection[str] = ()
) -> Reading:
    """The offers in `folder`, which holds `<language>/{pages,locations,events}.json`.

    `zone` is the town's; `languages` are codes of Lotse's, German always among them, and all that
    are saved when none is named. What is damaged is a problem, what is left out a notice.
    """
    remarks = Remarks()
    saved = read_saved(folder, languages, remarks)
    things = {kind: joined(saved.items[kind], kind, remarks) for kind in KINDS}
    if not (remarks.problems or any(things.values())):
        remarks.problem("integreat_nothing", folder.name)
    if remarks.problems:
        return Reading((), None, tuple(remarks.problems), remarks.told())
    region = _region(saved, things, Sorter(topics), zone, remarks)
    offers = tuple(_offers(things, region))
    return Reading(offers, None, (), remarks.told())


def _offers(things: Things, region: Region) -> Iterator[Offer]:
    taken: set[str] = set()
    for kind, thing in ((kind, thing) for kind, kept in things.items() for thing in kept):
        offer = offer_of(thing, kind, region)
        if code := _left_out(offer, thing, taken):
            region.remarks.count(code, f"{GERMAN}/{kind}.json", offer.source_id)
        else:
            taken.add(offer.source_id)
            yield offer


def _left_out(offer: Offer, thing: Joined, taken: Collection[str]) -> str:
    """Why something is no offer, as the code of a remark. A place says enough with its address."""
    german = offer.texts[GERMAN]
    if offer.source_id in taken:
        return "integreat_twice"
    if "description" not in german and says_nothing(thing.german):
        return "integreat_placeholder"
    silent = "description" not in german and "short_answer" not in german
    return "integreat_empty" if offer.kind == "page" and silent else ""


def _region(
    saved: Saved, things: Things, sorter: Sorter, zone: ZoneInfo, remarks: Remarks
) -> Region:
    path = next(thing.path for kept in things.values() for thing in kept)
    name = saved.region.text("name") or region_of(path)
    by_path = {
        language: {path_key(item.text("path")): item for item in items}
        for language, items in saved.items[PAGES].items()
    }
    places = places_by_id(saved.items[LOCATIONS].get(GERMAN, ()))
    return Region(Organization(name), zone, sorter, Above(by_path), places, remarks)
