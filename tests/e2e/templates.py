"""Resources for small stacks: a table under a customer's key, an alarm, a function with its role."""

import json
from typing import Any

from aicc_local.lifecycle.environment import ACCOUNT, REGION

KEY_POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
            "Action": "kms:*",
            "Resource": "*",
        }
    ],
}
KEY = {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": KEY_POLICY}}


def global_table(key: str = "pk", **changes: Any) -> dict[str, Any]:
    """A global table as the CDK writes it; `changes` are of its replica, or "ttl"."""
    ttl = changes.pop("ttl", {"AttributeName": "expires_at", "Enabled": True})
    replica = {
        "Region": REGION,
        "DeletionProtectionEnabled": False,
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        "SSESpecification": {"KMSMasterKeyId": {"Fn::GetAtt": ["Key", "Arn"]}},
        "Tags": [{"Key": "data", "Value": "customers"}],
        **changes,
    }
    return {
        "Type": "AWS::DynamoDB::GlobalTable",
        "Properties": {
            "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"}],
            "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
            "Replicas": [replica],
            "SSESpecification": {"SSEEnabled": True, "SSEType": "KMS"},
            **({"TimeToLiveSpecification": ttl} if ttl else {}),
        },
    }


def alarm() -> dict[str, Any]:
    """An alarm of a metric that nobody writes."""
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "Namespace": "Tests",
            "MetricName": "Errors",
            "Statistic": "Sum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 1,
            "ComparisonOperator": "GreaterThanThreshold",
        },
    }


def policy(*statements: dict[str, Any]) -> str:
    """A policy document of these statements."""
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allowing(actions: str | list[str], resources: str | list[str]) -> dict[str, Any]:
    """A statement that allows."""
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def function(source: str, *allowed: dict[str, Any], **properties: Any) -> dict[str, Any]:
    """A function, its role and its log."""
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    policies = [{"PolicyName": "all", "PolicyDocument": json.loads(policy(*allowed))}] if allowed else []
    return {
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": json.loads(policy(trust)), "Policies": policies},
        },
        "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {}},
        "Function": {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Code": {"ZipFile": source},
                "Handler": "index.handler",
                "Role": {"Fn::GetAtt": ["Role", "Arn"]},
                "Runtime": "python3.11",
                "LoggingConfig": {"LogGroup": {"Ref": "Log"}},
                **properties,
            },
        },
    }
