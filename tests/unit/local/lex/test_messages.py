"""What a bot says: one message of each group, its kind, and the values put into it."""

from typing import Any

from aicc_local.lex.messages import said
from tests.unit.local.lex.bots import words


def groups(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"MessageGroupsList": [{"Message": message} for message in messages]}


def test_every_group_says_one_message_of_its_kind() -> None:
    specification = groups(
        {"PlainTextMessage": {"Value": "안녕하세요."}},
        {"SSMLMessage": {"Value": "<speak>안녕하세요.</speak>"}},
        {"CustomPayload": {"Value": "{}"}},
    )

    assert said(specification, {}, {}) == [
        {"contentType": "PlainText", "content": "안녕하세요."},
        {"contentType": "SSML", "content": "<speak>안녕하세요.</speak>"},
        {"contentType": "CustomPayload", "content": "{}"},
    ]


def test_a_card_has_its_buttons() -> None:
    card = {"Title": "메뉴", "Subtitle": "고르세요", "Buttons": [{"Text": "배송", "Value": "배송 조회"}]}

    [with_buttons, bare] = said(groups({"ImageResponseCard": card}, {"ImageResponseCard": {"Title": "메뉴"}}), {}, {})

    assert with_buttons == {
        "contentType": "ImageResponseCard",
        "imageResponseCard": {
            "title": "메뉴",
            "subtitle": "고르세요",
            "buttons": [{"text": "배송", "value": "배송 조회"}],
        },
    }
    assert bare["imageResponseCard"] == {"title": "메뉴"}


def test_variations_follow_the_attempts() -> None:
    specification = words("하나", "둘", "셋")

    assert [said(specification, {}, {}, attempt)[0]["content"] for attempt in range(4)] == ["하나", "둘", "셋", "하나"]


def test_values_of_slots_and_attributes_are_put_in() -> None:
    slots = {"Name": {"value": {"interpretedValue": "지혜"}}, "Empty": None}

    [message] = said(words("{Name}님, [place]에서 {Empty} {Other} [other]"), slots, {"place": "서울"})

    assert message["content"] == "지혜님, 서울에서 {Empty} {Other} [other]"


def test_nothing_is_said_without_a_specification() -> None:
    assert said(None, {}, {}) == []
