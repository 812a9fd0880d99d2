"""Sessions: apart from each other, forgotten after a time, put, read and deleted through the API."""

import base64
import gzip
import json
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.operations import LEX_RUNTIME_OPERATIONS
from aicc_local.lex.runtime import recognize_text
from aicc_local.lex.types import BOT_ALIAS_TYPE, BOT_TYPE
from aicc_local.rest_json import Call, RestJson
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import FALLBACK, LOCALE, bot, intent, make, slot

PROTOCOL = RestJson("lexv2-runtime")


def call(aws: FakeAws, operation: str, alias: Record, session: str = "caller", **parameters: Any) -> Any:
    """The answer of the API; anything that its model does not know is an error."""
    place = {"botId": alias.properties["BotId"], "botAliasId": alias.id, "localeId": LOCALE, "sessionId": session}
    request = {**place, **parameters}
    answer = LEX_RUNTIME_OPERATIONS[operation](aws, request)
    PROTOCOL.answer(Call("lexv2-runtime", operation, request), answer)
    return answer


def unpacked(text: str) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(text)))


def packed(value: Any) -> str:
    return base64.b64encode(gzip.compress(json.dumps(value).encode())).decode()


def test_callers_do_not_hear_each_other(aws: FakeAws) -> None:
    alias = make(aws)
    call(aws, "RecognizeText", alias, "one", text="주문 취소해 주세요")

    other = call(aws, "RecognizeText", alias, "two", text="1234")

    assert other["sessionState"]["intent"]["name"] == "FallbackIntent"


def test_a_session_is_forgotten_after_the_idle_time_of_the_bot(aws: FakeAws) -> None:
    alias = make(aws)
    call(aws, "RecognizeText", alias, text="주문 취소해 주세요")

    aws.now.pass_time(300)
    in_time = call(aws, "RecognizeText", alias, text="1234")
    aws.now.pass_time(301)
    late = call(aws, "RecognizeText", alias, text="배송 지연")

    assert in_time["sessionState"]["intent"]["name"] == "CancelOrder"
    assert late["sessionState"]["intent"]["name"] == "FallbackIntent"
    assert late["sessionState"]["sessionAttributes"] == {}


def test_a_conversation_goes_on_after_a_restart(aws: FakeAws) -> None:
    alias = make(aws)
    call(aws, "RecognizeText", alias, text="주문 취소해 주세요")

    aws.store.load(json.loads(json.dumps(aws.store.dump())))

    said = call(aws, "RecognizeText", alias, text="1234")
    assert said["messages"][0]["content"] == "취소하시는 이유를 말씀해 주세요."


def test_attributes_live_as_long_as_the_session(aws: FakeAws) -> None:
    alias = make(aws)
    state = {"sessionAttributes": {"phone": "01012345678"}}
    call(aws, "RecognizeText", alias, text="상담원 연결", sessionState=state)

    kept = call(aws, "RecognizeText", alias, text="상담원 연결")
    cleared = call(aws, "RecognizeText", alias, text="상담원 연결", sessionState={"sessionAttributes": {}})

    assert kept["sessionState"]["sessionAttributes"] == {"phone": "01012345678"}
    assert cleared["sessionState"]["sessionAttributes"] == {}


def test_connect_adds_its_attributes(aws: FakeAws) -> None:
    alias = make(aws)
    recognize_text(aws, alias.arn, LOCALE, "caller", "상담원 연결", session_attributes={"a": "1"})

    said = recognize_text(aws, alias.arn, LOCALE, "caller", "상담원 연결", session_attributes={"b": "2"})

    assert said["sessionState"]["sessionAttributes"] == {"a": "1", "b": "2"}


def test_the_request_may_say_where_the_conversation_is(aws: FakeAws) -> None:
    alias = make(aws)
    state = {
        "intent": {"name": "CancelOrder", "slots": {"OrderNumber": {"value": {"interpretedValue": "7"}}}},
        "dialogAction": {"type": "ElicitSlot", "slotToElicit": "Reason"},
    }

    said = call(aws, "RecognizeText", alias, text="배송 지연", sessionState=state)

    assert said["messages"][0]["content"] == "7번 주문을 취소할까요?"


