"""The actions of the flow language that contacts can run here: type to function.

A type that is missing stops the contact where it is, with the action's name in its record and in the flow log.
"""

from collections.abc import Callable, Mapping

from aicc_local.connect.contacts.actions import bots, branching, callbacks, functions, participant, routing, settings
from aicc_local.connect.contacts.step import Happening, Outcome, Step

ACTIONS: Mapping[str, Callable[[Step], Outcome]] = {
    "CheckHoursOfOperation": branching.check_hours,
    "CheckMetricData": branching.check_metric,
    "Compare": branching.compare,
    "ConnectParticipantWithLexBot": bots.converse,
    "CreateCallbackContact": callbacks.create_callback,
    "DisconnectParticipant": routing.disconnect,
    "EndFlowExecution": routing.end_flow,
    "EndFlowModuleExecution": routing.end_module,
    "GetMetricData": branching.get_metrics,
    "GetParticipantInput": participant.get_input,
    "InvokeFlowModule": routing.invoke_module,
    "InvokeLambdaFunction": functions.invoke,
    "Loop": branching.loop,
    "MessageParticipant": participant.message,
    "MessageParticipantIteratively": participant.message_iteratively,
    "TagContact": settings.tag,
    "TransferContactToQueue": routing.transfer_to_queue,
    "TransferToFlow": routing.transfer_to_flow,
    "UntagContact": settings.untag,
    "UpdateContactAttributes": settings.update_attributes,
    "UpdateContactCallbackNumber": callbacks.update_number,
    "UpdateContactData": settings.update_data,
    "UpdateContactEventHooks": settings.update_hooks,
    "UpdateContactRecordingAndAnalyticsBehavior": settings.update_recording_and_analytics,
    "UpdateContactRecordingBehavior": settings.update_recording,
    "UpdateContactRoutingBehavior": settings.update_routing,
    "UpdateContactTargetQueue": routing.update_target_queue,
    "UpdateContactTextToSpeechVoice": settings.update_voice,
    "UpdateFlowAttributes": settings.update_flow_attributes,
    "UpdateFlowLoggingBehavior": settings.update_logging,
    "Wait": participant.wait,
}

# What goes on where a contact has waited.
RESUMING: Mapping[str, Callable[[Step, Happening], Outcome]] = {
    "ConnectParticipantWithLexBot": bots.said,
    "GetParticipantInput": participant.got_input,
    "MessageParticipantIteratively": participant.interrupted,
    "Wait": participant.waited,
}
