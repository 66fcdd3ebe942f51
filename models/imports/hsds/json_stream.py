"""A long JSON file element by element (RFC 8259), so that only one of them is in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from models.imports.problems import Problem, Unreadable
from models.imports.table import MEGABYTE

LARGEST_VALUE = 128
"""Megabytes of a single value."""
STREAMED = ("contents", "content")
"""Keys of an object whose lists are read element by element: pages of an answer."""

_DECODER = json.JSONDecoder()
_NO_SPACE = re.compile(r"[^ \t\n\r]")


@dataclass(slots=True)
class JsonStream:
    """Reads `file` by `read`, which gives up to so many characters, "" at the end."""

    file: str
    read: Callable[[int], str]
    _buffer: str = ""
    _at: int = 0
    _ended: bool = False

    def objects(self) -> Iterator[Any]:
        """The elements of a list; those of an object's `contents`; or the whole as the only one.

        Raises Unreadable where the file is no JSON or ends too early.
        """
        if self._next() == "[":
            yield from self._elements()
        elif self._next() == "{":
            yield from self._members()
        else:
            raise self._wrong("there is neither a list nor an object")
        if self._next():
            raise self._wrong("something follows the end")

    def _elements(self) -> Iterator[Any]:
        self._take("[")
        if self._next() == "]":
            self._take("]")
            return
        while True:
            yield self._value()
            if self._next() == "]":
                self._take("]")
                return
            self._take(",")

    def _members(self) -> Iterator[Any]:
        """What is streamed as it comes, and the rest of the object last."""
        self._take("{")
        rest: dict[str, Any] = {}
        streamed = False
        while self._next() != "}":
            if rest or streamed:
                self._take(",")
            key = self._key()
            if key in STREAMED and self._next() == "[":
                streamed = True
                yield from self._elements()
            else:
                rest[key] = self._value()
        self._take("}")
        if not streamed:
            yield rest

    def _key(self) -> str:
        if self._next() != '"':
            raise self._wrong("a key is missing")
        key = self._value()
        self._take(":")
        return str(key)

    def _next(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            found = _NO_SPACE.search(self._buffer, self._at)
            self._at = found.start() if found else len(self._buffer)
            if found:
                return found[0]
            if not self._more():
                return ""

    def _take(self, mark: str) -> None:
        if (found := self._next()) != mark:
            raise self._wrong(f"expected {mark}") if found else self._early()
        self._at += 1

    def _value(self) -> Any:
        if not self._next():
            raise self._early()
        while True:
            value, end = self._decoded()
            if end < len(self._buffer) or not self._more():  # the 1 of a 12 that is cut in two
                self._at = end
                return value

    def _decoded(self) -> tuple[Any, int]:
        """The value that begins here, and where it ends, however far one must read on for it."""
        while True:
            try:
                return _DECODER.raw_decode(self._buffer, self._at)
            except RecursionError as error:
                raise self._deep() from error
            except ValueError as error:
                self._read_on(error)

    def _read_on(self, error: ValueError) -> None:
        """Read on after what may be only half of a value."""
        if not self._more():
            raise self._unfinished(error) from error

    def _more(self) -> bool:
        """Read on. False at the end of the file."""
        if self._ended:
            return False
        if len(self._buffer) - self._at > LARGEST_VALUE * MEGABYTE:
            raise self._deep()
        kept = self._buffer[self._at :]
        try:
            found = self.read(max(MEGABYTE, len(kept)))
        except UnicodeDecodeError as error:
            raise Unreadable(Problem("encoding", self.file)) from error
        if not found:
            self._ended = True
            return False
        self._buffer, self._at = kept + found, 0
        return True

    def _unfinished(self, error: ValueError) -> Unreadable:
        at = getattr(error, "pos", self._at)
        unterminated = at >= len(self._buffer.rstrip()) or "Unterminated" in str(error)
        return self._early() if unterminated else self._wrong(getattr(error, "msg", "a number"))

    def _early(self) -> Unreadable:
        return Unreadable(Problem("hsds_ended", self.file))

    def _deep(self) -> Unreadable:
        return Unreadable(Problem("hsds_deep", self.file, values={"most": LARGEST_VALUE}))

    def _wrong(self, reason: str) -> Unreadable:
        return Unreadable(Problem("hsds_json", self.file, values={"reason": reason}))
