"""Quick commands stay quick: the command line imports no library that it may not need."""

import json
import subprocess
import sys

from tests.house.project import ROOT

SLOW = {
    "aiogram": "2.7 s of CPU and 170 MB",
    "aiohttp": "only channels talk to servers",
    "alembic": "only migrations",
    "apscheduler": "only lotse run",
    "babel": "only where words are rendered",
    "holidays": "only where dates are planned",
    "httpx": "comes with telegram",
    "jinja2": "only web pages",
    "openpyxl": "only lotse import and export",
    "psycopg": "only with PostgreSQL",
    "sqlalchemy": "only with a database",
    "starlette": "only lotse run",
    "telegram": "only lotse run",
    "uvicorn": "only lotse run",
}
MESSENGERS = {"aiogram", "telegram"}
BELOW = (
    "bot.settings",
    "bot.conversation",
    "handlers",
    "jobs",
    "models.store",
    "search",
    "analysis",
)

PRINT_MODULES = "; import json, sys; print(json.dumps(sorted(sys.modules)))"


def imported_by(code: str) -> set[str]:
    """Top-level names of all modules that are loaded after `code` ran in a new Python."""
    command = [sys.executable, "-c", code + PRINT_MODULES]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in json.loads(result.stdout)}


def test_the_command_line_imports_nothing_slow() -> None:
    assert imported_by("import bot.__main__") & set(SLOW) == set()


def test_nothing_below_the_channels_imports_a_messenger() -> None:
    """All in one Python: what none of them imports together, none imports alone."""
    assert imported_by(f"import {', '.join(BELOW)}") & MESSENGERS == set()


def test_a_slow_import_would_be_seen() -> None:
    assert "telegram" in imported_by("import telegram")
