"""What the world has to know of a block: where it leads, what it asks of queues, and whether it speaks."""

from connect_flows._simulator._explore._uses import Test
from connect_flows._simulator._explore._values import numbers_around
from connect_flows._simulator._outcomes import Next
from connect_flows._simulator._program import Block

FILL_QUEUES = frozenset({"CreateCallbackContact", "TransferContactToQueue"})
"""Types that let somebody wait in a queue, which may be full."""

ASK_QUEUES = FILL_QUEUES | {"CheckHoursOfOperation", "CheckMetricData", "GetMetricData", "UpdateContactTargetQueue"}
"""Types to which it makes a difference whether there is a queue."""

SPEAK = frozenset({"ConnectParticipantWithLexBot", "GetParticipantInput", "MessageParticipant"})
"""Types that tell the customer something."""


def ways_of(block: Block) -> list[Next]:
    """Where a block may lead."""
    ways = [Next(target, key) for _, _, target, key in block.conditions]
    ways += [Next(target, f"error:{error}") for error, target in block.errors.items()]
    return ways if block.next is None else [Next(block.next, "success"), *ways]


def numbers_of(block: Block) -> tuple[int, ...]:
    """Numbers on both sides of those that the conditions of a block compare with."""
    return numbers_around(Test((), operator, str(operand)) for operator, operand, _, _ in block.conditions)
