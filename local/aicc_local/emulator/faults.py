"""Lets rules go wrong on purpose in ministack: API calls, deliveries of events and messages, resources of stacks."""

from aicc_local.emulator import api_faults, delivery_faults, resource_faults
from aicc_local.faults import Faults


def register(faults: Faults) -> None:
    """Put the seams in."""
    api_faults.register(faults)
    delivery_faults.register(faults)
    resource_faults.register(faults)
