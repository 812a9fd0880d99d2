"""Ages of contacts in queue that somebody has written in seconds."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View

_A_SECOND = 1000


class AgeInSeconds(Rule):
    id = "W527"
    text = "OldestContactInQueueAgeSeconds is compared with milliseconds: 300000 for five minutes."
    source = "exports of the console, whose block shows seconds and minutes"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("CheckMetricData"):
            if action.parameters.get("MetricType") != "OldestContactInQueueAgeSeconds":
                continue
            for index, branch in enumerate(action.conditions):
                for operand in branch.operands:
                    if operand.isascii() and operand.isdecimal() and int(operand[-3:]) % _A_SECOND:
                        at = place / "Transitions" / "Conditions" / index / "Condition" / "Operands"
                        problem = f"is {shown(operand)}, which are no whole seconds in milliseconds"
                        yield Fault(at, problem, "write milliseconds: 300000 for five minutes")
