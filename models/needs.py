"""What tells needs by what goes together, from the locales' files; dear work is kept."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from models.kept import keep, mapped
from models.pieces import DAILY, load_pieces
from models.understanding import digest_of
from search.coded_terms import CodedTerms
from search.needs import SHIPPED, Needs, NeedsModel, shipped

_READ = (f"*/{DAILY.words}", DAILY.codes)


def load_needs(kept_in: Path | None = None) -> Needs:
    """What the locales' files say, soon where it was kept in that folder. Raises BadLexicon."""
    return Needs(_daily(kept_in), _model(kept_in))


def _daily(kept_in: Path | None) -> CodedTerms:
    path = kept_in and kept_in / f"daily-{digest_of(_READ)}"
    found = mapped(path, CodedTerms.from_bytes)
    if found is None:
        found = load_pieces(DAILY)
        keep(path, found.to_bytes())
    return found


def _model(kept_in: Path | None) -> NeedsModel:
    digest = blake2b(SHIPPED.read_bytes(), digest_size=8).hexdigest()
    path = kept_in and kept_in / f"needs-{digest}"
    found = mapped(path, NeedsModel.from_bytes)
    if found is None:
        found = shipped()
        keep(path, found.to_bytes())
    return found
