"""Actions on a participant of the contact: prompts, input, bots, views, third parties.

Source: https://docs.aws.amazon.com/connect/latest/devguide/participant-actions.html, corrected by what
CreateContactFlow was seen to take and refuse.
"""

from collections.abc import Mapping

from connect_flows._action_types._action_type import (
    INBOUND,
    INTERACTIVE,
    NO_CONDITION,
    NO_MATCH,
    WHISPERS,
    ActionType,
    Conditions,
    Errors,
    Group,
    Next,
    Parameters,
    equals,
    errors,
)
from connect_flows._action_types._values import (
    ANYTHING,
    Choice,
    Integer,
    List,
    Map,
    Object,
    Static,
    Text,
    Value,
    Whole,
)
from connect_flows._model import FlowType

LONGEST_PROMPT = 6_000
TIMEOUT = "InputTimeLimitExceeded"
_KEYS = tuple("0123456789*#")
_TRUE_FALSE = Choice(("True", "False"))
_MEDIA = Object({"Uri": Text(), "SourceType": Choice(("S3",)), "MediaType": Choice(("Audio",))})
_PROMPTS: Mapping[str, Value] = {
    "PromptId": Whole(),
    "Text": Text(LONGEST_PROMPT),
    "SSML": Text(LONGEST_PROMPT),
    "Media": _MEDIA,
}
_ONE_PROMPT = Group(tuple(_PROMPTS), fewest=1, most=1)
_OUTBOUND_WHISPER = frozenset({FlowType.OUTBOUND_WHISPER})
_MODULE = frozenset({None})


def stores_input(parameters: Parameters) -> bool:
    """Whether GetParticipantInput stores what is typed instead of offering a menu."""
    return parameters.get("StoreInput") == "True"


def only_sets_buffer(parameters: Parameters) -> bool:
    """Whether GetParticipantInput asks nothing: the console's block "Set Touchtone Buffer Behavior"."""
    return "EnableDTMFBuffer" in parameters and not _PROMPTS.keys() & parameters.keys()


def _input_errors(parameters: Parameters) -> Errors:
    if only_sets_buffer(parameters):
        return Errors((NO_MATCH,))
    if not stores_input(parameters):
        return Errors((NO_MATCH, NO_CONDITION, TIMEOUT))
    validation = parameters.get("InputValidation")
    phone = isinstance(validation, dict) and "PhoneNumberValidation" in validation
    return Errors((NO_MATCH, "InvalidPhoneNumber") if phone else (NO_MATCH,))


def _input_conditions(parameters: Parameters) -> Conditions | None:
    return (
        None if stores_input(parameters) or only_sets_buffer(parameters) else Conditions(operands=tuple("0123456789*#"))
    )


def _bot_errors(parameters: Parameters) -> Errors:
    return Errors((NO_MATCH, NO_CONDITION), (TIMEOUT,))


def _interrupted(parameters: Parameters) -> Conditions | None:
    if "InterruptFrequencySeconds" in parameters:
        return Conditions(operands=("MessagesInterrupted",), every=True)
    return None


def _third_party_errors(parameters: Parameters) -> Errors:
    if parameters.get("ContinueFlowExecution") == "True":
        return Errors((NO_MATCH, "CallFailed", "ConnectionTimeLimitExceeded"))
    return Errors((NO_MATCH,))


