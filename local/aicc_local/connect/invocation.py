"""When Connect may invoke a function or talk to a bot, and what it takes as an answer.

Source: Connect administrator guide, "Invoke Lambda functions": the function is associated with the instance, and its
resource policy lets Connect invoke it for this instance. A function that answers with an error is asked up to three
times more, within the time limit of the block.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aicc_local.connect.integration_association import LAMBDA_FUNCTION, LEX_BOT, associations
from aicc_local.lex.resource_policy import policy_of
from aicc_local.local_aws import LocalAws
from aicc_local.ports import Functions, Invocation
from aicc_local.store import Record

SERVICE = "connect.amazonaws.com"
RETRIES = 3
LARGEST_ANSWER = 32 * 1024  # bytes of UTF-8
LONGEST = 8  # seconds

# As flow logs of Connect have it.
DENIED = "Status Code: 403; Error Code: AccessDeniedException"
FUNCTION_ERROR = "The Lambda Function Returned An Error."
# Connect's own words for these are not known.
NOT_ASSOCIATED = "The Lambda Function Is Not Associated With The Instance."
TIMED_OUT = "The Lambda Function Did Not Answer In Time."
THROTTLED = "The Lambda Function Was Throttled."
MISSING = "The Lambda Function Does Not Exist."


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionAnswer:
    """What came of asking a function: values for `$.External`, or an error as the flow log tells it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""


def may_invoke(aws: LocalAws, instance: Record, arn: str) -> str:
    """Why Connect may not invoke a function for an instance; empty when it may. The ARN counts with its alias."""
    if not associated(aws, instance, arn, LAMBDA_FUNCTION):
        return NOT_ASSOCIATED
    if not aws.functions.exists(arn):
        return MISSING
    allowed = _allowed(aws, instance, aws.functions.policy(arn), "lambda:InvokeFunction", arn)
    return "" if allowed else DENIED


def may_converse(aws: LocalAws, instance: Record, alias_arn: str) -> str:
    """Why Connect may not talk to a bot alias for an instance; empty when it may."""
    if not associated(aws, instance, alias_arn, LEX_BOT):
        return "The bot is not associated with the instance."
    policy = policy_of(aws, alias_arn)
    wanted = ("lex:RecognizeText", "lex:StartConversation")
    return "" if all(_allowed(aws, instance, policy, action, alias_arn) for action in wanted) else DENIED


def associated(aws: LocalAws, instance: Record, arn: str, kind: str) -> bool:
    """Whether an instance is associated with a function or a bot alias."""
    return any(record.properties["IntegrationArn"] == arn for record in associations(aws, instance.arn, kind))


def invoke_function(
    functions: Functions, arn: str, event: Mapping[str, Any], *, seconds: float, kind: str
) -> FunctionAnswer:
    """Ask a function that may be invoked; no lock is held.

    Args:
        functions: AWS Lambda.
        arn: The function.
        event: What it is told.
        seconds: The time limit of the block, for all attempts together.
        kind: STRING_MAP or JSON.
    """
    deadline = time.monotonic() + min(seconds, LONGEST)
    invocation = Invocation(error="TimedOut")
    for _ in range(1 + RETRIES):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        invocation = functions.invoke(arn, event, seconds=left)
        if not invocation.error:
            return read_answer(invocation.payload, kind)
    return FunctionAnswer(error=_told(invocation.error))


def read_answer(payload: Any, kind: str) -> FunctionAnswer:
    """What a function returned, if Connect takes it.

    >>> read_answer({"name": "김"}, "STRING_MAP").values
    {'name': '김'}
    >>> read_answer({"age": 30}, "STRING_MAP").error
    'The Lambda Function Returned An Error. (age is no text)'
    """
    if len(json.dumps(payload, ensure_ascii=False).encode()) > LARGEST_ANSWER:
        return FunctionAnswer(error=f"{FUNCTION_ERROR} (more than {LARGEST_ANSWER} bytes)")
    if not isinstance(payload, dict):
        return FunctionAnswer(error=f"{FUNCTION_ERROR} (no object)")
    if kind == "STRING_MAP":
        wrong = [key for key, value in payload.items() if not isinstance(value, str)]
        if wrong:
            return FunctionAnswer(error=f"{FUNCTION_ERROR} ({', '.join(wrong)} is no text)")
    return FunctionAnswer(values=payload)


def _allowed(aws: LocalAws, instance: Record, policy: Mapping[str, Any], action: str, resource: str) -> bool:
    return aws.policies.allow(
        policy,
        service=SERVICE,
        action=action,
        resource=resource,
        source_arn=instance.arn,
        source_account=aws.account,
    )


def _told(error: str) -> str:
    return {"TimedOut": TIMED_OUT, "TooManyRequestsException": THROTTLED, "Throttled": THROTTLED}.get(
        error, FUNCTION_ERROR
    )
