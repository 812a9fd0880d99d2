"""Which job cannot be done without which action on which resource."""

from __future__ import annotations

from tests.e2e.callback_jobs import booking, dialling, firing, in_call, tending
from tests.e2e.callback_jobs.checks import Job, be_seen
from tests.e2e.callback_jobs.names import (
    BOOK,
    DIAL,
    DIAL_DEAD_LETTERS,
    DIAL_QUEUE,
    EVENTS,
    EVENTS_DEAD_LETTERS,
    MANAGE,
    REPORT,
    SWEEP,
    SWEEP_DEAD_LETTERS,
    TRACK,
)

# Nothing shows here whether it is needed; docs/local-aws.md says how a real account has to show it.
NOT_SHOWN = {"xray:PutTelemetryRecords *": "Lambda's daemon reports about itself; nothing shows whether it did"}

LEDGER = "CallbacksQueueLedger"
SCHEDULES = "CallbacksQueueWakersSchedules/*"
CONTACTS = "TelephonyInstance/contact/*"
TAKING = "sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage"
SCHEDULING = f"scheduler:CreateSchedule {SCHEDULES}", "iam:PassRole CallbacksQueueWakersRole"


def _each(actions: str, resource: str) -> tuple[str, ...]:
    return tuple(f"{action} {resource}" for action in actions.split())


def _seen(function: str, text: str, job: Job) -> dict[Job, tuple[str, ...]]:
    log = f"{function}Logs"
    needed = f"logs:CreateLogStream {log}", f"logs:PutLogEvents {log}", "xray:PutTraceSegments *"
    return {be_seen(function, text, job): needed}


# Each role, the jobs of who has it, and what one of them cannot be done without.
JOBS: dict[str, dict[Job, tuple[str, ...]]] = {
    "CallbacksQueueReportRole": {
        in_call.hear_yes: (
            *_each("dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem", LEDGER),
            "kms:Decrypt KeysTables",
        ),
        in_call.hear_no: (f"dynamodb:DeleteItem {LEDGER}",),
        **_seen(REPORT, "step_reported", in_call.hear_yes),
    },
    "CallbacksQueueTrackRole": {
        in_call.learn_of_no_answer: (
            *_each("dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem", LEDGER),
            "kms:Decrypt KeysTables",
            f"connect:GetContactAttributes {CONTACTS}",
            *SCHEDULING,
        ),
        in_call.learn_of_talk: (f"dynamodb:DeleteItem {LEDGER}",),
        in_call.take_events: _each(TAKING, EVENTS),
        **_seen(TRACK, "contact_tracked", in_call.learn_of_talk),
    },
    "CallbacksQueueDialRole": {
        dialling.dial: (
            *_each("dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem", LEDGER),
            "kms:Decrypt KeysTables",
            "kms:Decrypt CallbacksQueueKeysPhones",
            f"connect:StartOutboundVoiceContact {CONTACTS}",
            "connect:GetCurrentMetricData RoutingQueuegeneral",
        ),
        dialling.dial_anew: ("ssm:GetParameter FunctionsOpeningHours",),
        dialling.wait_for_an_agent: (f"sqs:SendMessage {DIAL_QUEUE}",),
        dialling.shift: (f"dynamodb:BatchGetItem {LEDGER}", *SCHEDULING),
        dialling.meet_a_cancellation: (f"dynamodb:DeleteItem {LEDGER}",),
        dialling.take_what_is_due: _each(TAKING, DIAL_QUEUE),
        **_seen(DIAL, "dial_ended", dialling.dial),
    },
    "CallbacksQueueSweepRole": {
        tending.sweep: (
            *_each("dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem", LEDGER),
            f"dynamodb:Query {LEDGER}/index/wake",
            "kms:Decrypt KeysTables",
            "connect:SearchContacts TelephonyInstance",
            f"connect:DescribeContact {CONTACTS}",
            f"sqs:SendMessage {DIAL_QUEUE}",
            *SCHEDULING,
        ),
        tending.keep_failed_sweeps: ("sqs:SendMessage CallbacksQueueSweepDeadLetters",),
        **_seen(SWEEP, "swept", tending.sweep),
    },
    "CallbacksQueueManageRole": {
        tending.show_all: (
            f"dynamodb:BatchGetItem {LEDGER}",
            f"dynamodb:Query {LEDGER}/index/wake",
            "kms:Decrypt KeysTables",
        ),
        tending.hurry: (
            *_each("dynamodb:GetItem dynamodb:PutItem", LEDGER),
            f"sqs:SendMessage {DIAL_QUEUE}",
        ),
        tending.settle: SCHEDULING,
        tending.forget: (
            *_each("dynamodb:DeleteItem dynamodb:UpdateItem", LEDGER),
            f"dynamodb:Query {LEDGER}/index/phone",
            "kms:GenerateMac CallbacksQueueKeysHashes",
        ),
        tending.send_back: (
            *_each(f"{TAKING} sqs:StartMessageMoveTask", DIAL_DEAD_LETTERS),
            *_each(f"{TAKING} sqs:StartMessageMoveTask", EVENTS_DEAD_LETTERS),
            f"sqs:SendMessage {EVENTS}",
        ),
        **_seen(MANAGE, "command_answered", tending.show_all),
    },
    "FunctionsFulfillIntentRole": {
        booking.serve: ("dynamodb:Query DataOrders", "ssm:GetParameter FunctionsOpeningHours"),
        booking.book: (
            *_each("dynamodb:PutItem dynamodb:UpdateItem", LEDGER),
            "kms:Encrypt CallbacksQueueKeysPhones",
            "kms:GenerateMac CallbacksQueueKeysHashes",
            *SCHEDULING,
        ),
        booking.cancel: (*_each("dynamodb:DeleteItem dynamodb:GetItem", LEDGER), "kms:Decrypt KeysTables"),
        booking.offer_others: (f"dynamodb:BatchGetItem {LEDGER}",),
        **_seen(BOOK, "intent_served", booking.cancel),
    },
    "CallbacksQueueWakersRole": {
        firing.fire: (f"sqs:SendMessage {DIAL_QUEUE}",),
        firing.keep_what_cannot_be_sent: (f"sqs:SendMessage {DIAL_DEAD_LETTERS}",),
    },
}

# Each queue that a rule sends to, and what its policy is there for. That it turns away what does not come by TLS shows
# in a real account only: the local AWS speaks no TLS, and takes what comes over the loopback for it.
POLICIES: dict[str, Job] = {
    EVENTS: firing.hear_of_calls,
    EVENTS_DEAD_LETTERS: firing.keep_unheard_events,
    SWEEP_DEAD_LETTERS: firing.keep_missed_minutes,
}
