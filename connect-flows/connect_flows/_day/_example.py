"""A small day and a small flow, for the examples in docstrings."""

from functools import cache

from connect_flows._day._description import Day
from connect_flows._day._reader import parse_day
from connect_flows._day._report import Report
from connect_flows._day._simulate import simulate
from connect_flows._model import Flow
from connect_flows._reader import parse

_DAY = f"""
date = 2026-03-03
contacts = 100
arrivals = {[0] * 18 + [1] * 18 + [0] * 12}

[channels.voice]
share = 1
flow = "line"
answering = 3
patience = 120

[queues.general]
max_contacts = 20

[staff.calls]
channel = "voice"
agents = 2
queues = ["general"]
handle = {{ mean = 300, sd = 200 }}
shifts = [{{ start = "09:00", end = "19:00" }}]
"""

_FLOW = """{"Version": "2019-10-30", "StartAction": "choose", "Metadata": {"name": "line"}, "Actions": [
    {"Identifier": "choose", "Type": "UpdateContactTargetQueue", "Parameters": {"QueueId": "${queue.general}"},
     "Transitions": {"NextAction": "wait", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
    {"Identifier": "wait", "Type": "TransferContactToQueue", "Parameters": {},
     "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"},
                                                     {"ErrorType": "QueueAtCapacity", "NextAction": "bye"}]}},
    {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}"""


def day() -> Day:
    """A hundred calls between nine and six, and two agents."""
    return parse_day(_DAY, "example")


def flows() -> list[Flow]:
    """A flow in which everybody waits for an agent."""
    return [parse(_FLOW, source="line.json")]


@cache
def report() -> Report:
    """What the day brings."""
    return simulate(day(), flows(), seed=1)
