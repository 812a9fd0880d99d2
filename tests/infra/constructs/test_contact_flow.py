import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import Duration, Stack
from aws_cdk.assertions import Annotations, Match
from aws_cdk.aws_cloudwatch import Metric

from aicc_constructs import ConnectInstance, ContactFlow, ExistingInstance, HoursOfOperation, Queue, Weekly
from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.assets import asset
from connect_flows import Flow, InvalidFlow, UnknownPlaceholder, load, parse

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

FLOW = "AWS::Connect::ContactFlow"
QUEUE = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f", "General")


def _document(text: str = "${text.greeting}", queue: str = "${queue.general}", **metadata: str) -> dict[str, Any]:
    return {
        "Version": "2019-10-30",
        "StartAction": "greet",
        "Metadata": {"name": "inbound", "type": "contactFlow", **metadata},
        "Actions": [
            {
                "Identifier": "greet",
                "Type": "MessageParticipant",
                "Parameters": {"Text": text},
                "Transitions": {"NextAction": "queue"},
            },
            {
                "Identifier": "queue",
                "Type": "UpdateContactTargetQueue",
                "Parameters": {"QueueId": queue},
                "Transitions": {
                    "NextAction": "end",
                    "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
                },
            },
            {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
        ],
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "inbound.json"
    path.write_text(json.dumps(_document(description="대표 번호"), indent=2, ensure_ascii=False), "utf-8")
    return path


def _content(stack: Stack, resource: dict[str, Any]) -> str:
    """The content as Connect gets it, with a made-up ARN for what is known only at deploy."""
    content = resource["Content"]
    if isinstance(content, str):
        return content
    [separator, parts] = content["Fn::Join"]
    return str(separator).join(part if isinstance(part, str) else "arn:known-at-deploy" for part in parts)


def test_name_type_and_description_are_those_of_the_file(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    ContactFlow(stack, "Flow", instance=instance, flow=file, values={"text.greeting": "네", "queue.general": QUEUE})

    made = properties(FLOW)
    assert {key: made[key] for key in ("InstanceArn", "Name", "Type", "Description")} == {
        "InstanceArn": instance.instance_arn,
        "Name": "inbound",
        "Type": "CONTACT_FLOW",
        "Description": "대표 번호",
    }


def test_the_content_is_the_file_without_its_white_space(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    ContactFlow(stack, "Flow", instance=instance, flow=file, values={"text.greeting": "네", "queue.general": QUEUE})

    content = properties(FLOW)["Content"]
    expected = _document("네", QUEUE.queue_arn, description="대표 번호")
    assert json.loads(content) == expected
    assert content == json.dumps(expected, ensure_ascii=False, separators=(",", ":"))


def test_a_flow_that_was_read_already_is_taken_as_well(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    values = {"text.greeting": "네", "queue.general": QUEUE.queue_arn}

    ContactFlow(stack, "Flow", instance=instance, flow=load(file), values=values)

    assert properties(FLOW)["Name"] == "inbound"


def test_a_prefix_is_put_before_the_name(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    file = asset("flows/customer_hold.json")

    flow = ContactFlow(stack, "Hold", instance=instance, flow=file, name_prefix="aicc-prod-")

    assert flow.name == properties(FLOW)["Name"] == "aicc-prod-customer_hold"


def test_a_flow_without_a_description_has_none(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    flow = parse(json.dumps(_document("네", QUEUE.queue_arn)), source="inbound.json")

    ContactFlow(stack, "Flow", instance=instance, flow=flow)

    assert "Description" not in properties(FLOW)


@pytest.mark.parametrize(
    "text",
    [
        '그는 "네"라고 했습니다',
        "C:\\새 폴더\\n",
        "첫째 줄\n둘째 줄\t끝",
        "한빛 😀 콜센터",
        "${queue.general}",
        "$.Attributes.name and {{json}} </speak> & '",
        "\u2028줄\u0000",
    ],
)
def test_any_text_reaches_connect_as_it_was_written(
    stack: Stack, instance: ExistingInstance, text: str, file: Path, properties: Resource
) -> None:
    hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
    queue = Queue(stack, "General", instance=instance, name="General", hours=hours)

    ContactFlow(stack, "Flow", instance=instance, flow=file, values={"text.greeting": text, "queue.general": queue})

    content = json.loads(_content(stack, properties(FLOW)))
    assert content["Actions"][0]["Parameters"]["Text"] == text
    assert content["Actions"][1]["Parameters"]["QueueId"] == "arn:known-at-deploy"


def test_what_is_known_only_at_deploy_is_referred_to(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
    queue = Queue(stack, "General", instance=instance, name="General", hours=hours)

    ContactFlow(stack, "Flow", instance=instance, flow=file, values={"text.greeting": "네", "queue.general": queue})

    assert stack.resolve(queue.queue_arn) in properties(FLOW)["Content"]["Fn::Join"][1]


def test_flows_name_each_other_and_are_created_in_that_order(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    first = ContactFlow(stack, "First", instance=instance, flow=asset("flows/customer_hold.json"))
    document = _document("네", QUEUE.queue_arn)
    document["Actions"][1] |= {
        "Type": "UpdateContactEventHooks",
        "Parameters": {"EventHooks": {"CustomerHold": "${flow.customer_hold}"}},
    }
    flow = parse(json.dumps(document), source="inbound.json")

    ContactFlow(stack, "Second", instance=instance, flow=flow, values={"flow.customer_hold": first})

    one, two = resources(FLOW)
    assert (first.placeholder_kind, first.placeholder_value) == ("flow", first.contact_flow_arn)
    assert stack.resolve(first.contact_flow_arn) == {"Fn::GetAtt": [one, "ContactFlowArn"]}
    assert resources(FLOW)[two]["DependsOn"] == [one]
    assert {"Fn::GetAtt": [one, "ContactFlowArn"]} in resources(FLOW)[two]["Properties"]["Content"]["Fn::Join"][1]


def test_placeholders_left_over_are_refused_all_at_once(stack: Stack, instance: ExistingInstance, file: Path) -> None:
    with pytest.raises(UnknownPlaceholder) as refused:
        ContactFlow(stack, "Flow", instance=instance, flow=file, values={"queue.loans": QUEUE})

    assert str(refused.value) == (
        f"{file}: action 'greet' (Actions[0]): Parameters.Text ${{text.greeting}} has no value; "
        "there is nothing of kind text [E003]\n"
        f"{file}: action 'queue' (Actions[1]): Parameters.QueueId ${{queue.general}} has no value; "
        "of kind queue there is ${queue.loans} [E003]"
    )


def test_a_placeholder_of_an_unknown_kind_is_refused(stack: Stack, instance: ExistingInstance, tmp_path: Path) -> None:
    file = tmp_path / "inbound.json"
    file.write_text(json.dumps(_document("${lambda.greet}")), "utf-8")

    with pytest.raises(UnknownPlaceholder, match=r"'\$\{lambda\.greet\}' is no placeholder"):
        ContactFlow(stack, "Flow", instance=instance, flow=file)


def test_a_flow_that_connect_would_refuse_is_refused_at_synth(stack: Stack, instance: ExistingInstance) -> None:
    document = _document("네", QUEUE.queue_arn)
    document["Actions"][1]["Transitions"]["Errors"] = []
    document["Actions"][2]["Type"] = "Disconnect"
    flow = parse(json.dumps(document), source="flows/inbound.json")

    with pytest.raises(InvalidFlow) as refused:
        ContactFlow(stack, "Flow", instance=instance, flow=flow)

    assert str(refused.value).split("\n") == [
        "flows/inbound.json: action 'queue' (Actions[1]): Transitions.Errors has no NoMatchingError; "
        "UpdateContactTargetQueue needs it: add a branch for it [E303]",
        "flows/inbound.json: action 'end' (Actions[2]): Type 'Disconnect' is no type of action; "
        "use DisconnectParticipant [E201]",
    ]


@pytest.fixture
def odd(tmp_path: Path) -> Flow:
    """A flow that Connect takes: nothing leads to its last block."""
    document = _document("네", "${queue.general}")
    document["Actions"].append({"Identifier": "lost", "Type": "DisconnectParticipant"})
    return parse(json.dumps(document), source="flows/inbound.json")


def _warnings(stack: Stack) -> list[str]:
    found = Annotations.from_stack(stack).find_warning("*", Match.any_value())
    return [str(message.entry.data) for message in found]


def test_what_connect_takes_and_an_engineer_would_not_is_a_warning_on_the_flow(
    stack: Stack, instance: ExistingInstance, odd: Flow
) -> None:
    ContactFlow(stack, "Flow", instance=instance, flow=odd, values={"queue.general": QUEUE})

    (lost,) = (warning for warning in _warnings(stack) if "W501" in warning)
    assert lost.startswith("flows/inbound.json: action 'lost' (Actions[3]): ")
    assert lost.endswith("[ack: connect-flows:W501]")


def test_a_warning_is_acknowledged_by_its_rule(stack: Stack, instance: ExistingInstance, odd: Flow) -> None:
    flow = ContactFlow(stack, "Flow", instance=instance, flow=odd, values={"queue.general": QUEUE})

    acknowledge(flow, {"connect-flows:W501": "The block is kept for the campaign that starts in spring."})

    assert [warning for warning in _warnings(stack) if "W501" in warning] == []


def test_a_value_of_another_region_is_a_warning(stack: Stack, instance: ExistingInstance, odd: Flow) -> None:
    tokyo = Queue.from_arn("arn:aws:connect:ap-northeast-1:111122223333:instance/1a2b3c4d/queue/5e6f", "General")

    ContactFlow(stack, "Flow", instance=instance, flow=odd, values={"queue.general": tokyo})

    (foreign,) = (warning for warning in _warnings(stack) if "W514" in warning)
    assert "ap-northeast-1" in foreign


def test_a_refused_flow_leaves_nothing_behind(stack: Stack, instance: ExistingInstance, file: Path) -> None:
    with pytest.raises(UnknownPlaceholder):
        ContactFlow(stack, "Flow", instance=instance, flow=file)

    assert stack.node.try_find_child("Flow") is None
    assert len(instance.chain) == 0


def test_a_file_that_is_not_there_is_refused(stack: Stack, instance: ExistingInstance, tmp_path: Path) -> None:
    with pytest.raises(InvalidFlow, match=r"nowhere\.json: .*cannot be read \(No such file or directory\)"):
        ContactFlow(stack, "Flow", instance=instance, flow=tmp_path / "nowhere.json")


def test_a_module_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    file = asset("flows/modules/authenticate.json")

    message = refusal(lambda: ContactFlow(stack, "Flow", instance=instance, flow=file))

    assert message == f"{load(file).source}: is a module (it has Settings); use ContactFlowModule"


def test_a_flow_without_a_type_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    document = _document("네", QUEUE.queue_arn)
    del document["Metadata"]["type"]
    flow = parse(json.dumps(document), source="inbound.json")

    message = refusal(lambda: ContactFlow(stack, "Flow", instance=instance, flow=flow))

    assert message == "inbound.json: has no type; write Metadata.type, such as contactFlow"


def test_a_prefix_that_would_silence_the_metrics_is_refused(
    stack: Stack, instance: ExistingInstance, refusal: Refusal
) -> None:
    flow = parse(json.dumps(_document("네", QUEUE.queue_arn)), source="inbound.json")

    message = refusal(lambda: ContactFlow(stack, "Flow", instance=instance, flow=flow, name_prefix="한빛-"))

    assert message == (
        "inbound.json: name: '한빛-inbound' holds characters whose metrics CloudWatch drops: '한빛'; "
        "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%; and put Korean into the description"
    )


def test_a_description_too_long_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    flow = parse(json.dumps(_document("네", QUEUE.queue_arn, description="d" * 501)), source="inbound.json")

    message = refusal(lambda: ContactFlow(stack, "Flow", instance=instance, flow=flow))

    assert message == f"inbound.json: description: {'d' * 501!r} has 501 characters; use 1 to 500"


@pytest.mark.parametrize(
    ("metric", "name"),
    [
        (ContactFlow.metric_errors, "ContactFlowErrors"),
        (ContactFlow.metric_fatal_errors, "ContactFlowFatalErrors"),
    ],
)
def test_its_metrics_are_those_that_connect_publishes(
    stack: Stack, instance: ExistingInstance, metric: Callable[[ContactFlow], Metric], name: str
) -> None:
    file = asset("flows/customer_hold.json")

    made = metric(ContactFlow(stack, "Hold", instance=instance, flow=file, name_prefix="aicc-"))

    assert (made.namespace, made.metric_name, made.statistic) == ("AWS/Connect", name, "Sum")
    assert made.period.to_seconds() == 60
    assert dict(made.dimensions or {}) == {
        "InstanceId": "1a2b3c4d",
        "MetricGroup": "ContactFlow",
        "ContactFlowName": "aicc-customer_hold",
    }


def test_any_metric_of_it_can_be_had(stack: Stack) -> None:
    instance = ConnectInstance(stack, "Made", alias="hanbit")
    flow = ContactFlow(stack, "Hold", instance=instance, flow=asset("flows/customer_hold.json"))

    made = flow.metric("CallBackNotDialableNumber", statistic="Maximum", period=Duration.minutes(5))

    assert (made.metric_name, made.statistic, made.period.to_minutes()) == ("CallBackNotDialableNumber", "Maximum", 5)
    assert dict(made.dimensions or {})["InstanceId"] == instance.instance_id
