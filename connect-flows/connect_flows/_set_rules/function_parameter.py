"""Parameters of functions that they do not know."""

from collections.abc import Iterator

from connect_flows._flow_set import FlowSet
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class FunctionParameter(SetRule):
    id = "W606"
    text = "A function that is invoked is known, and it is sent only what it takes."
    source = "the contracts of the functions, beside the flows"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        functions = flows.functions
        if functions is None:
            return
        for naming in flows.named("function"):
            name = naming.placeholder.name
            if name not in functions:
                known = ", ".join(sorted(functions)) or "none"
                yield set_fault(naming.flow, naming.place, f"{naming.placeholder} has no contract", f"there is {known}")
                continue
            sent = naming.action.parameters.get("LambdaInvocationAttributes")
            place = naming.place_of_action / "Parameters" / "LambdaInvocationAttributes"
            for key in sent if isinstance(sent, dict) else ():
                if key not in functions[name].takes:
                    cure = f"it takes {', '.join(sorted(functions[name].takes)) or 'nothing'}"
                    yield set_fault(naming.flow, place / key, f"is not known to {name}", cure)
