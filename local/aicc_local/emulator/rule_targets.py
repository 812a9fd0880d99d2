"""EventBridge rules: a queue or a function takes an event only where its policy, or the target's role, allows it.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html. What it does not take goes to the
target's dead-letter queue, whose policy must allow the rule too.
"""

import json
from contextvars import copy_context
from typing import Any

from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id
from ministack.services import cloudwatch, eventbridge, sqs

from aicc_local.emulator.adapters import LocalFunctions, LocalPolicies
from aicc_local.emulator.role_permissions import asked, role_may
from aicc_local.emulator.undelivered import Failure, Letter, missing, record

SERVICE = "events.amazonaws.com"
ACTIONS = {"sqs": "sqs:SendMessage", "lambda": "lambda:InvokeFunction"}


def register() -> None:
    """Ask before ministack delivers."""
    deliver = eventbridge._invoke_target

    def delivered(target: dict[str, Any], event: dict[str, Any], rule: dict[str, Any], view: Any = None) -> None:
        # Schedules and rules share this; only a schedule's event says so.
        failure = None if event.get("Source") == "aws.scheduler" else _failure(target, rule)
        if failure is None:
            deliver(target, event, rule, view)
            return
        name = rule.get("Name", "")
        cloudwatch.record_metric("AWS/Events", "FailedInvocations", 1.0, "Count", {"RuleName": name})
        letter = Letter(
            name=name,
            queue=(target.get("DeadLetterConfig") or {}).get("Arn", ""),
            body=json.dumps((view or eventbridge._pattern_event_view(event)).event_with_detail(), ensure_ascii=False),
            about={"RULE_ARN": rule["Arn"], "TARGET_ARN": target["Arn"]},
        )
        record(
            failure,
            letter,
            may_write=lambda queue: _queue_takes(queue, rule),
            metrics="AWS/Events",
            dimensions={"RuleName": name},
        )

    eventbridge._invoke_target = delivered


def _failure(target: dict[str, Any], rule: dict[str, Any]) -> Failure | None:
    arn = target["Arn"]
    service = arn.split(":")[2]
    if service not in ACTIONS:
        return None
    if target.get("RoleArn"):
        allowed = role_may(target["RoleArn"], ACTIONS[service], arn)
    else:
        allowed = _queue_takes(arn, rule) if service == "sqs" else _function_takes(arn, rule)
    gone = missing(arn)
    if gone is None and not allowed:
        return Failure("NO_PERMISSIONS", f"The rule is not allowed to do {ACTIONS[service]} on {arn}")
    return gone


def _queue_takes(queue: str, rule: dict[str, Any]) -> bool:
    def asked_over_tls() -> bool:
        # What delivers is no request that came over TLS, and a queue may deny whatever did not.
        iam_evaluator.pin_request_origin("127.0.0.1", True)
        return bool(sqs.queue_policy_allows(queue, SERVICE, rule["Arn"], get_account_id()))

    return copy_context().run(asked_over_tls)


def _function_takes(function: str, rule: dict[str, Any]) -> bool:
    return not asked() or LocalPolicies().allow(
        LocalFunctions().policy(function),
        service=SERVICE,
        action=ACTIONS["lambda"],
        resource=function,
        source_arn=rule["Arn"],
        source_account=get_account_id(),
    )
