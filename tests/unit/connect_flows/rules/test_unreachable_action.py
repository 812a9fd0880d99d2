from typing import Any


def test_finds_an_action_that_no_branch_leads_to(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    greet = block("greet", "MessageParticipant", {"Text": "안녕하세요."}, next="bye")
    lost = block("lost", "MessageParticipant", {"Text": "누구신가요?"}, next="bye")

    findings = found(flow_of(greet, lost, bye))

    assert findings == ["lost: cannot be reached from StartAction 'greet'; lead a branch to it or leave it out"]


def test_tells_of_each_action_of_a_part_that_is_cut_off(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    first = block("first", "MessageParticipant", {"Text": "하나"}, next="second")
    second = block("second", "MessageParticipant", {"Text": "둘"}, next="first")

    findings = found(flow_of(bye, first, second))

    assert [finding.partition(":")[0] for finding in findings] == ["first", "second"]


def test_a_branch_for_an_error_or_a_condition_is_a_way(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block(
        "check",
        "Compare",
        {"ComparisonValue": "$.Channel"},
        next="bye",
        errors={"NoMatchingCondition": "sorry"},
        conditions=[("Equals", "VOICE", "greet")],
    )
    sorry = block("sorry", "MessageParticipant", {"Text": "죄송합니다."}, next="bye")
    greet = block("greet", "MessageParticipant", {"Text": "안녕하세요."}, next="bye")

    assert found(flow_of(check, sorry, greet, bye)) == []


def test_says_nothing_where_the_start_itself_is_missing(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, StartAction="nowhere")) == []
