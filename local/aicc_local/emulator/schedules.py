"""EventBridge Scheduler: it calls a target in the name of the schedule's role, and looks every second what is due.

AWS calls within the minute, and what the role may not do fails. Its retries and its dead-letter queue are not here.
https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role
"""

import logging
from typing import Any

from ministack.services import cloudwatch, eventbridge, scheduler

from aicc_local.emulator.role_permissions import role_may

log = logging.getLogger("aicc_local")

SECONDS_BETWEEN_LOOKS = 1

ACTIONS = {
    "events": "events:PutEvents",
    "lambda": "lambda:InvokeFunction",
    "sns": "sns:Publish",
    "sqs": "sqs:SendMessage",
    "states": "states:StartExecution",
}


def register() -> None:
    """Ask before ministack calls."""
    scheduler._SCHEDULE_TICK_INTERVAL = SECONDS_BETWEEN_LOOKS
    call = eventbridge._invoke_target

    def called(target: dict[str, Any], event: dict[str, Any], rule: dict[str, Any], view: Any = None) -> None:
        # Schedules and rules share this; only a schedule's event says so.
        if event.get("Source") != "aws.scheduler" or may_call(target):
            call(target, event, rule, view)
            return
        log.warning("%s: the role may not call %s", rule.get("Name"), target["Arn"])
        group = {"ScheduleGroup": rule.get("GroupName", "default")}
        cloudwatch.record_metric("AWS/Scheduler", "TargetErrorCount", 1.0, "Count", group)

    eventbridge._invoke_target = called


def may_call(target: dict[str, Any]) -> bool:
    """Whether the role of a target may call it."""
    action = ACTIONS.get(target["Arn"].split(":")[2])
    return action is None or role_may(target.get("RoleArn", ""), action, target["Arn"])
