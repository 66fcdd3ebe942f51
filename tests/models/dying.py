"""A process that five people answer in, and that is killed while it mixes."""

import sys

from tests.databases import opened
from tests.models.surveying import Asking

FIVE = ("amal", "bilal", "chadi", "dana", "emre")


def main(url: str) -> None:
    """Says when all have been submitted, and again in the middle of mixing."""
    with opened(url) as store:
        asking = Asking(store)
        for name in FIVE:
            asking.submits(name, {"/need": f"answer-of-{name}"})
        print("submitted", flush=True)  # noqa: T201  the one who kills waits for it
        with store.transaction() as session:
            asking.mixes_in(session)
            print("mixing", flush=True)  # noqa: T201
            sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