def test_an_intent_that_the_new_version_lacks_is_forgotten(aws: FakeAws) -> None:
    alias = make(aws)
    draft = BOT_ALIAS_TYPE.found(aws, f"TSTALIASID|{alias.properties['BotId']}")
    assert draft is not None
    call(aws, "RecognizeText", draft, text="주문 취소해 주세요")
    changed = bot()
    changed["BotLocales"][0]["Intents"].pop(0)
    made = BOT_TYPE.found(aws, alias.properties["BotId"])
    assert made is not None
    BOT_TYPE.update(aws, made, changed)

    said = call(aws, "RecognizeText", draft, text="1234")

    assert said["sessionState"]["intent"]["name"] == "FallbackIntent"


def test_a_session_is_read_and_deleted(aws: FakeAws) -> None:
    alias = make(aws)
    said = call(aws, "RecognizeText", alias, text="주문 취소해 주세요")

    got = call(aws, "GetSession", alias)
    deleted = call(aws, "DeleteSession", alias)

    assert (got["sessionState"], got["messages"]) == (said["sessionState"], said["messages"])
    assert deleted["sessionId"] == "caller"
    with pytest.raises(ServiceError, match="There is no session caller") as refused:
        call(aws, "GetSession", alias)
    assert refused.value.code == "ResourceNotFoundException"


def test_a_turn_that_fails_changes_nothing(aws: FakeAws) -> None:
    hooked = intent("Ask", "문의", slots=(slot("What", "AMAZON.FreeFormInput", "무엇이요?"),))
    alias = make(aws, {**hooked, "FulfillmentCodeHook": {"Enabled": True}}, FALLBACK)
    call(aws, "RecognizeText", alias, text="문의", sessionState={"sessionAttributes": {"a": "1"}})
    before = call(aws, "GetSession", alias)

    with pytest.raises(ServiceError, match="names no Lambda function"):
        recognize_text(aws, alias.arn, LOCALE, "caller", "배송이요", session_attributes={"b": "2"})

    assert call(aws, "GetSession", alias) == before


def test_a_session_that_is_not_there_cannot_be_deleted(aws: FakeAws) -> None:
    with pytest.raises(ServiceError, match="There is no session caller"):
        call(aws, "DeleteSession", make(aws))


def test_put_session_lets_the_bot_begin(aws: FakeAws) -> None:
    alias = make(aws)
    state = {"dialogAction": {"type": "Delegate"}, "intent": {"name": "CancelOrder"}}

    put = call(aws, "PutSession", alias, sessionState=state)
    said = call(aws, "RecognizeText", alias, text="1234")

    assert unpacked(put["messages"])[0]["content"] == "주문 번호를 말씀해 주세요."
    assert unpacked(put["sessionState"])["dialogAction"] == {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
    assert said["sessionState"]["dialogAction"]["slotToElicit"] == "Reason"


def test_put_session_changes_what_it_mentions(aws: FakeAws) -> None:
    alias = make(aws)
    call(aws, "RecognizeText", alias, text="주문 취소해 주세요", sessionState={"sessionAttributes": {"a": "1"}})

    put = call(aws, "PutSession", alias, sessionState={"sessionAttributes": {"b": "2"}})
    switched = call(aws, "PutSession", alias, sessionState={"intent": {"name": "TalkToAgent"}})

    assert unpacked(put["sessionState"])["dialogAction"]["slotToElicit"] == "OrderNumber"
    assert unpacked(switched["messages"])[0]["content"] == "상담원을 연결해 드리겠습니다."
    assert unpacked(switched["sessionState"])["sessionAttributes"] == {"b": "2"}


def test_a_new_session_waits_for_an_intent(aws: FakeAws) -> None:
    put = call(aws, "PutSession", make(aws), sessionState={"sessionAttributes": {"a": "1"}})

    assert unpacked(put["sessionState"])["dialogAction"] == {"type": "ElicitIntent"}


def test_put_session_may_say_something_else(aws: FakeAws) -> None:
    alias = make(aws)
    state = {
        "dialogAction": {"type": "ElicitSlot", "slotToElicit": "OrderNumber"},
        "intent": {"name": "CancelOrder"},
    }
    message = {"contentType": "PlainText", "content": "주문 번호가 어떻게 되세요?"}

    put = call(aws, "PutSession", alias, sessionState=state, messages=[message])

    assert unpacked(put["messages"]) == [message]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({"dialogAction": {"type": "Delegate"}}, "sessionState.intent is required"),
        ({"intent": {"name": "Weather"}}, "There is no intent Weather"),
        ({"intent": {"name": "CancelOrder", "slots": {"Color": None}}}, "has no slots Color"),
        ({"dialogAction": {"type": "ElicitSlot", "slotToElicit": "X"}, "intent": {"name": "CancelOrder"}}, "X"),
        ({"sessionAttributes": {"big": "x" * 12_288}}, "larger than 12288 bytes"),
    ],
    ids=["delegate nothing", "unknown intent", "unknown slot", "unknown slot to elicit", "large attributes"],
)
def test_put_session_refuses(aws: FakeAws, state: dict[str, Any], told: str) -> None:
    with pytest.raises(ServiceError) as refused:
        call(aws, "PutSession", make(aws), sessionState=state)

    assert (refused.value.code, told in refused.value.message) == ("ValidationException", True)


