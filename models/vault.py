"""Where what somebody has not finished is sealed and opened."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from random import Random

from sqlalchemy.orm import Session

from models.sealing import BLOCK, NotSealed, seal, unseal
from models.survey_key import KeyDestroyed, key_of

SHORT = 256
"""Bytes that words of a message are padded to."""


@dataclass(frozen=True, slots=True)
class Vault:
    """`secret` is the installation's: with what is in the database it makes each survey's key."""

    secret: str = field(repr=False)
    rng: Random = field(repr=False)

    def seal(self, session: Session, survey: int, content: bytes, block: int = BLOCK) -> bytes:
        """Under the survey's key. Raises KeyDestroyed."""
        return seal(key_of(session, survey, self.secret), content, self.rng, block)

    def open(self, session: Session, survey: int, sealed: bytes) -> bytes:
        """What was sealed. Raises KeyDestroyed, and NotSealed where the secret is another one."""
        return unseal(key_of(session, survey, self.secret), sealed)

    def hide(self, session: Session, survey: int, words: str) -> str:
        """Words sealed, in letters; open with `find`. Raises KeyDestroyed."""
        return b64encode(self.seal(session, survey, words.encode(), SHORT)).decode()

    def find(self, session: Session, survey: int, hidden: str) -> str:
        """Words that were hidden; "" where there are none, or another secret sealed them."""
        try:
            return self.open(session, survey, b64decode(hidden)).decode()
        except (NotSealed, KeyDestroyed):
            return ""
