"""Jobs are tested on a database of each kind."""

from tests.delivery.conftest import migrated_postgres, store, url

__all__ = ["migrated_postgres", "store", "url"]
