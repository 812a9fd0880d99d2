"""The template of a small Korean bot with a function, a log group and a policy."""

import textwrap
from typing import Any

LOCALE = "ko_KR"

FUNCTION = textwrap.dedent(
    """
    def handler(event, context):
        intent = event["sessionState"]["intent"]
        attributes = {**(event["sessionState"].get("sessionAttributes") or {}), "source": event["invocationSource"]}
        if event["invocationSource"] == "DialogCodeHook":
            return {"sessionState": {"dialogAction": {"type": "Delegate"}, "intent": intent,
                                     "sessionAttributes": attributes}}
        number = intent["slots"]["OrderNumber"]["value"]["interpretedValue"]
        intent["state"] = "Fulfilled"
        return {
            "sessionState": {"dialogAction": {"type": "Close"}, "intent": intent, "sessionAttributes": attributes},
            "messages": [{"contentType": "PlainText", "content": f"{number}번 주문은 배송 중입니다."}],
        }
    """
)


def plain(text: str) -> dict[str, Any]:
    return {"MessageGroupsList": [{"Message": {"PlainTextMessage": {"Value": text}}}]}


def utterances(*texts: str) -> list[dict[str, str]]:
    return [{"Utterance": text} for text in texts]


CHECK_DELIVERY = {
    "Name": "CheckDelivery",
    "SampleUtterances": utterances("배송 조회", "배송 조회해 주세요", "{OrderNumber} 번 주문 배송 조회해 주세요"),
    "Slots": [
        {
            "Name": "OrderNumber",
            "SlotTypeName": "AMAZON.Number",
            "ValueElicitationSetting": {
                "SlotConstraint": "Required",
                "PromptSpecification": {**plain("주문 번호를 말씀해 주시겠어요?"), "MaxRetries": 1},
            },
        }
    ],
    "SlotPriorities": [{"SlotName": "OrderNumber", "Priority": 1}],
    "DialogCodeHook": {"Enabled": True},
    "FulfillmentCodeHook": {"Enabled": True},
}
TALK_TO_AGENT = {
    "Name": "TalkToAgent",
    "SampleUtterances": utterances("상담원 연결", "상담원과 통화하고 싶어요"),
    "IntentClosingSetting": {"ClosingResponse": plain("상담원에게 연결해 드리겠습니다. 잠시만 기다려 주세요.")},
}
FALLBACK = {
    "Name": "FallbackIntent",
    "ParentIntentSignature": "AMAZON.FallbackIntent",
    "IntentClosingSetting": {"ClosingResponse": plain("죄송합니다. 다시 한번 말씀해 주시겠어요?")},
}


def bot_properties() -> dict[str, Any]:
    return {
        "Name": "SmallKoreanBot",
        "RoleArn": {"Fn::GetAtt": ["BotRole", "Arn"]},
        "DataPrivacy": {"ChildDirected": False},
        "IdleSessionTTLInSeconds": 300,
        "AutoBuildBotLocales": True,
        "BotLocales": [
            {
                "LocaleId": LOCALE,
                "NluConfidenceThreshold": 0.4,
                "VoiceSettings": {"VoiceId": "Seoyeon", "Engine": "neural"},
                "Intents": [CHECK_DELIVERY, TALK_TO_AGENT, FALLBACK],
            }
        ],
        "BotTags": [{"Key": "AmazonConnectEnabled", "Value": "True"}],
    }


def role(service: str, *may: dict[str, Any]) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    document = {"Version": "2012-10-17", "Statement": [statement]}
    policies = [
        {"PolicyName": f"May{index}", "PolicyDocument": {"Version": "2012-10-17", "Statement": [each]}}
        for index, each in enumerate(may)
    ]
    properties = {"AssumeRolePolicyDocument": document, **({"Policies": policies} if policies else {})}
    return {"Type": "AWS::IAM::Role", "Properties": properties}


WRITE_LOGS = {
    "Effect": "Allow",
    "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
    "Resource": {"Fn::GetAtt": ["Logs", "Arn"]},
}


