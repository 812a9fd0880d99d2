"""UpdateContactAttributes and UpdateFlowAttributes: all of them or none."""

from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._events import AttributesSet
from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step

LARGEST = 32_768
"""Bytes of UTF-8 for the names and values of all attributes of a contact; API reference, StartOutboundVoiceContact."""


def update(step: Step) -> Outcome:
    """UpdateContactAttributes."""
    step.accept_only("Attributes", "TargetContact")
    if step.block.plain.get("TargetContact", "Current") != "Current":
        raise NotRun(f"{step.place}: TargetContact other than Current is not simulated; let a stub stand in for it")
    wanted = {key: str(value) for key, value in step.parameter("Attributes").items()}
    step.shown = wanted
    contact = step.contact
    if size_of({**contact.attributes, **wanted}) > LARGEST:
        return step.error(results=f"Attributes must not exceed {LARGEST} bytes")
    contact.attributes.update(wanted)
    at = (contact.id, step.around.now(), step.program.name, step.block.identifier)
    step.around.emit(AttributesSet(*at, wanted))
    return step.proceed()


def update_flow(step: Step) -> Outcome:
    """UpdateFlowAttributes: seen by this flow alone."""
    step.accept_only("FlowAttributes")
    step.shown = {key: str(each["Value"]) for key, each in step.parameter("FlowAttributes").items()}
    step.frame.flow_attributes.update(step.shown)
    return step.proceed()


def size_of(attributes: dict[str, str]) -> int:
    """How many bytes attributes take."""
    text = "".join(attributes) + "".join(attributes.values())
    return len(text) if text.isascii() else len(text.encode())
