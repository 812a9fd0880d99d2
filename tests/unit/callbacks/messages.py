"""What Lambda passes from a queue of SQS, in the shape of the sample in the Lambda developer guide."""

from typing import Any


def batch(*bodies: str, queue: str = "dial") -> dict[str, Any]:
    return {"Records": [_message(place, body, queue) for place, body in enumerate(bodies)]}


def _message(place: int, body: str, queue: str) -> dict[str, Any]:
    return {
        "messageId": f"00000000-0000-4000-8000-{place:012}",
        "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a...",
        "body": body,
        "attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": "1795395600000",
            "SenderId": "AIDAIENQZJOLO23YVJ4VO",
            "ApproximateFirstReceiveTimestamp": "1795395600001",
        },
        "messageAttributes": {},
        "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
        "eventSource": "aws:sqs",
        "eventSourceARN": f"arn:aws:sqs:ap-northeast-2:111122223333:{queue}",
        "awsRegion": "ap-northeast-2",
    }
