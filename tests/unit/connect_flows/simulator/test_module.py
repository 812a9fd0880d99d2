"""InvokeFlowModule and EndFlowModuleExecution."""

import pytest

from connect_flows import Flow
from connect_flows.simulator import Center, ModuleEntered, ModuleLeft, NotRun
from tests.unit.connect_flows.building import Document, block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import ask_function, module, say, set_attributes

DEEPEST = 5


def end(**parameters: object) -> Document:
    return block("end", "EndFlowModuleExecution", parameters)


def invoking(inner: Flow, tell: str, *before: Document) -> Center:
    """A flow that invokes a module, and then says something."""
    invoke = it("InvokeFlowModule", {"FlowModuleId": "${module.inner}"}, next="tell",
                conditions=(("Equals", "proven", "tell"),))  # fmt: skip
    center = center_of(*before, invoke, say("tell", tell, next="bye"), *told(), others=(inner,))
    center.function("status").answers(line="open", inner="yes")
    return center


def test_a_module_runs_and_the_flow_goes_on() -> None:
    call = invoking(module("inner", say("say", "모듈입니다.", next="end"), end()), "돌아왔습니다.").call(CUSTOMER)

    call.hears("모듈입니다.", "돌아왔습니다.").took("inbound", "it", "success").ends()
    assert [event.module for event in call.events(ModuleEntered)] == ["inner"]
    assert [event.result for event in call.events(ModuleLeft)] == [""]


def test_the_result_chooses_the_branch_and_its_data_can_be_referred_to() -> None:
    inner = module("inner", end(Result="proven", ResultData={"who": "C-1"}))

    call = invoking(inner, "결과 $.Modules.Result $.Modules.ResultData.who").call(CUSTOMER)

    call.took("inbound", "it", "condition:Equals:proven").hears("결과 proven C-1")


def test_a_result_without_a_branch_of_its_own_takes_success() -> None:
    invoking(module("inner", end(Result="unknown")), "끝").call(CUSTOMER).took("inbound", "it", "success")


def test_a_module_does_not_see_what_the_flow_was_answered() -> None:
    inner = module("inner", say("say", "안 [$.External.line]", next="end"), end())
    asked = ask_function("ask", "status", next="it", failed="it")

    call = invoking(inner, "밖 [$.External.line]", asked).call(CUSTOMER)

    assert "안 []" in call.transcript
    assert "밖 [open]" in call.transcript


def test_the_flow_does_not_see_what_a_module_was_answered() -> None:
    inner = module("inner", ask_function("ask", "status", next="end", failed="end"), end())

    assert "밖 []" in invoking(inner, "밖 [$.External.inner]").call(CUSTOMER).transcript


def test_flow_attributes_and_stored_input_belong_to_one_flow() -> None:
    keep = block("keep", "UpdateFlowAttributes", {"FlowAttributes": {"step": {"Value": "one"}}}, next="it",
                 errors={"NoMatchingError": "it"})  # fmt: skip
    inner = module("inner", say("say", "안 [$.FlowAttributes.step]", next="end"), end())

    call = invoking(inner, "밖 [$.FlowAttributes.step]", keep).call(CUSTOMER)

    assert "안 []" in call.transcript
    assert "밖 [one]" in call.transcript


def test_contact_attributes_belong_to_all() -> None:
    inner = module("inner", set_attributes("set", next="end", proven="true"), end())

    invoking(inner, "확인 $.Attributes.proven").call(CUSTOMER).hears("확인 true").has(proven="true")


def nested(depth: int) -> Center:
    """A module in a module, so many deep; the innermost says so."""
    modules = [
        module(
            f"level{level}",
            block("invoke", "InvokeFlowModule", {"FlowModuleId": f"${{module.level{level + 1}}}"}, next="end",
                  errors={"NoMatchingError": "fail"}),
            say("fail", f"{level}에서 실패", next="end"),
            end(),
        )
        for level in range(1, depth)
    ]  # fmt: skip
    last = module(f"level{depth}", say("say", "가장 안쪽", next="end"), end())
    return center_of(it("InvokeFlowModule", {"FlowModuleId": "${module.level1}"}), *told(), others=(*modules, last))


def test_modules_are_nested_five_deep_and_no_deeper() -> None:
    nested(DEEPEST).call(CUSTOMER).hears("가장 안쪽").ends()

    nested(DEEPEST + 1).call(CUSTOMER).hears_nothing_of("가장 안쪽").hears(f"{DEEPEST}에서 실패").ends()


def test_a_module_that_is_not_there_is_an_error() -> None:
    center = invoking(module("inner", end()), "끝")
    center.missing.add("module.inner")

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


def test_a_module_may_hang_up() -> None:
    inner = module("inner", say("say", "안녕히 계십시오.", next="bye"), block("bye", "DisconnectParticipant"))

    invoking(inner, "끝").call(CUSTOMER).hears("안녕히").hears_nothing_of("끝").ends()


def test_a_module_with_input_is_not_simulated() -> None:
    invoke = it("InvokeFlowModule", {"FlowModuleId": "${module.inner}", "Input": {"a": "b"}})

    with pytest.raises(NotRun, match="InvokeFlowModule with Input is not simulated"):
        center_of(invoke, *told(), others=(module("inner", end()),)).call(CUSTOMER)


def test_a_module_ends_only_inside_a_flow() -> None:
    with pytest.raises(NotRun, match="the end of a module outside modules"):
        center_of(end()).call(CUSTOMER)
