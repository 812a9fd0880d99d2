"""Every block keeps to what CreateContactFlow takes, for the types of action that our flows use."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pytest

from connect_flows import Action, Flow, FlowType

WHISPERS = {FlowType.CUSTOMER_WHISPER, FlowType.AGENT_WHISPER, FlowType.OUTBOUND_WHISPER}
HOLDS = {FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD}
TRANSFERS = {FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER}
MODULE = None
INTERACTIVE = {FlowType.CONTACT_FLOW, FlowType.CUSTOMER_QUEUE, *TRANSFERS, MODULE}
ANY_TYPE = {*FlowType, MODULE}

NO_MATCH = "NoMatchingError"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """`errors`: exactly these. `operands`: exactly these if they are a set, any one text if None, none if empty."""

    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset({NO_MATCH})
    operators: frozenset[str] = frozenset({"Equals"})
    operands: frozenset[str] | None = frozenset()
    ends: bool = False
    flow_types: frozenset[FlowType | None] = frozenset(ANY_TYPE)


def facts(
    required: str = "",
    optional: str = "",
    *,
    errors: str = NO_MATCH,
    operators: str = "Equals",
    operands: str | None = "",
    ends: bool = False,
    flow_types: Collection[FlowType | None] = ANY_TYPE,
) -> Facts:
    return Facts(
        required=frozenset(required.split()),
        optional=frozenset(optional.split()),
        errors=frozenset(errors.split()),
        operators=frozenset(operators.split()),
        operands=None if operands is None else frozenset(operands.split()),
        ends=ends,
        flow_types=frozenset(flow_types),
    )


FACTS: Mapping[str, Facts] = {
    "CheckHoursOfOperation": facts(optional="HoursOfOperationId", operands="True False", flow_types=INTERACTIVE),
    "Compare": facts(
        "ComparisonValue", errors="NoMatchingCondition", operators="Equals NumberGreaterThan", operands=None
    ),
    "DisconnectParticipant": facts(errors="", ends=True, flow_types=INTERACTIVE),
    "EndFlowExecution": facts(errors="", ends=True, flow_types={*WHISPERS, FlowType.CUSTOMER_QUEUE, MODULE}),
    "EndFlowModuleExecution": facts(errors="", ends=True, flow_types={MODULE}),
    "GetMetricData": facts(optional="QueueChannel"),
    "GetParticipantInput (menu)": facts(
        "Text InputTimeLimitSeconds StoreInput",
        errors=f"{NO_MATCH} NoMatchingCondition InputTimeLimitExceeded",
        operands=None,
        flow_types=INTERACTIVE,
    ),
    "GetParticipantInput (store)": facts(
        "Text InputTimeLimitSeconds StoreInput InputValidation", "DTMFConfiguration", flow_types=INTERACTIVE
    ),
    "InvokeFlowModule": facts("FlowModuleId", flow_types={FlowType.CONTACT_FLOW, MODULE}),
    "InvokeLambdaFunction": facts(
        "LambdaFunctionARN InvocationTimeLimitSeconds ResponseValidation", "LambdaInvocationAttributes"
    ),
    "Loop": facts("LoopCount", operands="ContinueLooping DoneLooping"),
    "MessageParticipant": facts("Text", flow_types={*INTERACTIVE, *WHISPERS}),
    "MessageParticipantIteratively (hold)": facts("Messages", errors="", ends=True, flow_types=HOLDS),
    "MessageParticipantIteratively (wait)": facts("Messages", flow_types={FlowType.CUSTOMER_QUEUE}),
    "MessageParticipantIteratively (interrupted)": facts(
        "Messages InterruptFrequencySeconds", operands="MessagesInterrupted", flow_types={FlowType.CUSTOMER_QUEUE}
    ),
    "TransferContactToAgent": facts(errors="", ends=True, flow_types=TRANSFERS),
    "TransferContactToQueue": facts(
        errors=f"{NO_MATCH} QueueAtCapacity", flow_types={FlowType.CONTACT_FLOW, *TRANSFERS, MODULE}
    ),
    "UpdateContactAttributes": facts("Attributes TargetContact"),
    "UpdateContactData": facts("LanguageCode"),
    "UpdateContactEventHooks": facts("EventHooks"),
    "UpdateContactRecordingBehavior": facts(
        "RecordingBehavior", errors="", flow_types={*INTERACTIVE, FlowType.OUTBOUND_WHISPER}
    ),
    "UpdateContactTargetQueue": facts("QueueId", flow_types={FlowType.CONTACT_FLOW, *TRANSFERS, MODULE}),
    "UpdateContactTextToSpeechVoice": facts("TextToSpeechVoice TextToSpeechEngine"),
    "UpdateFlowLoggingBehavior": facts("FlowLoggingBehavior", errors=""),
}

VALUES: Mapping[str, set[object]] = {
    "TextToSpeechVoice": {"Seoyeon"},
    "TextToSpeechEngine": {"Neural"},
    "LanguageCode": {"ko-KR"},
    "FlowLoggingBehavior": {"Enabled", "Disabled"},
    "StoreInput": {"True", "False"},
    "TargetContact": {"Current"},
    "QueueChannel": {"Voice"},
}
RANGES: Mapping[str, range] = {
    "InputTimeLimitSeconds": range(1, 181),
    "InvocationTimeLimitSeconds": range(1, 9),
    "InterruptFrequencySeconds": range(20, 301),
    "LoopCount": range(101),
}


def facts_about(action: Action, flow: Flow) -> Facts:
    if action.type == "GetParticipantInput":
        return FACTS[f"{action.type} ({'store' if action.parameters.get('StoreInput') == 'True' else 'menu'})"]
    if action.type == "MessageParticipantIteratively":
        kind = "interrupted" if "InterruptFrequencySeconds" in action.parameters else "wait"
        return FACTS[f"{action.type} ({'hold' if flow.type in HOLDS else kind})"]
    return FACTS[action.type]


def test_every_block_is_allowed_in_its_flow(flow: Flow) -> None:
    for action in flow.actions:
        assert flow.type in facts_about(action, flow).flow_types, action.identifier


def test_every_block_has_the_parameters_it_needs_and_no_others(flow: Flow) -> None:
    for action in flow.actions:
        known = facts_about(action, flow)

        assert known.required <= set(action.parameters) <= known.required | known.optional, action.identifier


def test_every_block_has_the_error_branches_it_needs_and_no_others(flow: Flow) -> None:
    for action in flow.actions:
        errors = [branch.error_type for branch in action.errors]

        assert sorted(errors) == sorted(facts_about(action, flow).errors), action.identifier


def test_every_block_has_conditions_that_it_takes(flow: Flow) -> None:
    for action in flow.actions:
        known = facts_about(action, flow)
        operands = [branch.operands for branch in action.conditions]

        assert {branch.operator for branch in action.conditions} <= known.operators, action.identifier
        assert all(len(values) == 1 and values[0] for values in operands), action.identifier
        assert len(set(operands)) == len(operands), action.identifier
        if known.operands is None:
            assert operands, action.identifier
        else:
            assert {values[0] for values in operands} == known.operands, action.identifier


def test_every_block_goes_on_unless_it_ends_the_flow(flow: Flow) -> None:
    for action in flow.actions:
        if facts_about(action, flow).ends:
            assert action.targets == (), action.identifier
        else:
            assert action.next_action is not None, action.identifier


def texts_in(value: object) -> list[object]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    return [value]


def test_every_value_is_a_text_and_none_is_empty(flow: Flow) -> None:
    for action in flow.actions:
        for value in texts_in(action.parameters):
            assert isinstance(value, str), action.identifier
            assert value, action.identifier


def test_every_value_is_one_that_the_parameter_takes(flow: Flow) -> None:
    for action in flow.actions:
        for name, value in action.parameters.items():
            assert name not in VALUES or value in VALUES[name], action.identifier
            assert name not in RANGES or int(str(value)) in RANGES[name], action.identifier


def test_keys_of_a_menu_are_keys_of_a_telephone(flow: Flow) -> None:
    for action in flow.actions:
        if action.type == "GetParticipantInput":
            assert {branch.operands[0] for branch in action.conditions} <= set("0123456789*#")


def test_each_hook_has_a_block_of_its_own_and_a_flow_of_its_type(flow: Flow, flows: dict[str, Flow]) -> None:
    types = {
        "AgentHold": FlowType.AGENT_HOLD,
        "AgentWhisper": FlowType.AGENT_WHISPER,
        "CustomerHold": FlowType.CUSTOMER_HOLD,
        "CustomerQueue": FlowType.CUSTOMER_QUEUE,
        "CustomerRemaining": FlowType.CONTACT_FLOW,
        "CustomerWhisper": FlowType.CUSTOMER_WHISPER,
    }
    for action in flow.actions:
        if action.type == "UpdateContactEventHooks":
            hooks = action.parameters["EventHooks"]
            assert isinstance(hooks, dict)
            ((hook, value),) = hooks.items()
            assert flows[value.removeprefix("${flow.").removesuffix("}")].type is types[hook]


@pytest.mark.parametrize("name", sorted({key.split(" ")[0] for key in FACTS}))
def test_no_fact_is_left_over(name: str, flows: dict[str, Flow]) -> None:
    assert any(action.type == name for flow in flows.values() for action in flow.actions)
