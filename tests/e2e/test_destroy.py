"""First deployments that fail, the good one after them, and what the end leaves: exactly what is to be retained.

For an environment that is thrown away and for one that keeps its data.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.environment_life import INSTANCE, Life, begin
from tests.e2e.inventory import Inventory, is_part
from tests.e2e.local_account import local_account
from tests.e2e.synthesis import synthesize

PREFIX = "aicc-"
PROTECTED = "cannot be deleted while TerminationProtection is enabled"


@pytest.fixture(scope="module")
def dev(tmp_path_factory: pytest.TempPathFactory, bootstrapped: Path, assembly: Path) -> Iterator[Life]:
    """The life of an environment whose data is deleted with it."""
    with local_account(tmp_path_factory.mktemp("dev"), begins_as=bootstrapped) as account:
        lived = begin(account, assembly, "dev")
        failed = {"a missing secret": lived.deploy()}
        account.keep_secret()
        failed["a broken flow"] = lived.with_broken_flow()
        failed["an alias that is taken"] = lived.with_taken_alias()
        deployed = lived.deploy()
        yield Life(
            assembly=lived.assembly,
            failed=failed,
            again=deployed,
            deployed=deployed,
            made={name: each["PhysicalResourceId"] for name, each in lived.stack.resources().items()},
            kept_from_destroy=None,
            destroyed=lived.destroy(),
            left_in_connect=lived.connect_holds(),
        )


@pytest.fixture(scope="module")
def prod(tmp_path_factory: pytest.TempPathFactory, bootstrapped: Path) -> Iterator[Life]:
    """The life of an environment that keeps its data and is protected from deletion."""
    folder = tmp_path_factory.mktemp("prod")
    assembly = synthesize(folder, "prod")
    with local_account(folder, begins_as=bootstrapped) as account:
        lived = begin(account, assembly, "prod")
        failed = {"a broken flow": lived.with_broken_flow()}
        again = lived.deploy()
        lived.unprotect()
        deployed = lived.deploy()
        made = {name: each["PhysicalResourceId"] for name, each in lived.stack.resources().items()}
        kept_from_destroy = lived.destroy()
        lived.unprotect()
        yield Life(
            assembly=lived.assembly,
            failed=failed,
            again=again,
            deployed=deployed,
            made=made,
            kept_from_destroy=kept_from_destroy,
            destroyed=lived.destroy(),
            left_in_connect=lived.connect_holds(),
        )


def with_policy(life: Life, *policies: str, made: dict[str, str] | None = None) -> Inventory:
    """What the templates make under one of these deletion policies, by type."""
    found: Inventory = {}
    for name, each in life.assembly.resources().items():
        physical_id = (life.made if made is None else made).get(name)
        if physical_id and each.get("DeletionPolicy", "Delete") in policies and not is_part(each["Type"]):
            found.setdefault(each["Type"], set()).add(physical_id)
    return found


def both(one: Inventory, other: Inventory) -> Inventory:
    """All of both."""
    return {key: one.get(key, set()) | other.get(key, set()) for key in one.keys() | other.keys()}


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("a missing secret", "secret aicc/dev/admin not found"),
        ("a broken flow", "Invalid Action property value. Path: Actions[1].Transitions.NextAction"),
        ("an alias that is taken", "HandlerErrorCode: AlreadyExists"),
    ],
)
def test_a_failed_first_deployment_leaves_nothing(dev: Life, what: str, said: str) -> None:
    stage = dev.failed[what]

    assert stage.code == 1
    assert stage.status == "ROLLBACK_COMPLETE"
    assert said in stage.said
    assert stage.holds == {}


def test_a_failed_first_deployment_leaves_what_is_never_deleted(prod: Life) -> None:
    stage = prod.failed["a broken flow"]

    made = {
        event["LogicalResourceId"]: event["PhysicalResourceId"]
        for event in stage.events
        if event["ResourceStatus"] == "CREATE_COMPLETE"
    }
    assert stage.status == "ROLLBACK_COMPLETE"
    # Not the instance, whose alias would be taken, nor its log group, whose name would be.
    assert INSTANCE not in stage.holds
    assert stage.holds == with_policy(prod, "Retain", made=made)


def test_a_good_deployment_follows_failed_ones(dev: Life) -> None:
    assert dev.again.code == 0
    assert dev.again.status == "CREATE_COMPLETE"
    assert dev.again.holds == with_policy(dev, "Delete")


def test_a_good_deployment_follows_a_failed_one_once_the_protection_is_off(prod: Life) -> None:
    # The CLI protects a stack before it deploys it, so it cannot delete what a failed first deployment leaves.
    before = prod.failed["a broken flow"].holds

    assert PROTECTED in prod.again.said
    assert prod.deployed.code == 0
    assert prod.deployed.status == "CREATE_COMPLETE"
    made = with_policy(prod, "Delete", "Retain", "RetainExceptOnCreate")
    assert prod.deployed.holds == both(before, made)
    # Nothing that was left has been taken over, or overwritten.
    assert not [key for key in before if before[key] & made[key]]


def test_destroy_leaves_nothing_of_what_is_thrown_away(dev: Life) -> None:
    assert dev.destroyed.code == 0
    assert with_policy(dev, "Retain", "RetainExceptOnCreate") == {}
    assert dev.destroyed.holds == {}


def test_destroy_is_refused_for_what_is_protected(prod: Life) -> None:
    refused = prod.kept_from_destroy

    assert refused is not None
    assert refused.code == 1
    assert PROTECTED in refused.said
    assert refused.status == "CREATE_COMPLETE"
    assert refused.holds == prod.deployed.holds


def test_destroy_leaves_exactly_what_is_retained(prod: Life) -> None:
    before = prod.failed["a broken flow"].holds
    retained = with_policy(prod, "Retain", "RetainExceptOnCreate")

    assert prod.destroyed.code == 0
    assert set(retained) == {
        INSTANCE,
        "AWS::DynamoDB::GlobalTable",
        "AWS::IAM::Role",
        "AWS::KMS::Key",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
    }
    assert prod.destroyed.holds == both(before, retained)


def test_a_retained_instance_keeps_only_what_aws_made(prod: Life) -> None:
    assert prod.left_in_connect["AWS::Connect::ContactFlow"]
    left = {name for names in prod.left_in_connect.values() for name in names}
    assert not [name for name in left if name.startswith(PREFIX)]
    assert prod.left_in_connect["AWS::Connect::InstanceStorageConfig"] == []
