"""What readers see of the index: the segments of the languages, as of the last commit."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import local

from search.inverted import segments
from search.inverted.file import File
from search.inverted.shelf import Shelf
from search.inverted.view import View

_TRIES = 5


class Views:
    """The languages' views, looked up again when something was committed, here or elsewhere."""

    def __init__(self, file: File, shelf: Shelf) -> None:
        self._file = file
        self._shelf = shelf
        self._views: dict[str, View] = {}
        self._languages: tuple[str, ...] | None = None
        self._seen = (-1, -1)
        self._thread = local()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have documents."""
        with self._file.lock:
            self._notice()
            if self._languages is None:
                self._languages = tuple(x for x in self._written() if self.view(x).size)
            return self._languages

    def view(self, language: str) -> View:
        """The segments as of now; they stay as they are for whoever has them."""
        with self._file.lock:
            self._notice()
            if language not in self._views:
                self._views[language] = self._looked_up(language)
            return self._views[language]

    @contextmanager
    def still(self) -> Iterator[None]:
        """Within, this thread looks for commits but once, at first; others may meanwhile."""
        if self._is_still:
            yield
            return
        with self._file.lock:
            self._notice()
        self._thread.is_still = True
        try:
            yield
        finally:
            self._thread.is_still = False

    @property
    def _is_still(self) -> bool:
        return bool(getattr(self._thread, "is_still", False))

    def _notice(self) -> None:
        """Forget what was seen if something was committed since, here or elsewhere."""
        if self._is_still or self._seen == (version := self._file.version()):
            return
        self._views.clear()
        self._languages = None
        with self._file.reading() as connection:
            self._shelf.forget(segments.ids(connection))
        self._seen = version

    def _looked_up(self, language: str) -> View:
        for _ in range(_TRIES):
            with self._file.reading() as connection, suppress(FileNotFoundError):
                known = segments.segments(connection, language)
                return View([(x, self._shelf.read(x.id)) for x in known])
        raise FileNotFoundError(language)  # else one was merged away since that commit

    def _written(self) -> list[str]:
        with self._file.reading() as connection:
            return segments.languages(connection)
