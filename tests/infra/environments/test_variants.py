"""What settings may ask for beyond the shipped environments synthesizes as well, without a finding of cdk-nag."""

import json
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Match, Template
from cdk_nag import AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks

from aicc_constructs import InvalidInput
from stacks.contact_center import ContactCenterStack
from stacks.settings import Settings, load_settings
from tests.infra.environments.synthesized import REPOSITORY

ACCOUNT = "000000000000"
UUID = "12345678-1234-1234-1234-123456789012"
INSTANCE = f"arn:aws:connect:ap-northeast-2:{ACCOUNT}:instance/{UUID}"
NUMBER = f"arn:aws:connect:ap-northeast-2:{ACCOUNT}:phone-number/{UUID}"
KEY = f"arn:aws:kms:ap-northeast-2:{ACCOUNT}:key/{UUID}"

CALLBACKS = {
    "callbacks": {"capacity": 6},
    "phone_numbers": {"main": {"source": "import", "arn": NUMBER}},
    "queues": {"general": {"name": "General", "description": "일반", "hours": "business", "outbound_number": "main"}},
}

QUICK_CONNECT = {"name": "To General", "description": "일반 문의 대기열로 전환", "queue": "general"}


def changed(**changes: Any) -> Settings:
    """The settings of prod with some tables changed, checked like those that are read from files."""
    settings = load_settings("prod")
    document = settings.model_dump(by_alias=True) | {"account": ACCOUNT}
    for table, values in changes.items():
        document[table] = {**(document.get(table) or {}), **values} if isinstance(values, dict) else values
    made = Settings.model_validate(document)
    identity = made.identity.with_metadata(settings.identity.metadata if made.identity.kind == "saml" else None)
    return made.model_copy(update={"identity": identity})


def build(settings: Settings) -> ContactCenterStack:
    context = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["context"]
    app = cdk.App(context=context, builtin_cloud_formation_validation=False)
    return ContactCenterStack(app, "ContactCenter-variant", settings=settings)


def findings(stack: ContactCenterStack, *packs: type) -> set[tuple[str, str]]:
    return {
        (resource.construct_path, violation.rule_name)
        for pack in packs
        for violation in pack().validate_scope(stack).violations
        for resource in violation.violating_resources
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"storage": {"contact_records": "kinesis", "agent_events": "kinesis"}},
            {"AWS::Kinesis::Stream": 2, "AWS::Connect::InstanceStorageConfig": 8, "AWS::KMS::Key": 5},
            id="streams",
        ),
        pytest.param(
            {"storage": {"contact_records": "firehose"}},
            {"AWS::KinesisFirehose::DeliveryStream": 1, "AWS::Connect::InstanceStorageConfig": 7},
            id="firehose",
        ),
        pytest.param(
            {"phone_numbers": {"main": {"source": "import", "arn": NUMBER}}},
            {"AWS::Connect::PhoneNumber": 0, "Custom::PhoneNumberContactFlow": 1},
            id="imported-number",
        ),
        pytest.param(
            {"phone_numbers": {"main": {"source": "claim"}}},
            {"AWS::Connect::PhoneNumber": 1, "Custom::PhoneNumberContactFlow": 1},
            id="claimed-number",
        ),
        pytest.param(
            {"instance": {"alias": None, "arn": INSTANCE}},
            {"AWS::Connect::Instance": 0, "AWS::Connect::InstanceStorageConfig": 0, "AWS::Connect::Queue": 3},
            id="existing-instance",
        ),
        pytest.param(
            {"encryption": {"key_arns": {"recordings": KEY, "tables": KEY, "logs": KEY}}},
            {"AWS::KMS::Key": 1},
            id="existing-keys",
        ),
        pytest.param(
            {"approved_origins": ("https://crm.example.com", "https://desk.example.com:8443")},
            {"AWS::Connect::ApprovedOrigin": 2},
            id="approved-origins",
        ),
        pytest.param(
            CALLBACKS,
            {"AWS::DynamoDB::GlobalTable": 4, "AWS::SQS::Queue": 7, "AWS::Scheduler::ScheduleGroup": 1},
            id="callbacks",
        ),
    ],
)
def test_a_variant_synthesizes_without_findings(changes: dict[str, Any], expected: dict[str, int]) -> None:
    stack = build(changed(**changes))
    template = Template.from_stack(stack)

    for kind, count in expected.items():
        template.resource_count_is(kind, count)
    assert findings(stack, AwsSolutionsChecks, ServerlessChecks) == set()


