from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from aws_cdk.aws_lambda import Code, ILayerVersion
from aws_cdk.aws_logs import RetentionDays

from aicc_constructs import ConnectWiring, ContactFlow, ExistingInstance, PhoneNumber, Queue, QuickConnect
from aicc_constructs.assets import asset

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

FLOW_TIE, QUICK_CONNECT_TIE = "Custom::PhoneNumberContactFlow", "Custom::QueueQuickConnects"
PREFIX = "arn:aws:connect:ap-northeast-2:111122223333:"
NUMBERS = [PhoneNumber.from_arn(f"{PREFIX}phone-number/{each}") for each in ("7a", "7b")]
QUEUE = Queue.from_arn(f"{PREFIX}instance/1a2b3c4d/queue/5e6f", "General")


@pytest.fixture
def wiring(stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion) -> ConnectWiring:
    return ConnectWiring(stack, "Wiring", instance=instance, code=code, layer=layer)


@pytest.fixture
def flow(stack: Stack, instance: ExistingInstance) -> ContactFlow:
    return ContactFlow(stack, "Flow", instance=instance, flow=asset("flows/customer_hold.json"))


@pytest.fixture
def quick_connects(stack: Stack, instance: ExistingInstance, flow: ContactFlow) -> list[QuickConnect]:
    return [
        QuickConnect(stack, name, instance=instance, name=name, queue=QUEUE, flow=flow) for name in ("Loans", "Cards")
    ]


@pytest.fixture
def allowed(stack: Stack, wiring: ConnectWiring, resources: Resources) -> Callable[[], set[tuple[str, str]]]:
    """What the function may do in Connect: pairs of action and resource."""

    def pairs() -> set[tuple[str, str]]:
        role = stack.resolve(wiring.handler.role.role_name)
        statements = [
            statement
            for policy in resources("AWS::IAM::Policy").values()
            if role in policy["Properties"]["Roles"]
            for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        ]
        return {
            (action, str(resource))
            for statement in statements
            for action in _listed(statement["Action"])
            for resource in _listed(statement["Resource"])
            if action.startswith("connect:")
        }

    return pairs


@pytest.fixture
def granting(resources: Resources) -> Callable[[], set[str]]:
    """The policies that allow anything in Connect."""
    return lambda: {
        logical_id
        for logical_id, policy in resources("AWS::IAM::Policy").items()
        if "connect:" in str(policy["Properties"]["PolicyDocument"])
    }


