"""Contact events in the shape of the samples in the Connect administrator guide."""

from typing import Any

INSTANCE_ID = "0a1b2c3d-0000-4000-8000-00000000000a"
CONTACT_ID = "4a573372-1f28-4e26-b97b-00000000001a"
INSTANCE_ARN = f"arn:aws:connect:ap-northeast-2:111122223333:instance/{INSTANCE_ID}"
QUEUE = {
    "queueArn": f"{INSTANCE_ARN}/queue/0a1b2c3d-0000-4000-8000-00000000000b",
    "queueType": "STANDARD",
    "enqueueTimestamp": "2026-11-23T01:00:20.000Z",
}
AGENT = {
    "agentArn": f"{INSTANCE_ARN}/agent/0a1b2c3d-0000-4000-8000-00000000000d",
    "connectedToAgentTimestamp": "2026-11-23T01:00:30.000Z",
}


def contact_event(event_type: str = "DISCONNECTED", **changes: Any) -> dict[str, Any]:
    detail = {
        "initiationTimestamp": "2026-11-23T01:00:00.000Z",
        "connectedToSystemTimestamp": "2026-11-23T01:00:10.000Z",
        "contactId": CONTACT_ID,
        "channel": "VOICE",
        "instanceArn": INSTANCE_ARN,
        "initiationMethod": "API",
        "eventType": event_type,
        "tags": {"aws:connect:instanceId": INSTANCE_ID},
        **changes,
    }
    return {
        "version": "0",
        "id": "5a9b1d0c-0000-4000-8000-00000000000e",
        "detail-type": "Amazon Connect Contact Event",
        "source": "aws.connect",
        "account": "111122223333",
        "time": "2026-11-23T01:01:00Z",
        "region": "ap-northeast-2",
        "resources": [f"{INSTANCE_ARN}/contact/{CONTACT_ID}", INSTANCE_ARN],
        "detail": {name: value for name, value in detail.items() if value is not None},
    }
