"""Words that somebody typed and of which she is asked something first, sealed in her row."""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from binascii import Error

from models.sealing import NotSealed, seal, unseal
from models.vault import SHORT, Vault


def hide(vault: Vault, words: str) -> str:
    """Sealed, in letters; open with `find`."""
    return b64encode(seal(_key(vault), words.encode(), vault.rng, SHORT)).decode()


def find(vault: Vault, hidden: str) -> str:
    """What was hidden; "" where there is nothing, or another secret sealed it."""
    try:
        return unseal(_key(vault), b64decode(hidden)).decode() if hidden else ""
    except (NotSealed, Error):
        return ""


def _key(vault: Vault) -> bytes:
    return hmac.digest(vault.secret.encode(), b"held words", "sha256")
