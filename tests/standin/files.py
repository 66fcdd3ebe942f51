"""Files that passed through the messenger."""

import mimetypes
from typing import Any

from tests.standin.forms import Upload
from tests.standin.refusal import broken, refused

Json = dict[str, Any]

MEGABYTE = 1024 * 1024
UPLOAD_AT_MOST = 50 * MEGABYTE
PHOTO_AT_MOST = 10 * MEGABYTE
DOWNLOAD_AT_MOST = 20 * MEGABYTE


class Files:
    """Contents by file id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, Upload] = {}
        self._by_path: dict[str, str] = {}

    def keep(self, upload: Upload) -> Json:
        """Stores a file and returns what every file object starts with."""
        number = len(self._by_id) + 1
        file_id = f"AgACAgIAAx{number:06d}"
        self._by_id[file_id] = upload
        ending = mimetypes.guess_extension(upload.content_type) or ".bin"
        self._by_path[f"files/file_{number}{ending}"] = file_id
        return self.described(file_id)

    def described(self, file_id: str) -> Json:
        """`file_id`, `file_unique_id` and `file_size` of a known file."""
        if file_id not in self._by_id:
            raise refused("wrong file identifier/HTTP URL specified")
        size = len(self._by_id[file_id].data)
        return {"file_id": file_id, "file_unique_id": f"AQAD{file_id[-6:]}", "file_size": size}

    def sent(self, given: Upload | str, at_most: int = UPLOAD_AT_MOST) -> Json:
        """A file the bot sends: new, known by its id, or fetched from an address."""
        if isinstance(given, str):
            if given.startswith(("http://", "https://")):
                given = Upload(given.rsplit("/", 1)[-1], "application/octet-stream", b"")
                return self.keep(given)
            return self.described(given)
        if not given.data:
            raise broken("file must be non-empty")
        if len(given.data) > at_most:
            raise broken("file is too big")
        return self.keep(given)

    def get(self, file_id: str) -> Upload:
        """The file itself; its id must be known."""
        return self._by_id[file_id]

    def link(self, file_id: str) -> Json:
        """What `getFile` returns."""
        if file_id not in self._by_id:
            raise refused("invalid file_id")
        if len(self._by_id[file_id].data) > DOWNLOAD_AT_MOST:
            raise refused("file is too big")
        path = next(path for path, known in self._by_path.items() if known == file_id)
        return self.described(file_id) | {"file_path": path}

    def download(self, path: str) -> Upload | None:
        """The file behind a download path."""
        file_id = self._by_path.get(path)
        return self._by_id[file_id] if file_id else None
