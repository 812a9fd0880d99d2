"""Failed calls to third parties in agent transfer flows."""

from collections.abc import Iterator

from connect_flows._model import FlowType
from connect_flows._place import Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class ThirdPartyOutcome(Rule):
    id = "E403"
    text = "In an agent transfer flow a call to a third party does not come back."
    source = f"{REFUSAL}: Invalid Action error. Error: CallFailed"

    def check(self, view: View) -> Iterator[Fault]:
        if view.type is FlowType.AGENT_TRANSFER:
            for action, place, _ in view.of("TransferParticipantToThirdParty"):
                if action.parameters.get("ContinueFlowExecution") == "True":
                    at = place / "Parameters" / "ContinueFlowExecution"
                    yield Fault(at, "is 'True' in an agent transfer flow", "make it 'False'")
