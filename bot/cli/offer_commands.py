"""`lotse import offers`, `lotse export offers` and `lotse offers` as Typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.offer_formats import Format, OutFormat, Wanted

offers = typer.Typer(help="Look after the offers.", no_args_is_help=True)

From = Annotated[
    str, typer.Argument(help="File or folder, or the address of an Integreat service.")
]
What = Annotated[
    Format | None,
    typer.Option("--format", help="What it holds; when it is not said, by what lies there."),
]
Source = Annotated[
    str,
    typer.Option("--source", help="Name of this source; its ids are its own. Else the format."),
]
Check = Annotated[bool, typer.Option("--check", help="Report only, change nothing.")]
By = Annotated[
    str, typer.Option("--by", help="E-mail address of the keeper whose changes these are.")
]
Region = Annotated[str, typer.Option("--region", help="Region at an address.")]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", help="Only this language, and German. May be repeated."),
]
Trial = Annotated[
    bool, typer.Option("--trial", help="Ask the server at an address not to count this.")
]
All = Annotated[
    bool, typer.Option("--all", help="Show every row, also those that stay as they are.")
]


def import_offers(  # noqa: PLR0913, PLR0917  each is an option that Typer reads from the parameters
    path: From,
    form: What = None,
    source: Source = "",
    check: Check = False,
    by: By = "",
    region: Region = "",
    language: Languages = None,
    trial: Trial = False,
    everything: All = False,
) -> None:
    """Read offers. What vanished from the source becomes inactive, nothing is deleted."""
    from bot.cli.importing import How, import_offers

    wanted = Wanted(path, form, region, tuple(language or ()), trial)
    if not (wanted.is_address or Path(path).exists()):
        raise typer.BadParameter(f"there is no file or folder {path}")
    if wanted.is_address and not region:
        raise typer.BadParameter("an address needs a --region")
    import_offers(wanted, How(source, by, check, everything))


def export_offers(
    path: Annotated[
        Path,
        typer.Argument(
            help="HSDS: a file ending in .json or .zip, or without an ending a folder;"
            " the offers table: .xlsx or .csv."
        ),
    ],
    form: Annotated[
        OutFormat | None, typer.Option("--format", help="Else by the path's ending.")
    ] = None,
    source: Annotated[
        str, typer.Option("--source", help="Whose offers, where there are several sources.")
    ] = "",
) -> None:
    """Write all offers of a source so that they can be imported again."""
    from bot.cli.offer_export import export

    export(path, form, source)


@offers.command("outdated")
def show_outdated(
    language: Annotated[
        str, typer.Option("--language", help="Only translations into this language.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """Name translations older than the German text, and offers to look at again."""
    from bot.cli.offers_outdated import show

    show(language, as_json=json)
