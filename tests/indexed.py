"""Catalogues of databases for tests, sooner than from nothing: a copied one has a copied index.

From nothing, a catalogue of the demo town takes three seconds. A copy of that town has what its
template had, so that the template's index and catalogue are brought to what the copy holds by now,
just as Lotse goes on with what it had when offers change.
"""

import shutil
import weakref
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from models import search_index
from models.answering import Answering
from models.base import Session
from models.catalogue import Catalogue, build
from models.store import Store
from search.engine import TextIndex
from tests.databases import TEMPLATES, address_of, opened
from tests.folders import new_folder
from tests.shipped import words


@dataclass(frozen=True)
class Indexed:
    """A catalogue, and the folder that its index is in for as long as there is one."""

    catalogue: Catalogue
    folder: Path


_TEMPLATES: dict[str, Indexed] = {}


def indexed(store: Store, today: date) -> Catalogue:
    """The offers that stand on `today`, with an index that is nobody else's."""
    template = TEMPLATES.get(address_of(store))
    if template is None:
        return _made(store, today, _any()).catalogue
    return _made(store, today, _of(template, today), goes_on=True).catalogue


@cache
def answering() -> Answering:
    """One index in memory, for whatever town is asked next."""
    return Answering(TextIndex(), words())


def _of(template: str, today: date) -> Indexed:
    known = _TEMPLATES.get(template)
    if known is None or known.catalogue.day != today:
        with opened(template) as store:
            _TEMPLATES[template] = _made(store, today, known or _any(), goes_on=known is not None)
        _TEMPLATES[template].catalogue.answering.index.close()
    return _TEMPLATES[template]


def _any() -> Indexed | None:
    """Of much the same town, if any: what the texts of its offers tell is known then."""
    return max(_TEMPLATES.values(), key=lambda x: len(x.catalogue.offers), default=None)


def _made(store: Store, today: date, earlier: Indexed | None, *, goes_on: bool = False) -> Indexed:
    answering, folder = _copied(earlier)
    with store.transaction() as session:
        begun = _adopted(session, answering, earlier.catalogue) if earlier and goes_on else None
        return Indexed(build(session, answering, today, begun), folder)


def _copied(earlier: Indexed | None) -> tuple[Answering, Path]:
    folder = new_folder("lotse-index-")
    if earlier:
        shutil.copytree(earlier.folder, folder, dirs_exist_ok=True)
    index = TextIndex(folder)
    weakref.finalize(index, shutil.rmtree, folder, ignore_errors=True)
    return Answering(index, words()), folder


def _adopted(session: Session, answering: Answering, earlier: Catalogue) -> Catalogue:
    """The template's catalogue as one of its copy."""
    stand = search_index.stand(session, answering.parts, earlier.day)
    answering.index.commit(str(stand._replace(revision=earlier.revision)))
    database = search_index.database(session)
    return replace(earlier, answering=answering, database=database, learned=-1)
