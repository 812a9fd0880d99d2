"""A small Korean bot on the local AWS: deployed, talked to, changed in place, refused and deleted."""

import json
import time
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from tests.e2e.small_bot import CHECK_DELIVERY, FALLBACK, LOCALE, TALK_TO_AGENT, alias, template, utterances, version

STACK = "small-bot"


def settled(session: boto3.Session, stack: str) -> str:
    """Wait for CloudFormation; answers the status of the stack, empty when it is gone."""
    for _ in range(600):
        try:
            [found] = session.client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
        except ClientError as error:
            if "does not exist" not in str(error):
                raise
            return ""
        if not found["StackStatus"].endswith("_IN_PROGRESS"):
            return "" if found["StackStatus"] == "DELETE_COMPLETE" else found["StackStatus"]
        time.sleep(0.1)
    pytest.fail(f"{stack} does not settle")


def delete(session: boto3.Session, stack: str) -> None:
    session.client("cloudformation").delete_stack(StackName=stack)
    assert settled(session, stack) == ""


def create(session: boto3.Session, stack: str, body: dict[str, Any]) -> None:
    session.client("cloudformation").create_stack(
        StackName=stack, TemplateBody=json.dumps(body), Capabilities=["CAPABILITY_IAM"], OnFailure="ROLLBACK"
    )


def update(session: boto3.Session, body: dict[str, Any]) -> None:
    session.client("cloudformation").update_stack(
        StackName=STACK, TemplateBody=json.dumps(body), Capabilities=["CAPABILITY_IAM"]
    )


def outputs(session: boto3.Session) -> dict[str, str]:
    [stack] = session.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


@pytest.fixture
def bot(session: boto3.Session) -> Iterator[dict[str, str]]:
    """The outputs of the deployed stack."""
    create(session, STACK, template())
    assert settled(session, STACK) == "CREATE_COMPLETE"
    yield outputs(session)
    delete(session, STACK)


def say(session: boto3.Session, bot: dict[str, str], text: str, session_id: str = "caller") -> Any:
    return session.client("lexv2-runtime").recognize_text(
        botId=bot["BotId"], botAliasId=bot["AliasId"], localeId=LOCALE, sessionId=session_id, text=text
    )


def bot_names(session: boto3.Session) -> list[str]:
    return [each["botName"] for each in session.client("lexv2-models").list_bots()["botSummaries"]]


def reasons(session: boto3.Session, stack: str) -> str:
    events = session.client("cloudformation").describe_stack_events(StackName=stack)["StackEvents"]
    return " ".join(event.get("ResourceStatusReason", "") for event in events)


def spoken(answer: Any) -> list[str]:
    return [message["content"] for message in answer.get("messages", ())]


def test_a_bot_is_deployed_and_answers_through_its_function(bot: dict[str, str], session: boto3.Session) -> None:
    asked = say(session, bot, "배송 조회해 주세요")
    answered = say(session, bot, "20261122")

    assert spoken(asked) == ["주문 번호를 말씀해 주시겠어요?"]
    assert asked["sessionState"]["dialogAction"] == {"type": "ElicitSlot", "slotToElicit": "OrderNumber"}
    assert spoken(answered) == ["20261122번 주문은 배송 중입니다."]
    assert answered["sessionState"]["intent"]["state"] == "Fulfilled"
    assert answered["sessionState"]["sessionAttributes"] == {"source": "FulfillmentCodeHook"}


def test_the_api_shows_what_the_template_made(bot: dict[str, str], session: boto3.Session) -> None:
    models = session.client("lexv2-models")
    bot_id, arn = bot["BotId"], bot["AliasArn"]
    place: Any = {"botId": bot_id, "botVersion": "1", "localeId": LOCALE}

    locale = models.describe_bot_locale(**place)
    intents = models.list_intents(**place, maxResults=2)
    rest = models.list_intents(**place, nextToken=intents["nextToken"])
    slots = models.list_slots(**place, intentId=intents["intentSummaries"][0]["intentId"])
    described = models.describe_bot_alias(botId=bot_id, botAliasId=bot["AliasId"])
    aliases = models.list_bot_aliases(botId=bot_id)["botAliasSummaries"]
    document = json.loads(models.describe_resource_policy(resourceArn=arn)["policy"])
    tags = models.list_tags_for_resource(resourceARN=arn.split(":bot-alias/")[0] + f":bot/{bot_id}")["tags"]

    assert (bot["Version"], bot["Revision"]) == (f"{bot_id}|1", "1")
    assert (locale["botLocaleStatus"], locale["voiceSettings"]["voiceId"]) == ("Built", "Seoyeon")
    names = [each["intentName"] for each in (*intents["intentSummaries"], *rest["intentSummaries"])]
    assert names == ["CheckDelivery", "TalkToAgent", "FallbackIntent"]
    assert slots["slotSummaries"][0]["slotTypeId"] == "AMAZON.Number"
    assert (described["botAliasName"], described["botVersion"]) == ("live", "1")
    assert [each["botAliasId"] for each in aliases] == ["TSTALIASID", bot["AliasId"]]
    assert document["Statement"][0]["Resource"] == arn
    assert tags["AmazonConnectEnabled"] == "True"


