"""Where the words of the locales are kept, made ready, for every Lotse of somebody on a machine."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE = 0o700


def words_folder(otherwise: Path | None) -> Path | None:
    """The folder for caches of whoever runs Lotse (XDG Base Directory Specification).

    `otherwise` where there is none that may be written to.
    """
    try:
        caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(caches) / "lotse"
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return otherwise
    return folder if os.access(folder, os.W_OK) else otherwise
