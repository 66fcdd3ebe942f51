"""Names of people to look for in free words: those the town published, and frequent first names."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import table
from models.contact import ContactRow
from surveys.first_names import FIRST_NAMES

CONTACT = table(ContactRow)
WORD = re.compile(r"[^\W\d_]{3,}")
TITLES = frozenset({"Frau", "Herr", "Herrn", "Prof", "Team", "Amt", "Büro", "Beratung"})


def known(session: Session) -> frozenset[str]:
    """Words that begin with a capital letter in names of the town's contacts, and first names."""
    published = session.scalars(select(CONTACT.c.name).where(CONTACT.c.name != "").distinct())
    words = {word for name in published for word in WORD.findall(name) if word[0].isupper()}
    return FIRST_NAMES | (words - TITLES)
