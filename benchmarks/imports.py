"""What starting costs: the time of imports, and the memory of what runs.

``python -m benchmarks.imports``
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bots import START, Bot, lotse, running
from benchmarks.table import show
from tests.standin import StandIn

ROUNDS, TRY = 5, 0.1  # times, seconds
MODULES = ("bot.__main__", "bot.cli.ask", "bot.cli.importing", "bot.main", "bot.telegram")
TOTAL = re.compile(r"\|\s*(\d+) \|\s*(\S+)$", re.MULTILINE)  # of -X importtime: µs, module
RESIDENT = re.compile(r"^VmRSS:\s*(\d+) kB", re.MULTILINE)
MEASURED = "import resource, sys; sys.argv[1:] = {}; from bot.__main__ import app; "
ASK = MEASURED + "app(standalone_mode=False); print(resource.getrusage(0).ru_maxrss)"


def import_ms(module: str) -> float:
    """Milliseconds to import a module and all that it needs, in a fresh interpreter."""
    code = (sys.executable, "-X", "importtime", "-c", f"import {module}")
    report = subprocess.run(code, capture_output=True, text=True, check=True).stderr
    known = {name: int(total) for total, name in TOTAL.findall(report)}
    parents = [name for name in (module.partition(".")[0], module) if name in known]
    return sum(known[name] for name in parents) / 1000


def ask_mb(database: Path) -> float:
    """The most memory that `lotse ask` has at any time."""
    code = ASK.format(["ask", "Wo kann ich Deutsch lernen?"])
    environment = os.environ | {"LOTSE_DATABASE_URL": f"sqlite:///{database}"}
    said = subprocess.run(
        (sys.executable, "-c", code), env=environment, capture_output=True, text=True, check=True
    )
    return int(said.stdout.split()[-1]) / 1024


async def run_mb(folder: Path, *, telegram: bool) -> float:
    """The memory of `lotse run` when it waits, with or without Telegram."""
    async with StandIn() as server:
        bot = lotse(server, folder / f"{telegram}.db")
        if telegram:
            async with running(bot, server) as process:
                return _resident(process)
        return await _without_telegram(bot)


async def _without_telegram(bot: Bot) -> float:
    port = _free_port()
    settings = bot.environment | {"LOTSE_TELEGRAM_TOKEN": "", "LOTSE_HTTP_PORT": str(port)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *bot.arguments, env=os.environ | settings, stdout=DEVNULL
    )
    try:
        await _listens(port)
        return _resident(process)
    finally:
        process.terminate()
        await process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def _listens(port: int) -> None:
    """Returns when somebody does."""
    for _ in range(int(START / TRY)):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(TRY)
        else:
            writer.close()
            return
    raise TimeoutError


def _resident(process: Process) -> float:
    found = RESIDENT.search(Path(f"/proc/{process.pid}/status").read_text())
    assert found
    return int(found[1]) / 1024


def main() -> None:
    """Measure and print."""
    imported = [(f"import {m}", median(import_ms(m) for _ in range(ROUNDS))) for m in MODULES]
    show("starting", ("", "ms"), [(name, f"{ms:.0f}") for name, ms in imported])
    with TemporaryDirectory() as folder:
        with_it = asyncio.run(run_mb(Path(folder), telegram=True))
        without = asyncio.run(run_mb(Path(folder), telegram=False))
        asked = ask_mb(Path(folder) / "True.db")
    rows = (
        ("lotse run with Telegram, idle", with_it),
        ("lotse run without Telegram, idle", without),
        ("lotse ask, at most", asked),
    )
    show("memory", ("", "MB"), [(name, f"{mb:.0f}") for name, mb in rows])


if __name__ == "__main__":
    main()
