from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import RemovalPolicy, Stack
from aws_cdk.assertions import Annotations, Match
from aws_cdk.aws_kms import Key
from aws_cdk.aws_lambda import Code, Function, IFunction, ILayerVersion
from aws_cdk.aws_logs import RetentionDays

from aicc_constructs import ExistingInstance, LexKoreanBot, acknowledge
from aicc_constructs.assets import asset
from lex_bots import Bot, InvalidBot, bot_locale, fingerprint, parse_bot

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

FUNCTION_ARN = "arn:aws:lambda:ap-northeast-2:111122223333:function:answers:live"
YAML = """
name: shop
description: 주문을 묻는 고객에게 답합니다.
locale: ko_KR
voice: {id: Seoyeon, engine: neural}
nlu_confidence_threshold: 0.4
idle_session_ttl_seconds: 120
intents:
  agent:
    display_name: 상담원 연결
    utterances: [상담원 연결해 주세요, 상담원이요, 사람하고 통화할게요, 직원 바꿔 주세요, 담당자 연결 부탁드려요,
      상담원 불러 줘, 사람이랑 말하고 싶어요, 상담사 연결, 안내원 바꿔 줘요, 직접 통화하고 싶어요]
    closing: [상담원에게 연결해 드리겠습니다.]
    dialog_code_hook: false
    fulfillment_code_hook: false
fallback:
  fulfillment_code_hook: false
  closing: ["죄송합니다. 다시 말씀해 주시겠어요?"]
"""


@pytest.fixture(scope="module")
def silent() -> Bot:
    """A bot that asks for no code hook."""
    return parse_bot(YAML, source="shop.yaml")


@pytest.fixture(scope="module")
def asking(silent: Bot) -> Bot:
    """A bot with an intent that asks for one."""
    [agent] = silent.intents
    return replace(silent, intents=(replace(agent, fulfillment_code_hook=True),))


@pytest.fixture
def function(stack: Stack) -> IFunction:
    return Function.from_function_arn(stack, "Answers", FUNCTION_ARN)


@pytest.fixture
def make(stack: Stack, code: Code, layer: ILayerVersion) -> Callable[..., LexKoreanBot]:
    def make(definition: Bot | Path | None, construct_id: str = "Bot", **options: Any) -> LexKoreanBot:
        return LexKoreanBot(stack, construct_id, definition=definition, code=code, layer=layer, **options)

    return make


Make = Callable[..., LexKoreanBot]


def test_a_bot_is_what_its_file_says(make: Make, silent: Bot, stack: Stack, properties: Resource) -> None:
    bot = make(silent)

    assert properties("AWS::Lex::Bot") == {
        "Name": "shop",
        "Description": "주문을 묻는 고객에게 답합니다.",
        "RoleArn": stack.resolve(bot.role.role_arn),
        "DataPrivacy": {"ChildDirected": False},
        "IdleSessionTTLInSeconds": 120,
        "AutoBuildBotLocales": True,
        "BotLocales": [bot_locale(silent)],
        "BotTags": [{"Key": "AmazonConnectEnabled", "Value": "True"}],
    }


def test_the_alias_points_to_the_version_and_logs_conversations(
    make: Make, silent: Bot, stack: Stack, properties: Resource, resources: Resources
) -> None:
    bot = make(silent)

    [version] = resources("AWS::Lex::BotVersion")
    group = {"CloudWatchLogGroupArn": stack.resolve(bot.log_group.log_group_arn), "LogPrefix": "shop/"}
    assert properties("AWS::Lex::BotAlias") == {
        "BotId": stack.resolve(bot.bot_id),
        "BotAliasName": "live",
        "BotVersion": {"Fn::GetAtt": [version, "BotVersion"]},
        "BotAliasLocaleSettings": [{"LocaleId": "ko_KR", "BotAliasLocaleSetting": {"Enabled": True}}],
        "ConversationLogSettings": {"TextLogSettings": [{"Enabled": True, "Destination": {"CloudWatch": group}}]},
        "SentimentAnalysisSettings": {"DetectSentiment": False},
        "BotAliasTags": [{"Key": "AmazonConnectEnabled", "Value": "True"}],
    }


