"""Blocks that set something and go on: logging, voice, recording, data, priority, hooks, tags."""

from typing import Any

from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step

MOST_TAGS = 6  # that users may define


def update_logging(step: Step) -> Outcome:
    """UpdateFlowLoggingBehavior: holds for all flows that follow."""
    behaviour = str(step.parameter("FlowLoggingBehavior"))
    step.walk.logging = behaviour == "Enabled"
    # The log says Enable where the flow says Enabled.
    step.shown = {"LoggingBehavior": behaviour.removesuffix("d")}
    return step.proceed()


def update_voice(step: Step) -> Outcome:
    """UpdateContactTextToSpeechVoice: it is remembered, and nothing is spoken."""
    step.accept_only("TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle")
    step.shown = step.walk.voice = {name: str(step.parameter(name)) for name in step.block.parameters}
    return step.proceed()


def update_recording(step: Step) -> Outcome:
    """UpdateContactRecordingBehavior: it is remembered, and nothing is recorded."""
    step.accept_only("RecordingBehavior", "AnalyticsBehavior")
    step.shown = step.contact.recording = _all(step)
    step.updated(**step.shown)
    return step.proceed()


def update_recording_and_analytics(step: Step) -> Outcome:
    """UpdateContactRecordingAndAnalyticsBehavior: the behaviour must be that of the contact's channel."""
    step.shown = _all(step)
    channels = {"VoiceBehavior": "VOICE", "ChatBehavior": "CHAT"}
    if any(step.contact.channel != channel for name, channel in channels.items() if name in step.shown):
        return step.error("ChannelMismatch")
    step.contact.recording = step.shown
    step.updated(**step.shown)
    return step.proceed()


def update_data(step: Step) -> Outcome:
    """UpdateContactData."""
    step.accept_only("Name", "Description", "LanguageCode", "CustomerId", "TargetContact")
    if step.block.plain.get("TargetContact", "Current") != "Current":
        raise NotRun(f"{step.place}: TargetContact other than Current is not simulated; let a stub stand in for it")
    step.shown = {name: step.parameter(name) for name in step.block.parameters if name != "TargetContact"}
    contact, shown = step.contact, step.shown
    contact.language = shown.get("LanguageCode", contact.language)
    contact.name = shown.get("Name", contact.name)
    contact.description = shown.get("Description", contact.description)
    contact.customer_id = shown.get("CustomerId", contact.customer_id)
    step.updated(**shown)
    return step.proceed()


def update_routing(step: Step) -> Outcome:
    """UpdateContactRoutingBehavior: the lower the priority's number, the sooner."""
    step.accept_only("QueuePriority")
    priority = str(step.parameter("QueuePriority"))
    step.shown = {"QueuePriority": priority}
    if not priority.isdecimal():
        return step.error(results=f"{priority!r} is no priority")
    step.contact.priority = int(priority)
    step.updated(**step.shown)
    return step.proceed()


def update_hooks(step: Step) -> Outcome:
    """UpdateContactEventHooks: which flow runs at which event."""
    step.accept_only("EventHooks")
    step.shown = step.parameter("EventHooks")
    if any(step.around.program(flow) is None for flow in step.shown.values()):
        return step.error()
    step.walk.hooks.update(step.shown)
    return step.proceed()


def tag(step: Step) -> Outcome:
    """TagContact: all of them or none."""
    step.accept_only("Tags")
    step.shown = step.parameter("Tags")
    tags = {**step.contact.tags, **step.shown}
    if sum(not key.startswith("aws:") for key in tags) > MOST_TAGS:
        return step.error()
    step.contact.tags.update(step.shown)
    step.updated(Tags=step.contact.tags)
    return step.proceed()


def untag(step: Step) -> Outcome:
    """UntagContact."""
    step.accept_only("TagKeys")
    step.shown = {"TagKeys": step.parameter("TagKeys")}
    for key in step.shown["TagKeys"]:
        if not key.startswith("aws:"):
            step.contact.tags.pop(key, None)
    step.updated(Tags=step.contact.tags)
    return step.proceed()


def _all(step: Step) -> dict[str, Any]:
    return {name: step.parameter(name) for name in step.block.parameters}