PARTICIPANT: Mapping[str, ActionType] = {
    "ConnectParticipantWithLexBot": ActionType(
        optional={
            **_PROMPTS,
            "LexV2Bot": Object({"AliasArn": Text()}),
            "LexBot": Object({"Name": Text(), "Region": Static(), "Alias": Static()}),
            "LexSessionAttributes": Map(),
            "LexInitializationData": Object(optional={"InitialMessage": Text()}),
            "LexTimeoutSeconds": Object(optional={"Text": Integer(60, 604_800)}),
        },
        groups=(
            Group(("LexBot", "LexV2Bot"), fewest=1, most=1),
            Group(tuple(_PROMPTS), most=1),
            Group((*_PROMPTS, "LexInitializationData"), fewest=1),
        ),
        errors=_bot_errors,
        conditions=equals(),
        flow_types=INTERACTIVE | _OUTBOUND_WHISPER,
        doubtful=_OUTBOUND_WHISPER,
    ),
    "DisconnectParticipant": ActionType(errors=errors(), next_action=Next.NONE, flow_types=INTERACTIVE),
    "GetParticipantInput": ActionType(
        optional={
            **_PROMPTS,
            "InputTimeLimitSeconds": Integer(1, 180, static=True),
            "StoreInput": _TRUE_FALSE,
            "InputValidation": Object(
                optional={
                    "PhoneNumberValidation": Object(
                        {"NumberFormat": Choice(("Local", "E164"))}, {"CountryCode": Static()}
                    ),
                    "CustomValidation": Object({"MaximumLength": Integer(1, static=True)}),
                }
            ),
            "InputEncryption": Object({"EncryptionKeyId": Text(), "Key": Text()}),
            "DTMFConfiguration": Object(
                optional={
                    "InputTerminationSequence": Static(5),
                    "DisableCancelKey": _TRUE_FALSE,
                    "InterdigitTimeLimitSeconds": Integer(1, 20),
                }
            ),
            "EnableDTMFBuffer": _TRUE_FALSE,
        },
        errors=_input_errors,
        conditions=_input_conditions,
        flow_types=INTERACTIVE | _OUTBOUND_WHISPER,
        doubtful=_OUTBOUND_WHISPER,
    ),
    "MessageParticipant": ActionType(
        optional={**_PROMPTS, "SkipWhenDTMFBufferEnabled": Choice(("true", "false"))},
        groups=(_ONE_PROMPT,),
        errors=errors(optional=(NO_MATCH,)),
        flow_types=INTERACTIVE | WHISPERS,
    ),
    "MessageParticipantIteratively": ActionType(
        required={"Messages": List(items=Object(optional=_PROMPTS), fewest=1)},
        optional={
            "InterruptFrequencySeconds": Integer(1),
            "ContinueMessagingDuringInterrupt": Choice(("true", "false")),
        },
        errors=errors(optional=(NO_MATCH,)),
        conditions=_interrupted,
        next_action=Next.OPTIONAL,
        flow_types=frozenset({FlowType.CUSTOMER_QUEUE, FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD, None}),
    ),
    "ShowView": ActionType(
        required={
            "ViewResource": Object({"Id": Text()}, {"Version": Text()}),
            "InvocationTimeLimitSeconds": Integer(1),
        },
        optional={
            "ViewData": Map(ANYTHING),
            "SensitiveDataConfiguration": Object({"HideResponseOn": List(("TRANSCRIPT",))}),
        },
        errors=errors(NO_CONDITION, NO_MATCH, "TimeLimitExceeded"),
        conditions=equals(),
        flow_types=frozenset({FlowType.CONTACT_FLOW, FlowType.CUSTOMER_QUEUE, None}),
    ),
    "AuthenticateParticipant": ActionType(
        required={
            "CognitoConfiguration": Object(open=True),
            "CustomerProfilesConfiguration": Object(optional={"ObjectTypeName": Text()}, open=True),
            "TimeLimitMinutes": Integer(1),
        },
        errors=errors(NO_MATCH, "TimeLimitExceeded"),
        conditions=equals("OptedOut"),
        flow_types=INBOUND,
        doubtful=_MODULE,
        known=False,
    ),
    "TransferParticipantToThirdParty": ActionType(
        required={
            "ThirdPartyPhoneNumber": Text(),
            "ThirdPartyConnectionTimeLimitSeconds": Integer(0, 600),
            "ContinueFlowExecution": _TRUE_FALSE,
        },
        optional={
            "ThirdPartyDTMFDigits": Text(),
            "CallerId": Object(optional={"Number": Text(), "Name": Text()}),
        },
        errors=_third_party_errors,
        flow_types=INTERACTIVE,
    ),
}
