"""What a bot says: the messages of prompts and responses, with the values of slots and attributes put in.

Lex picks among the variations of a group at random; here the attempt decides, so that a test can tell what comes.
"""

import re
from collections.abc import Mapping
from typing import Any

from aicc_local.lex.definition import Properties

Message = dict[str, Any]

_PLACEHOLDER = re.compile(r"(?<!\\)(\{([0-9A-Za-z_-]+)\}|\[([^\[\]]+)\])")


def said(
    specification: Properties | None, slots: Mapping[str, Any], attributes: Mapping[str, str], attempt: int = 0
) -> list[Message]:
    """The messages of a prompt or a response, one of each group."""
    if specification is None:
        return []
    return [_message(_chosen(group, attempt), slots, attributes) for group in specification["MessageGroupsList"]]


def _chosen(group: Properties, attempt: int) -> Properties:
    variations = [group["Message"], *group.get("Variations", ())]
    chosen: Properties = variations[attempt % len(variations)]
    return chosen


def _message(message: Properties, slots: Mapping[str, Any], attributes: Mapping[str, str]) -> Message:
    for name, content_type in (
        ("PlainTextMessage", "PlainText"),
        ("SSMLMessage", "SSML"),
        ("CustomPayload", "CustomPayload"),
    ):
        if name in message:
            return {"contentType": content_type, "content": _filled(message[name]["Value"], slots, attributes)}
    return {"contentType": "ImageResponseCard", "imageResponseCard": _card(message["ImageResponseCard"])}


def _filled(text: str, slots: Mapping[str, Any], attributes: Mapping[str, str]) -> str:
    # {Slot} and [attribute]: what has no value is left as it stands.
    def value(found: re.Match[str]) -> str:
        if found[2]:
            return _interpreted(slots.get(found[2])) or found[0]
        return attributes.get(found[3], found[0])

    return _PLACEHOLDER.sub(value, text)


def _interpreted(slot: Mapping[str, Any] | None) -> str | None:
    return slot["value"].get("interpretedValue") if slot else None


def _card(card: Properties) -> Message:
    names = {"Title": "title", "Subtitle": "subtitle", "ImageUrl": "imageUrl"}
    shown: Message = {name: card[key] for key, name in names.items() if key in card}
    buttons = [{"text": each["Text"], "value": each["Value"]} for each in card.get("Buttons", ())]
    return {**shown, "buttons": buttons} if buttons else shown
