"""What GetParticipantInput needs to offer a menu, to store what is typed, or only to set the buffer."""

from collections.abc import Iterator, Mapping

from connect_flows._action_types import only_sets_buffer, stores_input
from connect_flows._place import Fault, Place
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View

PROMPTS = ("Text", "SSML", "PromptId", "Media")
_VALIDATIONS = ("PhoneNumberValidation", "CustomValidation")


class InputMode(Rule):
    id = "E212"
    text = "GetParticipantInput has what its mode needs: a prompt and a time limit; a validation if input is stored."
    source = f"{ACTIONS}; {REFUSAL}: Action is missing required property"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("GetParticipantInput"):
            at = place / "Parameters"
            if only_sets_buffer(action.parameters):
                yield from _buffer_faults(action.parameters, at)
            else:
                yield from _asking_faults(action.parameters, at)
                if stores_input(action.parameters):
                    yield from _storing_faults(action.parameters, at)
                elif "InputEncryption" in action.parameters:
                    yield Fault(at / "InputEncryption", "is for input that is stored", "leave it out of a menu")


def _buffer_faults(parameters: Mapping[str, object], place: Place) -> Iterator[Fault]:
    for name in parameters.keys() - {"EnableDTMFBuffer"}:
        yield Fault(place / name, "is for input, and nothing is asked here", "leave it out, or add a prompt")


def _asking_faults(parameters: Mapping[str, object], place: Place) -> Iterator[Fault]:
    prompts = [name for name in PROMPTS if name in parameters]
    if len(prompts) != 1:
        problem = f"has {' and '.join(prompts)}" if prompts else "has no prompt"
        yield Fault(place, problem, f"give it one of {', '.join(PROMPTS)}")
    if "InputTimeLimitSeconds" not in parameters:
        yield Fault(place / "InputTimeLimitSeconds", "is missing", "GetParticipantInput needs it")


def _storing_faults(parameters: Mapping[str, object], place: Place) -> Iterator[Fault]:
    validation = parameters.get("InputValidation")
    at = place / "InputValidation"
    if validation is None:
        yield Fault(at, "is missing", "input that is stored needs PhoneNumberValidation or CustomValidation")
    elif isinstance(validation, dict):
        there = [name for name in _VALIDATIONS if name in validation]
        if len(there) != 1:
            yield Fault(at, f"has {' and '.join(there) or 'no validation'}", f"use one of {', '.join(_VALIDATIONS)}")
        phone = validation.get("PhoneNumberValidation")
        if isinstance(phone, dict) and phone.get("NumberFormat") == "Local" and "CountryCode" not in phone:
            country = at / "PhoneNumberValidation" / "CountryCode"
            yield Fault(country, "is missing", "a local number needs it, such as KR")
        if "InputEncryption" in parameters and "CustomValidation" not in validation:
            yield Fault(place / "InputEncryption", "goes with CustomValidation only", "leave one of them out")
