from typing import Any


def test_a_flow_that_is_named_and_not_there_is_found(flow: Any, transfer: Any, found: Any) -> None:
    inbound = flow("inbound", transfer("night"))

    assert found(inbound, flow("day")) == [
        "inbound.json: action 'to-night' (Actions[0]): Parameters.ContactFlowId ${flow.night} is not in the folder; "
        "of kind flow there is day, inbound"
    ]


def test_a_module_that_is_named_and_not_there_is_found(flow: Any, invoke: Any, found: Any) -> None:
    (line,) = found(flow("inbound", invoke("authenticate")))

    assert line.endswith("Parameters.FlowModuleId ${module.authenticate} is not in the folder; there is no module")


def test_a_module_is_no_flow(flow: Any, module: Any, transfer: Any, found: Any) -> None:
    (line,) = found(flow("inbound", transfer("night")), module("night"))

    assert line.endswith("${flow.night} is a module; name a flow")


def test_a_flow_is_found_by_its_file_or_its_name(flow: Any, transfer: Any, found: Any) -> None:
    assert found(flow("inbound", transfer("night")), flow("night")) == []
