"""The documentation as the house's tests read it: tables, headings, names of files."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.project import ROOT, repository_files

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)*/?")
SUFFIXES = {".md", ".py", ".toml", ".yaml", ".lock"}


def documents() -> list[Path]:
    """Every page of the documentation."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def text(name: str) -> str:
    """A page, such as `docs/settings.md`."""
    return (ROOT / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The cells of all tables of a page, without headings and rules."""
    lines = (line for line in text(name).splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def section(name: str, heading: str) -> str:
    """What stands below a heading, up to the next; "" without it."""
    below = rf"(?ms)^## {re.escape(heading)}$(.*?)(?=^## |\Z)"
    found = re.search(below, text(name))
    return found[1] if found else ""


def headings(name: str) -> list[str]:
    """The second-level headings of a page."""
    return re.findall(r"^## (.+)$", text(name), re.MULTILINE)


def named_files(page: Path) -> Iterator[str]:
    """What a page quotes that looks like a file or a folder of the repository."""
    tops = {file.relative_to(ROOT).parts[0] for file in repository_files()}
    for quoted in QUOTED.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        first, slash, _ = quoted.partition("/")
        ours = bool(slash) and first in tops
        if PATH.fullmatch(quoted) and (ours or Path(quoted).suffix in SUFFIXES):
            yield quoted


def links(page: Path) -> list[str]:
    """Where a page's links within the repository lead."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [link for link in found if "://" not in link]


def exists(name: str) -> bool:
    """Whether there is such a file or folder; `<language>` stands for any name."""
    pattern = re.sub(r"<\w+>", "*", name.rstrip("/"))
    return any(ROOT.glob(pattern if "/" in name else f"**/{pattern}"))
