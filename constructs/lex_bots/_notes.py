"""What a reading comes to besides the bot: the faults with their rules, and the line of each place."""

from dataclasses import dataclass, field

import yaml

from lex_bots._place import Fault, Place
from lex_bots._yaml_text import line_of


@dataclass(slots=True)
class Notes:
    """Faults with their rules, and the line of each place."""

    faults: list[tuple[str, Fault]] = field(default_factory=list)
    lines: dict[Place, int] = field(default_factory=dict)

    def add(self, rule: str, node: yaml.Node, place: Place, problem: str, cure: str) -> None:
        """Note a fault in the line of a node."""
        self.faults.append((rule, Fault(place, problem, cure, line_of(node))))

    def add_at(self, rule: str, place: Place, problem: str, cure: str) -> None:
        """Note a fault in the line of a place that has been noted."""
        self.faults.append((rule, Fault(place, problem, cure, self.lines[place])))
