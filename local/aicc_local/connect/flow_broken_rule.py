"""A rule that a flow breaks, as the texts of Connect's problems need to know it."""

from dataclasses import dataclass
from functools import cached_property

from aicc_local.connect.flow_path import Steps, is_there, steps_of, told, value_at
from connect_flows import Action, Finding, Flow


@dataclass(frozen=True)
class BrokenRule:
    """A rule that a flow breaks.

    >>> from connect_flows import check, parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...     {"Identifier": "bye", "Type": "Disconnect", "Parameters": {}, "Transitions": {}}]}''', source="a.json")
    >>> broken = BrokenRule(flow, check(flow)[0])
    >>> broken.path, broken.value, broken.index
    ('Actions[0].Type', 'Disconnect', 0)
    """

    flow: Flow
    finding: Finding

    @cached_property
    def steps(self) -> Steps:
        """Where."""
        return steps_of(self.finding.path)

    @property
    def path(self) -> str:
        """Where, as Connect says it."""
        return told(self.steps)

    @property
    def value(self) -> object:
        """What is there."""
        return value_at(self.flow.document, self.steps)

    @property
    def is_there(self) -> bool:
        """Whether anything is there."""
        return is_there(self.flow.document, self.steps)

    @property
    def index(self) -> int:
        """Which action it is."""
        return next(step for step in self.steps if isinstance(step, int))

    @property
    def action(self) -> Action:
        """The action."""
        return self.flow.actions[self.index]
