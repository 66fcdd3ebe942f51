"""How a file is to be, and why one cannot be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Options:
    """`labels` in `language` ("" is the form's own) instead of names. `separator` and `bom` are
    for .csv: with ";" numbers have a decimal comma, as German Excel wants it.
    """

    labels: bool = False
    language: str = ""
    separator: str = ";"
    bom: bool = True


class CannotExport(Exception):
    """This kind of file cannot hold these responses; `code` and `values` say why."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, Any] = values
