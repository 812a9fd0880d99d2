from typing import Any


def test_a_module_that_nothing_invokes_is_found(flow: Any, module: Any, found: Any) -> None:
    assert found(flow("inbound"), module("authenticate")) == [
        "authenticate.json: document: is reached by no flow of the folder; "
        "name ${module.authenticate} in a flow that contacts come to, or delete the file"
    ]


def test_a_customer_queue_flow_that_nothing_names_is_found(flow: Any, found: Any) -> None:
    (line,) = found(flow("inbound"), flow("wait", type="customerQueue"))

    assert line.startswith("wait.json: ")


def test_two_modules_that_only_lead_to_each_other_are_found(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    assert len(found(flow("inbound"), module("a", invoke("b")), module("b", invoke("a")))) == 2


def test_what_numbers_and_quick_connects_name_is_an_entrance(flow: Any, found: Any) -> None:
    types = ("contactFlow", "agentTransfer", "queueTransfer", "outboundWhisper")

    assert found(*(flow(type, type=type) for type in types)) == []


def test_a_module_in_a_module_is_reached(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    assert found(flow("inbound", invoke("a")), module("a", invoke("b")), module("b")) == []
