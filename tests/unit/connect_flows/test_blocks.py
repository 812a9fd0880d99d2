"""Names of blocks, labels of branches, details: the words of a designer."""

import re

import pytest

from connect_flows._action_types import ACTION_TYPES
from connect_flows._blocks import NAMED_TYPES, Category, branches_of, details_of, displayed_names, name_of
from tests.unit.connect_flows.building import Condition, block, flow_of

ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/a"


def test_every_type_has_a_name() -> None:
    assert set(ACTION_TYPES) == NAMED_TYPES


@pytest.mark.parametrize("action_type", sorted(NAMED_TYPES))
def test_a_name_is_korean_and_english(action_type: str) -> None:
    wording, category = name_of(flow_of(block("it", action_type)).actions[0])

    assert re.search("[가-힣]", wording.korean) or wording.korean.startswith("Voice ID")
    assert wording.english.isascii()
    assert category != Category.UNKNOWN


@pytest.mark.parametrize(
    ("action_type", "parameters", "english"),
    [
        ("GetParticipantInput", {"StoreInput": "True"}, "Store customer input"),
        ("GetParticipantInput", {"StoreInput": "False"}, "Get customer input"),
        ("UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": "a"}}, "Set customer queue flow"),
        ("UpdateContactEventHooks", {"EventHooks": {"AgentWhisper": "a"}}, "Set whisper flow (agent)"),
        ("UpdateContactEventHooks", {"EventHooks": {}}, "Set event flow"),
        ("CheckMetricData", {"MetricType": "NumberOfAgentsAvailable"}, "Check staffing"),
        ("CheckMetricData", {"MetricType": "NumberOfContactsInQueue"}, "Check queue status"),
        ("UpdateContactMediaStreamingBehavior", {"MediaStreamingState": "Enabled"}, "Start media streaming"),
        ("NewInOctober", {}, "NewInOctober"),
    ],
)
def test_parameters_tell_which_block_of_the_console_it_is(
    action_type: str, parameters: dict[str, object], english: str
) -> None:
    action = flow_of(block("it", action_type, parameters)).actions[0]

    assert name_of(action).wording.english == english


@pytest.mark.parametrize(
    ("action_type", "parameters", "condition", "label"),
    [
        ("GetParticipantInput", {}, ("Equals", "1"), ("1번", "Press 1")),
        ("GetParticipantInput", {}, ("Equals", "*"), ("*", "Press *")),
        ("CheckHoursOfOperation", {}, ("Equals", "True"), ("영업 중", "In hours")),
        ("CheckHoursOfOperation", {}, ("Equals", "False"), ("영업 외", "Out of hours")),
        ("Loop", {}, ("Equals", "DoneLooping"), ("완료", "Complete")),
        ("Compare", {}, ("Equals", "VOICE"), ("= VOICE", "= VOICE")),
        ("Compare", {}, ("NumberGreaterOrEqualTo", "3"), ("≥ 3", "≥ 3")),
        ("Compare", {}, ("TextContains", "환불"), ("‘환불’ 포함", "contains “환불”")),
        ("Compare", {}, ("Nearly", "3"), ("Nearly 3", "Nearly 3")),
        ("ConnectParticipantWithLexBot", {}, ("Equals", "Refund"), ("Refund", "Refund")),
        ("CheckMetricData", {"MetricType": "NumberOfContactsInQueue"}, ("NumberGreaterThan", "0"), ("> 0", "> 0")),
        (
            "CheckMetricData",
            {"MetricType": "OldestContactInQueueAgeSeconds"},
            ("NumberGreaterThan", "300000"),
            ("> 300초", "> 300 s"),
        ),
    ],
)
def test_a_condition_is_labelled_as_its_block_means_it(
    action_type: str, parameters: dict[str, object], condition: tuple[str, str], label: tuple[str, str]
) -> None:
    conditions: list[Condition] = [(*condition, "bye")]

    branch = branches_of(flow_of(block("it", action_type, parameters, conditions=conditions)).actions[0])[0]

    assert branch.label == label


def test_percentages_are_shares_of_the_whole() -> None:
    conditions = [("NumberLessThan", "31", "a"), ("NumberLessThan", "71", "b")]

    branches = branches_of(flow_of(block("it", "DistributeByPercentage", conditions=conditions)).actions[0])

    assert [branch.label.korean for branch in branches] == ["30%", "40%"]


def test_branches_come_as_success_conditions_and_errors_that_catch_the_rest_last() -> None:
    errors = {"NoMatchingError": "a", "NoMatchingCondition": "a", "InputTimeLimitExceeded": "a"}
    menu = block("it", "GetParticipantInput", next="b", errors=errors, conditions=[("Equals", "1", "c")])

    branches = branches_of(flow_of(menu).actions[0])

    assert [(branch.key, branch.label.korean) for branch in branches] == [
        ("success", "성공"),
        ("condition:Equals:1", "1번"),
        ("error:InputTimeLimitExceeded", "시간 초과"),
        ("error:NoMatchingCondition", "그 외"),
        ("error:NoMatchingError", "오류"),
    ]


@pytest.mark.parametrize(
    ("action_type", "target", "shadow"),
    [("Compare", "bye", True), ("Compare", "else", False), ("MessageParticipant", "bye", False)],
)
def test_a_next_action_that_is_only_a_copy_is_known(action_type: str, target: str, shadow: bool) -> None:
    it = block("it", action_type, next=target, errors={"NoMatchingCondition": "bye"})

    assert branches_of(flow_of(it).actions[0])[0].shadow == shadow


@pytest.mark.parametrize(
    ("action_type", "parameters", "details"),
    [
        ("MessageParticipant", {"SSML": "<speak>안녕<break/>하십니까</speak>"}, ("안녕 하십니까",)),
        ("MessageParticipant", {"PromptId": f"{ARN}/prompt/b"}, ("음원: b",)),
        ("UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, ("대기열: ${queue.general}",)),
        (
            "InvokeLambdaFunction",
            {
                "LambdaFunctionARN": "arn:aws:lambda:ap-northeast-2:111122223333:function:orders:live",
                "LambdaInvocationAttributes": {"Method": "birth_date"},
            },
            ("함수: orders:live", "Method = birth_date"),
        ),
        ("UpdateContactAttributes", {"Attributes": {"intent": "{}"}, "TargetContact": "Current"}, ("intent = {}",)),
        ("UpdateFlowAttributes", {"FlowAttributes": {"tries": {"Value": "1"}}}, ("tries = 1",)),
        ("MessageParticipantIteratively", {"Messages": [{"Text": "하나"}, {"Text": "둘"}]}, ("하나", "둘")),
        ("Loop", {"LoopCount": 3}, ("3회",)),
        ("NewInOctober", {"Deep": {"List": ["a", True]}, "None": None}, ("List = a, true",)),
    ],
)
def test_details_say_what_a_block_does(
    action_type: str, parameters: dict[str, object], details: tuple[str, ...]
) -> None:
    action = flow_of(block("it", action_type, parameters)).actions[0]

    assert details_of(action, {}) == details


def test_the_console_s_names_stand_for_arns() -> None:
    queue = block("queue", "UpdateContactTargetQueue", {"QueueId": f"{ARN}/queue/b"})
    metadata = {"ActionMetadata": {"queue": {"parameters": {"QueueId": {"displayName": "주문"}}}}}

    flow = flow_of(queue, Metadata=metadata)

    assert details_of(flow.actions[0], displayed_names(flow)["queue"]) == ("대기열: 주문",)
