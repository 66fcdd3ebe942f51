"""A counsellor in a process of her own: `python -m tests.models.taking URL ACCOUNT`.

Says "ready", waits for a line; then offers every thread to whoever is next, and takes every thread
that she still sees waiting, each in a transaction. Says whom she offered which, and what she got.
"""

import sys

from sqlalchemy import select

from models import assigning, thread, thread_changes
from models.engine import engine_for
from models.roles import Deed
from models.store import Store
from models.thread import THREAD, Thread, Told
from tests.models.thread_towns import NOW


def main(url: str, account: int) -> None:
    """Offer all, then take all."""
    store = Store(engine_for(url))
    say("ready")
    sys.stdin.readline()
    with store.transaction() as session:
        ids = session.scalars(select(THREAD.c.id).order_by(THREAD.c.id)).all()
    for seen in [look(store, id) for id in ids]:
        with store.transaction() as session:
            staff = assigning.staff_at(session, NOW, ("telegram",))
            to = assigning.offer(session, NOW, staff, seen, Told.OFFERED)
        if to:
            say(f"offered {seen.id} {to}")
    for seen in [look(store, id) for id in ids]:
        with store.transaction() as session:
            got = thread_changes.take(session, Deed(NOW, account), seen)
        if got:
            say(f"took {seen.id} {account}")
    store.close()


def look(store: Store, id: int) -> Thread:
    """As it stands just now."""
    with store.transaction() as session:
        found = thread.find(session, id)
    assert found is not None
    return found


def say(line: str) -> None:
    """To whoever started this process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
