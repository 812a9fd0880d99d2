"""The API of test cases: what is published is judged, what is saved is kept beside it."""

from typing import Any
from uuid import uuid4

import pytest

from aicc_local.connect.flow_content import content_sha256
from aicc_local.errors import ServiceError
from tests.unit.local.flows.account import Account
from tests.unit.local.test_cases.conftest import Api
from tests.unit.local.test_cases.documents import END, begins, call_to, chat_with, content, hears, observation

GREETS = content(observation("greeting", hears("안녕하세요"), END))
ASKS = content(observation("question", hears("무엇을 도와드릴까요"), END))
EMPTY = content(observation("greeting", hears(""), END))


def create(api: Api, account: Account, name: str = "greets", **parameters: Any) -> str:
    given = {"Content": GREETS, "EntryPoint": chat_with(account.add_flow(f"{name}-chat")), "Status": "PUBLISHED"}
    return str(api("CreateTestCase", Name=name, **{**given, **parameters})["TestCaseId"])


def refusal(api: Api, operation: str, **parameters: Any) -> ServiceError:
    with pytest.raises(ServiceError) as refused:
        api(operation, **parameters)
    return refused.value


def described(api: Api, case: str, **parameters: Any) -> dict[str, Any]:
    return dict(api("DescribeTestCase", TestCaseId=case, **parameters)["TestCase"])


def test_describes_what_was_created(account: Account, api: Api) -> None:
    entry = call_to(account.add_flow("inbound"), SourcePhoneNumber="+821012345678")
    made = api(
        "CreateTestCase",
        Name="greets",
        Description="인사한다",
        Content=GREETS,
        EntryPoint=entry,
        InitializationData='{"Attributes":{"vip":"true"}}',
        Status="PUBLISHED",
        Tags={"team": "care"},
    )

    assert described(api, made["TestCaseId"]) == {
        "Arn": f"{account.instance_arn}/test-case/{made['TestCaseId']}",
        "Id": made["TestCaseId"],
        "Name": "greets",
        "Description": "인사한다",
        "Content": GREETS,
        "EntryPoint": entry,
        "InitializationData": '{"Attributes":{"vip":"true"}}',
        "Status": "PUBLISHED",
        "Tags": {"team": "care"},
        "TestCaseSha256": content_sha256(GREETS),
        "LastModifiedTime": account.aws.now(),
        "LastModifiedRegion": "ap-northeast-2",
    }
    assert made["TestCaseArn"] == described(api, made["TestCaseId"])["Arn"]


def test_the_source_of_a_call_may_be_any_number_though_templates_take_none(account: Account, api: Api) -> None:
    flow = account.add_flow("inbound")

    case = create(api, account, EntryPoint=call_to(flow, SourcePhoneNumber="+821012345678"))

    assert described(api, case)["EntryPoint"] == call_to(flow, SourcePhoneNumber="+821012345678")


def test_what_is_saved_is_not_judged(account: Account, api: Api) -> None:
    case = create(api, account, Content=EMPTY, Status="SAVED")

    assert described(api, case)["Status"] == "SAVED"
    assert described(api, case)["Content"] == EMPTY


@pytest.mark.parametrize("status", [{"Status": "PUBLISHED"}, {}], ids=["published", "without-a-status"])
def test_what_is_published_is_refused_with_its_problems(account: Account, api: Api, status: dict[str, str]) -> None:
    entry = chat_with(account.add_flow("chat"))

    error = refusal(api, "CreateTestCase", Name="greets", Content=EMPTY, EntryPoint=entry, **status)

    assert (error.code, error.status, error.message) == ("InvalidTestCaseException", 400, "")
    assert [sorted(problem) for problem in error.members["Problems"]] == [["message"]]
    assert "greeting" in error.members["Problems"][0]["message"]
    assert api("ListTestCases")["TestCaseSummaryList"] == []


def test_there_are_at_most_fifty_problems(account: Account, api: Api) -> None:
    many = [observation(f"{index}", hears(""), END) for index in range(60)]
    entry = chat_with(account.add_flow("chat"))

    error = refusal(api, "CreateTestCase", Name="greets", Content=content(*many), EntryPoint=entry)

    assert len(error.members["Problems"]) == 50


def test_a_problem_has_at_most_256_characters(account: Account, api: Api) -> None:
    nowhere = begins("TransferContactToQueue", QueueId=str(uuid4()))
    long = content(observation("가" * 300, nowhere, END))
    entry = chat_with(account.add_flow("chat"))

    error = refusal(api, "CreateTestCase", Name="greets", Content=long, EntryPoint=entry)

    assert max(len(problem["message"]) for problem in error.members["Problems"]) == 256


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        pytest.param(None, "EntryPoint is missing", id="none"),
        pytest.param({"Type": "CHAT"}, "EntryPoint", id="a-chat-without-a-flow"),
        pytest.param(
            {"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": {"SourcePhoneNumber": "+8215880000"}},
            "EntryPoint",
            id="a-call-to-nowhere",
        ),
    ],
)
def test_a_test_must_begin_somewhere_to_be_published(
    account: Account, api: Api, entry: dict[str, Any] | None, words: str
) -> None:
    given = {"EntryPoint": entry} if entry else {}

    error = refusal(api, "CreateTestCase", Name="greets", Content=GREETS, Status="PUBLISHED", **given)

    assert error.code == "InvalidTestCaseException"
    assert any(words in problem["message"] for problem in error.members["Problems"])


