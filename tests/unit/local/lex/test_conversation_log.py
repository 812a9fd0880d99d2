"""What the text log of an alias holds, and what it hides."""

import json
from typing import Any

import pytest

from aicc_local.lex.runtime import recognize_text
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import FALLBACK, LOCALE, intent, make, slot

GROUP = "arn:aws:logs:ap-northeast-2:123456789012:log-group:/bot:*"
HIDDEN = {"ObfuscationSettingType": "DefaultObfuscation"}


def settings(*, enabled: bool = True) -> dict[str, Any]:
    destination = {"CloudWatch": {"CloudWatchLogGroupArn": GROUP, "LogPrefix": "shop/"}}
    return {"TextLogSettings": [{"Enabled": enabled, "Destination": destination}]}


def logged(aws: FakeAws, *, hidden: bool = False, enabled: bool = True) -> Record:
    more: dict[str, Any] = {"ObfuscationSetting": HIDDEN} if hidden else {}
    asked = slot("Phone", "AMAZON.PhoneNumber", "전화번호를 말씀해 주세요.", "다시 한번 말씀해 주세요.", **more)
    leave = intent("LeaveNumber", "번호 남길게요", "{Phone} 으로 전화 주세요", slots=(asked,))
    return make(aws, leave, FALLBACK, ConversationLogSettings=settings(enabled=enabled))


def say(aws: FakeAws, alias: Record, text: str, **more: Any) -> None:
    recognize_text(aws, alias.arn, LOCALE, "caller", text, **more)


def entries(aws: FakeAws) -> list[dict[str, Any]]:
    return [json.loads(line) for lines in aws.logs.lines.values() for line in lines]


def test_the_bot_writes_in_the_name_of_its_role(aws: FakeAws) -> None:
    alias = logged(aws)

    say(aws, alias, "번호 남길게요")

    [bot] = aws.store.of("AWS::Lex::Bot")
    assert aws.logs.roles == {bot.properties["RoleArn"]}


def test_a_turn_is_one_entry_in_the_format_of_lex(aws: FakeAws) -> None:
    alias = logged(aws)

    say(aws, alias, "01012345678 으로 전화 주세요", request_attributes={"channel": "voice"})

    [entry] = entries(aws)
    state = entry["sessionState"]["intent"]
    assert set(aws.logs.lines) == {("/bot", f"shop/{alias.properties['BotId']}/{alias.id}/1")}
    assert entry["messageVersion"] == "2.0"
    assert entry["timestamp"] == "2026-11-18T11:06:40.000Z"
    assert entry["bot"] == {
        "id": alias.properties["BotId"],
        "name": "ShopBot",
        "aliasId": alias.id,
        "aliasName": "live",
        "localeId": "ko_KR",
        "version": "1",
    }
    assert (entry["sessionId"], entry["inputMode"], entry["operationName"]) == ("caller", "Text", "RecognizeText")
    assert (entry["missedUtterance"], entry["developerOverride"]) == (False, False)
    assert entry["inputTranscript"] == "01012345678 으로 전화 주세요"
    assert entry["interpretations"][0]["nluConfidence"] == "1.00"
    assert entry["requestAttributes"] == {"channel": "voice"}
    assert state["slots"]["Phone"]["value"]["interpretedValue"] == "01012345678"


def test_an_utterance_that_was_missed_is_marked(aws: FakeAws) -> None:
    say(aws, logged(aws), "날씨가 좋네요")

    [entry] = entries(aws)
    assert (entry["missedUtterance"], entry["sessionState"]["intent"]["name"]) == (True, "FallbackIntent")


def test_a_log_that_is_not_enabled_holds_nothing(aws: FakeAws) -> None:
    say(aws, logged(aws, enabled=False), "번호 남길게요")

    assert entries(aws) == []


@pytest.mark.parametrize("first", ["번호 남길게요", None], ids=["asked for", "in the first sentence"])
def test_the_value_of_a_hidden_slot_is_replaced_by_its_name(aws: FakeAws, first: str | None) -> None:
    alias = logged(aws, hidden=True)
    for text in (first, "01012345678") if first else ("01012345678 으로 전화 주세요",):
        say(aws, alias, str(text))

    entry = entries(aws)[-1]
    assert "01012345678" not in json.dumps(entry, ensure_ascii=False)
    assert entry["inputTranscript"] == ("{Phone}" if first else "{Phone} 으로 전화 주세요")
    assert entry["sessionState"]["intent"]["slots"]["Phone"]["value"]["interpretedValue"] == "{Phone}"


def test_the_session_keeps_what_the_log_hides(aws: FakeAws) -> None:
    alias = logged(aws, hidden=True)

    said = recognize_text(aws, alias.arn, LOCALE, "caller", "01012345678 으로 전화 주세요")

    assert said["sessionState"]["intent"]["slots"]["Phone"]["value"]["interpretedValue"] == "01012345678"


def test_an_answer_that_a_hidden_slot_does_not_take_is_hidden_whole(aws: FakeAws) -> None:
    alias = logged(aws, hidden=True)
    say(aws, alias, "번호 남길게요")

    say(aws, alias, "공일공 일이삼사 오육칠팔")

    assert entries(aws)[-1]["inputTranscript"] == "{Phone}"


def test_braces_of_the_caller_are_escaped(aws: FakeAws) -> None:
    say(aws, logged(aws), "{번호}")

    assert entries(aws)[0]["inputTranscript"] == r"\\{번호\\}"
