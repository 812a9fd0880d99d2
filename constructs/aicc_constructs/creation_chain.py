"""Creates an instance's resources one after the other.

Connect allows two API calls a second per account and Region, and refuses the rest with TooManyRequestsException: a
stack that creates its resources in parallel fails now and then.
"""

from aws_cdk import CfnResource, Stack


class CreationChain:
    """The order in which the resources of one instance are created, per stack.

    Example:
        >>> from aws_cdk.aws_connect import CfnApprovedOrigin
        >>> stack, chain = Stack(), CreationChain()
        >>> for host in ("one", "two"):
        ...     chain.append(CfnApprovedOrigin(stack, host, instance_id="i", origin=f"https://{host}.example.com"))
        >>> len(chain)
        2
    """

    def __init__(self) -> None:
        self._last: dict[Stack, CfnResource] = {}
        self._length = 0

    def append(self, resource: CfnResource) -> None:
        """Create this resource after the one that was appended before it in the same stack."""
        stack = resource.stack
        previous = self._last.get(stack)
        if previous is not None:
            resource.add_resource_dependency(previous)
        self._last[stack] = resource
        self._length += 1

    def __len__(self) -> int:
        return self._length
