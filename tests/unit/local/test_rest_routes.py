"""REST requests and the operations that boto3 means by them."""

import pytest

from aicc_local.rest_routes import rest_operation


@pytest.mark.parametrize(
    ("method", "path", "query", "headers", "operation"),
    [
        ("GET", "/", {}, {}, "ListBuckets"),
        ("PUT", "/bucket", {}, {}, "CreateBucket"),
        ("GET", "/bucket", {"list-type": ["2"]}, {}, "ListObjectsV2"),
        ("GET", "/bucket", {"policy": [""]}, {}, "GetBucketPolicy"),
        ("GET", "/bucket/a/b", {}, {}, "GetObject"),
        ("PUT", "/bucket/a/b", {}, {}, "PutObject"),
        ("PUT", "/bucket/a/b", {}, {"x-amz-copy-source": "other/key"}, "CopyObject"),
        ("PUT", "/bucket/a/b", {"partNumber": ["1"], "uploadId": ["u"]}, {}, "UploadPart"),
        ("GET", "/bucket/a/b", {"uploadId": ["u"]}, {}, "ListParts"),
        ("POST", "/bucket", {"delete": [""]}, {}, "DeleteObjects"),
    ],
)
def test_tells_operations_of_s3_apart(
    method: str, path: str, query: dict[str, list[str]], headers: dict[str, str], operation: str
) -> None:
    assert rest_operation("s3", method, path, query, headers) == operation


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("POST", "/2015-03-31/functions/f/invocations", "Invoke"),
        ("POST", "/2015-03-31/functions", "CreateFunction"),
        ("GET", "/2015-03-31/functions/", "ListFunctions"),
        ("GET", "/2015-03-31/functions/arn:aws:lambda:r:1:function:f/policy", "GetPolicy"),
        ("GET", "/2017-03-31/tags/arn:aws:lambda:r:1:function:f", "ListTags"),
        ("PATCH", "/2015-03-31/functions", None),
    ],
)
def test_tells_operations_of_lambda_apart(method: str, path: str, operation: str | None) -> None:
    assert rest_operation("lambda", method, path, {}, {}) == operation
