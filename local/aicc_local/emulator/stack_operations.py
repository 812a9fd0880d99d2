"""Answers to calls that start a stack operation: refused while another one runs, and given when it is over.

The CDK's command line looks every five seconds whether a stack is done, and an operation takes one or two here: so the
answer waits for its end, as a slow network might make it wait. ministack lets a second operation start meanwhile.
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
"""

import asyncio
from typing import Any
from urllib.parse import parse_qs

from ministack import app
from ministack.services.cloudformation import handlers, helpers

# Well below the time that SDKs wait for an answer.
LONGEST_SECONDS = 20.0
PAUSE_SECONDS = 0.02

CHANGING = frozenset({"CreateChangeSet", "ExecuteChangeSet", "UpdateStack"})
STARTING = frozenset({"CreateStack", "ExecuteChangeSet", "UpdateStack", "DeleteStack"})

Answer = tuple[int, dict[str, str], bytes]


_handle_request = app.SERVICE_HANDLERS["cloudformation"]


def register() -> None:
    """Take the calls to CloudFormation before ministack does."""
    app.SERVICE_HANDLERS["cloudformation"] = handle_request


async def handle_request(
    method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]
) -> Answer:
    """Answer one call."""
    parameters = {**query, **parse_qs(body.decode("utf-8", "replace"))}
    action = _first(parameters, "Action")
    stack = _stack(parameters)
    if action in CHANGING and _runs(stack):
        refused: Answer = helpers._error(
            "ValidationError", f"Stack:{stack['StackId']} is in {stack['StackStatus']} state and can not be updated."
        )
        return refused
    answer: Answer = await _handle_request(method, path, headers, body, query)
    if action in STARTING and answer[0] == 200:
        await _end(_stack(parameters) or stack)
    return answer


async def _end(stack: dict[str, Any]) -> None:
    rounds = int(LONGEST_SECONDS / PAUSE_SECONDS)
    for _ in range(rounds):
        await asyncio.sleep(PAUSE_SECONDS)
        if not _runs(stack):
            return


def _runs(stack: dict[str, Any]) -> bool:
    status = str(stack.get("StackStatus", ""))
    return status.endswith("_IN_PROGRESS") and status != "REVIEW_IN_PROGRESS"


def _stack(parameters: dict[str, list[str]]) -> dict[str, Any]:
    name = _first(parameters, "StackName")
    return (handlers._resolve_stack(name) if name else None) or {}


def _first(parameters: dict[str, list[str]], name: str) -> str:
    return parameters.get(name, [""])[0]
