"""boto3 in the name of a role that may do what a test says, and nothing else."""

from typing import Any
from uuid import uuid4

import boto3

from aicc_local.lifecycle.environment import ACCOUNT
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.local_server import boto3_at
from tests.e2e.templates import policy


def role_for(session: boto3.Session, *statements: dict[str, Any], service: str = "") -> str:
    """Make a role that this account, or a service, may assume; its ARN."""
    name = f"role-{uuid4().hex[:8]}"
    principal = {"Service": f"{service}.amazonaws.com"} if service else {"AWS": ACCOUNT}
    iam = session.client("iam")
    iam.create_role(
        RoleName=name,
        AssumeRolePolicyDocument=policy({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}),
    )
    if statements:
        iam.put_role_policy(RoleName=name, PolicyName="all", PolicyDocument=policy(*statements))
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


def acting(server: ServerProcess, session: boto3.Session, *statements: dict[str, Any]) -> boto3.Session:
    """A session of a role that has these statements."""
    assumed = session.client("sts").assume_role(RoleArn=role_for(session, *statements), RoleSessionName="test")
    credentials = assumed["Credentials"]
    return boto3_at(server, credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])
