"""Where a call can go: every road is open, ends somewhere, and never breaks a promise made to the caller."""

from collections.abc import Iterator

from connect_flows import Action, Flow, FlowType

SPEAKING = {"MessageParticipant", "GetParticipantInput", "MessageParticipantIteratively"}
HOLDS = {FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD}


def blocks_of(flow: Flow) -> dict[str, Action]:
    return {action.identifier: action for action in flow.actions}


def reachable(flow: Flow, *starts: str, without: str = "") -> set[str]:
    """The blocks on the roads from `starts`; a block called `without`, or of that type, ends its road."""
    blocks, seen, todo = blocks_of(flow), set[str](), list(starts)
    while todo:
        name = todo.pop()
        if name not in seen and without not in (name, blocks[name].type):
            seen.add(name)
            todo.extend(blocks[name].targets)
    return seen


def bounded_targets(action: Action) -> Iterator[str]:
    """Where a block goes on, except that a loop is never allowed another round."""
    for target in action.targets:
        if action.type != "Loop" or ("ContinueLooping",) not in {
            branch.operands for branch in action.conditions if branch.next_action == target
        }:
            yield target


def test_every_block_can_be_reached(flow: Flow) -> None:
    assert reachable(flow, flow.start_action) == set(blocks_of(flow))


def test_every_road_comes_to_an_end(flow: Flow) -> None:
    ends = {action.identifier for action in flow.actions if not action.targets}
    ends |= {action.identifier for action in flow.actions if action.type == "TransferContactToQueue"}

    for action in flow.actions:
        assert reachable(flow, action.identifier) & ends, action.identifier


def test_nobody_goes_round_in_circles(flow: Flow) -> None:
    left = {action.identifier: set(bounded_targets(action)) for action in flow.actions}

    while ended := {name for name, targets in left.items() if not targets & set(left)}:
        left = {name: targets for name, targets in left.items() if name not in ended}
    assert left == {}


def test_nobody_is_cut_off_without_a_word(flow: Flow) -> None:
    for action in flow.actions:
        for target in action.targets:
            if blocks_of(flow)[target].type == "DisconnectParticipant":
                assert action.type == "MessageParticipant", action.identifier


def test_speaks_korean_from_the_first_word(flow: Flow) -> None:
    if flow.is_module:  # a module speaks with the voice of the flow that runs it
        return

    before_voice = reachable(flow, flow.start_action, without="UpdateContactTextToSpeechVoice")

    assert not {blocks_of(flow)[name].type for name in before_voice} & SPEAKING