def test_a_session_is_put_read_and_deleted(bot: dict[str, str], session: boto3.Session) -> None:
    runtime = session.client("lexv2-runtime")
    place: Any = {"botId": bot["BotId"], "botAliasId": bot["AliasId"], "localeId": LOCALE, "sessionId": "put"}
    state: Any = {"dialogAction": {"type": "Delegate"}, "intent": {"name": "CheckDelivery"}}

    put = runtime.put_session(**place, sessionState=state)
    got = runtime.get_session(**place)
    runtime.delete_session(**place)

    assert put["contentType"] == "text/plain; charset=utf-8"
    assert got["sessionState"]["dialogAction"]["slotToElicit"] == "OrderNumber"
    assert got["sessionState"]["sessionAttributes"] == {"source": "DialogCodeHook"}
    with pytest.raises(runtime.exceptions.ResourceNotFoundException):
        runtime.get_session(**place)


def test_what_was_said_is_logged(bot: dict[str, str], session: boto3.Session) -> None:
    say(session, bot, "상담원 연결", "logged")

    found = session.client("logs").filter_log_events(logGroupName="/small-bot", logStreamNamePrefix="small-bot/")

    entry = json.loads(found["events"][-1]["message"])
    assert (entry["messageVersion"], entry["inputTranscript"], entry["sessionId"]) == ("2.0", "상담원 연결", "logged")
    assert entry["interpretations"][0]["nluConfidence"] == "1.00"


def test_a_function_without_permission_is_not_called(bot: dict[str, str], session: boto3.Session) -> None:
    changed = template()
    del changed["Resources"]["Permission"]
    update(session, changed)
    assert settled(session, STACK) == "UPDATE_COMPLETE"

    with pytest.raises(ClientError, match="Access denied while invoking lambda function") as refused:
        say(session, bot, "배송 조회")

    assert refused.value.response["Error"]["Code"] == "DependencyFailedException"


def test_a_changed_utterance_talks_with_the_next_version(bot: dict[str, str], session: boto3.Session) -> None:
    changed = template()
    changed["Resources"]["Bot"]["Properties"]["BotLocales"][0]["Intents"][1] = {
        **TALK_TO_AGENT,
        "SampleUtterances": utterances("사람과 이야기하고 싶어요"),
    }
    changed["Resources"]["Version2"] = version()
    changed["Resources"]["Alias"] = alias("Version2")

    update(session, changed)
    assert settled(session, STACK) == "UPDATE_COMPLETE"

    assert outputs(session)["BotId"] == bot["BotId"]
    assert outputs(session)["AliasId"] == bot["AliasId"]
    new, old = say(session, bot, "사람과 이야기하고 싶어요", "new"), say(session, bot, "상담원 연결", "old")
    assert new["sessionState"]["intent"]["name"] == "TalkToAgent"
    assert old["sessionState"]["intent"]["name"] == "FallbackIntent"


def test_a_broken_update_rolls_back_and_the_old_bot_answers(bot: dict[str, str], session: boto3.Session) -> None:
    broken = template()
    broken["Resources"]["Bot"]["Properties"]["BotLocales"][0]["Intents"][0] = {
        **CHECK_DELIVERY,
        "SlotPriorities": [],
    }

    update(session, broken)
    assert settled(session, STACK) == "UPDATE_ROLLBACK_COMPLETE"

    assert "don't define a slot priority" in reasons(session, STACK)
    test_alias = {**bot, "AliasId": "TSTALIASID"}
    assert spoken(say(session, test_alias, "상담원 연결")) == ["상담원에게 연결해 드리겠습니다. 잠시만 기다려 주세요."]


def test_a_broken_bot_is_refused_and_leaves_nothing(session: boto3.Session) -> None:
    broken = template()
    broken["Resources"]["Bot"]["Properties"]["BotLocales"][0]["Intents"].remove(FALLBACK)

    create(session, "broken-bot", broken)
    assert settled(session, "broken-bot") == "ROLLBACK_COMPLETE"

    assert "ko_KR: You must configure an AMAZON.FallbackIntent" in reasons(session, "broken-bot")
    assert "SmallKoreanBot" not in bot_names(session)
    delete(session, "broken-bot")


def test_deleting_the_stack_deletes_the_bot(session: boto3.Session) -> None:
    create(session, STACK, template())
    assert settled(session, STACK) == "CREATE_COMPLETE"
    bot = outputs(session)

    delete(session, STACK)

    models = session.client("lexv2-models")
    assert "SmallKoreanBot" not in bot_names(session)
    with pytest.raises(models.exceptions.ResourceNotFoundException):
        models.describe_resource_policy(resourceArn=bot["AliasArn"])
