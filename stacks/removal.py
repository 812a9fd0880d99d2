"""What becomes of data when its resource is removed from the stack."""

from aws_cdk import RemovalPolicy

from stacks.settings import Settings


def removal_policy(settings: Settings) -> RemovalPolicy:
    """RETAIN where the settings keep data: an empty orphan is harmless. DESTROY elsewhere."""
    return RemovalPolicy.RETAIN if settings.removal.retain else RemovalPolicy.DESTROY
