"""When Connect may invoke a function or talk to a bot, and how it tells that a function failed.

Source: Connect administrator guide, "Invoke Lambda functions": the function is associated with the instance, and its
resource policy lets Connect invoke it for this instance.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.integration_association import LAMBDA_FUNCTION, LEX_BOT, associations
from aicc_local.lex.resource_policy import policy_of
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

SERVICE = "connect.amazonaws.com"

# As flow logs of Connect have it.
DENIED = "Status Code: 403; Error Code: AccessDeniedException"
FUNCTION_ERROR = "The Lambda Function Returned An Error."
# Connect's own words for these are not known.
NOT_ASSOCIATED = "The Lambda Function Is Not Associated With The Instance."
TIMED_OUT = "The Lambda Function Did Not Answer In Time."
THROTTLED = "The Lambda Function Was Throttled."
MISSING = "The Lambda Function Does Not Exist."


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


def _allowed(aws: LocalAws, instance: Record, policy: Mapping[str, Any], action: str, resource: str) -> bool:
    return aws.policies.allow(
        policy,
        service=SERVICE,
        action=action,
        resource=resource,
        source_arn=instance.arn,
        source_account=aws.account,
    )


def told(error: str) -> str:
    """The type of error of an invocation, as the flow log tells it."""
    return {"TimedOut": TIMED_OUT, "TooManyRequestsException": THROTTLED, "Throttled": THROTTLED}.get(
        error, FUNCTION_ERROR
    )
