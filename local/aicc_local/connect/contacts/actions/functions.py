"""InvokeLambdaFunction: by the rules of `invocation`; what goes wrong takes the error branch."""

from typing import Any

from aicc_local.connect.contacts.function_event import function_event
from aicc_local.connect.contacts.step import Outcome, Outside, Step
from aicc_local.connect.invocation import FunctionAnswer, invoke_function, may_invoke


def invoke(step: Step) -> Outcome:
    """Ask the function, for as long as the block allows."""
    step.accept_only(
        "LambdaFunctionARN",
        "InvocationTimeLimitSeconds",
        "InvocationType",
        "LambdaInvocationAttributes",
        "ResponseValidation",
    )
    arn = str(step.parameter("LambdaFunctionARN"))
    seconds = int(step.parameter("InvocationTimeLimitSeconds"))
    validation: Any = step.action.parameters.get("ResponseValidation") or {}
    kind = validation.get("ResponseType", "STRING_MAP")
    step.shown = {
        "FunctionArn": arn,
        "TimeLimit": str(seconds * 1000),
        "ResponseValidation": f"ResponseType={kind}",
        **(step.parameter("LambdaInvocationAttributes") or {}),
    }
    refusal = may_invoke(step.aws, step.contact.instance(step.aws), arn)
    if refusal:
        return step.error(results=refusal)
    event = function_event(step)
    if step.action.parameters.get("InvocationType") == "ASYNCHRONOUS":
        step.aws.spawn(lambda: _forget(step, arn, event))
        return step.proceed()
    functions = step.aws.functions
    return Outside(lambda: invoke_function(functions, arn, event, seconds=seconds, kind=kind), answered)


def answered(step: Step, answer: FunctionAnswer) -> Outcome:
    """The function has answered, or has not."""
    # Only the last answer can be referred to.
    step.frame.external = dict(answer.values)
    if answer.error:
        return step.error(results=answer.error)
    step.external = answer.values
    return step.proceed()


def _forget(step: Step, arn: str, event: dict[str, Any]) -> None:
    step.aws.functions.invoke(arn, event, seconds=8)
