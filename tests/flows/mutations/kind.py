"""A kind of defect."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.flows.mutations.document import Document, Mutant


@dataclass(frozen=True)
class Kind:
    """`rule`: what must find it. `make`: the document with the defect at every place where it fits.

    `as_deployed`: found only by who knows what the flow is deployed as, which the flow does not say any more.
    """

    rule: str
    make: Callable[[Document], Iterator[Mutant]]
    as_deployed: bool = False

    @property
    def name(self) -> str:
        return str(self.make.__name__)
