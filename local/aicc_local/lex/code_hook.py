"""Invokes the function of an alias, with the event of interface version 1.0.

Source: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html
"""

import copy
import json
from dataclasses import dataclass
from typing import Any

from aicc_local.errors import ServiceError
from aicc_local.lex.hook_response import HookResponse, failed_dependency, read_response
from aicc_local.lex.session import Session
from aicc_local.lex.talk import Talk
from aicc_local.local_aws import LocalAws

LEX = "lexv2.amazonaws.com"
# https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html
_SECONDS = 30
_INPUT = 12 * 1024
_OUTPUT = 50 * 1024


class HookFailed(ServiceError):
    """The function was invoked and failed; an intent may have a message for that."""

    def __init__(self, message: str, *, timed_out: bool) -> None:
        super().__init__("DependencyFailedException", message, status=424)
        self.timed_out = timed_out


@dataclass(frozen=True, slots=True, kw_only=True)
class HookCall:
    """Why the function is called.

    Attributes:
        source: "DialogCodeHook" or "FulfillmentCodeHook".
        proposed: What Lex would do next; only a dialog code hook is told.
    """

    source: str
    session: Session
    proposed: dict[str, Any] | None = None


def call_hook(aws: LocalAws, talk: Talk, call: HookCall) -> HookResponse:
    """Invoke the function and read its answer; the store must not be locked.

    Raises:
        ServiceError: No function, no permission, or an answer that Lex does not understand.
        HookFailed: The function failed.
    """
    arn = talk.function
    if arn is None:
        raise failed_dependency(
            f"The alias {talk.alias.name} names no Lambda function for the locale {talk.locale.id}."
        )
    if not _allowed(aws, arn, talk.alias.arn):
        raise failed_dependency(
            f"Access denied while invoking lambda function {arn} from {talk.alias.arn}. "
            "Please check the policy on this function."
        )
    event = copy.deepcopy(hook_event(talk, call))
    if _size(event) > _INPUT:
        raise failed_dependency(f"The input of the Lambda function {arn} is larger than {_INPUT} bytes.")
    done = aws.functions.invoke(arn, event, seconds=_SECONDS)
    if done.error:
        raise HookFailed(f"The Lambda function {arn} failed: {done.error}.", timed_out=done.error == "TimedOut")
    if _size(done.payload) > _OUTPUT:
        raise failed_dependency(f"The output of the Lambda function {arn} is larger than {_OUTPUT} bytes.")
    return read_response(done.payload, talk.locale)


def hook_event(talk: Talk, call: HookCall) -> dict[str, Any]:
    """The event."""
    session = call.session
    intent = session.intent or {}
    return {
        "messageVersion": "1.0",
        "invocationSource": call.source,
        "inputMode": talk.input_mode,
        "responseContentType": "text/plain; charset=utf-8",
        "sessionId": talk.session_id,
        "inputTranscript": talk.text,
        "bot": {
            "id": talk.bot_id,
            "name": talk.bot_name,
            "aliasId": talk.alias.id,
            "aliasName": talk.alias.name,
            "localeId": talk.locale.id,
            "version": talk.version,
        },
        "interpretations": [_bare_confidence(each) for each in session.interpretations],
        "proposedNextState": call.proposed,
        "requestAttributes": talk.request_attributes,
        "sessionState": {
            "activeContexts": session.contexts,
            "sessionAttributes": session.attributes,
            "runtimeHints": {},
            "dialogAction": session.action or None,
            "intent": session.intent,
            "originatingRequestId": session.request_id,
        },
        "transcriptions": [
            {
                "transcription": talk.text,
                "transcriptionConfidence": 1.0,
                "resolvedContext": {"intent": intent.get("name")},
                "resolvedSlots": {name: each for name, each in intent.get("slots", {}).items() if each},
            }
        ],
    }


def _bare_confidence(interpretation: dict[str, Any]) -> dict[str, Any]:
    # A number in the event, an object in the answer of the runtime API.
    if "nluConfidence" not in interpretation:
        return interpretation
    return {**interpretation, "nluConfidence": interpretation["nluConfidence"]["score"]}


def _allowed(aws: LocalAws, arn: str, alias_arn: str) -> bool:
    return aws.policies.allow(
        aws.functions.policy(arn),
        service=LEX,
        action="lambda:InvokeFunction",
        resource=arn,
        source_arn=alias_arn,
        source_account=aws.account,
    )


def _size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())
