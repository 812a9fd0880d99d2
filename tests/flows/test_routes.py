"""Where a call can go: every road is open, ends somewhere, and never breaks a promise made to the caller."""

from collections.abc import Iterator

from connect_flows import Action, Flow, FlowType
from tests.flows.roads import (
    attributes_set,
    blocks_of,
    blocks_of_type,
    branch_for,
    checks_business_hours,
    error_of,
    reachable,
    types_on,
)

SPEAKING = {
    "ConnectParticipantWithLexBot",
    "GetParticipantInput",
    "MessageParticipant",
    "MessageParticipantIteratively",
}
# A telephone number, and an order number, which proves who somebody is as well as what they type does.
PRIVATE = (
    "$.StoredCustomerInput",
    "$.External.display_name",
    "$.CustomerEndpoint.Address",
    "$.Lex.SessionAttributes.callback_phone",
    "$.Lex.SessionAttributes.order_number",
)
HOLDS = {FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD}


def bounded_targets(action: Action) -> Iterator[str]:
    """Where a block goes on, except that a loop is never allowed another round."""
    for target in action.targets:
        if action.type != "Loop" or ("ContinueLooping",) not in {
            branch.operands for branch in action.conditions if branch.next_action == target
        }:
            yield target


def told(action: Action) -> object:
    """What a block tells a function besides the call."""
    return action.parameters.get("LambdaInvocationAttributes")


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

    before_voice = reachable(flow, flow.start_action, without={"UpdateContactTextToSpeechVoice"})

    assert not types_on(flow, before_voice) & SPEAKING


