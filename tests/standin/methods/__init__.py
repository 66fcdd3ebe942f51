"""Every method that the stand-in carries out, by its Bot API name."""

from collections.abc import Callable
from typing import Any

from tests.standin.methods import about, editing, receiving, sending
from tests.standin.world import World

Method = Callable[[World, dict[str, Any]], Any]

# `getUpdates` returns an awaitable; all others act at once.
METHODS: dict[str, Method] = {
    "getMe": about.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "getFile": receiving.get_file,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendAudio": sending.send_audio,
    "sendVideo": sending.send_video,
    "sendMediaGroup": sending.send_media_group,
    "sendLocation": sending.send_location,
    "sendVenue": sending.send_venue,
    "sendContact": sending.send_contact,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "setMyCommands": about.set_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "getMyCommands": about.get_my_commands,
    "setMyName": about.setter("name"),
    "getMyName": about.getter("name"),
    "setMyDescription": about.setter("description"),
    "getMyDescription": about.getter("description"),
    "setMyShortDescription": about.setter("short_description"),
    "getMyShortDescription": about.getter("short_description"),
    "setChatMenuButton": about.set_chat_menu_button,
    "getChatMenuButton": about.get_chat_menu_button,
}