def test_the_settings_choose_the_version_of_the_bot_and_how_many_stay() -> None:
    template = Template.from_stack(build(changed(bot={"live_version": "7", "keep_versions": 5})))

    template.has_resource_properties("AWS::Lex::BotAlias", {"BotVersion": "7"})
    template.has_resource_properties("Custom::BotVersions", {"LiveVersion": "7", "KeepVersions": 5})


def test_a_number_that_agents_call_from_belongs_to_its_queue() -> None:
    settings = changed(phone_numbers={"main": {"source": "import", "arn": NUMBER}})
    queues = {**settings.model_dump(by_alias=True)["queues"]}
    queues["general"] = {**queues["general"], "outbound_number": "main", "outbound_caller_name": "Example"}
    template = Template.from_stack(
        build(changed(phone_numbers={"main": {"source": "import", "arn": NUMBER}}, queues=queues))
    )

    [caller] = [
        item["Properties"]["OutboundCallerConfig"]
        for item in template.find_resources("AWS::Connect::Queue").values()
        if item["Properties"]["Name"].endswith("General")
    ]
    assert caller["OutboundCallerIdNumberArn"] == NUMBER
    assert caller["OutboundCallerIdName"] == "Example"
    assert caller["OutboundFlowArn"]


def test_callbacks_are_kept_where_the_settings_keep_data_and_name_what_operators_need() -> None:
    template = Template.from_stack(build(changed(**CALLBACKS)))

    template.has_output("ManageCallbacks", {"Value": Match.any_value()})
    template.has_output("CallbacksTable", {"Value": Match.any_value()})
    [ledger] = [
        table
        for name, table in template.find_resources("AWS::DynamoDB::GlobalTable").items()
        if name.startswith("Callbacks")
    ]
    assert ledger["DeletionPolicy"] == "Retain"
    assert ledger["Properties"]["Replicas"][0]["DeletionProtectionEnabled"] is True


def test_the_rules_of_callbacks_are_the_settings_in_the_units_of_the_ledger() -> None:
    settings = changed(
        **{
            **CALLBACKS,
            "callbacks": {
                "slot_minutes": 20,
                "capacity": 7,
                "lead_minutes": 11,
                "days_ahead": 21,
                "max_attempts": 5,
                "first_delay_minutes": 12,
                "grace_minutes": 13,
                "max_shifts": 2,
                "keep_days": 33,
            },
        }
    )
    template = Template.from_stack(build(settings))

    [dialler] = [
        each["Properties"]["Environment"]["Variables"]
        for each in template.find_resources("AWS::Lambda::Function").values()
        if each["Properties"]["Handler"].startswith("dial_callback.")
    ]
    assert (
        json.loads(dialler["CALLBACK_RULES"]).items()
        >= {
            "length": 20,
            "capacity": 7,
            "lead": 11,
            "days": 21,
            "max_attempts": 5,
            "first_delay": 720,
            "grace": 780,
            "max_shifts": 2,
            "keep_days": 33,
        }.items()
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param(
            {"phone_numbers": {"main": {"source": "import", "arn": NUMBER, "flow": "inbond"}}},
            "config/prod.toml: phone_numbers.main.flow: 'inbond' is no flow; "
            "name one of type CONTACT_FLOW: chat, disconnect, inbound",
            id="number-without-flow",
        ),
        pytest.param(
            {"phone_numbers": {"main": {"source": "import", "arn": NUMBER, "flow": "customer_hold"}}},
            "config/prod.toml: phone_numbers.main.flow: 'customer_hold' is of type CUSTOMER_HOLD; "
            "name one of type CONTACT_FLOW: chat, disconnect, inbound",
            id="number-with-a-flow-of-another-type",
        ),
        pytest.param(
            {"quick_connects": {"general": {**QUICK_CONNECT, "flow": "transfer"}}},
            "config/prod.toml: quick_connects.general.flow: 'transfer' is no flow; "
            "name one of type QUEUE_TRANSFER: queue_transfer",
            id="quick-connect-without-flow",
        ),
    ],
)
def test_a_flow_that_would_not_do_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        build(changed(**changes))

    assert str(refused.value) == message


@pytest.mark.parametrize("changes", [{}, CALLBACKS], ids=["as-shipped", "callbacks"])
def test_nist_has_no_open_finding_where_it_is_asked_for(changes: dict[str, Any]) -> None:
    stack = build(changed(checks={"nist_800_53_r5": True}, **changes))

    assert findings(stack, AwsSolutionsChecks, ServerlessChecks, NIST80053R5Checks) == set()


def test_nist_would_find_something_otherwise() -> None:
    assert len(findings(build(changed()), NIST80053R5Checks)) > 10