def test_a_version_is_made_of_the_draft_and_named_for_its_content(
    make: Make, silent: Bot, stack: Stack, resources: Resources
) -> None:
    bot = make(silent)

    [(logical_id, version)] = resources("AWS::Lex::BotVersion").items()
    assert fingerprint(silent) in logical_id
    assert version["Properties"]["BotId"] == stack.resolve(bot.bot_id)
    assert version["Properties"]["BotVersionLocaleSpecification"] == [
        {"LocaleId": "ko_KR", "BotVersionLocaleDetails": {"SourceBotVersion": "DRAFT"}}
    ]


def test_another_content_is_another_version_of_the_same_bot(make: Make, silent: Bot, resources: Resources) -> None:
    make(silent)
    make(replace(silent, threshold=0.5), "Other")
    make(silent, "Same")

    versions = {each["Properties"]["Description"] for each in resources("AWS::Lex::BotVersion").values()}
    assert versions == {f"Content {fingerprint(each)}" for each in (silent, replace(silent, threshold=0.5))}


def test_a_version_that_leaves_the_template_stays_in_lex_unless_its_deploy_failed(
    make: Make, silent: Bot, resource: Resource
) -> None:
    make(silent)

    version = resource("AWS::Lex::BotVersion")
    assert (version["DeletionPolicy"], version["UpdateReplacePolicy"]) == ("RetainExceptOnCreate", "Retain")
    assert "DeletionPolicy" not in resource("AWS::Lex::Bot")


def test_pruning_comes_before_the_version_and_the_alias(make: Make, silent: Bot, resources: Resources) -> None:
    make(silent)

    [pruning], [version], [bot] = (
        resources(kind) for kind in ("Custom::BotVersions", "AWS::Lex::BotVersion", "AWS::Lex::Bot")
    )
    assert bot in resources("Custom::BotVersions")[pruning]["DependsOn"]
    assert pruning in resources("AWS::Lex::BotVersion")[version]["DependsOn"]
    [alias] = resources("AWS::Lex::BotAlias").values()
    assert version in alias["DependsOn"]


def test_pruning_is_told_what_stays(make: Make, silent: Bot, stack: Stack, properties: Resource) -> None:
    bot = make(silent, keep_versions=7)

    asked = properties("Custom::BotVersions")
    assert asked.pop("ServiceToken")
    assert asked == {
        "ServiceTimeout": "180",
        "BotId": stack.resolve(bot.bot_id),
        "KeepVersions": 7,
        "Content": fingerprint(silent),
    }


def test_a_rollback_points_the_alias_to_an_older_version_that_pruning_spares(
    make: Make, silent: Bot, properties: Resource, resources: Resources
) -> None:
    make(silent, live_version="7")

    assert properties("AWS::Lex::BotAlias")["BotVersion"] == "7"
    assert properties("Custom::BotVersions")["LiveVersion"] == "7"
    assert len(resources("AWS::Lex::BotVersion")) == 1


def test_pruning_may_only_look_at_this_bot_and_delete_versions(make: Make, silent: Bot, resources: Resources) -> None:
    make(silent)

    [bot] = resources("AWS::Lex::Bot")
    [granted] = [
        statement
        for policy in resources("AWS::IAM::Policy").values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        if "lex:" in str(statement["Action"])
    ]
    assert granted["Action"] == ["lex:DeleteBotVersion", "lex:ListBotAliases", "lex:ListBotVersions"]
    assert granted["Resource"] == {"Fn::GetAtt": [bot, "Arn"]}


def test_the_properties_of_the_request_are_those_that_the_function_reads(
    make: Make, silent: Bot, properties: Resource
) -> None:
    make(silent, live_version="7")

    logic = asset("lambda/prune_bot_versions/logic.py").read_text("utf-8")
    # The content is there to make a change of it an update.
    named = set(properties("Custom::BotVersions")) - {"ServiceToken", "ServiceTimeout", "Content"}
    assert [name for name in named if f'"{name}"' not in logic] == []
    assert properties("AWS::Lambda::Function")["Handler"] == "prune_bot_versions.handler.handler"
    assert asset("lambda/prune_bot_versions/handler.py").is_file()


