"""What the files of several languages say, brought together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from models.imports.news_file import CLOSED
from models.imports.news_markdown import read_markdown
from models.imports.news_places import Complaint, Wrong, complaints_of
from models.imports.news_source import Source

BY_LANGUAGE = ("title", "text", "alt")


class VersionHead(BaseModel):
    """What stands at the head of a version; `labels` are those of the buttons, in their order."""

    model_config = CLOSED

    title: str = ""
    alt: str = ""
    machine: bool = False
    labels: Annotated[tuple[str, ...], Field(max_length=3)] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One language's file, and its head."""

    language: str
    source: Source
    head: dict[str, Any] = field(default_factory=dict)


def merged(head: dict[str, Any], first: Version, others: Sequence[Version]) -> dict[str, Any]:
    """The head of the first file with the words of all. Raises Wrong."""
    said = dict(head)
    said["buttons"] = _listed(head, first.language)
    for name in BY_LANGUAGE:
        if isinstance(words := said.get(name, {}), str):
            said[name] = {first.language: words}
    said["machine"] = _machine(head.get("machine", ()), first.language)
    if first.source.body is not None:
        _add(said, first, VersionHead(title=_own(said, "title", first.language)))
    for one in others:
        _add(said, one, _head(one))
    return {name: value for name, value in said.items() if value != {}}


def _add(said: dict[str, Any], version: Version, head: VersionHead) -> None:
    language, read = version.language, read_markdown(version.source.body or "")
    if read.problems:
        raise Wrong(*_complaints(read.problems, version.source))
    if not (title := head.title or read.title):
        sentence = "there is no title; expected a first line such as “# Nikolausfest”"
        raise Wrong(Complaint(version.source.path.name, sentence, version.source.begins))
    for name, words in {"title": title, "text": read.text, "alt": head.alt}.items():
        _put(said, name, language, words)
    if head.machine:
        said["machine"] = [*said["machine"], language]
    for button, label in zip(said["buttons"], head.labels, strict=False):
        _put(button, "label", language, label)


def _put(into: Any, name: str, language: str, words: str) -> None:
    """What is no table where one should be stays, for a complaint of its own."""
    if words and isinstance(into, dict) and isinstance(there := into.get(name, {}), dict):
        into[name] = {**there, language: words}


def _head(version: Version) -> VersionHead:
    try:
        return VersionHead.model_validate(version.head)
    except ValidationError as error:
        source = version.source
        raise Wrong(*complaints_of(error, source.path.name, source.head)) from None


def _listed(head: dict[str, Any], language: str) -> list[Any]:
    """The buttons. A label without a language is in that of the file."""
    buttons = head.get("buttons", [])
    return [
        _labelled(one, language) for one in (buttons if isinstance(buttons, list) else [buttons])
    ]


def _labelled(button: Any, language: str) -> Any:
    if isinstance(button, dict) and isinstance(button.get("label"), str):
        return {**button, "label": {language: button["label"]}}
    return dict(button) if isinstance(button, dict) else button


def _machine(said: Any, language: str) -> Any:
    """`true` is about the file's own language."""
    if isinstance(said, bool):
        return [language] if said else []
    return list(said) if isinstance(said, list | tuple) else [said]


def _own(said: dict[str, Any], name: str, language: str) -> str:
    words = said.get(name, {})
    return str(words.get(language, "")) if isinstance(words, dict) else ""


def _complaints(problems: Sequence[tuple[int, str]], source: Source) -> Iterator[Complaint]:
    for line, sentence in problems:
        yield Complaint(source.path.name, sentence, source.begins + line)
