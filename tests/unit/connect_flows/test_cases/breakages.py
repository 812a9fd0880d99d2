"""For every rule, test cases that break it and nothing else, with the place where each does."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.unit.connect_flows.test_cases.documents import (
    BOT,
    FUNCTION,
    HOURS,
    QUEUE,
    Document,
    asserts,
    begins,
    case,
    chat,
    completes,
    ends,
    mock,
    observation,
    overrides,
    says,
    starts,
    substitute,
    voice,
    whole,
)

Change = Callable[[Document], None]


class Breakage(NamedTuple):
    """A change to the whole test case. `path`: where the finding is. `also`: rules that it cannot help breaking too."""

    rule: str
    path: str
    change: Change
    also: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        made = whole()
        self.change(made)
        return made


def at(path: str, value: Any) -> Change:
    """Puts a value at a place, such as 1.Event.Type, counted from the observations; `None` takes out what is there."""

    def change(document: Document) -> None:
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        holder: Any = document["Observations"] if isinstance([*steps, last][0], int) else document
        for step in steps:
            holder = holder[step]
        if value is None:
            del holder[last]
        else:
            holder[last] = value

    return change


def of(made: Document) -> Change:
    """Another test case altogether."""

    def change(document: Document) -> None:
        document.clear()
        document.update(made)

    return change


def both(*changes: Change) -> Change:
    def change(document: Document) -> None:
        for each in changes:
            each(document)

    return change


def with_parameters(**parameters: Any) -> Change:
    return at("Metadata.entryPoint.VoiceCallEntryPointParameters", parameters)


STRATEGY = "0.Actions.0.Parameters.Behavior.Properties.Strategy"
MOCKED = "0.Actions.1.Parameters.Behavior.Properties.Strategy.Response"
ERROR = "0.Actions.2.Parameters.Behavior.Properties.Strategy.Response"
MENU = "2.Event.Properties"
KEYS = "2.Actions.0.Parameters.Instruction"
ASSERT = "3.Actions.0.Parameters"
LOG = "3.Actions.1.Parameters.Command"


def placed(path: str) -> str:
    """0.Actions.1.Type as findings write it: Observations[0].Actions[1].Type."""
    written = ""
    for step in ("Observations." + path if path[0].isdigit() else path).split("."):
        written += f"[{step}]" if step.isdigit() else f".{step}"
    return written.removeprefix(".")


def put(rule: str, path: str, value: Any, *also: str, found: str | None = None) -> Breakage:
    return Breakage(rule, placed(path if found is None else found), at(path, value), also)


SHAPES = (
    put("E701", "Version", None),
    put("E701", "Version", 2019),
    put("E701", "Observations", {}),
    put("E701", "Metadata", []),
    put("E701", "Metadata.name", 1),
    put("E701", "Metadata.initializationData", {"Attributes": {}}),
    put("E701", "Metadata.entryPoint", "VOICE_CALL"),
    put("E701", "Metadata.entryPoint.Type", None),
    put("E701", "Metadata.entryPoint.VoiceCallEntryPointParameters", []),
    put("E701", "Metadata.entryPoint.VoiceCallEntryPointParameters.FlowId", 7),
    put("E701", "1", "line"),
    put("E701", "1.Identifier", None),
    put("E701", "1.Event", None),
    put("E701", "1.Event.Identifier", None),
    put("E701", "1.Event.Properties", "x"),
    put("E701", "1.Actions", None),
    put("E701", "1.Actions.0", []),
    put("E701", "1.Actions.0.Parameters", None),
    put("E701", "1.Actions.0.Transitions", None),
    put("E701", "1.Actions.0.Transitions.NextAction", 1),
    put("E701", "1.Transitions", None),
    put("E701", "1.Transitions.NextObservations", None),
    put("E701", "1.Transitions.NextObservations.0", 2),
)

DOCUMENTS = (
    put("E702", "Version", "2025-06-21"),
    put("E703", "StartAction", "start"),
    put("E703", "1.Comment", "the line"),
    put("E703", "1.Event.MatchingCriteria", "Inclusion"),
    put("E703", "1.Actions.0.Condition", {}),
    put("E703", "1.Transitions.NextObservation", "menu"),
    put("E704", "Metadata.entryPoint", None),
    put("E704", "Metadata.entryPoint.Type", "TASK", found="Metadata.entryPoint.Type"),
    Breakage("E704", "Metadata.entryPoint", with_parameters(SourcePhoneNumber="+821012345678")),
    Breakage(
        "E704",
        "Metadata.entryPoint",
        with_parameters(SourcePhoneNumber="+82", DestinationPhoneNumber="+8221", FlowId="${flow.inbound}"),
    ),
    Breakage(
        "E704",
        "Metadata.entryPoint.VoiceCallEntryPointParameters.SourcePhoneNumber",
        with_parameters(DestinationPhoneNumber="+82212345678"),
    ),
    Breakage(
        "E704",
        "Metadata.entryPoint.VoiceCallEntryPointParameters.SourcePhoneNumber",
        with_parameters(SourcePhoneNumber="010-1234-5678", FlowId="${flow.inbound}"),
    ),
    Breakage(
        "E704", "Metadata.entryPoint.VoiceCallEntryPointParameters.FlowId", with_parameters(FlowId="${queue.general}")
    ),
    Breakage("E704", "Metadata.entryPoint.VoiceCallEntryPointParameters.FlowId", with_parameters(FlowId="x" * 501)),
    put("E705", f"{MENU}.Text", "welcome to ${company}", "W753"),
    put("E706", "Observations", []),
    put("W751", "Metadata.initializationData", "vip"),
    put("W751", "Metadata.initializationData", '{"Attributes": {"vip": true}}'),
    put("W751", "Metadata.initializationData", '[{"vip": "true"}]'),
    put("W751", "Metadata.initializationData", '{"vip": "true"}'),
    put("W752", "Metadata.name", "주문 상담"),
)

GRAPHS = (
    put("E707", "1.Identifier", "start", "E708", found="1.Identifier"),
    put("E707", "1.Event.Identifier", "start-event"),
    put("E707", "1.Event.Identifier", ""),
    put("E707", "1.Actions.0.Identifier", "open"),
    put("E708", "3.Transitions.NextObservations", ["bye"], found="3.Transitions.NextObservations.0"),
    put("E708", "2.Transitions.NextObservations", ["transfer", "transfer"], found="2.Transitions.NextObservations.1"),
    put("E708", "0.Actions.2.Transitions.NextAction", "end"),
    put("E709", "3.Transitions.NextObservations", ["start"], found="0"),
    put("E709", "3.Transitions.NextObservations", ["menu"], found="2"),
    put("E709", "3.Transitions.NextObservations", ["transfer"], found="3"),
    put("E710", "0.Actions.0.Transitions.NextAction", None, found="0.Actions.1"),
    put("E710", "0.Actions.2.Transitions.NextAction", "open", found="0.Actions.0"),
    put("E711", "3.Actions.2.Transitions.NextAction", "note", "E710"),
)

EVENTS = (
    put("E712", "2.Event.Type", "PromptPlayed"),
    put("E712", "2.Event.Actor", "Customer"),
    put("E713", "2.Usage", {"Type": "EXACTLY", "Times": 1}, found="2.Usage"),
    put("E713", "2.Usage", {"Type": "AtLeast", "Times": 1}),
    put("E713", "2.Usage", {"Type": "Exactly", "Times": 2}),
    put("E713", "2.Usage", {"Type": "Exactly", "Times": True}),
    put("E713", "2.Usage", "Always"),
    put("E714", "0.Event.Properties.Text", "hello"),
    put("E714", "1.Event.Properties.LambdaFunctionARN", "x"),
    put("E714", f"{MENU}.Threshold", 0.8),
    put("E715", f"{MENU}.Text", None, found=MENU),
    put("E715", f"{MENU}.SSML", "<speak>press</speak>", found=MENU),
    put("E715", f"{MENU}.Text", " "),
    put("E715", f"{MENU}.Text", ["press"]),
    Breakage("E715", placed(f"{MENU}.Media"), both(at(f"{MENU}.Text", None), at(f"{MENU}.Media", {"Uri": "s3://a/b"}))),
    put("E716", f"{MENU}.MatchingCriteria", None),
    put("E716", f"{MENU}.MatchingCriteria", "Inclusion"),
    put("E716", f"{MENU}.MatchingCriteria.Type", "Exact"),
    put("E716", f"{MENU}.MatchingCriteria.Type", "Contains"),
    put("E716", f"{MENU}.MatchingCriteria.Threshold", 0.8),
    put("E717", "3.Event.Properties.ActionType", "DisconnectParticipant"),
    put("E717", "3.Event.Properties.ActionType", "UpdateContactTargetQueue"),
    put("E717", "3.Event.Properties.ActionType", "DequeueAndTransferToQueue"),
    put("E717", "3.Event.Type", "FlowActionCompleted", found="3.Event.Properties.ActionType"),
    put("E717", "3.Event.Properties.ActionParameters", {}),
    put("E717", "3.Event.Properties.ActionParameters", {"QueueId": ""}),
    put("E717", "3.Event.Properties.ActionParameters.Priority", "1"),
    put("E717", "3.Event.Properties.ActionParameters.QueueId", "${hours.main}"),
)

ACTIONS = (
    put("E718", "1.Actions.0.Type", "AssertContext"),
    put("E718", "1.Actions.0.Parameters.ActionType", "Assert"),
    put("E718", "2.Actions.0.Parameters.ActionType", None),
    put("E718", "2.Actions.0.Parameters.ActionType", "Assert"),
    put("E718", "2.Actions.0.Parameters.Wait", 1),
    put("E719", "2.Actions.0.Parameters.Actor", "System"),
    put("E719", f"{KEYS}.Type", "DTMF"),
    put("E719", f"{KEYS}.Properties.Value", 1),
    put("E719", f"{KEYS}.Properties.Value", "A"),
    put("E719", f"{KEYS}.Properties.Text", "1"),
    put("E719", KEYS, {"Type": "Utterance", "Properties": {"Value": ""}}, found=f"{KEYS}.Properties.Value"),
    put(
        "E719",
        KEYS,
        {"Type": "Utterance", "Properties": {"Value": "x", "LanguageCode": 1}},
        found=f"{KEYS}.Properties.LanguageCode",
    ),
    put(
        "E719", KEYS, {"Type": "Utterance", "Properties": {"Value": "x", "SSML": "x"}}, found=f"{KEYS}.Properties.SSML"
    ),
    put("E719", KEYS, {"Type": "Disconnect", "Properties": {"Value": "x"}}, found=f"{KEYS}.Properties"),
    put("E720", "Metadata.entryPoint", chat(), found=f"{KEYS}.Type"),
    put("E721", f"{ASSERT}.Namespace", "Queue.Name"),
    put("E721", f"{ASSERT}.Namespace", "$."),
    put("E721", f"{ASSERT}.Operator", "Exists"),
    put("E721", f"{ASSERT}.Operator", "equals"),
    put("E721", f"{ASSERT}.Operand", None),
    put("E721", f"{ASSERT}.Operand", 1),
    put("E721", f"{ASSERT}.Operand", ""),
    put("E721", f"{ASSERT}.Operator", "NumberLessThan", found=f"{ASSERT}.Operand"),
    put("E722", f"{LOG}.Type", "StopTest"),
    put("E722", f"{LOG}.Properties.Expressions", {}),
    put("E722", f"{LOG}.Properties.Expressions.queue", 1, found=f"{LOG}.Properties.Expressions"),
    put("E722", "3.Actions.2.Parameters.Command.Properties", {"Expressions": {}}),
)

OVERRIDES = (
    put("E723", "0.Actions.0.Parameters.Behavior.Type", "System"),
    put("E723", "0.Actions.0.Parameters.Behavior.Properties", None),
    put("E723", "0.Actions.0.Parameters.Behavior.Properties.ActionType", "MessageParticipant"),
    put("E723", "0.Actions.0.Parameters.Behavior.Properties.ActionParameters", {}),
    put("E723", "0.Actions.0.Parameters.Behavior.Properties.ResultOverride", {}),
    put("E724", f"{STRATEGY}.Type", "Mock"),
    put("E724", f"{STRATEGY}.SubstituteArn", ""),
    put("E724", f"{STRATEGY}.SubstituteArn", "${queue.general}"),
    put("E724", f"{MOCKED}.Type", "Success"),
    put("E724", ERROR, {"Type": "ExecutionResult", "ExecutionResult": {}}),
    put("E725", f"{MOCKED}.ExecutionResult.LoadedData", {"line_status": "open"}),
    put("E725", f"{MOCKED}.ExecutionResult.LoadedData", "open"),
    put("E725", f"{MOCKED}.ExecutionResult.DelaySeconds", "1"),
    put("E725", f"{MOCKED}.ExecutionResult.DelaySeconds", -1),
    put("E725", f"{MOCKED}.ExecutionResult.Value", "{}"),
    put("E726", f"{ERROR}.Error.Value", "Busy"),
    put("E726", f"{ERROR}.Error.DelaySeconds", True),
    put(
        "E727",
        STRATEGY,
        {"Type": "MockResponse", "Response": {"Type": "ExecutionResult", "ExecutionResult": {"Value": "InHours"}}},
        found=f"{STRATEGY}.Response",
    ),
)

VOICES = (
    put("W753", f"{MENU}.Text", "press 1"),
    put("W753", f"{MENU}.Text", "hello, caller"),
    put("W754", f"{MENU}.Text", "상담원 연결", found=MENU),
    put("W755", KEYS, {"Type": "Utterance", "Properties": {"Value": "상담원"}}),
)


def runs(rule: str, path: str, *observations: Document, entry: Mapping[str, Any] | None = None) -> Breakage:
    return Breakage(rule, placed(path), of(case(*observations, entry=dict(entry or voice()))))


RUNS = (
    runs(
        "W764",
        "2.Event.Properties",
        observation("hello", says("hello"), then=("queue",)),
        observation("queue", starts("CheckHoursOfOperation", HOURS), then=("menu",)),
        observation("menu", says("press one"), ends("end")),
    ),
    runs("W756", "0.Event", observation("queue", starts("TransferContactToQueue", QUEUE))),
    runs("W756", "Observations", observation("hello", says("hello"))),
    runs(
        "W756",
        "1.Event",
        observation(
            "start",
            begins(),
            overrides("o", "TransferContactToQueue", {"QueueId": "${queue.orders}"}, substitute("${queue.general}")),
            then=("queue",),
        ),
        observation("queue", starts("TransferContactToQueue", QUEUE)),
    ),
    runs(
        "W757",
        "0.Actions.0.Parameters.Namespace",
        observation("line", starts("InvokeLambdaFunction", FUNCTION), asserts("a", "$.External.x", "y"), ends("z")),
    ),
    runs(
        "W757",
        "0.Actions.0.Parameters.Namespace",
        observation(
            "line", completes("InvokeLambdaFunction", FUNCTION), asserts("a", "$.Lex.IntentName", "y"), ends("z")
        ),
    ),
    runs(
        "W757",
        "1.Actions.0.Parameters.Namespace",
        observation("bot", completes("ConnectParticipantWithLexBot", BOT)),
        observation("hello", says("hello"), asserts("a", "$.Lex.Slots.x", "y"), ends("z")),
    ),
    runs(
        "W758",
        "0.Actions.0.Parameters.Behavior.Properties.Strategy.Response",
        observation(
            "start", begins(), overrides("b", "ConnectParticipantWithLexBot", BOT, mock(IntentName="x")), ends("z")
        ),
    ),
    runs("W759", "0.Event.Type", observation("end", {"Type": "TestCompleted", "Properties": {}}, ends("z"))),
)

WITH_FLOWS = (
    Breakage("E728", "Metadata.entryPoint", at("Metadata.entryPoint", voice("outbound"))),
    put("W760", "3.Event.Properties.ActionParameters", {"QueueId": "${queue.billing}"}),
    put("W760", "1.Event.Properties.ActionParameters", {"LambdaFunctionARN": "${function.other}"}),
    put(
        "W760",
        "0.Actions.0.Parameters.Behavior.Properties.ActionParameters",
        {"HoursOfOperationId": "${hours.holidays}"},
    ),
    put("W761", f"{MENU}.Text", "press four", found=MENU),
    put("W761", MENU, {"Text": "nothing alike at all", "MatchingCriteria": {"Type": "Similarity"}}),
    put("W762", f"{MENU}.Text", "farewell caller", found=MENU),
    put("W763", f"{KEYS}.Properties.Value", "9"),
    put("W765", f"{MOCKED}.ExecutionResult.LoadedData", '{"status": "open"}'),
)

BREAKAGES = (*SHAPES, *DOCUMENTS, *GRAPHS, *EVENTS, *ACTIONS, *OVERRIDES, *VOICES, *RUNS)