def test_the_bot_may_speak_and_write_its_own_log(make: Make, silent: Bot, stack: Stack, resources: Resources) -> None:
    bot = make(silent)

    role = stack.resolve(bot.role.role_name)
    statements = [
        statement
        for policy in resources("AWS::IAM::Policy").values()
        if role in policy["Properties"]["Roles"]
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    ]
    assert {str(each["Action"]): each["Resource"] for each in statements} == {
        "['logs:CreateLogStream', 'logs:PutLogEvents']": stack.resolve(bot.log_group.log_group_arn),
        "polly:SynthesizeSpeech": "*",
    }


def test_the_function_is_called_by_this_alias_of_this_account_only(
    make: Make, asking: Bot, stack: Stack, function: IFunction, properties: Resource
) -> None:
    bot = make(asking, code_hook=function)

    [setting] = properties("AWS::Lex::BotAlias")["BotAliasLocaleSettings"]
    assert setting["BotAliasLocaleSetting"]["CodeHookSpecification"] == {
        "LambdaCodeHook": {"LambdaArn": FUNCTION_ARN, "CodeHookInterfaceVersion": "1.0"}
    }
    assert properties("AWS::Lambda::Permission") == {
        "Action": "lambda:InvokeFunction",
        "FunctionName": FUNCTION_ARN,
        "Principal": "lexv2.amazonaws.com",
        "SourceArn": stack.resolve(bot.bot_alias_arn),
        "SourceAccount": {"Ref": "AWS::AccountId"},
    }


def test_a_bot_without_hooks_calls_nobody(make: Make, silent: Bot, resources: Resources) -> None:
    make(silent)

    assert resources("AWS::Lambda::Permission") == {}


def test_flows_of_the_instance_may_talk_to_the_alias(
    make: Make,
    asking: Bot,
    stack: Stack,
    function: IFunction,
    instance: ExistingInstance,
    resource: Resource,
    resources: Resources,
) -> None:
    bot = make(asking, code_hook=function, instance=instance)

    association = resource("AWS::Connect::IntegrationAssociation")
    [alias], [permission] = resources("AWS::Lex::BotAlias"), resources("AWS::Lambda::Permission")
    assert association["Properties"]["IntegrationType"] == "LEX_BOT"
    assert association["Properties"]["IntegrationArn"] == stack.resolve(bot.bot_alias_arn)
    assert set(association["DependsOn"]) == {alias, permission}


def test_the_association_alone_writes_the_policy_of_the_alias(
    make: Make, silent: Bot, instance: ExistingInstance, resources: Resources
) -> None:
    make(silent, instance=instance)

    assert resources("AWS::Lex::ResourcePolicy") == {}


def test_bots_of_an_instance_are_made_one_after_the_other(
    make: Make, silent: Bot, instance: ExistingInstance, stack: Stack, resources: Resources
) -> None:
    make(silent, "One", instance=instance, name_prefix="one-")
    two = make(silent, "Two", instance=instance, name_prefix="two-")

    first = next(
        name for name, each in resources("AWS::Connect::IntegrationAssociation").items() if "one" in name.casefold()
    )
    second = resources("AWS::Lex::Bot")[stack.resolve(two.bot_id)["Fn::GetAtt"][0]]
    assert first in second["DependsOn"]


def test_the_name_has_a_prefix(make: Make, silent: Bot, properties: Resource) -> None:
    bot = make(silent, name_prefix="hanbit-")

    assert bot.name == properties("AWS::Lex::Bot")["Name"] == "hanbit-shop"


def test_a_flow_names_the_alias(make: Make, silent: Bot) -> None:
    bot = make(silent)

    assert (bot.placeholder_kind, bot.placeholder_value) == ("bot", bot.bot_alias_arn)


def test_logs_are_as_they_are_wished(make: Make, silent: Bot, stack: Stack, resources: Resources) -> None:
    key = Key(stack, "Key")

    bot = make(
        silent,
        log_key=key,
        log_retention=RetentionDays.ONE_YEAR,
        conversation_log_retention=RetentionDays.ONE_WEEK,
        log_removal_policy=RemovalPolicy.DESTROY,
    )

    groups = resources("AWS::Logs::LogGroup")
    conversations = groups.pop(stack.resolve(bot.log_group.log_group_arn)["Fn::GetAtt"][0])
    [other] = groups.values()
    assert conversations["Properties"] == {"KmsKeyId": stack.resolve(key.key_arn), "RetentionInDays": 7}
    assert other["Properties"] == {"KmsKeyId": stack.resolve(key.key_arn), "RetentionInDays": 365}
    assert {conversations["DeletionPolicy"], other["DeletionPolicy"]} == {"Delete"}


