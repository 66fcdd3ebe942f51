"""`lotse terms review`: words that people used, with what they seem to mean, for a yes or no."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

import typer

from bot.cli.opening import opened
from bot.cli.terms import deciding, why_not
from bot.settings import Settings
from models import accepted_terms
from models.accepted_terms import Candidate
from models.base import Session
from models.candidate_terms import State
from models.language import LOCALES
from models.thesaurus import load_definitions

ASKED = "y yes, r yes as a native speaker, n no, a concept's code for another, Enter later, q stop"
STATES = {"y": State.DRAFT, "r": State.REVIEWED}
STOP = "q"
SIGNS = {
    "clicked": "chose that topic",
    "unhelpful": "said that it did not help",
    "rephrased": "said it again in words of that",
}


def listed(language: str) -> None:
    """The list as JSON."""
    definitions = load_definitions(LOCALES)
    with opened(Settings()) as session:
        found = accepted_terms.waiting(session, language)
    plain = [{**asdict(x), "means": definitions.get(x.concept, "")} for x in found]
    typer.echo(json.dumps(plain, ensure_ascii=False, default=str))


def reviewed(language: str) -> None:
    """One after the other; each decision counts at once."""
    definitions = load_definitions(LOCALES)
    with opened(Settings()) as session:
        found = accepted_terms.waiting(session, language)
    typer.echo(f"Words that wait: {len(found)}.")
    for number, candidate in enumerate(found, 1):
        typer.echo(f"\n{number}/{len(found)} {described(candidate, definitions)}")
        if not _decided(candidate, definitions):
            return


def described(candidate: Candidate, definitions: Mapping[str, str]) -> str:
    """A word, what it seems to mean, and why."""
    counts = [(SIGNS[sign], getattr(candidate, sign)) for sign in SIGNS]
    why = ", ".join(f"{count} {words}" for words, count in counts if count)
    means = f"{candidate.concept} ({definitions.get(candidate.concept, '?')})"
    used = f"{candidate.people} people: {why}; last on {candidate.day.isoformat()}"
    return f"[{candidate.language}] {candidate.term}  →  {means}\n    {used}"


def _decided(candidate: Candidate, definitions: Mapping[str, str]) -> bool:
    """Whether to go on with the next one."""
    while True:
        said: str = typer.prompt(ASKED, default="", show_default=False)
        if said.strip() in {"", STOP}:
            return said.strip() != STOP
        with deciding() as session:
            problem = _do(session, candidate, said.strip(), definitions)
        if not problem:
            return True
        typer.echo(problem)


def _do(session: Session, candidate: Candidate, said: str, definitions: Mapping[str, str]) -> str:
    """Do what was said; or the problem with it."""
    if said == "n":
        accepted_terms.refuse(session, candidate.id)
        return ""
    concept = candidate.concept if said in STATES else said
    if problem := why_not(candidate, concept, definitions):
        return problem
    accepted_terms.accept(session, candidate.id, concept, STATES.get(said, State.DRAFT))
    return ""
