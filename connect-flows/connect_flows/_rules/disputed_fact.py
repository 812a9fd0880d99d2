"""What some have seen Amazon Connect take, and others refuse."""

from collections.abc import Iterator, Mapping

from connect_flows._action_types import only_sets_buffer, stores_input
from connect_flows._place import Fault, Place
from connect_flows._rules._rule import ACTIONS, Rule
from connect_flows._view import View

_STATUSES = ("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected")
_TRY = "publish it once before relying on it"


class DisputedFact(Rule):
    id = "W520"
    text = "A flow keeps to what all sources agree that Amazon Connect takes."
    source = f"{ACTIONS}; exports of the console, and what others saw CreateContactFlow answer"

    def check(self, view: View) -> Iterator[Fault]:
        yield from _hooks(view)
        yield from _bots(view)
        yield from _inputs(view)
        yield from _tasks(view)
        yield from _tags(view)
        yield from _calls(view)
        yield from _places(view)


def _hooks(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("UpdateContactEventHooks"):
        at = place / "Parameters"
        hooks = action.parameters.get("EventHooks")
        if "EventHooksConfiguration" in action.parameters:
            problem = "is in exports of the console, and CreateContactFlow was seen to refuse it"
            yield Fault(at / "EventHooksConfiguration", problem, "leave it out if it is refused")
        if isinstance(hooks, dict) and not hooks:
            problem = "is empty, which CreateContactFlow was seen to take by one author and to refuse by another"
            yield Fault(at / "EventHooks", problem, "name one hook, or leave the action out")
        elif isinstance(hooks, dict) and len(hooks) > 1:
            problem = (
                f"has {len(hooks)} entries; the page of AWS allows one, and CreateContactFlow was seen to take two"
            )
            yield Fault(at / "EventHooks", problem, "use one action for each hook")


def _bots(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("ConnectParticipantWithLexBot"):
        branches = {branch.error_type for branch in action.errors}
        if "LexTimeoutSeconds" in action.parameters and "InputTimeLimitExceeded" not in branches:
            problem = "has no InputTimeLimitExceeded, which two authors found needed with LexTimeoutSeconds, others not"
            yield Fault(place / "Transitions" / "Errors", problem, "add a branch for it: it is taken either way")


def _inputs(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("GetParticipantInput"):
        parameters = action.parameters
        if "StoreInput" not in parameters and "InputTimeLimitSeconds" in parameters:
            problem = "is missing; the page of AWS calls it optional, and CreateContactFlow was seen to refuse that"
            yield Fault(place / "Parameters" / "StoreInput", problem, "write it: 'False' for a menu")
        if not only_sets_buffer(parameters):
            yield from _validations(parameters, place / "Parameters")


def _validations(parameters: Mapping[str, object], place: Place) -> Iterator[Fault]:
    validation = parameters.get("InputValidation")
    if validation is not None and not stores_input(parameters):
        problem = "is for input that is stored; nobody saw a menu with it"
        yield Fault(place / "InputValidation", problem, "leave it out, or make StoreInput 'True'")
    phone = validation.get("PhoneNumberValidation") if isinstance(validation, dict) else None
    if isinstance(phone, dict) and phone.get("NumberFormat", "Local") != "Local" and "CountryCode" in phone:
        problem = "is for local numbers; nobody saw it with another format"
        yield Fault(place / "InputValidation" / "PhoneNumberValidation" / "CountryCode", problem, "leave it out")


def _tags(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("TagContact"):
        tags = action.parameters.get("Tags")
        for key in tags if isinstance(tags, dict) else ():
            if key.startswith("aws:"):
                problem = "is a key of AWS, which its page forbids and CreateContactFlow was seen to take"
                yield Fault(place / "Parameters" / "Tags" / key, problem, "choose another name")


def _calls(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("CreateCallbackContact"):
        if str(action.parameters.get("MaximumConnectionAttempts")) == "0":
            problem = "is 0; the page of AWS wants at least 1, and an export of the console has 0"
            yield Fault(place / "Parameters" / "MaximumConnectionAttempts", problem, "write how often to call")
    for action, place, _ in view.of("CompleteOutboundCall"):
        if "ConnectionTimeLimitSeconds" in action.parameters and "VoiceConnector" not in action.parameters:
            problem = "goes with VoiceConnector only, says the page of AWS"
            yield Fault(place / "Parameters" / "ConnectionTimeLimitSeconds", problem, "leave it out")
    for action, place, _ in view.of("CheckOutboundCallStatus"):
        there = {operand for branch in action.conditions for operand in branch.operands}
        missing = [status for status in _STATUSES if status not in there]
        if missing:
            problem = f"has no branch for {' and '.join(missing)}; every export of the console has all four"
            yield Fault(place / "Transitions" / "Conditions", problem, "add a branch for each")


def _tasks(view: View) -> Iterator[Fault]:
    for action, place, _ in view.of("CreateTask"):
        if "ContactFlowId" not in action.parameters and "TaskTemplateId" not in action.parameters:
            problem = "is missing; the page of AWS does not say whether a task can do without it"
            yield Fault(place / "Parameters" / "ContactFlowId", problem, "name the flow that the task goes through")


def _places(view: View) -> Iterator[Fault]:
    if view.type is None and not view.is_module:
        return
    here = None if view.is_module else view.type
    for action, place, facts in view.known:
        if here in facts.doubtful and here in facts.flow_types:
            what = "modules" if here is None else f"{here} flows"
            problem = f"{action.type} in {what} is allowed by one page of AWS and not by another"
            yield Fault(place / "Type", problem, _TRY)
