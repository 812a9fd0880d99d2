"""Actions on a participant of the contact."""

from collections.abc import Mapping

from tests.unit.connect_flows.examples.example import (
    NO_CONDITION,
    PROMPT,
    TIMEOUT,
    Examples,
    example,
    last,
    only,
    pair,
    without_no_match,
)

MEDIA = {"Uri": "s3://prompts/hello.wav", "SourceType": "S3", "MediaType": "Audio"}
MENU_ERRORS = (NO_CONDITION, TIMEOUT)
BOT = {"AliasArn": "arn:aws:lex:ap-northeast-2:123456789012:bot-alias/BOT/ALIAS"}
OLD_BOT = {"Name": "Orders", "Region": "ap-northeast-2", "Alias": "live"}

PARTICIPANT: Mapping[str, Examples] = {
    "ConnectParticipantWithLexBot": pair(
        example({"Text": "무엇을 도와드릴까요?", "LexV2Bot": BOT}, NO_CONDITION),
        example(
            {
                "Text": "무엇을 도와드릴까요?",
                "LexV2Bot": BOT,
                "LexSessionAttributes": {"x-amz-lex:audio:max-length-ms:*:*": "5000"},
                "LexInitializationData": {"InitialMessage": "$.Attributes.said"},
                "LexTimeoutSeconds": {"Text": "300"},
            },
            NO_CONDITION,
            TIMEOUT,
            equals="OrderDelivery RefundBilling",
        ),
        example({"PromptId": PROMPT, "LexBot": OLD_BOT}, NO_CONDITION),
        example({"SSML": "<speak>네.</speak>", "LexBot": OLD_BOT}, NO_CONDITION),
        example({"Media": MEDIA, "LexBot": OLD_BOT}, NO_CONDITION),
        example({"LexInitializationData": {}, "LexV2Bot": BOT}, NO_CONDITION),
    ),
    "DisconnectParticipant": only(last()),
    "GetParticipantInput": pair(
        example({"Text": "눌러 주십시오.", "InputTimeLimitSeconds": "5"}, *MENU_ERRORS),
        example(
            {
                "SSML": "<speak>눌러 주십시오.</speak>",
                "InputTimeLimitSeconds": "8",
                "StoreInput": "True",
                "InputValidation": {"CustomValidation": {"MaximumLength": "8"}},
                "InputEncryption": {"EncryptionKeyId": "key", "Key": "-----BEGIN CERTIFICATE-----"},
                "DTMFConfiguration": {
                    "InputTerminationSequence": "#",
                    "DisableCancelKey": "True",
                    "InterdigitTimeLimitSeconds": "5",
                },
            }
        ),
        example(
            {"PromptId": PROMPT, "InputTimeLimitSeconds": "5", "StoreInput": "False", "EnableDTMFBuffer": "True"},
            *MENU_ERRORS,
            equals="0 1 2 3 4 5 6 7 8 9 * #",
        ),
        example(
            {
                "Media": MEDIA,
                "InputTimeLimitSeconds": "8",
                "StoreInput": "True",
                "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "KR"}},
            },
            "InvalidPhoneNumber",
        ),
        example({"EnableDTMFBuffer": "False"}),
    ),
    "MessageParticipant": pair(
        without_no_match(example({"Text": "안녕하십니까."})),
        example({"SSML": "<speak>안녕하십니까.</speak>", "SkipWhenDTMFBufferEnabled": "true"}),
        example({"PromptId": "$.Attributes.prompt"}),
        example({"Media": MEDIA}),
    ),
    "MessageParticipantIteratively": pair(
        without_no_match(example({"Messages": [{"Text": "기다려 주십시오."}]})),
        example(
            {
                "Messages": [{"Text": "네."}, {"SSML": "<speak>네.</speak>"}, {"PromptId": PROMPT}, {"Media": MEDIA}],
                "InterruptFrequencySeconds": "30",
                "ContinueMessagingDuringInterrupt": "false",
            },
            equals="MessagesInterrupted",
        ),
    ),
    "ShowView": pair(
        example(
            {"ViewResource": {"Id": "view"}, "InvocationTimeLimitSeconds": "300"}, NO_CONDITION, "TimeLimitExceeded"
        ),
        example(
            {
                "ViewResource": {"Id": "view", "Version": "Latest"},
                "InvocationTimeLimitSeconds": "300",
                "ViewData": {"Heading": "주문"},
                "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]},
            },
            NO_CONDITION,
            "TimeLimitExceeded",
            equals="Back Next",
        ),
    ),
    "AuthenticateParticipant": pair(
        example(
            {"CognitoConfiguration": {}, "CustomerProfilesConfiguration": {}, "TimeLimitMinutes": "10"},
            "TimeLimitExceeded",
        ),
        example(
            {
                "CognitoConfiguration": {"UserPoolArn": "arn:pool"},
                "CustomerProfilesConfiguration": {"ObjectTypeName": "customer"},
                "TimeLimitMinutes": "10",
            },
            "TimeLimitExceeded",
            equals="OptedOut",
        ),
    ),
    "TransferParticipantToThirdParty": pair(
        example(
            {
                "ThirdPartyPhoneNumber": "+82215880000",
                "ThirdPartyConnectionTimeLimitSeconds": "30",
                "ContinueFlowExecution": "False",
            }
        ),
        example(
            {
                "ThirdPartyPhoneNumber": "$.Attributes.partner",
                "ThirdPartyConnectionTimeLimitSeconds": "600",
                "ContinueFlowExecution": "False",
                "ThirdPartyDTMFDigits": "1,2#",
                "CallerId": {"Number": "$.SystemEndpoint.Address", "Name": "고객센터"},
            }
        ),
        example(
            {
                "ThirdPartyPhoneNumber": "+82215880000",
                "ThirdPartyConnectionTimeLimitSeconds": "0",
                "ContinueFlowExecution": "True",
            },
            "CallFailed",
            "ConnectionTimeLimitExceeded",
        ),
    ),
}
