"""The one secret of an installation, and others derived from it (HMAC, RFC 2104)."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

from bot.settings import Settings

NAME = "lotse.key"
BYTES = 32


def secret_key(settings: Settings) -> str:
    """LOTSE_SECRET_KEY; when it is not set, one made once and kept beside the database.

    With another database than SQLite it is kept in the working directory.
    """
    given = settings.secret_key.get_secret_value()
    if given:
        return given
    file = settings.database_file
    return _kept(file.with_name(NAME) if file else Path(NAME))


def derived(purpose: str, settings: Settings) -> str:
    """A secret for one purpose: 64 hexadecimal digits."""
    return hmac.new(secret_key(settings).encode(), purpose.encode(), "sha256").hexdigest()


def survey_secret(settings: Settings) -> str:
    """What makes the key of a survey, with what the survey has of its own: the same for everybody
    who opens, mixes or closes one.
    """
    return derived("surveys", settings)


def _kept(path: Path) -> str:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    made = secrets.token_urlsafe(BYTES)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made)
    return made
