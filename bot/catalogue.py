"""What finds offers, with the words of the locales and a search index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.clock import clock
from bot.settings import Settings
from bot.words_folder import words_folder
from models.answering import Answering
from models.base import Session
from models.catalogue import Catalogue, build
from models.store import Store
from models.words import load_words
from search.engine import TextIndex


def answering_in(folder: Path | None) -> Answering:
    """What answers from the index in a folder; from one in memory where nobody may write."""
    try:
        index = TextIndex(folder)
    except (OSError, sqlite3.OperationalError):
        index = TextIndex()
    return Answering(index, load_words(words_folder(otherwise=folder)))


def first_catalogue(settings: Settings, store: Store) -> Catalogue:
    """The catalogue as it stands now. The first one of a large town takes a while."""
    today = clock().astimezone(settings.zone).date()
    answering = answering_in(settings.index_folder)
    with Session(store.engine) as session:
        return build(session, answering, today)
