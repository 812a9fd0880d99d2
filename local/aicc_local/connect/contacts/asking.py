"""What a flow asks of functions and bots, asked in Connect's name while the store is free."""

import time
from typing import Any

from aicc_local.connect.contacts.bots import converse
from aicc_local.connect.invocation import told
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import BotRequest, BotResult, FunctionRequest, FunctionResult, MockedRequest, Request


def ask(aws: LocalAws, contact_arn: str, request: Request) -> FunctionResult | BotResult:
    """What comes of asking, and how long it really took."""
    if isinstance(request, MockedRequest):
        time.sleep(request.result.seconds)
        return request.result
    if isinstance(request, BotRequest):
        return converse(aws, request)
    return invoke(aws, contact_arn, request)


def invoke(aws: LocalAws, contact_arn: str, request: FunctionRequest) -> FunctionResult:
    """Ask a function once. That Connect may invoke it has been checked."""
    began = time.monotonic()
    invocation = aws.functions.invoke(request.function, _event(aws, contact_arn, request), seconds=request.seconds)
    seconds = time.monotonic() - began
    if not invocation.error:
        return FunctionResult(payload=invocation.payload, seconds=seconds)
    if invocation.error == "TimedOut":
        # It had all the time there was.
        seconds = max(seconds, request.seconds)
    return FunctionResult(error=told(invocation.error), seconds=seconds)


def _event(aws: LocalAws, contact_arn: str, request: FunctionRequest) -> dict[str, Any]:
    """The event of the engine, with where the contact is."""
    details = request.event["Details"]
    where = {"AwsRegion": aws.region, "InstanceARN": contact_arn.rpartition("/contact/")[0]}
    return {**request.event, "Details": {**details, "ContactData": {**details["ContactData"], **where}}}
