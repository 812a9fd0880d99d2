"""InvokeLambdaFunction: asked up to three times more within the block's time; what goes wrong takes the error branch.

Source: Connect administrator guide, "Invoke Lambda functions": at most 8 seconds a block, 20 for functions one
after the other without a prompt in between, 32 KB of answer.
"""

from typing import Any

from connect_flows._simulator._answers import read_answer
from connect_flows._simulator._events import ActionCompleted, FunctionAnswered, FunctionAsked
from connect_flows._simulator._function_event import function_event
from connect_flows._simulator._outcomes import Answered, Asks, Ends, Happening, Outcome
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import FunctionRequest, FunctionResult, MockedRequest, Override

RETRIES = 3
LONGEST = 8.0
TIMED_OUT = "The Lambda Function Did Not Answer In Time."
LONGEST_CHAIN = 20.0
_OURS = (
    "LambdaFunctionARN", "InvocationTimeLimitSeconds", "InvocationType", "LambdaInvocationAttributes",
    "ResponseValidation",
)  # fmt: skip


def run(step: Step) -> Outcome:
    """Ask for as long as the block allows."""
    step.accept_only(*_OURS)
    named = str(step.parameter("LambdaFunctionARN"))
    if not step.started(named):
        return Ends()
    replaced = step.override(named)
    if replaced and not replaced.substitute:
        return _replaced(step, replaced)
    step.walk.asked = function = replaced.substitute if replaced else named
    refusal = step.around.refusal(step.contact, function)
    if refusal:
        _show(step, function)
        return step.error(results=refusal)
    step.walk.attempts, step.walk.spent = 0, 0.0
    if step.block.plain.get("InvocationType") == "ASYNCHRONOUS":
        _show(step, function)
        step.around.invoke_later(step.contact, _request(step, function, LONGEST))
        return step.proceed()
    return _ask(step, function)


def resume(step: Step, happening: Happening) -> Outcome:
    """The function has answered, or has not."""
    assert isinstance(happening, Answered)
    result = happening.result
    assert isinstance(result, FunctionResult)
    step.walk.spent += result.seconds
    step.walk.chained += result.seconds
    again = result.error and not result.final and step.walk.attempts <= RETRIES
    if again and _left(step) > 0:
        return _ask(step, step.walk.asked)
    return _answered(step, result)


def _ask(step: Step, function: str) -> Outcome:
    left = _left(step)
    if left <= 0:
        return _answered(step, FunctionResult(error="Functions Took 20 Seconds Without A Prompt.", final=True))
    step.walk.attempts += 1
    request = _request(step, function, left)
    at = (step.contact.id, step.around.now(), step.program.name, step.block.identifier)
    step.around.emit(FunctionAsked(*at, function, request.event["Details"]["Parameters"], step.walk.attempts))
    return Asks(request)


def _answered(step: Step, result: FunctionResult) -> Outcome:
    named = str(step.parameter("LambdaFunctionARN"))
    _show(step, step.walk.asked)
    validation: Any = step.block.plain.get("ResponseValidation") or {}
    values, error = (
        ({}, result.error)
        if result.error
        else read_answer(result.payload, validation.get("ResponseType", "STRING_MAP"))
    )
    # Only the last answer can be referred to.
    step.frame.external = dict(values)
    at = (step.contact.id, step.around.now(), step.program.name, step.block.identifier)
    step.around.emit(FunctionAnswered(*at, named, values, error, step.walk.spent))
    if error:
        return step.error(results=error)
    step.around.emit(ActionCompleted(*at, step.block.type, named, values))
    return step.proceed()


def _replaced(step: Step, replaced: Override) -> Outcome:
    step.walk.asked = str(step.parameter("LambdaFunctionARN"))
    step.walk.attempts, step.walk.spent = 0, 0.0
    left = _left(step)
    if replaced.seconds > left:
        return Asks(MockedRequest(result=FunctionResult(error=TIMED_OUT, seconds=left, final=True)))
    result = FunctionResult(payload=replaced.result, error=replaced.error, seconds=replaced.seconds, final=True)
    return Asks(MockedRequest(result=result))


def _show(step: Step, function: str) -> None:
    validation: Any = step.block.plain.get("ResponseValidation") or {}
    step.shown = {
        "FunctionArn": function,
        "TimeLimit": str(int(_limit(step) * 1000)),
        "ResponseValidation": f"ResponseType={validation.get('ResponseType', 'STRING_MAP')}",
        **(step.parameter("LambdaInvocationAttributes") or {}),
    }


def _request(step: Step, function: str, seconds: float) -> FunctionRequest:
    return FunctionRequest(function=function, event=function_event(step), seconds=seconds, attempt=step.walk.attempts)


def _limit(step: Step) -> float:
    return float(step.parameter("InvocationTimeLimitSeconds"))


def _left(step: Step) -> float:
    return min(min(_limit(step), LONGEST) - step.walk.spent, LONGEST_CHAIN - step.walk.chained)
