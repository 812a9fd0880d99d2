"""A function that a flow of the tests' own asks; they may take its permissions and leave the deployed flows alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from aicc_local.lifecycle.environment import ACCOUNT
from tests.e2e.contact_centre import Centre

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFunction:
    """A function under an alias or version, and a flow that says what it answers, or "고장" when it does not.

    Attributes:
        name: The function.
        qualifier: The alias or version.
        arn: With the qualifier.
        flow: The id of the flow.
    """

    centre: Centre
    name: str
    qualifier: str
    arn: str
    flow: str

    def permit(self, *, source_arn: str = "") -> None:
        """Let Connect invoke it for the instance, or for another one."""
        self._functions.add_permission(
            FunctionName=self.name,
            Qualifier=self.qualifier,
            StatementId="asked",
            Action="lambda:InvokeFunction",
            Principal="connect.amazonaws.com",
            SourceArn=source_arn or self.centre.instance_arn,
            SourceAccount=ACCOUNT,
        )

    def forbid(self) -> None:
        """Take the permission back."""
        self._functions.remove_permission(FunctionName=self.name, Qualifier=self.qualifier, StatementId="asked")

    def associate(self) -> None:
        """Let the instance use it."""
        self.centre.connect.associate_lambda_function(InstanceId=self.centre.instance, FunctionArn=self.arn)

    def disassociate(self) -> None:
        """Take that back."""
        self.centre.connect.disassociate_lambda_function(InstanceId=self.centre.instance, FunctionArn=self.arn)

    @property
    def _functions(self) -> LambdaClient:
        return self.centre.session.client("lambda")


@contextmanager
def asked(centre: Centre, arn: str, *, seconds: int = 8) -> Iterator[AskedFunction]:
    """A function that may be asked, under the alias or version that the ARN names, until the block ends."""
    name, _, qualifier = arn.partition(":function:")[2].partition(":")
    made = centre.connect.create_contact_flow(
        InstanceId=centre.instance, Name=f"asking-{uuid4()}", Type="CONTACT_FLOW", Content=_asking(arn, seconds)
    )
    flow = made["ContactFlowId"]
    function = AskedFunction(centre=centre, name=name, qualifier=qualifier, arn=arn, flow=flow)
    function.permit()
    function.associate()
    yield function
    function.disassociate()
    function.forbid()
    centre.connect.delete_contact_flow(InstanceId=centre.instance, ContactFlowId=flow)


def _asking(function_arn: str, seconds: int) -> str:
    invocation = {"LambdaFunctionARN": function_arn, "InvocationTimeLimitSeconds": str(seconds)}
    actions = [
        _action("log", "UpdateFlowLoggingBehavior", "ask", {"FlowLoggingBehavior": "Enabled"}),
        _action("ask", "InvokeLambdaFunction", "tell", invocation, error="apologise"),
        _action("tell", "MessageParticipant", "bye", {"Text": "$.External.line_status"}, error="bye"),
        _action("apologise", "MessageParticipant", "bye", {"Text": "고장"}, error="bye"),
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ]
    return json.dumps({"Version": "2019-10-30", "StartAction": "log", "Actions": actions})


def _action(name: str, kind: str, then: str, parameters: dict[str, Any], error: str = "") -> dict[str, Any]:
    errors = [{"ErrorType": "NoMatchingError", "NextAction": error}] if error else []
    transitions = {"NextAction": then, "Errors": errors}
    return {"Identifier": name, "Type": kind, "Parameters": parameters, "Transitions": transitions}
