"""The account of the usual credentials, in the Region that the other tools of AWS would take."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import boto3


def usual_session() -> boto3.Session:
    """Return a session of the usual credentials.

    AWS_REGION comes first, as in the aws command line and the CDK; boto3 alone knows only AWS_DEFAULT_REGION.
    """
    import boto3

    return boto3.Session(region_name=os.environ.get("AWS_REGION") or None)
