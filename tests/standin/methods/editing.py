"""Methods that change or remove what stands in a chat, and answer pressed buttons."""

from typing import Any

from tests.standin import keyboards
from tests.standin.chats import Notice
from tests.standin.methods.sending import caption_of, source_of, text_of
from tests.standin.refusal import broken, refused
from tests.standin.world import World

Json = dict[str, Any]

DELETABLE_FOR = 48 * 3600  # seconds
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
# What an edit replaces as a whole.
TEXT = ("text", "entities", "link_preview_options", "reply_markup")
CAPTION = ("caption", "caption_entities", "reply_markup")
MARKUP = ("reply_markup",)


def edit_message_text(world: World, params: Json) -> Json:
    if "text" not in params:
        raise broken("message text is empty")
    content = text_of(world, params)
    message = _own(world, params)
    if "text" not in message:
        raise refused("there is no text in the message to edit")
    return _changed(world, params, message, TEXT, content)


def edit_message_caption(world: World, params: Json) -> Json:
    content = caption_of(params)
    message = _own(world, params)
    if not {"photo", "document"} & message.keys():
        raise refused("there is no caption in the message to edit")
    return _changed(world, params, message, CAPTION, content)


def edit_message_reply_markup(world: World, params: Json) -> Json:
    message = _own(world, params)
    return _changed(world, params, message, MARKUP, {})


def _own(world: World, params: Json) -> Json:
    """The bot's message that a call names."""
    if world.checks:
        keyboards.check(params.get("reply_markup"))
    if "chat_id" not in params or "message_id" not in params:
        raise broken("message identifier is not specified")
    chat = world.chat(params["chat_id"])
    chat.check_open()
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise refused("message to edit not found")
    if message.get("from", world.bot).get("id") != world.bot["id"]:
        raise broken("message can't be edited")
    return message


def _changed(
    world: World, params: Json, message: Json, replaced: tuple[str, ...], content: Json
) -> Json:
    markup = params.get("reply_markup")
    if markup and markup.get("inline_keyboard"):
        content = content | {"reply_markup": markup}
    kept = {name: value for name, value in message.items() if name not in replaced}
    after = kept | content
    if after == message:
        raise refused(NOT_MODIFIED)
    after["edit_date"] = world.now()
    chat = world.chat(params["chat_id"])
    before = chat.sources.get(message["message_id"], "")
    chat.show(after, before if replaced is MARKUP else source_of(params), edited=True)
    return after


def delete_message(world: World, params: Json) -> bool:
    chat = world.chat(params["chat_id"])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise refused("message to delete not found")
    if world.clock() - message["date"] > DELETABLE_FOR:
        raise refused("message can't be deleted for everyone")
    chat.remove(params["message_id"])
    return True


def delete_messages(world: World, params: Json) -> bool:
    numbers = params["message_ids"]
    if not 1 <= len(numbers) <= 100:
        raise broken("there must be 1-100 message identifiers")
    chat = world.chat(params["chat_id"])
    for number in chat.messages.keys() & set(numbers):
        chat.remove(number)
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    chat = world.close_query(params["callback_query_id"])
    if chat and params.get("text"):
        chat.notices.append(Notice(params["text"], params.get("show_alert", False)))
        chat.bell.ring()
    return True
