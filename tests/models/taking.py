"""A counsellor in a process of her own."""

from multiprocessing.connection import Connection

from sqlalchemy import select

from models import assigning, thread, thread_changes
from models.engine import engine_for
from models.roles import Deed
from models.store import Store
from models.thread import THREAD, Thread, Told
from tests.models.thread_towns import NOW
from tests.twins import READY


def main(pipe: Connection, url: str, account: int) -> None:
    """Offer every thread to whoever is next, then take every thread that she still sees waiting,
    each in a transaction. Sends what she offered to whom, and what she got.
    """
    store = Store(engine_for(url))
    pipe.send(READY)
    pipe.recv()
    with store.transaction() as session:
        ids = session.scalars(select(THREAD.c.id).order_by(THREAD.c.id)).all()
    offers = [(seen.id, offered(store, seen)) for seen in [look(store, id) for id in ids]]
    takings = [seen.id for seen in [look(store, id) for id in ids] if took(store, account, seen)]
    store.close()
    pipe.send(([(id, to) for id, to in offers if to], [(id, account) for id in takings]))


def offered(store: Store, seen: Thread) -> int | None:
    """To whom, if nobody was quicker."""
    with store.transaction() as session:
        staff = assigning.staff_at(session, NOW, ("telegram",))
        return assigning.offer(session, NOW, staff, seen, Told.OFFERED)


def took(store: Store, account: int, seen: Thread) -> bool:
    """Whether she got it."""
    with store.transaction() as session:
        return bool(thread_changes.take(session, Deed(NOW, account), seen))


def look(store: Store, id: int) -> Thread:
    """As it stands just now."""
    with store.transaction() as session:
        found = thread.find(session, id)
    assert found is not None
    return found
