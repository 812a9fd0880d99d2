"""EventBridge Scheduler: it calls a target in the name of the schedule's role, and looks every second what is due.

AWS calls within the minute. What the role may not do, or where nothing is, goes to the target's dead-letter queue, in
the role's name too; what fails here would fail again, so that it is not tried again.
https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role
"""

import json
import re
import time
from datetime import UTC, datetime
from typing import Any

from ministack import app
from ministack.core.responses import new_uuid
from ministack.services import cloudwatch, eventbridge, iam, scheduler, sqs

from aicc_local.emulator.role_permissions import asked, role_may
from aicc_local.emulator.undelivered import Failure, Letter, missing, record
from aicc_local.errors import ServiceError
from aicc_local.rest_json import Request, RestJson, error_answer

SECONDS_BETWEEN_LOOKS = 1
SERVICE = "scheduler.amazonaws.com"

ACTIONS = {
    "events": "events:PutEvents",
    "lambda": "lambda:InvokeFunction",
    "sns": "sns:Publish",
    "sqs": "sqs:SendMessage",
    "states": "states:StartExecution",
}

_EXPRESSION = re.compile(r"(at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)|rate\([1-9]\d* (minute|hour|day)s?\)|cron\([^()]+\))")


def register() -> None:
    """Ask before ministack calls, and refuse what AWS would not take."""
    scheduler._SCHEDULE_TICK_INTERVAL = SECONDS_BETWEEN_LOOKS
    _calls()
    _requests()


def _calls() -> None:
    call = eventbridge._invoke_target

    def called(target: dict[str, Any], event: dict[str, Any], rule: dict[str, Any], view: Any = None) -> None:
        # Schedules and rules share this; only a schedule's event says so.
        failure = _failure(target) if event.get("Source") == "aws.scheduler" else None
        if failure is None:
            call(target, event, rule, view)
            return
        group = {"ScheduleGroup": rule.get("GroupName", "default")}
        cloudwatch.record_metric("AWS/Scheduler", "TargetErrorCount", 1.0, "Count", group)
        record(
            failure,
            _letter(target, event, rule),
            may_write=lambda queue: role_may(target.get("RoleArn", ""), "sqs:SendMessage", queue),
            metrics="AWS/Scheduler",
            dimensions=group,
        )

    eventbridge._invoke_target = called


def _letter(target: dict[str, Any], event: dict[str, Any], schedule: dict[str, Any]) -> Letter:
    due = datetime.fromtimestamp(float(event.get("Time") or time.time()), UTC)
    return Letter(
        name=schedule.get("Name", ""),
        queue=(target.get("DeadLetterConfig") or {}).get("Arn", ""),
        body=_request(target, event),
        about={
            "EXECUTION_ID": new_uuid(),
            "IS_PAYLOAD_TRUNCATED": "false",
            "SCHEDULED_TIME": f"{due:%Y-%m-%dT%H:%M:%SZ}",
            "SCHEDULE_ARN": schedule["Arn"],
            "TARGET_ARN": target["Arn"],
        },
    )


def _request(target: dict[str, Any], event: dict[str, Any]) -> str:
    """What the target was to be asked; a queue, as the guide's sample of a dead-letter event shows, in a request."""
    text: str = target.get("Input") or json.dumps(eventbridge._pattern_event_view(event).event_with_detail())
    if target["Arn"].split(":")[2] != "sqs":
        return text
    return json.dumps({"MessageBody": text, "QueueUrl": sqs._queue_url(target["Arn"].rpartition(":")[2])})


def _failure(target: dict[str, Any]) -> Failure | None:
    if not may_call(target):
        return Failure("AccessDeniedException", f"{target.get('RoleArn', '')} may not call {target['Arn']}")
    return missing(target["Arn"])


def may_call(target: dict[str, Any]) -> bool:
    """Whether the role of a target may call it."""
    action = ACTIONS.get(target["Arn"].split(":")[2])
    return action is None or role_may(target.get("RoleArn", ""), action, target["Arn"])


def _requests() -> None:
    serve, protocol = app.SERVICE_HANDLERS["scheduler"], RestJson("scheduler")

    async def judged(method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]) -> Any:
        request = Request(method=method, path=path, query=query, headers=headers, body=body)
        try:
            call = protocol.read(request)
            if call.operation in ("CreateSchedule", "UpdateSchedule"):
                check_schedule(call.parameters)
        except ServiceError as error:
            return error_answer(ServiceError("ValidationException", error.message))
        return await serve(method, path, headers, body, query)

    app.SERVICE_HANDLERS["scheduler"] = judged


def check_schedule(parameters: dict[str, Any]) -> None:
    """Refuse what the model of the service does not say.

    Raises:
        ServiceError: The expression, its time zone, the role or the dead-letter queue is not to be used.
    """
    expression, target = parameters["ScheduleExpression"], parameters["Target"]
    if not _EXPRESSION.fullmatch(expression) or (expression.startswith("at(") and not _is_moment(expression[3:-1])):
        raise ServiceError("ValidationException", f"Invalid Schedule Expression {expression}.")
    zone = parameters.get("ScheduleExpressionTimezone", "UTC")
    if not expression.startswith("rate(") and zone not in ("UTC", "Etc/UTC"):
        raise ServiceError("ValidationException", f"The local Scheduler knows UTC only, got {zone}")
    if asked() and not _assumes(target["RoleArn"]):
        raise ServiceError(
            "ValidationException",
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.",
        )


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _assumes(role_arn: str) -> bool:
    role = iam._roles.get(role_arn.rpartition("/")[2])
    if role is None:
        return False
    trust = json.loads(role["AssumeRolePolicyDocument"])
    statements = trust["Statement"] if isinstance(trust["Statement"], list) else [trust["Statement"]]
    for statement in statements:
        services = (statement.get("Principal") or {}).get("Service", [])
        if statement["Effect"] == "Allow" and SERVICE in ([services] if isinstance(services, str) else services):
            return True
    return False
