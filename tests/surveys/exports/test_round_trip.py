"""What is exported can be read back the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.exports.dataset import Dataset, Response
from surveys.exports.options import Options
from surveys.exports.writing import write
from surveys.inputs.hearing import Hearing
from surveys.responses_in.reading import read
from tests.surveys.exports.forms import NEEDS, responses

HEARING = Hearing("de", datetime(2026, 11, 21, 12, tzinfo=UTC))
VERSIONS = (NEEDS, replace(NEEDS, version="1"))


def back(path: str, found: list[Response], options: Options) -> list[Response]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / path
        write(file, Dataset(VERSIONS, found), options)
        reading = read(file, VERSIONS, HEARING)
    assert reading.problems == ()
    return list(reading.responses)


@pytest.mark.parametrize("path", ["out.xlsx", "out.zip", "folder", "out.json"])
@settings(max_examples=60, deadline=None)
@given(found=responses(), labels=st.booleans(), separator=st.sampled_from(";,"))
def test_what_leaves_comes_back_the_same(
    path: str, found: list[Response], labels: bool, separator: str
) -> None:
    options = Options(labels=labels, language="de", separator=separator, bom=labels)
    assert back(path, found, options) == found
