"""What the standard wants filled and nobody knew."""

from __future__ import annotations

from models.exports.hsds.naming import Record
from models.hsds_profile import FILLED


def filled(record: Record, wanted: Record) -> Record:
    """The record with the values `wanted` where it has none, and which ones these are."""
    missing = {name: value for name, value in wanted.items() if name not in record}
    return {**record, **missing, FILLED: ",".join(missing)} if missing else record
