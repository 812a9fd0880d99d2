"""Data of modules that is read and never given."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._flow_set import FlowSet
from connect_flows._model import Flow
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class DataOfModule(SetRule):
    id = "W604"
    text = "What a flow reads of $.Modules.ResultData is given by a module that it invokes."
    source = "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        for view in flows.views:
            modules = [flows.target(naming) for naming in flows.named("module") if naming.flow is view.flow]
            if not modules or None in modules:
                continue
            given = {key for module in modules if module is not None for key in _given(module)}
            for reference in view.references:
                if reference.text.startswith("$.Modules.ResultData."):
                    key = reference.text.removeprefix("$.Modules.ResultData.").partition(".")[0]
                    if key not in given:
                        problem = f"reads {reference.text}, and no module of this flow gives {shown(key)}"
                        cure = f"the modules give {', '.join(sorted(given)) or 'no ResultData'}"
                        yield set_fault(view.flow, reference.place, problem, cure)


def _given(module: Flow) -> Iterator[str]:
    for action in module.actions:
        data = action.parameters.get("ResultData") if action.type == "EndFlowModuleExecution" else None
        if isinstance(data, dict):
            yield from data
