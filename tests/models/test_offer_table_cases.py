"""Tables as people leave them give the report that was agreed on."""

from pathlib import Path

import pytest

from tests.models.offer_table_cases import CASES, FOLDER, report, saved


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_the_expected_one(name: str, tmp_path: Path) -> None:
    expected = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert report(saved(name, tmp_path)) == expected


def test_every_expected_report_has_its_case() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)
