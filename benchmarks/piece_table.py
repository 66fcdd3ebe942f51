"""Sentences by what is found in them, as a table that a regression learns from."""

from collections.abc import Collection, Sequence

import numpy as np
from scipy.sparse import csr_matrix


def table_of(told: Sequence[Collection[str]], names: Sequence[str]) -> csr_matrix:
    """Return a row for each sentence: a one for all of them, then one for each name it has."""
    column = {name: number for number, name in enumerate(names, 1)}
    places = [[0, *sorted(column[x] for x in those if x in column)] for those in told]
    starts = np.cumsum([0, *map(len, places)])
    flat = [place for each in places for place in each]
    return csr_matrix((np.ones(len(flat)), flat, starts), (len(told), 1 + len(names)))
