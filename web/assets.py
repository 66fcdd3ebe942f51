"""Our own scripts and styles: nothing is fetched from anyone else."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from web.headers import FOREVER

FOLDER = Path(__file__).parent / "static"


class Assets(StaticFiles):
    """Files under an address that changes with their contents, so a browser asks once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept for ever."""
        response = await super().get_response(path, scope)
        if response.status_code < 400:
            response.headers["cache-control"] = FOREVER
        return response


def base(folder: Path = FOLDER) -> str:
    """The folder's address: one hash over all files, because scripts import one another."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"


def mount(at: str, folder: Path = FOLDER) -> Mount:
    """The route to the files."""
    return Mount(at, Assets(directory=folder))
