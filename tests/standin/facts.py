"""Checks parameters against the Bot API's own description of methods and types."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.standin.forms import Upload, decoded
from tests.standin.text import units

OWN = Path(__file__).with_name("facts.json")

# The server's wording where a length is broken; the figures themselves come from the facts.
WORDING = {
    "InlineKeyboardButton.callback_data": "BUTTON_DATA_INVALID",
    "answerCallbackQuery.text": "MESSAGE_TOO_LONG",
    "setWebhook.secret_token": "secret token is too long",
    "BotCommand.command": "BOT_COMMAND_INVALID",
    "BotCommand.description": "BOT_COMMAND_DESCRIPTION_INVALID",
}

PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "InputFile": (Upload,),
}

Json = dict[str, Any]
Check = Callable[[Any, str], None]


class Problem(Exception):
    """One thing that does not fit the facts, with the server's wording if it has one."""

    def __init__(self, path: str, what: str, wording: str | None = None) -> None:
        super().__init__(f"{path}: {what}")
        self.wording = wording or f"{path}: {what}"


class Facts:
    """Facts in the shape that `make_facts` documents."""

    def __init__(self, path: Path = OWN) -> None:
        known = json.loads(path.read_text("utf-8"))
        self.version: str = known["version"]
        self.methods: dict[str, Json] = known["methods"]
        self.types: dict[str, Json] = known["types"]
        self._check = cache(self._compile)

    def read(self, method: str, raw: Json, *, typed: bool = False) -> tuple[Json, list[Problem]]:
        """Parameters, from a form unless `typed`, as values, and what is wrong with them."""
        fields = self.methods[method]["fields"]
        params: Json = {}
        problems: list[Problem] = []
        for name, value in raw.items():
            try:
                params[name] = value if typed else decoded(value, _kinds(fields, name))
            except ValueError as unreadable:
                problems.append(Problem(f"{method}.{name}", f"is not JSON: {unreadable}"))
        problems += self._problems(fields, params, method)
        return params, problems

    def problems(self, kind: str, value: Any) -> list[Problem]:
        """What is wrong with a value of the named type, as `Update` or `Array of Message`."""
        try:
            self._check(kind)(value, kind)
        except Problem as problem:
            return [problem]
        return []

    def _problems(self, fields: Json, value: Json, owner: str) -> Iterator[Problem]:
        for name, fact in fields.items():
            if fact["r"] and name not in value:
                yield Problem(f"{owner}.{name}", "is required")
        for name, held in value.items():
            path = f"{owner}.{name}"
            if name not in fields:
                yield Problem(path, "is no field of it")
                continue
            try:
                self._field(fields, fields[name], held, path)
            except Problem as problem:
                yield problem

    def _field(self, siblings: Json, fact: Json, held: Any, path: str) -> None:
        self._one_of(fact["t"], held, path)
        # Text with markup has its length measured after parsing, in `limits`.
        if "parse_mode" not in siblings:
            _length(fact.get("l"), held, path)

    def _one_of(self, kinds: list[str], value: Any, path: str) -> None:
        found: list[Problem] = []
        for kind in kinds:
            try:
                self._check(kind)(value, path)
            except Problem as problem:
                found.append(problem)
            else:
                return
        # A variant that fails deeper inside fits better and says more.
        raise max(found, key=lambda problem: str(problem).count(": "))

    def _compile(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return self._array(self._check(kind.removeprefix("Array of ")))
        if kind in PLAIN:
            return _plain(kind, PLAIN[kind])
        return self._object(kind)

    def _array(self, inner: Check) -> Check:
        def check(value: Any, path: str) -> None:
            if not isinstance(value, list):
                raise Problem(path, "is not an array")
            for item in value:
                inner(item, path)

        return check

    def _object(self, kind: str) -> Check:
        fact = self.types[kind]

        def check(value: Any, path: str) -> None:
            if not isinstance(value, dict):
                raise Problem(path, f"is not a {kind}")
            if fact["sub"]:
                self._one_of(fact["sub"], value, path)
                return
            for problem in self._problems(fact["fields"], value, kind):
                raise Problem(path, str(problem), problem.wording)

        return check


def _kinds(fields: Json, name: str) -> list[str]:
    return fields[name]["t"] if name in fields else []


def _plain(kind: str, allowed: tuple[type, ...]) -> Check:
    def check(value: Any, path: str) -> None:
        fits = isinstance(value, allowed) and (isinstance(value, bool) == (kind == "Boolean"))
        if not fits:
            raise Problem(path, f"is not a {kind}")

    return check


def _length(limit: list[Any] | None, value: Any, path: str) -> None:
    if limit is None or not isinstance(value, str):
        return
    least, most, unit = limit
    length = len(value.encode()) if unit == "bytes" else units(value)
    if not least <= length <= most:
        raise Problem(path, f"has {length} {unit}, not {least} to {most}", WORDING.get(path))
