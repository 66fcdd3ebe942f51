"""What lies on the disk, whether a query shows it or not."""

from sqlalchemy import text

from models.store import Store
from tests.databases import address_of, file_of

RELATIONS = """
SELECT pg_read_binary_file(pg_relation_filepath(pg_class.oid))
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind IN ('r', 't', 'i') AND nspname IN ('public', 'pg_toast')
"""
STATISTICS = "SELECT CAST(most_common_vals AS text), CAST(histogram_bounds AS text) FROM pg_stats"


def on_disk(store: Store) -> bytes:
    """All bytes of SQLite's file and journal, or of PostgreSQL's tables, indexes and statistics."""
    url = address_of(store)
    if url.startswith("sqlite"):
        return b"".join(part.read_bytes() for part in file_of(url).parent.iterdir())
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        files = [bytes(file) for file in connection.scalars(text(RELATIONS))]
        samples = [str(part) for row in connection.execute(text(STATISTICS)) for part in row]
    return b"".join(files) + "".join(samples).encode()
