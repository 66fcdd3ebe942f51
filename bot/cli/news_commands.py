"""`lotse news` as Typer reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    Path, typer.Argument(exists=True, help="A file ending in .md or .toml, or a folder of them.")
]
Check = Annotated[bool, typer.Option("--check", help="Report only, change nothing.")]
Test = Annotated[
    str, typer.Option("--test", metavar="EMAIL", help="Send it to this person with a task only.")
]
Send = Annotated[
    bool, typer.Option("--send", help="Send it, or have it released by a second person.")
]
Sure = Annotated[bool, typer.Option("--yes", help="With --send: do not ask.")]


def news(
    path: Files, check: Check = False, test: Test = "", send: Send = False, sure: Sure = False
) -> None:
    """Read news in several languages from files; they become drafts, or are sent."""
    from bot.cli import news as doing

    if sum((check, bool(test), send)) > 1:
        raise typer.BadParameter("give one of --check, --test and --send")
    if check:
        doing.check(path)
    elif test:
        doing.test(path, test)
    elif send:
        doing.send(path, sure=sure)
    else:
        doing.keep(path)
