"""What a test of a flow puts in the place of resources: for one contact, each of them once."""

from connect_flows.simulator import Override

_OVERRIDES: dict[str, list[tuple[str, str, Override]]] = {}


def override(contact_arn: str, type: str, resource: str, replacement: Override) -> None:
    """The next time this contact comes to a block of this type for this resource, this is there instead.

    Args:
        contact_arn: Whose.
        type: Of the block, such as "InvokeLambdaFunction".
        resource: As the published flow names it: an ARN, where the flow has one.
        replacement: What is there instead.
    """
    _OVERRIDES.setdefault(contact_arn, []).append((type, resource, replacement))


def take_override(contact_arn: str, type: str, resource: str) -> Override | None:
    """What is in the place of a resource, which it is not any more then; None for nothing."""
    waiting = _OVERRIDES.get(contact_arn, [])
    for number, (of_type, of_resource, replacement) in enumerate(waiting):
        if (of_type, of_resource) == (type, resource):
            del waiting[number]
            return replacement
    return None


def forget_overrides(contact_arn: str) -> None:
    """The contact is over."""
    _OVERRIDES.pop(contact_arn, None)
