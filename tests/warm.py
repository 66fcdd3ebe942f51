"""Imported once, before processes are forked: what each of them would otherwise make anew."""

from contextlib import closing

from models.store import Store
from models.tables import empty_engine
from tests.clock import Clock
from tests.handlers import joining as joining  # noqa: PLC0414  they have it from here
from tests.jobs import ticking as ticking  # noqa: PLC0414
from tests.models import taking as taking  # noqa: PLC0414
from tests.talking import catalogue_in

with closing(Store(empty_engine())) as store:
    catalogue_in(store, Clock())
