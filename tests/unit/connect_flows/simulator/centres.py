"""Contact centres around one small flow."""

from collections.abc import Mapping

from connect_flows import Flow
from connect_flows.simulator import Center
from tests.unit.connect_flows.building import Condition, Document, block
from tests.unit.connect_flows.small_flows import BYE, flow

CUSTOMER = "+821012345678"
ERRORS = ("NoMatchingError",)


def center_of(*actions: Mapping[str, object], others: tuple[Flow, ...] = ()) -> Center:
    """A centre whose flow "inbound" has these blocks, and "bye" at the end."""
    return Center([flow("inbound", *actions, BYE), *others])


def it(
    kind: str,
    parameters: Mapping[str, object] | None = None,
    *errors: str,
    conditions: tuple[Condition, ...] = (),
    next: str | None = "bye",
) -> Document:
    """The block "it": every error, and NoMatchingError, has a message of its own, "say <error>"."""
    return block("it", kind, parameters, next=next, errors={error: f"say {error}" for error in (*errors, *ERRORS)},
                 conditions=conditions)  # fmt: skip


def told(*errors: str) -> list[Document]:
    """The messages that errors lead to: each says the error's name."""
    return [
        block(f"say {error}", "MessageParticipant", {"Text": f"오류 {error}"}, next="bye")
        for error in (*errors, *ERRORS)
    ]
