"""The function of an environment that operators' commands go through; what is done to callbacks is done by it alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aicc_cli.callbacks_errors import CannotBeDone, fault, without_numbers

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackTypeDef

    from aicc_cli.callbacks_place import Place

OUTPUT = "ManageCallbacks"
PREFIX = "ContactCenter-"

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManageCallbacks:
    """The deployed function.

    Attributes:
        where: Stack, account and place, for people.
        arn: Of the function's alias.
        place: Whose AWS it is in.
    """

    where: str
    arn: str
    place: Place

    @classmethod
    def of(cls, environment: str, place: Place) -> ManageCallbacks:
        """Return the function of an environment.

        Raises:
            CannotBeDone: There is no such stack, or its settings switch callbacks off.
        """
        name = f"{PREFIX}{environment}"
        stack = _stack(place, name, environment)
        account = stack["StackId"].split(":")[4]
        where = f"{name} in account {account}, {place.name}"
        arn = next((each["OutputValue"] for each in stack.get("Outputs", []) if each["OutputKey"] == OUTPUT), None)
        if arn is None:
            raise CannotBeDone(
                f"{where}: no output {OUTPUT}, so callbacks are off there; give config/{environment}.toml a table "
                "[callbacks] and deploy"
            )
        return cls(where=where, arn=arn, place=place)

    def ask(self, action: str, **fields: object) -> Answer:
        """Return what the function answers to `action`.

        Raises:
            CannotBeDone: It refuses, fails, or cannot be reached.
        """
        from botocore.exceptions import BotoCoreError, ClientError

        event = json.dumps({"action": action, **fields}).encode()
        try:
            response = self.place.functions.invoke(FunctionName=self.arn, Payload=event)
            payload = response["Payload"].read()
        except (BotoCoreError, ClientError) as error:
            raise fault(self.where, error) from None
        answer = _read(payload)
        if response.get("FunctionError"):
            kind = answer.get("errorType", response["FunctionError"])
            raise CannotBeDone(
                f"{self.where}: {action} failed ({kind}); the log says why: aws logs tail {self._log_group()}"
            )
        if answer.get("ok") is not True:
            error_text = answer.get("error", f"{action} got no answer that this version reads; deploy the same version")
            raise CannotBeDone(without_numbers(str(error_text)))
        return answer

    def _log_group(self) -> str:
        from botocore.exceptions import BotoCoreError, ClientError

        name = self.arn.split(":")[6]
        try:
            found = self.place.functions.get_function_configuration(FunctionName=self.arn)
        except (BotoCoreError, ClientError):
            return f"/aws/lambda/{name}"
        return found.get("LoggingConfig", {}).get("LogGroup", f"/aws/lambda/{name}")


def _stack(place: Place, name: str, environment: str) -> StackTypeDef:
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        return _described(place.cloudformation, name)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ValidationError":
            raise fault(place.name, error) from None
    except BotoCoreError as error:
        raise fault(place.name, error) from None
    others = ", ".join(_environments(place.cloudformation))
    there = f" (there is {others})" if others else ""
    raise CannotBeDone(
        f"{place.name}: there is no stack {name}; name another environment with --env{there}, or deploy it: "
        f"cdk deploy --context env={environment}, for the local AWS aicc up --env {environment}"
    )


def _described(cloudformation: CloudFormationClient, name: str) -> StackTypeDef:
    return cloudformation.describe_stacks(StackName=name)["Stacks"][0]


def _environments(cloudformation: CloudFormationClient) -> list[str]:
    """The environments that are there, as far as one may look."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        pages = cloudformation.get_paginator("describe_stacks").paginate()
        names = [stack["StackName"] for page in pages for stack in page["Stacks"] if "ParentId" not in stack]
    except (BotoCoreError, ClientError):
        return []
    return sorted(name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX))


def _read(payload: bytes) -> Answer:
    try:
        answer = json.loads(payload)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
