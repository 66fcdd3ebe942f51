"""Methods that put something new into a chat."""

from collections.abc import Callable
from typing import Any

from tests.standin import keyboards, limits
from tests.standin.chats import Chat
from tests.standin.files import PHOTO_AT_MOST
from tests.standin.forms import Upload
from tests.standin.refusal import broken, refused
from tests.standin.world import World

Json = dict[str, Any]


def send_message(world: World, params: Json) -> Json:
    return post(world, params, {"text": params["text"]} | text_of(world, params))


def text_of(world: World, params: Json) -> Json:
    """`text` and `entities` as they will stand in the message."""
    if not world.checks:
        return {"text": params["text"]}
    text, entities = limits.message_text(params)
    shown = {"text": text} | ({"entities": entities} if entities else {})
    preview = params.get("link_preview_options")
    return shown | ({"link_preview_options": preview} if preview else {})


def caption_of(params: Json) -> Json:
    """`caption` and `caption_entities`, as far as there are any."""
    text, entities = limits.caption(params)
    shown = {"caption": text} if text else {}
    return shown | ({"caption_entities": entities} if entities else {})


def post(world: World, params: Json, content: Json) -> Json:
    """Sends the content with its markup and reply; returns the message."""
    markup = params.get("reply_markup")
    if world.checks:
        keyboards.check(markup)
    chat = world.chat(params["chat_id"])
    chat.check_open()
    content |= _reply(chat, params)
    if markup and "inline_keyboard" in markup:
        content["reply_markup"] = markup
    elif markup:
        chat.keyboard = markup if "keyboard" in markup else None
    message = chat.post(world.bot, world.now(), content)
    chat.show(message, source_of(params))
    return message


def source_of(params: Json) -> str:
    """The text or caption as it was written in HTML, "" where it was not."""
    raw: str = params.get("text") or params.get("caption") or ""
    return raw if params.get("parse_mode", "").lower() == "html" else ""


def _reply(chat: Chat, params: Json) -> Json:
    wanted = params.get("reply_parameters")
    if wanted is None:
        return {}
    original = chat.messages.get(wanted["message_id"])
    if original is None and not wanted.get("allow_sending_without_reply"):
        raise refused("message to be replied not found")
    return {"reply_to_message": original} if original else {}


def photo_of(world: World, given: Upload | str) -> Json:
    """A photo's sizes; the stand-in does not look into the picture."""
    file = world.files.sent(given, PHOTO_AT_MOST)
    return {"photo": [file | {"width": 90, "height": 67}, file | {"width": 1280, "height": 960}]}


def document_of(world: World, given: Upload | str) -> Json:
    """A document under the name with which it was uploaded."""
    file = world.files.sent(given)
    upload = world.files.get(file["file_id"])
    return {"document": file | {"file_name": upload.name, "mime_type": upload.content_type}}


def send_photo(world: World, params: Json) -> Json:
    return post(world, params, caption_of(params) | photo_of(world, params["photo"]))


def send_document(world: World, params: Json) -> Json:
    return post(world, params, caption_of(params) | document_of(world, params["document"]))


def _played(kind: str, **about: int) -> Callable[[World, Json], Json]:
    """`sendVoice` and its like: a file that plays in the chat."""

    def send(world: World, params: Json) -> Json:
        file = world.files.sent(params[kind]) | about
        return post(world, params, caption_of(params) | {kind: file})

    return send


send_voice = _played("voice", duration=3)
send_audio = _played("audio", duration=3)
send_video = _played("video", duration=3, width=640, height=360)


ALBUM = {"photo": photo_of, "document": document_of}


def send_media_group(world: World, params: Json) -> list[Json]:
    items = params["media"]
    if not 2 <= len(items) <= 10:
        raise broken("wrong number of messages in the album; there must be 2-10")
    if unknown := {item["type"] for item in items} - ALBUM.keys():
        raise broken(f"the stand-in has no albums of {', '.join(sorted(unknown))}")
    group = {"media_group_id": str(world.chat(params["chat_id"]).last_id)}
    contents = [caption_of(i) | ALBUM[i["type"]](world, i["media"]) | group for i in items]
    return [post(world, params, content) for content in contents]


def place_of(params: Json) -> Json:
    """A `Location`; coordinates are degrees."""
    if abs(params["latitude"]) > 90 or abs(params["longitude"]) > 180:
        raise broken("wrong latitude or longitude specified")
    return {"latitude": params["latitude"], "longitude": params["longitude"]}


def send_location(world: World, params: Json) -> Json:
    return post(world, params, {"location": place_of(params)})


def send_venue(world: World, params: Json) -> Json:
    venue = {"location": place_of(params), "title": params["title"], "address": params["address"]}
    return post(world, params, {"venue": venue, "location": venue["location"]})


def send_contact(world: World, params: Json) -> Json:
    given = ("phone_number", "first_name", "last_name", "vcard")
    return post(world, params, {"contact": {key: params[key] for key in given if key in params}})


def send_chat_action(world: World, params: Json) -> bool:
    action = limits.action(params)
    chat = world.chat(params["chat_id"])
    chat.check_open()
    chat.actions.append((action, world.clock()))
    chat.bell.ring()
    return True
