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

To = Annotated[
    str,
    typer.Option(
        "--translate",
        help="Then have the town's machine translate what is missing in these languages: ar,uk.",
    ),
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
    translate: To = "",
) -> None:
    """Read offers. What vanished from the source becomes inactive, nothing is deleted."""
    from bot.cli.importing import How, import_offers
    from bot.cli.offers_translating import into

    wanted = Wanted(path, form, region, tuple(language or ()), trial)
    if not (wanted.is_address or Path(path).exists()):
        raise typer.BadParameter(f"there is no file or folder {path}")
    if wanted.is_address and not region:
        raise typer.BadParameter("an address needs a --region")
    import_offers(wanted, How(source, by, check, everything, into(translate)))


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


@offers.command("translate")
def translate(
    languages: Annotated[str, typer.Argument(help="Languages, with commas between: ar,uk.")],
    source: Source = "",
) -> None:
    """Have the town's machine translate what offers lack in some languages.

    It stays marked as made by a machine until somebody has read it (lotse offers reviewed).
    """
    from bot.cli.offers_translating import fill, into

    fill(into(languages), source)


@offers.command("reviewed")
def review(
    language: Annotated[str, typer.Option("--language", help="What was read is in this language.")],
    offer: Annotated[
        list[str] | None,
        typer.Option("--offer", help="Only this offer, by its id. May be repeated."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only show what a machine made, change nothing.")
    ] = False,
) -> None:
    """Say that somebody has read what a machine translated: it counts as a human's then."""
    from bot.cli.offers_reviewed import review

    review(language, tuple(offer or ()), check=check)
