"""Where the pages of AWS allow the types of action that they do not allow everywhere; modules are inbound flows too."""

from collections.abc import Mapping

from connect_flows import FlowType

PLACES: Mapping[str, frozenset[FlowType | None]] = {
    "contact": frozenset({FlowType.CONTACT_FLOW}),
    "module": frozenset({None}),
    "inbound": frozenset({FlowType.CONTACT_FLOW, None}),
    "transfer": frozenset({FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER}),
    "queue": frozenset({FlowType.CUSTOMER_QUEUE}),
    "hold": frozenset({FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD}),
    "whisper": frozenset({FlowType.CUSTOMER_WHISPER, FlowType.AGENT_WHISPER, FlowType.OUTBOUND_WHISPER}),
    "outbound": frozenset({FlowType.OUTBOUND_WHISPER}),
}

RESTRICTIONS: Mapping[str, str] = {
    "AuthenticateParticipant": "inbound",
    "CheckHoursOfOperation": "inbound transfer queue",
    "CheckMetricData": "inbound transfer queue",
    "CompleteOutboundCall": "module outbound",
    "ConnectParticipantWithLexBot": "inbound transfer queue outbound",
    "CreateCallbackContact": "inbound transfer queue",
    "DequeueContactAndTransferToQueue": "module queue",
    "DisconnectParticipant": "inbound transfer queue",
    "DistributeByPercentage": "inbound transfer queue outbound",
    "EndFlowExecution": "module whisper queue",
    "EndFlowModuleExecution": "module",
    "GetParticipantInput": "inbound transfer queue outbound",
    "MessageParticipant": "inbound transfer whisper queue",
    "MessageParticipantIteratively": "module queue hold",
    "RouteContactToAgent": "module queue",
    "ShowView": "inbound queue",
    "StartVoiceIdStream": "inbound transfer whisper queue",
    "TransferContactToAgent": "module transfer",
    "TransferContactToQueue": "inbound transfer",
    "TransferParticipantToThirdParty": "inbound transfer queue",
    "TransferToFlow": "inbound transfer",
    "UpdateContactCallbackNumber": "inbound transfer queue",
    "UpdateContactMediaStreamingBehavior": "inbound transfer whisper queue",
    "UpdateContactRecordingBehavior": "inbound transfer queue outbound",
    "UpdateContactRoutingBehavior": "inbound transfer queue",
    "UpdateContactRoutingCriteria": "inbound transfer queue",
    "UpdateContactTargetQueue": "inbound transfer",
    "UpdatePreviousContactParticipantState": "inbound transfer",
}


def allowed_places(action_type: str) -> frozenset[FlowType | None]:
    """Where a type of action is allowed; None stands for modules."""
    words = RESTRICTIONS.get(action_type, "inbound transfer queue hold whisper")
    return frozenset[FlowType | None]().union(*(PLACES[word] for word in words.split()))
