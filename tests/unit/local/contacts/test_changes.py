"""What blocks change of a contact, and who is told of it."""

from collections.abc import Mapping
from typing import Any

from tests.unit.local.contacts.contact_centre import INSTANCE_ID, ContactCentre, block

FAULT = {"NoMatchingError": "bye"}


def test_what_a_flow_changes_is_in_the_contact_and_in_its_events(centre: ContactCentre) -> None:
    flow = centre.add_flow(
        "changes",
        block("a", "UpdateContactAttributes", "b", Attributes={"name": "김"}, errors=FAULT),
        block("b", "UpdateContactData", "c", Name="환불", CustomerId="C-1", LanguageCode="ko-KR", errors=FAULT),
        block("c", "TagContact", "d", Tags={"team": "orders", "late": "no"}, errors=FAULT),
        block("d", "UntagContact", "e", TagKeys=["late"], errors=FAULT),
        block("e", "UpdateContactRoutingBehavior", "bye", QueuePriority="2"),
    )

    described = centre.described(centre.chat(flow))

    assert (described["Attributes"], described["Name"], described["CustomerId"]) == ({"name": "김"}, "환불", "C-1")
    assert described["Tags"] == {"aws:connect:instanceId": INSTANCE_ID, "team": "orders"}
    assert described["QueuePriority"] == 2
    updated = [event["detail"].get("updatedProperties") for event in centre.aws.events.sent]
    assert [each for each in updated if each] == [["UserDefinedAttributes"], ["Tags"], ["Tags"]]


def test_what_an_operation_changes_while_a_function_runs_is_not_lost(centre: ContactCentre) -> None:
    def answer(event: Mapping[str, Any]) -> Any:
        contact = event["Details"]["ContactData"]["ContactId"]
        centre.ask("UpdateContactAttributes", InitialContactId=contact, Attributes={"by": "operation"})
        return {"word": "열림"}

    function = centre.add_function("status", answer)
    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "set",
        LambdaFunctionARN=function,
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "bye"},
    )
    keep = block("set", "UpdateContactAttributes", "bye", Attributes={"word": "$.External.word"}, errors=FAULT)

    contact = centre.chat(centre.add_flow("asking", ask, keep))

    assert centre.described(contact)["Attributes"] == {"by": "operation", "word": "열림"}


def test_a_function_is_told_where_it_is_asked_and_in_which_language(centre: ContactCentre) -> None:
    events: list[Mapping[str, Any]] = []
    function = centre.add_function("status", events.append)
    language = block("ko", "UpdateContactData", "ask", LanguageCode="ko-KR", errors=FAULT)
    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "bye",
        LambdaFunctionARN=function,
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "bye"},
    )

    centre.chat(centre.add_flow("asking", language, ask))

    told = events[0]["Details"]["ContactData"]
    assert (told["LanguageCode"], told["AwsRegion"]) == ("ko-KR", centre.aws.region)
    assert told["InstanceARN"].endswith(INSTANCE_ID)
