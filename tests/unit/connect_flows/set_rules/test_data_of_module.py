from typing import Any

from tests.unit.connect_flows.building import block


def read(path: str) -> dict[str, Any]:
    return block("say", "MessageParticipant", {"Text": f"{path} 고객님"}, next="bye")


def test_data_that_no_module_gives_is_found(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    inbound = flow("inbound", invoke("greet", next="say"), read("$.Modules.ResultData.Nmae"))
    greet = module("greet", block("end", "EndFlowModuleExecution", {"ResultData": {"Name": "x"}}))

    assert found(inbound, greet) == [
        "inbound.json: action 'say' (Actions[1]): Parameters.Text reads $.Modules.ResultData.Nmae, and no module of "
        "this flow gives 'Nmae'; the modules give Name"
    ]


def test_data_that_a_module_gives_is_well(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    inbound = flow("inbound", invoke("greet", next="say"), read("$.Modules.ResultData.Name.First"))
    greet = module("greet", block("end", "EndFlowModuleExecution", {"ResultData": {"Name": "x"}}))

    assert found(inbound, greet) == []


def test_nothing_is_said_of_modules_that_are_not_there(flow: Any, invoke: Any, found: Any) -> None:
    assert found(flow("inbound", invoke("greet", next="say"), read("$.Modules.ResultData.Name"))) == []
