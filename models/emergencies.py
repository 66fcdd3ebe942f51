"""What recognises danger, from the locales' files; what is dear to work out is kept."""

from __future__ import annotations

from pathlib import Path

from models.kept import keep, kept
from models.lexicon import load_emergencies
from models.pieces import DANGER, load_pieces
from models.understanding import digest_of
from search.emergency import EmergencyDetector
from search.tales import Tales

_READ = ("*/emergencies.toml", f"*/{DANGER.words}", DANGER.codes)


def load_detector(kept_in: Path | None = None) -> EmergencyDetector:
    """What the locales' files say, soon where it was kept in that folder. Raises BadLexicon."""
    path = kept_in and kept_in / f"emergencies-{digest_of(_READ)}"
    found = kept(path, EmergencyDetector.from_bytes)
    if found is None:
        found = EmergencyDetector.of(load_emergencies(), Tales(load_pieces(DANGER)))
        keep(path, found.to_bytes())
    return found
