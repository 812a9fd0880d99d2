"""A small Korean bot, and the parts to change it with."""

import copy
from typing import Any

from aicc_local.lex.kinds import find_alias
from aicc_local.lex.types import BOT_ALIAS_TYPE, BOT_TYPE, BOT_VERSION_TYPE
from aicc_local.store import Record
from tests.unit.local.fakes import ACCOUNT, FakeAws, Handler

LOCALE = "ko_KR"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/bot"

Properties = dict[str, Any]


def words(*texts: str) -> Properties:
    """A response, or the beginning of a prompt: one group, the first text and its variations."""
    first, *variations = ({"PlainTextMessage": {"Value": text}} for text in texts)
    return {"MessageGroupsList": [{"Message": first, **({"Variations": variations} if variations else {})}]}


def prompt(*texts: str, retries: int = 1) -> Properties:
    return {**words(*texts), "MaxRetries": retries}


def utterances(*texts: str) -> list[Properties]:
    return [{"Utterance": text} for text in texts]


def slot(name: str, type_name: str, *texts: str, required: bool = True, **more: Any) -> Properties:
    elicitation: Properties = {"SlotConstraint": "Required" if required else "Optional"}
    if texts:
        elicitation["PromptSpecification"] = prompt(*texts)
    return {"Name": name, "SlotTypeName": type_name, "ValueElicitationSetting": elicitation, **more}


def intent(name: str, *texts: str, slots: tuple[Properties, ...] = (), **more: Any) -> Properties:
    priorities = [{"SlotName": each["Name"], "Priority": number} for number, each in enumerate(slots, start=1)]
    return {
        "Name": name,
        "SampleUtterances": utterances(*texts),
        **({"Slots": list(slots), "SlotPriorities": priorities} if slots else {}),
        **more,
    }


CANCEL_ORDER = intent(
    "CancelOrder",
    "주문 취소해 주세요",
    "주문 {OrderNumber} 번 취소해 주세요",
    slots=(
        slot("OrderNumber", "AMAZON.Number", "주문 번호를 말씀해 주세요.", "주문 번호를 숫자로 말씀해 주세요."),
        slot("Reason", "CancelReason", "취소하시는 이유를 말씀해 주세요."),
    ),
    IntentConfirmationSetting={
        "PromptSpecification": prompt("{OrderNumber}번 주문을 취소할까요?"),
        "DeclinationResponse": words("취소하지 않겠습니다."),
    },
    IntentClosingSetting={"ClosingResponse": words("취소해 드렸습니다.")},
)
TALK_TO_AGENT = intent(
    "TalkToAgent", "상담원 연결", IntentClosingSetting={"ClosingResponse": words("상담원을 연결해 드리겠습니다.")}
)
FALLBACK = {
    "Name": "FallbackIntent",
    "ParentIntentSignature": "AMAZON.FallbackIntent",
    "IntentClosingSetting": {"ClosingResponse": words("다시 말씀해 주시겠어요?")},
}
CANCEL_REASON = {
    "Name": "CancelReason",
    "ValueSelectionSetting": {"ResolutionStrategy": "TOP_RESOLUTION"},
    "SlotTypeValues": [
        {"SampleValue": {"Value": "단순 변심"}, "Synonyms": [{"Value": "마음이 바뀌었어요"}]},
        {"SampleValue": {"Value": "배송 지연"}},
    ],
}


def locale(*intents: Properties, **more: Any) -> Properties:
    """The Korean locale; with the intents of this file where none are given."""
    return {
        "LocaleId": LOCALE,
        "NluConfidenceThreshold": 0.4,
        "Intents": copy.deepcopy(list(intents or (CANCEL_ORDER, TALK_TO_AGENT, FALLBACK))),
        "SlotTypes": [copy.deepcopy(CANCEL_REASON)],
        **more,
    }


def bot(*locales: Properties, **more: Any) -> Properties:
    """The properties of AWS::Lex::Bot."""
    return {
        "Name": "ShopBot",
        "RoleArn": ROLE,
        "DataPrivacy": {"ChildDirected": False},
        "IdleSessionTTLInSeconds": 300,
        "AutoBuildBotLocales": True,
        "BotLocales": list(locales or (locale(),)),
        **more,
    }


def version(bot_id: str, source: str = "DRAFT") -> Properties:
    """The properties of AWS::Lex::BotVersion."""
    specification = [{"LocaleId": LOCALE, "BotVersionLocaleDetails": {"SourceBotVersion": source}}]
    return {"BotId": bot_id, "BotVersionLocaleSpecification": specification}


def alias(bot_id: str, number: str, function: str | None = None, **more: Any) -> Properties:
    """The properties of AWS::Lex::BotAlias."""
    setting: Properties = {"Enabled": True}
    if function:
        hook = {"LambdaArn": function, "CodeHookInterfaceVersion": "1.0"}
        setting["CodeHookSpecification"] = {"LambdaCodeHook": hook}
    return {
        "BotId": bot_id,
        "BotAliasName": "live",
        "BotVersion": number,
        "BotAliasLocaleSettings": [{"LocaleId": LOCALE, "BotAliasLocaleSetting": setting}],
        **more,
    }


def make(aws: FakeAws, *intents: Properties, handler: Handler | None = None, **more: Any) -> Record:
    """A bot with a version and an alias, its function permitted; answers the alias. `more` are properties of it."""
    aws.resources.arns.add(ROLE)
    made = BOT_TYPE.create(aws, bot(locale(*intents)))
    numbered = BOT_VERSION_TYPE.create(aws, version(made.id))
    function = aws.functions.add("hook", handler) if handler else None
    record = BOT_ALIAS_TYPE.create(aws, alias(made.id, numbered.id, function, **more))
    if function:
        aws.functions.permit(function, service="lexv2.amazonaws.com", source_arn=record.arn)
    return find_alias(aws, made.id, record.id)