def version() -> dict[str, Any]:
    locale = {"LocaleId": LOCALE, "BotVersionLocaleDetails": {"SourceBotVersion": "DRAFT"}}
    return {
        "Type": "AWS::Lex::BotVersion",
        "Properties": {"BotId": {"Ref": "Bot"}, "BotVersionLocaleSpecification": [locale]},
    }


def alias(version_id: str) -> dict[str, Any]:
    hook = {"CodeHookInterfaceVersion": "1.0", "LambdaArn": {"Fn::GetAtt": ["Function", "Arn"]}}
    log = {"CloudWatchLogGroupArn": {"Fn::GetAtt": ["Logs", "Arn"]}, "LogPrefix": "small-bot/"}
    return {
        "Type": "AWS::Lex::BotAlias",
        "Properties": {
            "BotId": {"Ref": "Bot"},
            "BotAliasName": "live",
            "BotVersion": {"Fn::GetAtt": [version_id, "BotVersion"]},
            "BotAliasLocaleSettings": [
                {
                    "LocaleId": LOCALE,
                    "BotAliasLocaleSetting": {"Enabled": True, "CodeHookSpecification": {"LambdaCodeHook": hook}},
                }
            ],
            "ConversationLogSettings": {
                "TextLogSettings": [{"Enabled": True, "Destination": {"CloudWatch": log}}],
            },
        },
    }


def policy() -> dict[str, Any]:
    source = {
        "Fn::Sub": "arn:aws:connect:${AWS::Region}:${AWS::AccountId}:instance/11111111-2222-3333-4444-555555555555"
    }
    statement = {
        "Sid": "AllowConnect",
        "Effect": "Allow",
        "Principal": {"Service": "connect.amazonaws.com"},
        "Action": ["lex:RecognizeText", "lex:StartConversation"],
        "Resource": {"Fn::GetAtt": ["Alias", "Arn"]},
        "Condition": {
            "StringEquals": {"AWS:SourceAccount": {"Ref": "AWS::AccountId"}},
            "ArnEquals": {"AWS:SourceArn": source},
        },
    }
    document = {"Version": "2012-10-17", "Statement": [statement]}
    return {
        "Type": "AWS::Lex::ResourcePolicy",
        "Properties": {"ResourceArn": {"Fn::GetAtt": ["Alias", "Arn"]}, "Policy": document},
    }


def template() -> dict[str, Any]:
    function = {
        "Runtime": "python3.11",
        "Handler": "index.handler",
        "Role": {"Fn::GetAtt": ["FunctionRole", "Arn"]},
        "Code": {"ZipFile": FUNCTION},
    }
    permission = {
        "FunctionName": {"Fn::GetAtt": ["Function", "Arn"]},
        "Action": "lambda:InvokeFunction",
        "Principal": "lexv2.amazonaws.com",
        "SourceArn": {"Fn::GetAtt": ["Alias", "Arn"]},
        "SourceAccount": {"Ref": "AWS::AccountId"},
    }
    return {
        "Resources": {
            "BotRole": role("lexv2.amazonaws.com", WRITE_LOGS),
            "FunctionRole": role("lambda.amazonaws.com"),
            "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/small-bot"}},
            "Function": {"Type": "AWS::Lambda::Function", "Properties": function},
            "Bot": {"Type": "AWS::Lex::Bot", "Properties": bot_properties()},
            "Version1": version(),
            "Alias": alias("Version1"),
            "Permission": {"Type": "AWS::Lambda::Permission", "Properties": permission},
            "Policy": policy(),
        },
        "Outputs": {
            "BotId": {"Value": {"Ref": "Bot"}},
            "Version": {"Value": {"Ref": "Version1"}},
            "AliasId": {"Value": {"Fn::GetAtt": ["Alias", "BotAliasId"]}},
            "AliasArn": {"Value": {"Fn::GetAtt": ["Alias", "Arn"]}},
            "Revision": {"Value": {"Fn::GetAtt": ["Policy", "RevisionId"]}},
        },
    }