def test_logs_from_the_first_block(flow: Flow) -> None:
    first = blocks_of(flow)[flow.start_action]
    if flow.is_module:
        return

    assert (first.type, first.parameters) == ("UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "Enabled"})


def test_what_a_caller_types_as_a_proof_is_never_logged(flow: Flow) -> None:
    blocks, seen, todo = blocks_of(flow), set[tuple[str, str]](), [(flow.start_action, "Enabled")]
    while todo:
        name, logging = todo.pop()
        if (name, logging) in seen:
            continue
        seen.add((name, logging))
        action = blocks[name]
        secret = action.parameters.get("StoreInput") == "True" or "$.StoredCustomerInput" in str(action.parameters)
        ended = not action.targets or action.type == "TransferContactToQueue"
        assert not (secret and logging == "Enabled"), name
        assert not (ended and logging == "Disabled"), name
        after = str(action.parameters.get("FlowLoggingBehavior", logging))
        todo.extend((target, after) for target in action.targets)


def test_records_only_who_has_heard_that_calls_are_recorded(flow: Flow) -> None:
    records = {action.identifier for action in flow.actions if action.type == "UpdateContactRecordingBehavior"}
    for action in flow.actions:
        if records & set(action.targets):
            assert "녹음됩니다" in str(action.parameters.get("Text"))
            assert action.next_action in records
            assert not records & {branch.next_action for branch in action.errors}


def test_a_failing_function_never_ends_the_call(flow: Flow) -> None:
    goals = {"TransferContactToQueue", "EndFlowModuleExecution"}
    blocks = blocks_of(flow)
    for action in flow.actions:
        if action.type == "InvokeLambdaFunction":
            (error,) = action.errors

            assert goals & {blocks[name].type for name in reachable(flow, error.next_action)}
            assert error.next_action not in {"say-closed", "say-emergency"}


def test_only_voice_callers_are_asked_for_keys(flows: dict[str, Flow]) -> None:
    for name in ("inbound", "customer_queue"):
        flow = flows[name]
        blocks = blocks_of(flow)
        channels = [action for action in flow.actions if action.parameters.get("ComparisonValue") == "$.Channel"]

        for check in channels:
            assert [(branch.operator, branch.operands) for branch in check.conditions] == [("Equals", ("VOICE",))]
        (last,) = [check for check in channels if "main-menu" in check.targets or "greet-chat" in check.targets]
        before = reachable(flow, flow.start_action, without=last.identifier)
        written = reachable(flow, *(branch.next_action for branch in last.errors), without="InvokeFlowModule")
        assert not {blocks[other].type for other in before | written} & {"GetParticipantInput"}


def test_a_chat_is_never_asked_to_prove_who_it_is(flows: dict[str, Flow]) -> None:
    inbound = blocks_of(flows["inbound"])
    chat = inbound[inbound["choose-entry"].errors[0].next_action]

    assert chat.parameters["Attributes"] == {"intent": "general"}
    assert [branch.operands for branch in inbound["route-by-intent"].conditions] == [
        ("order_delivery",),
        ("refund_billing",),
    ]


def test_business_hours_are_checked_before_anyone_has_to_prove_who_they_are(flows: dict[str, Flow]) -> None:
    inbound = flows["inbound"]

    unchecked = reachable(inbound, inbound.start_action, without="check-business-hours")

    types = {blocks_of(inbound)[name].type for name in unchecked}
    assert not types & {"InvokeFlowModule", "UpdateContactTargetQueue", "TransferContactToQueue"}


def test_whoever_fails_to_prove_who_they_are_still_reaches_a_person(flows: dict[str, Flow]) -> None:
    module, inbound = flows["authenticate"], flows["inbound"]
    ends = {action.type for action in module.actions if not action.targets}
    calls = [action for action in inbound.actions if action.type == "InvokeFlowModule"]

    assert ends == {"EndFlowModuleExecution"}
    assert calls
    for call in calls:
        assert {blocks_of(inbound)[target].type for target in call.targets} == {"UpdateContactTargetQueue"}


def test_two_misses_in_the_menu_lead_to_a_person(flows: dict[str, Flow]) -> None:
    inbound = blocks_of(flows["inbound"])
    menu = inbound["main-menu"]
    misses = {
        branch.next_action
        for branch in menu.errors
        if branch.error_type in ("InputTimeLimitExceeded", "NoMatchingCondition")
    }
    (loop,) = misses

    assert inbound[loop].parameters == {"LoopCount": "1"}
    after = {branch.operands[0]: branch.next_action for branch in inbound[loop].conditions}
    assert inbound[after["ContinueLooping"]].next_action == "main-menu"
    assert inbound[after["DoneLooping"]].next_action == "check-business-hours"


def test_a_proof_may_be_tried_three_times(flows: dict[str, Flow]) -> None:
    module = blocks_of(flows["authenticate"])

    assert module["count-tries"].parameters == {"LoopCount": "2"}
    assert module["say-not-matched"].next_action == module["say-malformed"].next_action == "count-tries"


def test_base_flows_name_no_queue_and_no_function(flows: dict[str, Flow]) -> None:
    for name, flow in flows.items():
        if name not in ("inbound", "authenticate"):
            assert {placeholder.kind for placeholder in flow.placeholders} <= {"flow", "text"}, name


def test_holds_play_on_until_the_hold_ends(flow: Flow) -> None:
    if flow.type in HOLDS:
        (last,) = [action for action in flow.actions if not action.targets]

        assert last.type == "MessageParticipantIteratively"
