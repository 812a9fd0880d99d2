"""Calls and chats through contact flows, without AWS.

A `Center` runs flows with queues, agents, functions and bots that do what a test tells them; a call reads as it goes:

>>> from connect_flows import parse
>>> flow = parse('''{"Version": "2019-10-30", "StartAction": "menu", "Metadata": {"name": "menu"}, "Actions": [
...     {"Identifier": "menu", "Type": "GetParticipantInput",
...      "Parameters": {"Text": "주문은 1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
...      "Transitions": {"NextAction": "bye",
...       "Conditions": [{"NextAction": "orders", "Condition": {"Operator": "Equals", "Operands": ["1"]}}],
...       "Errors": [{"ErrorType": "InputTimeLimitExceeded", "NextAction": "bye"},
...                  {"ErrorType": "NoMatchingCondition", "NextAction": "bye"},
...                  {"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
...     {"Identifier": "orders", "Type": "UpdateContactTargetQueue", "Parameters": {"QueueId": "${queue.orders}"},
...      "Transitions": {"NextAction": "wait", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
...     {"Identifier": "wait", "Type": "TransferContactToQueue", "Parameters": {},
...      "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"},
...                                                      {"ErrorType": "QueueAtCapacity", "NextAction": "bye"}]}},
...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
...     source="menu.json")
>>> call = Center([flow]).call("+821012345678", flow="menu")
>>> call.hears("1번을 눌러").presses("1").is_queued("orders")
<VOICE IN_QUEUE>
  0.0  VOICE INBOUND
  0.0  flow: menu
  0.0  menu/menu  hears: 주문은 1번을 눌러 주십시오.
  0.0  menu/menu  presses: 1
  0.0  waits in queue orders
"""

from connect_flows._simulator._agent import Agent
from connect_flows._simulator._call import Call
from connect_flows._simulator._center import Center
from connect_flows._simulator._contact import Contact, Frame, Walk
from connect_flows._simulator._coverage import BranchCoverage, FlowCoverage
from connect_flows._simulator._coverage_left_out import LeftOut, read_left_out
from connect_flows._simulator._errors import (
    CallFailure,
    MissingValue,
    NotRun,
    SimulationError,
    UnknownAction,
    UnknownReference,
    Unscripted,
)
from connect_flows._simulator._events import (
    ActionCompleted,
    ActionStarted,
    AgentConnected,
    AgentLeft,
    AttributesSet,
    BotAnswered,
    Branch,
    CallbackCreated,
    ContactUpdated,
    Disconnected,
    Event,
    FlowEntered,
    FlowFailed,
    FunctionAnswered,
    FunctionAsked,
    Held,
    Ignored,
    Input,
    ModuleEntered,
    ModuleLeft,
    Prompt,
    Queued,
    Ringing,
    Silence,
    Started,
    Transferred,
)
from connect_flows._simulator._explore._explore import explore
from connect_flows._simulator._explore._found import (
    Exploration,
    PathFinding,
    PathProblem,
    TakenBranch,
    UnknownStart,
    WalkedPath,
)
from connect_flows._simulator._hearing import heard, includes
from connect_flows._simulator._outcomes import (
    Answered,
    Asks,
    Begins,
    Ends,
    Happening,
    Pause,
    Pressed,
    Rest,
    Said,
    TimeIsUp,
)
from connect_flows._simulator._program import Program, name_of
from connect_flows._simulator._queues import Queue
from connect_flows._simulator._run import run, unheard
from connect_flows._simulator._scripts import BotScript, FunctionScript
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import (
    BotRequest,
    BotResult,
    CallbackPlan,
    FunctionRequest,
    FunctionResult,
    MockedRequest,
    Override,
    QueueMetrics,
    QueueState,
    Request,
    Surroundings,
)
from connect_flows._simulator._transcript import path, transcript
from connect_flows._simulator._watchers import watching

__all__ = [
    "ActionCompleted",
    "ActionStarted",
    "Agent",
    "AgentConnected",
    "AgentLeft",
    "Answered",
    "Asks",
    "AttributesSet",
    "Begins",
    "BotAnswered",
    "BotRequest",
    "BotResult",
    "BotScript",
    "Branch",
    "BranchCoverage",
    "Call",
    "CallFailure",
    "CallbackCreated",
    "CallbackPlan",
    "Center",
    "Contact",
    "ContactUpdated",
    "Disconnected",
    "Ends",
    "Event",
    "Exploration",
    "FlowCoverage",
    "FlowEntered",
    "FlowFailed",
    "Frame",
    "FunctionAnswered",
    "FunctionAsked",
    "FunctionRequest",
    "FunctionResult",
    "FunctionScript",
    "Happening",
    "Held",
    "Ignored",
    "Input",
    "LeftOut",
    "MissingValue",
    "MockedRequest",
    "ModuleEntered",
    "ModuleLeft",
    "NotRun",
    "Override",
    "PathFinding",
    "PathProblem",
    "Pause",
    "Pressed",
    "Program",
    "Prompt",
    "Queue",
    "QueueMetrics",
    "QueueState",
    "Queued",
    "Request",
    "Rest",
    "Ringing",
    "Said",
    "Silence",
    "SimulationError",
    "Started",
    "Step",
    "Surroundings",
    "TakenBranch",
    "TimeIsUp",
    "Transferred",
    "UnknownAction",
    "UnknownReference",
    "UnknownStart",
    "Unscripted",
    "Walk",
    "WalkedPath",
    "explore",
    "heard",
    "includes",
    "name_of",
    "path",
    "read_left_out",
    "run",
    "transcript",
    "unheard",
    "watching",
]