def test_a_flow_that_is_not_there_is_not_found(account: Account, api: Api) -> None:
    elsewhere = account.add_flow("chat", instance_arn=account.add_instance("other"))

    for entry in (chat_with(str(uuid4())), chat_with(elsewhere), call_to(str(uuid4()))):
        error = refusal(api, "CreateTestCase", Name="greets", Content=GREETS, EntryPoint=entry, Status="SAVED")

        assert error.code == "ResourceNotFoundException"


def test_a_name_is_free_once(account: Account, api: Api) -> None:
    create(api, account)

    entry = chat_with(account.add_flow("another"))
    error = refusal(api, "CreateTestCase", Name="Greets", Content=GREETS, EntryPoint=entry)

    assert error.code == "DuplicateResourceException"


def test_an_update_that_is_published_replaces_what_was_published(account: Account, api: Api) -> None:
    case = create(api, account)

    api("UpdateTestCase", TestCaseId=case, Content=ASKS, Name="asks", Description="묻는다", Status="PUBLISHED")

    told = described(api, case)
    assert (told["Name"], told["Description"], told["Content"], told["Status"]) == ("asks", "묻는다", ASKS, "PUBLISHED")
    assert told["TestCaseSha256"] == content_sha256(ASKS)


def test_an_update_that_is_saved_leaves_what_is_published(account: Account, api: Api) -> None:
    case = create(api, account)

    api("UpdateTestCase", TestCaseId=case, Content=ASKS, Status="SAVED")

    assert (described(api, case)["Content"], described(api, case)["Status"]) == (GREETS, "PUBLISHED")
    saved = described(api, case, Status="SAVED")
    assert (saved["Content"], saved["Status"]) == (ASKS, "SAVED")


def test_what_was_saved_is_published_by_its_status_alone(account: Account, api: Api) -> None:
    case = create(api, account)
    api("UpdateTestCase", TestCaseId=case, Content=ASKS, Status="SAVED")

    api("UpdateTestCase", TestCaseId=case, Status="PUBLISHED")

    assert described(api, case)["Content"] == described(api, case, Status="PUBLISHED")["Content"] == ASKS


def test_a_refused_update_leaves_the_test_case_as_it_was(account: Account, api: Api) -> None:
    case = create(api, account)
    before = described(api, case)

    error = refusal(api, "UpdateTestCase", TestCaseId=case, Content=EMPTY, Name="other", Status="PUBLISHED")

    assert error.code == "InvalidTestCaseException"
    assert described(api, case) == before


def test_what_was_never_published_is_not_found_as_published(account: Account, api: Api) -> None:
    case = create(api, account, Status="SAVED")

    error = refusal(api, "DescribeTestCase", TestCaseId=case, Status="PUBLISHED")

    assert error.code == "ResourceNotFoundException"


def test_a_deleted_test_case_is_gone(account: Account, api: Api) -> None:
    case = create(api, account)

    api("DeleteTestCase", TestCaseId=case)

    assert refusal(api, "DescribeTestCase", TestCaseId=case).code == "ResourceNotFoundException"
    assert refusal(api, "DeleteTestCase", TestCaseId=case).code == "ResourceNotFoundException"


def test_lists_all_with_their_states(account: Account, api: Api) -> None:
    cases = {create(api, account, name, Status=status): status for name, status in (("a", "SAVED"), ("b", "PUBLISHED"))}
    api("UpdateTestCase", TestCaseId=list(cases)[1], Content=ASKS, Status="SAVED")

    first = api("ListTestCases", MaxResults=1)
    second = api("ListTestCases", MaxResults=1, NextToken=first["NextToken"])

    listed = [*first["TestCaseSummaryList"], *second["TestCaseSummaryList"]]
    assert {each["Id"]: each["Status"] for each in listed} == cases
    assert [each["Name"] for each in listed] == ["a", "b"]
    assert "NextToken" not in second


@pytest.mark.parametrize("member", ["TestCaseId", "LastModifiedRegion", "LastModifiedTime"])
def test_there_are_no_replicas_in_other_regions(api: Api, member: str) -> None:
    error = refusal(api, "CreateTestCase", Name="greets", Content=GREETS, **{member: "1"})

    assert (error.code, member in error.message) == ("InvalidParameterException", True)
