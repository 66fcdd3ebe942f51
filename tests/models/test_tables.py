"""Every table says what it is for and how long a row is kept, and none is forgotten."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

import models
from models.base import Base
from models.tables import METADATA

MAPPED = sorted((mapper.class_ for mapper in Base.registry.mappers), key=lambda x: x.__name__)


@pytest.mark.parametrize("row", MAPPED, ids=lambda row: row.__name__)
def test_it_says_its_purpose_and_how_long_a_row_is_kept(row: type[Base]) -> None:
    assert row.__doc__ is not None
    assert row.__doc__.startswith("Purpose: ")
    assert "kept" in row.__doc__.lower()


def test_no_table_is_missing_from_the_list() -> None:
    before = set(METADATA.tables)
    for module in iter_modules(models.__path__, "models."):
        import_module(module.name)
    assert set(METADATA.tables) == before
    assert len(before) == len(MAPPED)
