"""Rules about what becomes of a test when it runs: who answers it, and what its assertions can see."""

from collections.abc import Iterator, Mapping

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault
from connect_flows._test_cases._flow_actions import resource_of
from connect_flows._test_cases._rules._rule import ACTIONS, ADMIN, EVENTS, Rule
from connect_flows._test_cases._view import View, mapping

_TRANSFERS = ("TransferContactToQueue", "DequeueAndTransferToQueue")
_ANSWERED_BY: Mapping[str, str] = {
    "External": "InvokeLambdaFunction",
    "LambdaInvocation": "InvokeLambdaFunction",
    "Lex": "ConnectParticipantWithLexBot",
    "AgenticCX": "ConnectParticipantWithAgenticCX",
}


def _live_agents(view: View) -> Iterator[Fault]:
    covered = {
        resource_of(override.properties.get("ActionType"), override.properties.get("ActionParameters"))
        for override in view.overrides
        if override.properties.get("ActionType") in _TRANSFERS
    }
    ended = False
    for observation, event, place in view.events:
        ends = any(action.ends_the_test for action in observation.actions)
        ended = ended or ends
        transfers = event.type == "FlowActionStarted" and event.properties.get("ActionType") in _TRANSFERS
        resource = resource_of(event.properties.get("ActionType"), event.properties.get("ActionParameters"))
        if transfers and not ends and resource not in covered:
            problem = f"lets the contact go on to {shown(resource)}, where a person may answer"
            yield Fault(place, problem, "end the test there with EndTest, or override the transfer")
    if view.case.observations and not ended and not covered and not any(_leaves(view)):
        cure = "end the test with EndTest, or override the transfer to the queue"
        yield Fault(ROOT / "Observations", "never end the test, so that a person may answer", cure)


def _leaves(view: View) -> Iterator[bool]:
    for _, action, _ in view.actions_of("SendInstruction"):
        yield mapping(action.parameters.get("Instruction")).get("Type") == "Disconnect"


def _answers(view: View) -> Iterator[Fault]:
    completed = {
        observation.identifier: event.properties.get("ActionType")
        for observation, event, _ in view.events_of("FlowActionCompleted")
    }
    for observation, action, place in view.actions_of("Assert"):
        namespace = action.parameters.get("Namespace")
        root = namespace.split(".")[1].split("[")[0] if isinstance(namespace, str) and "." in namespace else ""
        asked = _ANSWERED_BY.get(root)
        if asked and asked not in [completed.get(identifier) for identifier in view.before(observation)]:
            cure = f"wait before it for the FlowActionCompleted of {asked}"
            yield Fault(place / "Parameters" / "Namespace", f"{shown(namespace)} is empty there", cure)


def _bot_mocks(view: View) -> Iterator[Fault]:
    for override in view.overrides:
        strategy = mapping(override.properties.get("Strategy"))
        response = mapping(strategy.get("Response"))
        is_bot = override.properties.get("ActionType") == "ConnectParticipantWithLexBot"
        if is_bot and strategy.get("Type") == "MockResponse" and response.get("Type") == "ExecutionResult":
            cure = "try it in a live run before relying on it there"
            yield Fault(override.place / "Strategy" / "Response", "mocks a bot in a shape that is unpublished", cure)


def _completion(view: View) -> Iterator[Fault]:
    for _, _, place in view.events_of("TestCompleted"):
        cure = "wait for what the flow does"
        yield Fault(place / "Type", "'TestCompleted' comes whatever has happened before", cure)


RULES = (
    Rule(
        "W756",
        "A test ends, or overrides the transfer, before a person can answer it.",
        f"{ADMIN}; the contact of a test is a real one",
        _live_agents,
    ),
    Rule(
        "W757",
        "What functions and bots answered is compared only after their action has completed.",
        f"{EVENTS}; without it the path is empty",
        _answers,
    ),
    Rule(
        "W758", "A bot's answer is not mocked.", f"{ACTIONS}; the JSON of a bot's LoadedData is unpublished", _bot_mocks
    ),
    Rule(
        "W759",
        "No observation waits for the end of the test.",
        "live runs: it comes 40 s after a disconnect, or at the time limit with the test passed",
        _completion,
    ),
)
