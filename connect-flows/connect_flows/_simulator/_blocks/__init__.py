"""The types of block that are simulated: type to function. For any other that Amazon Connect has, a stub stands in."""

from collections.abc import Callable, Mapping

from connect_flows._simulator._blocks import (
    attributes,
    bot,
    callback,
    check_hours,
    compare,
    distribute,
    ends,
    function,
    get_input,
    loop,
    message,
    message_iteratively,
    module,
    queue_metrics,
    settings,
    target_queue,
    transfer_to_agent,
    transfer_to_flow,
    transfer_to_queue,
    wait,
)
from connect_flows._simulator._outcomes import Happening, Outcome
from connect_flows._simulator._step import Step

RUN: Mapping[str, Callable[[Step], Outcome]] = {
    "CheckHoursOfOperation": check_hours.run,
    "CheckMetricData": queue_metrics.check,
    "Compare": compare.run,
    "ConnectParticipantWithLexBot": bot.run,
    "CreateCallbackContact": callback.create,
    "DisconnectParticipant": ends.disconnect,
    "DistributeByPercentage": distribute.run,
    "EndFlowExecution": ends.end_flow,
    "EndFlowModuleExecution": module.end,
    "GetMetricData": queue_metrics.get,
    "GetParticipantInput": get_input.run,
    "InvokeFlowModule": module.invoke,
    "InvokeLambdaFunction": function.run,
    "Loop": loop.run,
    "MessageParticipant": message.run,
    "MessageParticipantIteratively": message_iteratively.run,
    "TagContact": settings.tag,
    "TransferContactToAgent": transfer_to_agent.run,
    "TransferContactToQueue": transfer_to_queue.run,
    "TransferToFlow": transfer_to_flow.run,
    "UntagContact": settings.untag,
    "UpdateContactAttributes": attributes.update,
    "UpdateContactCallbackNumber": callback.update_number,
    "UpdateContactData": settings.update_data,
    "UpdateContactEventHooks": settings.update_hooks,
    "UpdateContactRecordingAndAnalyticsBehavior": settings.update_recording_and_analytics,
    "UpdateContactRecordingBehavior": settings.update_recording,
    "UpdateContactRoutingBehavior": settings.update_routing,
    "UpdateContactTargetQueue": target_queue.run,
    "UpdateContactTextToSpeechVoice": settings.update_voice,
    "UpdateFlowAttributes": attributes.update_flow,
    "UpdateFlowLoggingBehavior": settings.update_logging,
    "Wait": wait.run,
}
"""What begins a block."""

RESUME: Mapping[str, Callable[[Step, Happening], Outcome]] = {
    "ConnectParticipantWithLexBot": bot.resume,
    "GetParticipantInput": get_input.resume,
    "InvokeLambdaFunction": function.resume,
    "MessageParticipant": message.resume,
    "MessageParticipantIteratively": message_iteratively.resume,
    "Wait": wait.resume,
}
"""What goes on where a contact has waited."""
