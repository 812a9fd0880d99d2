"""boto3 for the local account, whatever the user's own configuration says."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

import boto3
import botocore.session
from botocore.config import Config

from aicc_local.lifecycle.environment import ACCOUNT, REGION, SECRET_ACCESS_KEY, access_key_id, endpoint

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_secretsmanager import SecretsManagerClient

# No variable is asked for these, and no file is read.
_NOT_THE_USERS = {
    "profile": (None, None, None, None),
    "config_file": (None, None, os.devnull, None),
    "credentials_file": (None, None, os.devnull, None),
}
_CONFIG = Config(
    connect_timeout=2,
    read_timeout=30,
    retries={"total_max_attempts": 2},
    proxies={},
    use_fips_endpoint=False,
    use_dualstack_endpoint=False,
)


class LocalAccount:
    """The account of the local AWS on `port`; each client is made when it is first used."""

    def __init__(self, port: int, account: str = ACCOUNT) -> None:
        self._session = boto3.Session(
            aws_access_key_id=access_key_id(account),
            aws_secret_access_key=SECRET_ACCESS_KEY,
            region_name=REGION,
            botocore_session=botocore.session.Session(session_vars=_NOT_THE_USERS),
        )
        # Given to each client, so that no variable or file overrules it.
        self._endpoint = endpoint(port)

    @cached_property
    def cloudformation(self) -> CloudFormationClient:
        """AWS CloudFormation."""
        return self._session.client("cloudformation", endpoint_url=self._endpoint, config=_CONFIG)

    @cached_property
    def connect(self) -> ConnectClient:
        """Amazon Connect."""
        return self._session.client("connect", endpoint_url=self._endpoint, config=_CONFIG)

    @cached_property
    def dynamodb(self) -> DynamoDBClient:
        """Amazon DynamoDB."""
        return self._session.client("dynamodb", endpoint_url=self._endpoint, config=_CONFIG)

    @cached_property
    def functions(self) -> LambdaClient:
        """AWS Lambda."""
        return self._session.client("lambda", endpoint_url=self._endpoint, config=_CONFIG)

    @cached_property
    def kms(self) -> KMSClient:
        """AWS KMS."""
        return self._session.client("kms", endpoint_url=self._endpoint, config=_CONFIG)

    @cached_property
    def secrets(self) -> SecretsManagerClient:
        """AWS Secrets Manager."""
        return self._session.client("secretsmanager", endpoint_url=self._endpoint, config=_CONFIG)
