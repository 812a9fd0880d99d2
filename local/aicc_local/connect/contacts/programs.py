"""The flow or module that a contact runs, by its ARN, as it is published now, ready to run.

What a contact keeps of a flow that changes while the contact is in it is not documented; here the contact goes on in
the new content.
"""

from aicc_local.connect.flow_published import published_flow, published_module
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import Program

_MOST = 512

# By the identity of the flow, of which there is one for each content: it is made ready once, not for each contact.
_READY: dict[int, Program] = {}


def running(aws: LocalAws, arn: str) -> Program | None:
    """The published content; None when there is none (any more).

    Raises:
        SimulationError: A placeholder in it has no value.
    """
    try:
        flow = published_module(aws, arn) if "/flow-module/" in arn else published_flow(aws, arn)
    except ServiceError:
        return None
    ready = _READY.get(id(flow))
    # The program holds on to its flow, so that no other has the same identity.
    if ready is None or ready.flow is not flow:
        if len(_READY) >= _MOST:
            _READY.clear()
        ready = _READY[id(flow)] = Program(flow)
    return ready
