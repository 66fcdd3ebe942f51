"""Where what somebody has not finished is sealed and opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from sqlalchemy.orm import Session

from models.sealing import BLOCK, seal, unseal
from models.survey_key import key_of


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
