"""A callback queue in a stack, and what its template says about who may do what."""

from collections.abc import Mapping
from typing import Any

from aws_cdk import App, Environment, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_lambda import Code, ILayerVersion, LayerVersion

from aicc_constructs import (
    CallbackQueue,
    ConnectInstance,
    ExistingInstance,
    HoursOfOperation,
    PhoneNumber,
    PythonHandler,
    Weekly,
)

FUNCTIONS = ("dial_callback", "manage_callbacks", "report_callback", "sweep_callbacks", "track_callbacks")
INSTANCE_ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
NUMBER = PhoneNumber.from_arn("arn:aws:connect:ap-northeast-2:111122223333:phone-number/7a8b")
VALUES = {"text.company_name": "한빛"}


class Centre:
    """What a callback queue is given, in a stack of a Region."""

    def __init__(self, scope: Any) -> None:
        self.stack = Stack(scope, "Callbacks", env=Environment(account="111122223333", region="ap-northeast-2"))
        self.instance: ExistingInstance = ConnectInstance.from_arn(self.stack, "Instance", INSTANCE_ARN)
        self.hours = self.hours_of("Asia/Seoul", "Hours")
        self.code = Code.from_inline("def handler(event, context): ...")
        arn = "arn:aws:lambda:ap-northeast-2:111122223333:layer:libraries:7"
        self.layer: ILayerVersion = LayerVersion.from_layer_version_arn(self.stack, "GivenLayer", arn)

    def hours_of(self, time_zone: str, construct_id: str) -> HoursOfOperation:
        week = Weekly.weekdays("09:00", "18:00")
        return HoursOfOperation(
            self.stack, construct_id, instance=self.instance, name=construct_id, week=week, time_zone=time_zone
        )

    def make(self, construct_id: str = "Queue", **options: Any) -> CallbackQueue:
        given = {"instance": self.instance, "hours": self.hours, "code": self.code, "layer": self.layer}
        if "queue" not in options:
            given["outbound_number"] = NUMBER
        return CallbackQueue(self.stack, construct_id, **{**given, "values": VALUES, **options})


class Made:
    """The template, read once."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self.resources: dict[str, Any] = Template.from_stack(stack).to_json()["Resources"]

    def of_type(self, resource_type: str) -> dict[str, dict[str, Any]]:
        return {
            name: item.get("Properties", {}) for name, item in self.resources.items() if item["Type"] == resource_type
        }

    def function(self, package: str) -> dict[str, Any]:
        [found] = [
            each for each in self.of_type("AWS::Lambda::Function").values() if each["Handler"].startswith(f"{package}.")
        ]
        return found

    def allowed(self, role_arn: Any) -> set[tuple[str, str, str]]:
        """Each action with what it may be done to, and on what condition, of a role; logs and traces left out."""
        [role] = role_arn["Fn::GetAtt"][:1]
        return {
            (action, _text(resource), _text(statement.get("Condition", {})))
            for policy in self.of_type("AWS::IAM::Policy").values()
            if {"Ref": role} in policy["Roles"]
            for statement in policy["PolicyDocument"]["Statement"]
            for action in _listed(statement["Action"])
            for resource in _listed(statement["Resource"])
            if not action.startswith(("logs:", "xray:"))
        }

    def text(self, value: Any) -> str:
        """A token as it stands in `allowed`."""
        return _text(self._stack.resolve(value))


def made_of_defaults(context: Mapping[str, Any]) -> Made:
    """One of all defaults, and a function that books."""
    app = App(context=context, analytics_reporting=False, builtin_cloud_formation_validation=False)
    centre = Centre(app)
    callbacks = centre.make()
    callbacks.let_book(
        PythonHandler(
            centre.stack,
            "Book",
            handler="book.handler.handler",
            description="Books callbacks",
            code=centre.code,
            layer=centre.layer,
        )
    )
    return Made(centre.stack)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """Tokens by their names: `<Ledger.Arn>`, `<AWS::Region>`."""
    if isinstance(value, str):
        return value
    if list(value) == ["Ref"]:
        return f"<{value['Ref']}>"
    if list(value) == ["Fn::GetAtt"]:
        return f"<{'.'.join(value['Fn::GetAtt'])}>"
    if list(value) == ["Fn::Join"]:
        return "".join(_text(part) for part in value["Fn::Join"][1])
    return " ".join(
        f"{operator}({key}={_text(wanted)})" for operator, asked in value.items() for key, wanted in asked.items()
    )
