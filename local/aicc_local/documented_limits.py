"""How many calls of each API Amazon Connect takes by default, per account and Region.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#api-throttling-quotas
"""

from aicc_local.fault import limit
from aicc_local.fault_rule import Rule

# Requests per second, and how many at once.
_OWN: dict[tuple[float, int], tuple[str, ...]] = {
    (5, 8): ("StartChatContact", "CreateParticipant", "StartContactStreaming", "GetCurrentMetricData", "GetMetricData"),
    (10, 15): ("GetContactAttributes", "UpdateContactAttributes", "DescribeContact", "StopContact"),
    (0.5, 1): ("SearchContacts",),
}
_ALL_OTHERS = (2.0, 5)


def connect_limits() -> list[Rule]:
    """The rules that throttle Connect as it is documented; CloudFormation's own calls are not counted."""
    rules = [
        Rule(target=f"connect:{operation}", fault=limit(per_second=per_second, burst=burst))
        for (per_second, burst), operations in _OWN.items()
        for operation in operations
    ]
    per_second, burst = _ALL_OTHERS
    return [*rules, Rule(target="connect:*", fault=limit(per_second=per_second, burst=burst))]
