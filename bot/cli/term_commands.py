"""`lotse terms` as Typer reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

terms = typer.Typer(
    help="Decide on words that people used and Lotse did not know.", no_args_is_help=True
)

Language = Annotated[str, typer.Option("--language", help="Only words of this language.")]
Ids = Annotated[list[int], typer.Argument(help="Numbers of words on the list.")]


@terms.command("review")
def review(
    language: Language = "",
    json: Annotated[bool, typer.Option("--json", help="Only the list, one line of JSON.")] = False,
) -> None:
    """Go through the words that at least three people used, one by one: yes, no, or another."""
    from bot.cli.terms_review import listed, reviewed

    if json:
        listed(language)
    else:
        reviewed(language)


@terms.command("accept")
def accept(
    ids: Ids,
    concept: Annotated[
        str, typer.Option("--concept", help="Code of what it means, if not what is proposed.")
    ] = "",
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="A native speaker has said yes.")
    ] = False,
) -> None:
    """Let words be terms of the thesaurus from now on."""
    from bot.cli.terms import accept_all

    accept_all(ids, concept, reviewed=reviewed)


@terms.command("reject")
def reject(ids: Ids) -> None:
    """Strike words off the list for good, or take accepted ones back."""
    from bot.cli.terms import reject_all

    reject_all(ids)


@terms.command("export")
def export(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="For LANGUAGE/thesaurus.txt.")],
) -> None:
    """Write the accepted words as files of the thesaurus, to pass them on."""
    from bot.cli.terms import export_to

    export_to(folder)