Allowed = Callable[[], set[tuple[str, str]]]
Granting = Callable[[], set[str]]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_a_number_is_tied_to_its_flow(
    stack: Stack, wiring: ConnectWiring, flow: ContactFlow, properties: Resource
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    assert properties(FLOW_TIE) == {
        "ServiceToken": stack.resolve(wiring.handler.alias.function_arn),
        "ServiceTimeout": "360",
        "InstanceId": "1a2b3c4d",
        "PhoneNumberId": NUMBERS[0].phone_number_arn,
        "ContactFlowId": stack.resolve(flow.contact_flow_arn),
    }


def test_a_number_is_tied_once(wiring: ConnectWiring, flow: ContactFlow, refusal: Refusal) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    message = refusal(lambda: wiring.tie_number("Again", NUMBERS[0], flow))

    assert f"{NUMBERS[0].phone_number_arn} is tied to a flow already; tie each number once" in message
    assert "/Again: number: " in message


def test_quick_connects_are_tied_to_their_queue(
    stack: Stack, wiring: ConnectWiring, quick_connects: list[QuickConnect], properties: Resource
) -> None:
    wiring.offer_quick_connects("General", QUEUE, quick_connects)

    assert properties(QUICK_CONNECT_TIE) == {
        "ServiceToken": stack.resolve(wiring.handler.alias.function_arn),
        "ServiceTimeout": "360",
        "InstanceId": "1a2b3c4d",
        "QueueId": QUEUE.queue_arn,
        "QuickConnectIds": [stack.resolve(each.quick_connect_arn) for each in quick_connects],
    }


def test_cloudformation_waits_longer_than_the_function_may_take(
    wiring: ConnectWiring, flow: ContactFlow, properties: Resource
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    assert (int(properties(FLOW_TIE)["ServiceTimeout"]), properties("AWS::Lambda::Function")["Timeout"]) == (360, 300)


def test_without_a_tie_nothing_in_connect_is_allowed(allowed: Allowed) -> None:
    assert allowed() == set()


def test_for_a_number_only_it_and_its_flow_are_allowed(
    stack: Stack, wiring: ConnectWiring, flow: ContactFlow, allowed: Allowed
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    assert allowed() == {
        ("connect:AssociatePhoneNumberContactFlow", NUMBERS[0].phone_number_arn),
        ("connect:AssociatePhoneNumberContactFlow", str(stack.resolve(flow.contact_flow_arn))),
        ("connect:DisassociatePhoneNumberContactFlow", NUMBERS[0].phone_number_arn),
    }


def test_for_a_queue_only_it_and_its_quick_connects_are_allowed(
    stack: Stack, wiring: ConnectWiring, quick_connects: list[QuickConnect], allowed: Allowed
) -> None:
    wiring.offer_quick_connects("General", QUEUE, quick_connects[:1])

    named = [QUEUE.queue_arn, str(stack.resolve(quick_connects[0].quick_connect_arn))]
    assert allowed() == {
        (f"connect:{action}QueueQuickConnects", arn) for action in ("Associate", "Disassociate") for arn in named
    }


def test_every_tie_adds_its_own_and_no_wildcard(
    wiring: ConnectWiring, flow: ContactFlow, quick_connects: list[QuickConnect], allowed: Allowed
) -> None:
    for construct_id, number in zip(("Main", "Second"), NUMBERS, strict=True):
        wiring.tie_number(construct_id, number, flow)
    wiring.offer_quick_connects("General", QUEUE, quick_connects)

    assert {each for number in NUMBERS for each in allowed() if each[1] == number.phone_number_arn} == {
        (f"connect:{action}PhoneNumberContactFlow", number.phone_number_arn)
        for action in ("Associate", "Disassociate")
        for number in NUMBERS
    }
    assert not [each for each in allowed() if "*" in "".join(each)]


def test_a_tie_waits_for_the_policy_that_allows_it(
    wiring: ConnectWiring, flow: ContactFlow, resource: Resource, granting: Granting
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    assert len(granting()) == 1
    assert granting() <= set(resource(FLOW_TIE)["DependsOn"])


def test_another_content_of_a_tie_is_another_policy(
    stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion, quick_connects: list[QuickConnect]
) -> None:
    policies: list[set[str]] = []
    for offered in (quick_connects, quick_connects, quick_connects[:1]):
        wiring = ConnectWiring(stack, f"Wiring{len(policies)}", instance=instance, code=code, layer=layer)
        wiring.offer_quick_connects("General", QUEUE, offered)
        policies.append({child.node.id for child in wiring.node.children if child.node.id.startswith("GeneralPolicy")})

    assert policies[0] == policies[1]
    assert len(policies[0] | policies[2]) == 2


def test_a_fault_that_nobody_is_told_of_is_kept(
    wiring: ConnectWiring, flow: ContactFlow, properties: Resource, resources: Resources
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)

    assert len(resources("AWS::SQS::Queue")) == 1
    assert "DeadLetterConfig" in properties("AWS::Lambda::Function")


def test_the_function_uses_what_it_is_given(
    stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion, resource: Resource
) -> None:
    key = Key(stack, "Key")

    ConnectWiring(
        stack,
        "Wiring",
        instance=instance,
        code=code,
        layer=layer,
        log_key=key,
        log_retention=RetentionDays.ONE_WEEK,
        log_removal_policy=RemovalPolicy.DESTROY,
    )

    function, logs = resource("AWS::Lambda::Function")["Properties"], resource("AWS::Logs::LogGroup")
    assert function["Layers"] == [layer.layer_version_arn]
    assert function["Code"] == {"ZipFile": "def handler(event, context): ..."}
    assert function["Handler"] == "wire_connect.handler.handler"
    assert logs["Properties"] == {"KmsKeyId": stack.resolve(key.key_arn), "RetentionInDays": 7}
    assert logs["DeletionPolicy"] == "Delete"


def test_the_properties_are_those_that_the_function_reads(
    wiring: ConnectWiring, flow: ContactFlow, quick_connects: list[QuickConnect], properties: Resource
) -> None:
    wiring.tie_number("Main", NUMBERS[0], flow)
    wiring.offer_quick_connects("General", QUEUE, quick_connects)

    logic = asset("lambda/wire_connect/logic.py").read_text("utf-8")
    named = {*properties(FLOW_TIE), *properties(QUICK_CONNECT_TIE)} - {"ServiceToken", "ServiceTimeout"}
    assert [name for name in (*named, FLOW_TIE, QUICK_CONNECT_TIE) if f'"{name}"' not in logic] == []


@pytest.mark.parametrize("number", [0, 701])
def test_too_few_or_many_quick_connects_are_refused(
    wiring: ConnectWiring, quick_connects: list[QuickConnect], number: int, refusal: Refusal
) -> None:
    assert refusal(lambda: wiring.offer_quick_connects("General", QUEUE, quick_connects[:1] * number)) == (
        f"queue 'General': quick connects: there are {number}; offer 1 to 700"
    )
