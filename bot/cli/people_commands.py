"""`lotse invite`, `lotse import people` and `lotse import canned` as Typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from models.role import Role

DAYS = 14
LONGEST_DAYS = 90


def invite(  # noqa: PLR0913, PLR0917  each is an option that Typer reads from the parameters
    role: Annotated[Role, typer.Argument(help="What she is invited for.")],
    name: Annotated[str, typer.Option("--name", help="What her post is called.")] = "",
    language: Annotated[
        str, typer.Option("--language", help="Limit the role to one language, such as ar.")
    ] = "",
    organization: Annotated[
        str, typer.Option("--organization", help="Limit the role to one organization.")
    ] = "",
    email: Annotated[
        str,
        typer.Option("--email", help="Where to mail the link to, when LOTSE_SMTP_URL is set."),
    ] = "",
    days: Annotated[
        int, typer.Option("--days", min=1, max=LONGEST_DAYS, help="For how many days.")
    ] = DAYS,
) -> None:
    """Make a link that gives a role, once. The first administrator is invited here."""
    from bot.cli.invite import Wanted, print_link

    print_link(Wanted(role, name, language, organization, email), days)


def import_people(
    path: Annotated[Path, typer.Argument(exists=True, help="XLSX, CSV or JSON file, or a folder.")],
    source: Annotated[
        str, typer.Option("--source", help="Name of this source; its ids are its own.")
    ] = "table",
    check: Annotated[bool, typer.Option("--check", help="Report only, change nothing.")] = False,
    links: Annotated[
        Path | None,
        typer.Option(
            "--links",
            dir_okay=False,
            help="Invite everybody who lacks a role; write the links into this .xlsx or .csv file.",
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Replace links that were not used yet.")
    ] = False,
) -> None:
    """Read people, departments and groups, and prepare invitations. Nobody is removed."""
    from bot.cli.people import Linking, import_table

    if check and links is not None:
        raise typer.BadParameter("--check changes nothing, so it makes no links")
    import_table(path, source, Linking(links, again), check=check)


def import_canned(
    path: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="TOML file.")],
    check: Annotated[bool, typer.Option("--check", help="Report only, change nothing.")] = False,
) -> None:
    """Read canned answers for counsellors. What vanished from the file becomes inactive."""
    from bot.cli.canned import import_file

    import_file(path, check=check)