def test_logs_from_the_first_block(flow: Flow) -> None:
    first = blocks_of(flow)[flow.start_action]
    if flow.is_module:
        return

    assert (first.type, first.parameters) == ("UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "Enabled"})


def test_names_and_numbers_of_callers_and_what_they_type_as_a_proof_are_never_logged(flow: Flow) -> None:
    blocks, seen, todo = blocks_of(flow), set[tuple[str, str]](), [(flow.start_action, "Enabled")]
    while todo:
        name, logging = todo.pop()
        if (name, logging) in seen:
            continue
        seen.add((name, logging))
        action = blocks[name]
        given = str(action.parameters)
        secret = action.parameters.get("StoreInput") == "True" or any(reference in given for reference in PRIVATE)
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
            assert action.type == "MessageParticipant"  # which nobody can interrupt, by keys or by speaking
            assert action.next_action in records
            assert not records & {branch.next_action for branch in action.errors}


def test_a_failing_function_never_ends_the_call(flow: Flow) -> None:
    goals = {"TransferContactToQueue", "EndFlowModuleExecution"}
    blocks = blocks_of(flow)
    for action in flow.actions:
        if action.type == "InvokeLambdaFunction":
            (error,) = action.errors

            # Told of a call that has failed before, by a full queue.
            has_failed = told(action) == {"Step": "dropped"}
            assert has_failed or goals & {blocks[name].type for name in reachable(flow, error.next_action)}
            assert error.next_action not in {"say-closed", "say-emergency"}


def test_only_voice_callers_are_asked_for_keys(flows: dict[str, Flow]) -> None:
    for name, check_name in (("inbound", "check-channel"), ("customer_queue", "check-channel")):
        flow = flows[name]
        check = blocks_of(flow)[check_name]

        assert check.parameters == {"ComparisonValue": "$.Channel"}
        assert [(branch.operator, branch.operands) for branch in check.conditions] == [("Equals", ("VOICE",))]
        before = reachable(flow, flow.start_action, without={check_name})
        written = reachable(flow, error_of(check, "NoMatchingCondition"), without={"InvokeFlowModule"})
        assert "GetParticipantInput" not in types_on(flow, before | written)


def test_a_chat_goes_to_the_flow_for_chats(flows: dict[str, Flow]) -> None:
    inbound = flows["inbound"]
    blocks = blocks_of(inbound)
    transfer = blocks[error_of(blocks["check-channel"], "NoMatchingCondition")]

    assert (transfer.type, transfer.parameters) == ("TransferToFlow", {"ContactFlowId": "${flow.chat}"})
    # If it cannot, a person takes the chat, when there is one.
    assert "TransferContactToQueue" in types_on(inbound, reachable(inbound, error_of(transfer)))


def test_a_chat_has_neither_keys_nor_a_recording(flows: dict[str, Flow]) -> None:
    types = {action.type for action in flows["chat"].actions}

    assert not types & {"GetParticipantInput", "InvokeFlowModule", "UpdateContactRecordingBehavior"}


def test_a_chat_in_which_a_site_names_its_customer_counts_as_authenticated(flows: dict[str, Flow]) -> None:
    chat = blocks_of(flows["chat"])
    check = chat["check-signed-in"]

    assert check.parameters == {"ComparisonValue": "$.Attributes.customer_id"}
    assert [branch.operator for branch in check.conditions] == ["KeyExists"]
    authenticated = {
        "yes": attributes_set(chat[check.conditions[0].next_action])["customer_authenticated"],
        "no": attributes_set(chat[error_of(check, "NoMatchingCondition")])["customer_authenticated"],
    }
    assert authenticated == {"yes": "true", "no": "false"}


def test_nobody_waits_for_a_person_who_is_not_there(flow: Flow) -> None:
    if flow.name not in ("chat", "inbound"):
        return

    checks = {check.identifier for check in checks_business_hours(flow)}

    unchecked = types_on(flow, reachable(flow, flow.start_action, without=checks))
    assert not unchecked & {"UpdateContactTargetQueue", "TransferContactToQueue"}
    for check in checks_business_hours(flow):
        closed = reachable(flow, branch_for(check, "False"))
        assert types_on(flow, closed) == {"MessageParticipant", "DisconnectParticipant"}
        assert any("${text.opening_hours}" in str(blocks_of(flow)[name].parameters) for name in closed)


def test_whoever_chooses_from_the_menu_proves_who_they_are_within_business_hours_only(flows: dict[str, Flow]) -> None:
    inbound = flows["inbound"]

    unchecked = reachable(inbound, "main-menu", without={"check-business-hours"})

    assert "InvokeFlowModule" not in types_on(inbound, unchecked)


def test_nobody_proves_twice_who_they_are(flows: dict[str, Flow]) -> None:
    inbound = flows["inbound"]
    check = blocks_of(inbound)["check-proven"]

    assert check.parameters == {"ComparisonValue": "$.Attributes.customer_authenticated"}
    proven = reachable(inbound, branch_for(check, "true"))
    unchecked = reachable(inbound, "main-menu", without={"check-proven"})
    assert "InvokeFlowModule" not in types_on(inbound, proven | unchecked)


def test_whoever_fails_to_prove_who_they_are_still_reaches_a_person(flows: dict[str, Flow]) -> None:
    module, inbound = flows["authenticate"], flows["inbound"]
    ends = {action.type for action in module.actions if not action.targets}
    calls = blocks_of_type(inbound, "InvokeFlowModule")

    assert ends == {"EndFlowModuleExecution"}
    assert len(calls) == 3
    for call in calls:
        for target in call.targets:
            assert "TransferContactToQueue" in types_on(inbound, reachable(inbound, target))


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
        if name not in ("inbound", "callback", "chat", "authenticate"):
            assert {placeholder.kind for placeholder in flow.placeholders} <= {"flow", "text"}, name


def test_nobody_is_offered_a_call_who_was_not_promised_one_or_has_no_number(flows: dict[str, Flow]) -> None:
    queue = flows["customer_queue"]
    blocks = blocks_of(queue)

    for check, value in (
        ("check-offer", "$.Attributes.callback_offer"),
        ("check-number", "$.CustomerEndpoint.Address"),
    ):
        assert blocks[check].parameters == {"ComparisonValue": value}
        unchecked = reachable(queue, queue.start_action, without={check})
        refused = reachable(queue, error_of(blocks[check], "NoMatchingCondition"), without={"count-offers"})
        assert not types_on(queue, unchecked | refused) & {"UpdateContactCallbackNumber", "CreateCallbackContact"}
        assert "offer-to-leave" in refused


def test_whoever_cannot_be_called_goes_on_waiting(flows: dict[str, Flow]) -> None:
    queue = flows["customer_queue"]
    blocks = blocks_of(queue)
    failures = [
        *(branch.next_action for branch in blocks["set-callback-number"].errors),
        error_of(blocks["create-callback"]),
    ]

    assert len(failures) == 3
    for failure in failures:
        road = reachable(queue, failure, without={"read-queue-size"})
        assert types_on(queue, road) <= {"MessageParticipant", "UpdateFlowLoggingBehavior"}
        assert "MessageParticipant" in types_on(queue, road)


def test_a_callback_is_promised_only_once_it_is_made(flows: dict[str, Flow]) -> None:
    queue = flows["customer_queue"]

    unmade = reachable(queue, queue.start_action, without={"create-callback"})

    assert "say-callback" not in unmade


def test_a_called_back_customer_waits_only_after_pressing_one(flows: dict[str, Flow]) -> None:
    callback = flows["callback"]
    ask = blocks_of(callback)["ask-customer"]

    silent = reachable(callback, callback.start_action, without={branch_for(ask, "1")})
    unreported = reachable(callback, callback.start_action, without={"report-confirmed"})

    assert not types_on(callback, silent) & {"TransferContactToQueue", "UpdateContactRecordingBehavior"}
    assert "TransferContactToQueue" not in types_on(callback, unreported)


def test_the_ledger_hears_of_the_one_right_before_the_queue(flows: dict[str, Flow]) -> None:
    # Until then the line is held, for Connect does not count the customer yet.
    callback = flows["callback"]
    blocks = blocks_of(callback)

    between = reachable(callback, "report-confirmed", without={"transfer-to-queue"})

    assert "transfer-to-queue" in {target for name in between for target in blocks[name].targets}
    assert not {"say-recorded", "record-call", "hurry-callback"} & set(between)


def test_nobody_who_is_called_back_is_dropped_without_a_word_to_the_ledger(flows: dict[str, Flow]) -> None:
    callback = flows["callback"]
    blocks = blocks_of(callback)
    drops = [name for name in blocks if told(blocks[name]) == {"Step": "dropped"}]

    failures = [target for name in ("queue-callback", "transfer-to-queue") for target in blocks[name].targets]
    untold = reachable(callback, *failures, without={*drops, "transfer-to-queue"})

    assert len(drops) == 2
    assert untold == set()


def test_another_call_is_promised_only_when_the_ledger_knows_of_one(flows: dict[str, Flow]) -> None:
    callback = flows["callback"]
    checks = [action for action in blocks_of_type(callback, "Compare") if "say-called-again" in action.targets]

    unknown = reachable(callback, callback.start_action, without={check.identifier for check in checks})

    assert "say-called-again" not in unknown
    for check in checks:
        assert branch_for(check, "going_on") == "say-called-again"
        assert "say-called-again" not in (check.next_action, error_of(check, "NoMatchingCondition"))


def test_a_called_back_customer_goes_before_those_who_wait(flows: dict[str, Flow]) -> None:
    callback = flows["callback"]

    unhurried = reachable(callback, callback.start_action, without={"hurry-callback"})

    assert blocks_of(callback)["hurry-callback"].parameters == {"QueuePriority": "1"}
    assert "TransferContactToQueue" not in types_on(callback, unhurried)


def test_holds_play_on_until_the_hold_ends(flow: Flow) -> None:
    if flow.type in HOLDS:
        (last,) = [action for action in flow.actions if not action.targets]

        assert last.type == "MessageParticipantIteratively"
