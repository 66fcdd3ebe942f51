"""What a handler knows besides the event."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from random import Random

from models import account as accounts
from models import counselling
from models.account import Account
from models.base import Session
from models.catalogue import Catalogue
from models.counselling import Counsellor
from models.language import chain, guess
from models.person import Person
from models.role import Role
from models.town import Town
from models.vault import Vault

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Context:
    """One turn's surroundings. `now` is the town's wall time (aware), `secret` the installation's,
    for surveys, `order` that of a model outside for a question, if there is one.
    """

    session: Session
    person: Person
    catalogue: Catalogue
    town: Town
    now: datetime
    rng: Random
    secret: str = field(default="", repr=False)
    order: tuple[int, ...] = ()

    @cached_property
    def language(self) -> str:
        """Hers, else what her client speaks, else the town's default."""
        chosen = self.person.language or guess(self.person.hint, self.town.languages)
        return chosen or self.town.default_language

    @cached_property
    def account(self) -> Account | None:
        """Hers, when she has a task in the town's integration work."""
        id = self.person.account_id
        return None if id is None else accounts.find(self.session, id)

    @cached_property
    def counsellor(self) -> Counsellor | None:
        """Herself as somebody who answers people, as she was when that was first asked for."""
        return counselling.find(self.session, self.account_id)

    @property
    def vault(self) -> Vault:
        """Where her unfinished surveys are sealed and opened."""
        return Vault(self.secret, self.rng)

    @property
    def account_id(self) -> int:
        """Hers where a role was needed to come here; 0 is nobody's."""
        return self.account.id if self.account else 0

    @property
    def roles(self) -> frozenset[Role]:
        """What she may do beyond asking."""
        return self.account.roles if self.account else frozenset()

    @property
    def chain(self) -> tuple[str, ...]:
        """Where the town's texts are looked for, her language first."""
        return chain(self.language)

    @property
    def allowed(self) -> frozenset[int] | None:
        """The offers that pass her filters now. None: every offer."""
        return self.catalogue.allowed(self.person.filters, self.now, self.town.almanac)

    @property
    def today(self) -> date:
        """The day in the town."""
        return self.now.date()

    def token(self, length: int = 6) -> str:
        """A short random name that says nothing."""
        return "".join(self.rng.choices(LETTERS, k=length))