def test_conversations_are_kept_for_a_month_by_default(
    make: Make, silent: Bot, stack: Stack, resources: Resources
) -> None:
    bot = make(silent)

    group = resources("AWS::Logs::LogGroup")[stack.resolve(bot.log_group.log_group_arn)["Fn::GetAtt"][0]]
    assert group["Properties"]["RetentionInDays"] == 30
    assert group["DeletionPolicy"] == "Retain"


def test_the_bot_of_the_package_is_taken_where_none_is_given(
    make: Make, function: IFunction, properties: Resource
) -> None:
    bot = make(None, code_hook=function)

    assert bot.name == "customer_service"
    assert len(properties("AWS::Lex::Bot")["BotLocales"][0]["Intents"]) > 10


def test_a_file_is_read(make: Make, tmp_path: Path, properties: Resource) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(YAML, encoding="utf-8")

    make(file)

    assert properties("AWS::Lex::Bot")["Name"] == "shop"


def test_every_problem_of_a_bot_that_lex_would_refuse_is_told(make: Make, silent: Bot) -> None:
    broken = replace(silent, locale="ko-KR", fallback=None)

    with pytest.raises(InvalidBot) as refused:
        make(broken)

    lines = str(refused.value).splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("shop.yaml:") for line in lines)


def test_what_a_careful_engineer_would_say_is_a_warning_that_can_be_acknowledged(
    make: Make, silent: Bot, stack: Stack
) -> None:
    [agent] = silent.intents
    few = replace(silent, intents=(replace(agent, utterances=agent.utterances[:1]),))
    bot = make(few)

    [warning] = Annotations.from_stack(stack).find_warning("*", Match.string_like_regexp("lex-bots"))[:1]
    rule = str(warning.entry.data).rpartition("[ack: ")[2].rstrip("]")
    acknowledge(bot, {rule: "This bot is made for a test, and nobody will ever say anything to it."})

    assert rule.startswith("lex-bots:")


@pytest.mark.parametrize("version", ["0", "100000", "DRAFT", "７", ""])
def test_a_version_that_cannot_be_is_refused(make: Make, silent: Bot, refusal: Refusal, version: str) -> None:
    assert refusal(lambda: make(silent, live_version=version)) == (
        f"bot 'shop': live_version: {version!r} is no version; give a number from 1 to 99999, or None for the newest"
    )


@pytest.mark.parametrize("number", [1, 81])
def test_too_few_or_many_versions_are_refused(make: Make, silent: Bot, refusal: Refusal, number: int) -> None:
    assert refusal(lambda: make(silent, keep_versions=number)) == (
        f"bot 'shop': keep_versions: {number} is outside 2 to 80; choose a value inside"
    )


@pytest.mark.parametrize("prefix", ["한빛-", "hanbit--", "-", "a" * 97])
def test_a_name_that_lex_would_refuse_is_refused(make: Make, silent: Bot, refusal: Refusal, prefix: str) -> None:
    assert refusal(lambda: make(silent, name_prefix=prefix)) == (
        f"bot 'shop': name: '{prefix}shop' will not do; "
        "use 1 to 100 letters and digits with single hyphens or underscores between them"
    )


def test_a_missing_code_hook_is_refused(make: Make, asking: Bot, refusal: Refusal) -> None:
    assert refusal(lambda: make(asking)) == (
        "bot 'shop': code_hook: is missing, and agent ask for it; "
        "give a function, or switch dialog_code_hook and fulfillment_code_hook off"
    )


def test_a_code_hook_without_use_is_refused(make: Make, silent: Bot, function: IFunction, refusal: Refusal) -> None:
    assert refusal(lambda: make(silent, code_hook=function)) == (
        "bot 'shop': code_hook: has no use: no intent asks for it; leave it out"
    )
