"""`lotse terms accept`, `reject` and `export`: words that people used, as terms or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import typer

from bot.cli.opening import opened
from bot.settings import Settings
from bot.words_folder import words_folder
from models import accepted_terms
from models.accepted_terms import Candidate, NoCandidate
from models.base import Session
from models.candidate_terms import State
from models.language import LOCALES
from models.terms_file import TERMS, written
from models.thesaurus import load_definitions
from models.words import load_words


def accept_all(ids: Iterable[int], concept: str, *, reviewed: bool) -> None:
    """Exit 1, and nothing is changed, where one cannot be a term."""
    state = State.REVIEWED if reviewed else State.DRAFT
    definitions = load_definitions(LOCALES)
    with deciding() as session:
        found = [accepted_terms.find(session, id) for id in ids]
        problems = [why_not(x, concept or x.concept, definitions) for x in found]
        if any(problems):
            refused(" ".join(filter(None, problems)))
        for each in found:
            accepted_terms.accept(session, each.id, concept or each.concept, state)
    typer.echo("Lotse knows them within a few seconds.")


def reject_all(ids: Iterable[int]) -> None:
    """Exit 1, and nothing is changed, where one is not there."""
    with deciding() as session:
        for id in ids:
            accepted_terms.refuse(session, id)


def export_to(folder: Path) -> None:
    """A file for each language that has accepted words."""
    with opened(Settings()) as session:
        found = accepted_terms.by_state(session)
    for language, by_code in found.items():
        path = folder / language / TERMS
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(by_code), encoding="utf-8")
        typer.echo(str(path))
    if not found:
        typer.echo("No words were accepted yet.")


@contextmanager
def deciding() -> Iterator[Session]:
    """A session that is committed in the end; exit 1 where a word is not there."""
    try:
        with opened(Settings()) as session, session.begin():
            yield session
    except NoCandidate as error:
        refused(f"There is no word {error} on the list.")


def why_not(candidate: Candidate, concept: str, known: Mapping[str, str]) -> str:
    """What speaks against it as a term of a concept; "" for nothing."""
    if concept not in known:
        return f"There is no concept {concept}; see locales/concepts.csv."
    if load_words(words_folder(None)).emergencies.named(candidate.term):
        return f"{candidate.term} tells of danger: it leads to the numbers to call."
    return ""


def refused(problem: str) -> None:
    """A plain sentence, and exit 1."""
    typer.echo(problem, err=True)
    raise typer.Exit(1)
