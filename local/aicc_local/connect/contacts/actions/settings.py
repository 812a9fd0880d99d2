"""Actions that set something and go on."""

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.attributes import problem_of
from aicc_local.connect.contacts.step import CannotGoOn, Outcome, Step

MOST_TAGS = 6  # that users may define


def update_logging(step: Step) -> Outcome:
    """UpdateFlowLoggingBehavior: holds for all flows that follow."""
    behaviour = str(step.parameter("FlowLoggingBehavior"))
    step.walk.logging = behaviour == "Enabled"
    # The log says Enable where the flow says Enabled.
    step.shown = {"LoggingBehavior": behaviour.removesuffix("d")}
    return step.proceed()


def update_voice(step: Step) -> Outcome:
    """UpdateContactTextToSpeechVoice: nothing is spoken here, so it is only remembered."""
    step.accept_only("TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle")
    step.shown = step.walk.voice = {name: str(step.parameter(name)) for name in step.action.parameters}
    return step.proceed()


def update_recording(step: Step) -> Outcome:
    """UpdateContactRecordingBehavior: nothing is recorded here, so it is only remembered."""
    step.accept_only("RecordingBehavior", "AnalyticsBehavior")
    step.shown = {name: step.parameter(name) for name in step.action.parameters}
    step.contact.kept["recording"] = step.shown
    return step.proceed()


def update_recording_and_analytics(step: Step) -> Outcome:
    """UpdateContactRecordingAndAnalyticsBehavior: the behaviour must be that of the contact's channel."""
    step.shown = {name: step.parameter(name) for name in step.action.parameters}
    channels = {"VoiceBehavior": "VOICE", "ChatBehavior": "CHAT"}
    if any(step.contact.channel != channel for name, channel in channels.items() if name in step.shown):
        return step.error("ChannelMismatch")
    step.contact.kept["recording"] = step.shown
    return step.proceed()


def update_attributes(step: Step) -> Outcome:
    """UpdateContactAttributes: all of them or none."""
    step.accept_only("Attributes", "TargetContact")
    if step.action.parameters.get("TargetContact", "Current") != "Current":
        raise CannotGoOn("TargetContact other than Current")
    wanted = {key: str(value) for key, value in step.parameter("Attributes").items()}
    step.shown = wanted
    problem = problem_of({**step.contact.attributes, **wanted})
    if problem:
        return step.error(results=problem)
    step.contact.attributes.update(wanted)
    lifecycle.update(step.aws, step.contact, "UserDefinedAttributes")
    return step.proceed()


def update_flow_attributes(step: Step) -> Outcome:
    """UpdateFlowAttributes: seen by this flow alone."""
    step.accept_only("FlowAttributes")
    step.shown = {key: str(each["Value"]) for key, each in step.parameter("FlowAttributes").items()}
    step.frame.flow_attributes.update(step.shown)
    return step.proceed()


def update_data(step: Step) -> Outcome:
    """UpdateContactData."""
    step.accept_only("Name", "Description", "LanguageCode", "CustomerId", "TargetContact")
    if step.action.parameters.get("TargetContact", "Current") != "Current":
        raise CannotGoOn("TargetContact other than Current")
    step.shown = {name: step.parameter(name) for name in step.action.parameters if name != "TargetContact"}
    described = dict(step.shown)
    if "LanguageCode" in described:
        step.contact.kept["language"] = described.pop("LanguageCode")
    step.contact.described.update(described)
    lifecycle.update(step.aws, step.contact)
    return step.proceed()


def update_routing(step: Step) -> Outcome:
    """UpdateContactRoutingBehavior: whoever plays the agent chooses the contact, so the priority is only shown."""
    step.accept_only("QueuePriority")
    step.contact.described["QueuePriority"] = int(step.parameter("QueuePriority"))
    step.shown = {"QueuePriority": step.parameter("QueuePriority")}
    lifecycle.update(step.aws, step.contact)
    return step.proceed()


def update_hooks(step: Step) -> Outcome:
    """UpdateContactEventHooks: which flow runs at which event."""
    step.accept_only("EventHooks")
    step.shown = step.parameter("EventHooks")
    if any(step.aws.store.get(flow) is None for flow in step.shown.values()):
        return step.error()
    step.walk.hooks.update(step.shown)
    return step.proceed()


def tag(step: Step) -> Outcome:
    """TagContact: all of them or none."""
    step.accept_only("Tags")
    step.shown = step.parameter("Tags")
    tags = {**step.contact.described["Tags"], **step.shown}
    if sum(not key.startswith("aws:") for key in tags) > MOST_TAGS:
        return step.error()
    step.contact.described["Tags"] = tags
    lifecycle.update(step.aws, step.contact, "Tags")
    return step.proceed()


def untag(step: Step) -> Outcome:
    """UntagContact."""
    step.accept_only("TagKeys")
    step.shown = {"TagKeys": step.parameter("TagKeys")}
    tags = step.contact.described["Tags"]
    for key in step.shown["TagKeys"]:
        if not key.startswith("aws:"):
            tags.pop(key, None)
    lifecycle.update(step.aws, step.contact, "Tags")
    return step.proceed()