def test_recognize_utterance_takes_text(aws: FakeAws) -> None:
    parameters: dict[str, Any] = {
        "requestContentType": "text/plain; charset=utf-8",
        "inputStream": "상담원 연결".encode(),
        "sessionState": packed({"sessionAttributes": {"a": "1"}}),
    }

    said = call(aws, "RecognizeUtterance", make(aws), **parameters)

    assert (said["inputMode"], unpacked(said["inputTranscript"])) == ("Text", "상담원 연결")
    assert unpacked(said["interpretations"])[0]["intent"]["name"] == "TalkToAgent"
    assert unpacked(said["sessionState"])["sessionAttributes"] == {"a": "1"}


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"requestContentType": "audio/l16; rate=16000"}, "understands text/plain only"),
        ({"requestContentType": "text/plain", "sessionState": "{}"}, "compressed with gzip"),
    ],
    ids=["audio", "a header that is not packed"],
)
def test_recognize_utterance_refuses(aws: FakeAws, parameters: dict[str, Any], told: str) -> None:
    with pytest.raises(ServiceError, match=told):
        call(aws, "RecognizeUtterance", make(aws), **parameters)


@pytest.mark.parametrize("session", ["a", "a b", "x" * 101, "전화"])
def test_a_session_id_has_its_form(aws: FakeAws, session: str) -> None:
    with pytest.raises(ServiceError, match="sessionId"):
        call(aws, "RecognizeText", make(aws), session, text="상담원 연결")


@pytest.mark.parametrize("text", ["", "가" * 1_025], ids=["empty", "long"])
def test_a_text_has_its_length(aws: FakeAws, text: str) -> None:
    with pytest.raises(ServiceError, match="must have 1 to 1024 characters"):
        call(aws, "RecognizeText", make(aws), text=text)


def test_a_locale_must_be_enabled_for_the_alias(aws: FakeAws) -> None:
    setting = {"LocaleId": LOCALE, "BotAliasLocaleSetting": {"Enabled": False}}
    alias = make(aws, BotAliasLocaleSettings=[setting])

    with pytest.raises(ServiceError, match="The locale ko_KR is not enabled for the alias live"):
        call(aws, "RecognizeText", alias, text="상담원 연결")


def test_an_alias_must_point_to_a_version(aws: FakeAws) -> None:
    alias = make(aws)
    del alias.properties["BotVersion"]

    with pytest.raises(ServiceError, match="points to no version"):
        call(aws, "RecognizeText", alias, text="상담원 연결")


def test_a_draft_that_was_never_built_does_not_talk(aws: FakeAws) -> None:
    made = BOT_TYPE.create(aws, bot(AutoBuildBotLocales=False))
    alias = BOT_ALIAS_TYPE.found(aws, f"TSTALIASID|{made.id}")
    assert alias is not None

    with pytest.raises(ServiceError, match="The locale ko_KR is not built") as refused:
        call(aws, "RecognizeText", alias, text="상담원 연결")

    assert refused.value.code == "BadGatewayException"


def test_there_is_nobody_behind_an_unknown_alias(aws: FakeAws) -> None:
    with pytest.raises(ServiceError, match="There is no bot alias") as refused:
        recognize_text(aws, "arn:aws:lex:ap-northeast-2:1:bot-alias/A/B", LOCALE, "caller", "상담원 연결")

    assert refused.value.code == "ResourceNotFoundException"
