"""A function that takes its time."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import boto3

CODE = """
import time

def handler(event, context):
    time.sleep({seconds})
    return {{"line_status": "late"}}
"""


@contextmanager
def slow_version(session: boto3.Session, *, seconds: int) -> Iterator[str]:
    """The ARN of a published version, until the block ends."""
    functions, roles = session.client("lambda"), session.client("iam")
    name = f"slow-{uuid4()}"
    statement = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    role = roles.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("index.py", CODE.format(seconds=seconds))
    functions.create_function(
        FunctionName=name,
        Runtime="python3.14",
        Role=role,
        Handler="index.handler",
        Code={"ZipFile": code.getvalue()},
        Timeout=10,
    )
    yield functions.publish_version(FunctionName=name)["FunctionArn"]
    functions.delete_function(FunctionName=name)
    roles.delete_role(RoleName=name)
