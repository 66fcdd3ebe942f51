"""What the pages need of the rest of the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from web import assets
from web.status import Check, Counters

TEMPLATES = Path(__file__).parent / "templates"

Words = Callable[[str, str], str]
Answer = Callable[[str, str], Awaitable[bytes]]
Wait = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`words(id, language)` is a text of the catalogs, with the town's name filled in.

    `answer(question, language)` is a message as JSON, in the form the chat gets it, and stores
    nothing about anyone; `wait(network)` the seconds until that network may ask again. The first
    of `languages` is the town's default. `ancestors`: who may frame the pages (CSP).
    """

    words: Words
    answer: Answer
    wait: Wait
    languages: tuple[str, ...]
    check: Check
    counters: Counters
    public_url: str = ""
    ancestors: str = "'none'"

    @property
    def secure(self) -> bool:
        """Whether the world comes by https."""
        return self.public_url.startswith("https://")


@cache
def environment() -> Environment:
    """Templates that escape everything, and in which a forgotten name is an error.

    One for all pages and mails, because compiling a template takes a while.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    made.globals["static"] = assets.base()
    return made
