"""Who may do what, as the code declares it: the table in docs/roles.md.

`python -m tests.handlers.rights_table` writes it anew.
"""

import re
from collections.abc import Iterator

from handlers.features import Handler
from handlers.respond import ACTIONS, COMMANDS
from handlers.rights import needed
from models.role import Role
from tests.house.project import ROOT

PAGE = ROOT / "docs" / "roles.md"
TABLE = re.compile(r"(?<=<!-- table -->\n\n).*?(?=\n\n<!-- end of table -->)", re.DOTALL)


def table() -> str:
    """In Markdown: first commands, then buttons; what everyone may do is left out."""
    head = f"| what | {' | '.join(Role)} |"
    rule = "|---" * (len(Role) + 1) + "|"
    rows = [f"| {what} | {_cells(handler)} |" for what, handler in _things() if needed(handler)]
    return "\n".join([head, rule, *rows])


def _things() -> Iterator[tuple[str, Handler]]:
    names: dict[Handler, list[str]] = {}
    for name, handler in COMMANDS.items():
        names.setdefault(handler, []).append(f"`/{name}`")
    for handler, written in sorted(names.items(), key=lambda pair: pair[1]):
        yield ", ".join(written), handler
    for kind in sorted(ACTIONS, key=lambda kind: (ACTIONS[kind].__module__, kind.__name__)):
        yield f"button: {_about(kind.__doc__)}", ACTIONS[kind]


def _about(doc: str | None) -> str:
    """The first sentence of a docstring."""
    return " ".join((doc or "").split()).partition(". ")[0].rstrip(".").replace("|", "/")


def _cells(handler: Handler) -> str:
    return " | ".join("yes" if role in needed(handler) else "–" for role in Role)


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: table(), page), encoding="utf-8")
