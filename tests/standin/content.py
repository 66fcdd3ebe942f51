"""What a person can send besides text, as the fields of a `Message`."""

from collections.abc import Callable
from typing import Any, TypedDict

from tests.standin.files import Files
from tests.standin.forms import Upload

Json = dict[str, Any]


class Content(TypedDict, total=False):
    """One of the files, a place (latitude, longitude) or a phone number; with what goes along."""

    photo: bytes
    voice: bytes
    audio: bytes
    video: bytes
    video_note: bytes
    animation: bytes
    document: bytes
    sticker: bytes
    location: tuple[float, float]
    contact: str
    caption: str
    file_name: str
    media_group_id: str


KINDS: dict[str, tuple[str, Json]] = {
    "voice": ("audio/ogg", {"duration": 3}),
    "audio": ("audio/mpeg", {"duration": 180}),
    "video": ("video/mp4", {"width": 640, "height": 360, "duration": 5}),
    "video_note": ("video/mp4", {"length": 240, "duration": 5}),
    "animation": ("video/mp4", {"width": 320, "height": 240, "duration": 2}),
    "document": ("application/pdf", {}),
    "sticker": (
        "image/webp",
        {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
    ),
}


def fields_of(content: Content, files: Files, sender: Json) -> Json:
    """The message fields that carry the content; file contents go into `files`."""
    given: Json = {**content}
    fields: Json = {k: given.pop(k) for k in ("caption", "media_group_id") if k in given}
    name = given.pop("file_name", None)
    for kind, value in given.items():
        fields[kind] = _BUILDERS.get(kind, _file)(kind, value, files)
        if name and kind == "document":
            fields[kind]["file_name"] = name
    if "contact" in fields:
        fields["contact"] |= {"first_name": sender["first_name"], "user_id": sender["id"]}
    return fields


def _file(kind: str, data: bytes, files: Files) -> Json:
    mime_type, size = KINDS[kind]
    described = files.keep(Upload(kind, mime_type, data)) | size
    typed = kind not in ("sticker", "video_note")
    return described | ({"mime_type": mime_type} if typed else {})


def _photo(kind: str, data: bytes, files: Files) -> list[Json]:
    described = files.keep(Upload(kind, "image/jpeg", data))
    return [described | {"width": w, "height": h} for w, h in ((90, 67), (1280, 960))]


def _location(kind: str, place: tuple[float, float], files: Files) -> Json:
    return {"latitude": place[0], "longitude": place[1]}


def _contact(kind: str, phone: str, files: Files) -> Json:
    return {"phone_number": phone}


_BUILDERS: dict[str, Callable[[str, Any, Files], Any]] = {
    "photo": _photo,
    "location": _location,
    "contact": _contact,
}
