"""A flow that makes callbacks, and what becomes of them."""

from typing import Any

from aicc_local.connect.contacts import control
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import CUSTOMER, ContactCentre, block, say


def offering(centre: ContactCentre, number: str = "$.CustomerEndpoint.Address", **changes: Any) -> Record:
    """A flow that makes a callback, to the queue unless `changes` say otherwise, and says what came of it."""
    failing = {"InvalidCallbackNumber": "invalid", "CallbackNumberNotDialable": "forbidden"}
    wanted = {
        "InitialCallDelaySeconds": "30",
        "MaximumConnectionAttempts": "2",
        "RetryDelaySeconds": "600",
        **changes,
    }
    return centre.add_flow(
        "offering",
        block("queue", "UpdateContactTargetQueue", "note", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block(
            "note", "UpdateContactAttributes", "number", Attributes={"why": "배송"}, errors={"NoMatchingError": "bye"}
        ),
        block("number", "UpdateContactCallbackNumber", "create", CallbackNumber=number, errors=failing),
        block("create", "CreateCallbackContact", "promise", errors={"NoMatchingError": "sorry"}, **wanted),
        say("promise", "전화드리겠습니다", "bye"),
        say("sorry", "접수하지 못했습니다", "bye"),
        say("invalid", "번호가 아닙니다", "bye"),
        say("forbidden", "걸 수 없습니다", "bye"),
    )


def call(centre: ContactCentre, flow: Record) -> str:
    return control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow.id)


def made(centre: ContactCentre, number: int = 0) -> str:
    """The id of a callback; the first, unless another is wanted."""
    found = centre.ask(
        "SearchContacts",
        TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": 0, "EndTime": centre.aws.now()},
        SearchCriteria={"InitiationMethods": ["CALLBACK"]},
        Sort={"FieldName": "INITIATION_TIMESTAMP", "Order": "ASCENDING"},
    )["Contacts"]
    return str(found[number]["Id"])


def queued(centre: ContactCentre, flow: Record) -> str:
    """A callback in the queue."""
    call(centre, flow)
    callback = made(centre)
    control.let_time_pass(centre.aws, callback)
    return callback


def state(centre: ContactCentre, contact: str) -> str:
    return str(control.look(centre.aws, contact)["state"])


def metrics(centre: ContactCentre) -> dict[str, float]:
    names = ("CONTACTS_IN_QUEUE", "CONTACTS_SCHEDULED", "AGENTS_AVAILABLE")
    [result] = centre.ask(
        "GetCurrentMetricData",
        Filters={"Queues": ["q1"], "Channels": ["VOICE"]},
        CurrentMetrics=[{"Name": name, "Unit": "COUNT"} for name in names],
    )["MetricResults"]
    return {each["Metric"]["Name"]: each["Value"] for each in result["Collections"]}
