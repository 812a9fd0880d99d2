from typing import Any

import pytest


def menu(block: Any, **targets: str) -> Any:
    return block(
        "menu",
        "GetParticipantInput",
        {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
        next="menu",
        errors={"InputTimeLimitExceeded": "menu", "NoMatchingCondition": "menu", "NoMatchingError": "menu"},
        conditions=[("Equals", key.removeprefix("key"), target) for key, target in targets.items()],
    )


def test_finds_a_menu_that_nobody_gets_out_of(block: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "다시 눌러 주십시오."}, next="menu")

    findings = found(flow_of(menu(block, key1="say"), say))

    assert findings == [
        "menu: leads to no end of the flow: 'menu', 'say'; add a way that hangs up or hands the contact on"
    ]


def test_one_key_that_ends_the_call_is_enough(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(menu(block, key1="bye"), bye)) == []


def test_tells_once_of_each_trap(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    start = block("start", "Wait", {"TimeLimitSeconds": "5"}, next="bye", errors={"NoMatchingError": "one"})
    start["Transitions"]["Conditions"] = [
        {"NextAction": "two", "Condition": {"Operator": "Equals", "Operands": ["WaitCompleted"]}}
    ]
    one, two = (block(name, "Wait", {"TimeLimitSeconds": "5"}, next=name) for name in ("one", "two"))

    assert [finding.partition(":")[0] for finding in found(flow_of(start, one, two, bye))] == ["one", "two"]


def test_leaves_circles_that_nothing_bounds_to_another_rule(block: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "여보세요."}, next="say")

    assert found(flow_of(say)) == []


@pytest.mark.parametrize("action_type", ["TransferContactToQueue", "TransferToFlow"])
def test_a_contact_that_is_handed_on_has_left(block: Any, flow_of: Any, found: Any, action_type: str) -> None:
    hand_on = block("hand-on", action_type, next="menu", errors={"NoMatchingError": "menu"})

    assert found(flow_of(menu(block, key1="hand-on"), hand_on)) == []


@pytest.mark.parametrize(("goes_on", "count"), [("True", 1), ("False", 0)])
def test_a_call_to_a_third_party_ends_the_flow_unless_it_comes_back(
    block: Any, flow_of: Any, found: Any, goes_on: str, count: int
) -> None:
    call = block(
        "call",
        "TransferParticipantToThirdParty",
        {"ContinueFlowExecution": goes_on},
        next="menu",
        errors={"NoMatchingError": "menu"},
    )

    assert len(found(flow_of(menu(block, key1="call"), call))) == count


@pytest.mark.parametrize("type", ["customerQueue", "customerHold", "agentHold", None])
def test_whoever_waits_may_wait_for_ever(block: Any, flow_of: Any, found: Any, type: str | None) -> None:
    wait = block("wait", "MessageParticipantIteratively", {"Messages": [{"Text": "기다려 주십시오."}]}, next="wait")

    assert found(flow_of(wait, type=type)) == []


def test_an_action_that_does_not_say_where_it_goes_is_another_rules(block: Any, flow_of: Any, found: Any) -> None:
    open_end = block("open", "Wait", {"TimeLimitSeconds": "5"})
    astray = block("astray", "Wait", {"TimeLimitSeconds": "5"}, next="open", errors={"NoMatchingError": "nowhere"})

    assert found(flow_of(astray, open_end)) == []
