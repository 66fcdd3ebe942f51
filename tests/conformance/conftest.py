"""Where ODK's own assertions lie, if somebody has them."""

import os
from pathlib import Path

import pytest

HELP = "ODK web forms' XPath assertions as JSON lines (or in LOTSE_ODK_CASES)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/conformance --odk-cases FILE`."""
    parser.addoption("--odk-cases", default=None, help=HELP)


@pytest.fixture(scope="session")
def odk_cases(request: pytest.FixtureRequest) -> Path:
    """The file with ODK's assertions."""
    given = request.config.getoption("--odk-cases", default=None)
    named = given or os.environ.get("LOTSE_ODK_CASES")
    if not named:
        pytest.skip("no file with ODK's assertions: --odk-cases or LOTSE_ODK_CASES")
    return Path(named)
