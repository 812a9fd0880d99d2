"""Creates an instance's resources one after the other.

Connect allows two API calls a second per account and Region, and refuses the rest with TooManyRequestsException: a
stack that creates its resources in parallel fails now and then.
"""

from aws_cdk import CfnResource, Stack


class CreationChain:
    """The order in which the resources of one instance are created, per stack.

    A nested stack begins after all that its parent had appended by then. Never the other way round: a parent that waits
    for its nested stack could make a circle.

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
        """Create this resource after the one that was appended before it in the same stack, or in the parent's."""
        stack = resource.stack
        previous = self._last.get(stack) or self._last_of_parents(stack)
        if previous is not None:
            resource.add_resource_dependency(previous)
        self._last[stack] = resource
        self._length += 1

    def _last_of_parents(self, stack: Stack) -> CfnResource | None:
        parent = stack.nested_stack_parent
        while parent is not None and parent not in self._last:
            parent = parent.nested_stack_parent
        return self._last[parent] if parent is not None else None

    def __len__(self) -> int:
        return self._length
