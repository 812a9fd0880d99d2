"""What services say when they throttle or fail, against botocore's models of them."""

import botocore.session
import pytest

from aicc_local.service_errors import failed, throttled

# By their prefix in IAM: botocore's name.
SERVICES = {
    "cloudwatch": "cloudwatch",
    "connect": "connect",
    "dynamodb": "dynamodb",
    "events": "events",
    "kms": "kms",
    "lambda": "lambda",
    "lex": "lexv2-runtime",
    "logs": "logs",
    "scheduler": "scheduler",
    "secretsmanager": "secretsmanager",
    "sns": "sns",
    "sqs": "sqs",
    "ssm": "ssm",
}
# Common errors, which models do not list.
COMMON = {"ThrottlingException", "Throttling", "InternalFailure"}


def modelled(service: str) -> dict[str, int | None]:
    """The exceptions of a service: code to HTTP status, as far as the model tells it."""
    model = botocore.session.get_session().get_service_model(SERVICES[service])
    return {
        shape.metadata.get("error", {}).get("code", shape.name): shape.metadata.get("error", {}).get("httpStatusCode")
        for shape in model.error_shapes
    }


@pytest.mark.parametrize("service", SERVICES)
def test_each_code_is_one_of_the_service(service: str) -> None:
    codes = modelled(service)

    for said in (throttled(service), failed(service)):
        assert said.code in codes or said.code in COMMON
        assert codes.get(said.code) in (None, said.status)


def test_another_code_can_be_asked_for() -> None:
    assert throttled("dynamodb", "ThrottlingException").code == "ThrottlingException"
    assert throttled("dynamodb", "ThrottlingException").message == "Rate exceeded"
