"""The dev environment on the local AWS: deployed, updated, refused, rolled back, destroyed."""

from pathlib import Path

import boto3

from tests.e2e.conftest import STACK, Cdk


def test_deploys_the_whole_environment(deployed: dict[str, str], session: boto3.Session) -> None:
    [instance] = session.client("connect").list_instances()["InstanceSummaryList"]

    assert instance["Arn"] == deployed["InstanceArn"]


def test_an_update_without_a_change_changes_nothing(cdk: Cdk, deployed: dict[str, str], assembly: Path) -> None:
    second = cdk.deploy(assembly)

    assert f"{STACK} (no changes)" in second.stderr + second.stdout
