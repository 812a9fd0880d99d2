"""What a rule is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from connect_flows._action_types import Aspect
from connect_flows._place import Fault
from connect_flows._view import View

DOCUMENT = "https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html"
ACTIONS = "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"
LIMITS = "https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html"
GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide"
REFUSAL = "CreateContactFlow answers InvalidContactFlowException"


class Rule(ABC):
    """One thing that a flow must, or had better, be.

    `id`: E and a number if Amazon Connect refuses a flow that breaks it, W and a number if it takes it. `text`: the
    rule in one line. `source`: where that is written or was seen.
    """

    id: ClassVar[str]
    text: ClassVar[str]
    source: ClassVar[str]

    @abstractmethod
    def check(self, view: View) -> Iterator[Fault]:
        """Where the flow breaks the rule."""


class ParameterRule(Rule):
    """A rule about one aspect of the values of parameters."""

    aspect: ClassVar[Aspect]

    def check(self, view: View) -> Iterator[Fault]:
        for _, (_, place, problem, cure) in view.wrongs[self.aspect]:
            yield Fault(place, problem, cure)
