import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_lambda import Code, ILayerVersion, LayerVersion

from aicc_constructs import ConnectInstance, ExistingInstance, InvalidInput, dependency_layer

Resources = Callable[[str], dict[str, dict[str, Any]]]
Resource = Callable[[str], dict[str, Any]]

INSTANCE_ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"


@pytest.fixture(scope="session")
def layer_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, layer_cache: Path) -> None:
    """Let nothing here run pip: each library layer is an empty archive."""

    def install(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        target = next(each.partition("=")[2] for each in command if each.startswith("--target="))
        Path(target).mkdir(parents=True)
        return subprocess.CompletedProcess(command, 0, stdout="", stderr="")

    monkeypatch.setenv("XDG_CACHE_HOME", str(layer_cache))
    monkeypatch.setattr(dependency_layer, "subprocess", SimpleNamespace(run=install))


@pytest.fixture
def instance(stack: Stack) -> ExistingInstance:
    """An instance that exists, so that the template holds only what is tested."""
    return ConnectInstance.from_arn(stack, "Instance", INSTANCE_ARN)


@pytest.fixture
def code() -> Code:
    return Code.from_inline("def handler(event, context): ...")


@pytest.fixture
def layer(stack: Stack) -> ILayerVersion:
    arn = "arn:aws:lambda:ap-northeast-2:111122223333:layer:libraries:7"
    return LayerVersion.from_layer_version_arn(stack, "GivenLayer", arn)


@pytest.fixture
def resources(stack: Stack) -> Resources:
    """All resources of a type by logical id; the stack is synthesized when it is asked."""

    def find(resource_type: str) -> dict[str, dict[str, Any]]:
        found = Template.from_stack(stack).find_resources(resource_type)
        return {logical_id: dict(resource) for logical_id, resource in found.items()}

    return find


@pytest.fixture
def resource(resources: Resources) -> Resource:
    """The one resource of a type."""

    def find(resource_type: str) -> dict[str, Any]:
        [found] = resources(resource_type).values()
        return found

    return find


@pytest.fixture
def properties(resource: Resource) -> Resource:
    """The properties of the one resource of a type."""
    return lambda resource_type: dict(resource(resource_type)["Properties"])


@pytest.fixture
def refusal() -> Callable[[Callable[[], object]], str]:
    """The message with which something is refused."""

    def message(attempt: Callable[[], object]) -> str:
        with pytest.raises(InvalidInput) as refused:
            attempt()
        return str(refused.value)

    return message
