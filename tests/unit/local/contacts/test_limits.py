"""How long functions may take: by the time that they really take."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import asking, control
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say


class Watch:
    """Goes on only while a function runs."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """What the local AWS looks at."""
    made = Watch()
    monkeypatch.setattr(asking, "time", made)
    return made


def slow(watch: Watch, seconds: float, *, fails: bool = False) -> Any:
    def answer(event: Mapping[str, Any]) -> Any:
        watch.seconds += seconds
        if fails:
            raise RuntimeError
        return {}

    return answer


def test_functions_in_a_row_share_twenty_seconds(centre: ContactCentre, watch: Watch) -> None:
    function = centre.add_function("status", slow(watch, 7))
    flow = centre.add_flow("row", _ask("a", function, "b"), _ask("b", function, "c"), _ask("c", function, "bye"))

    centre.chat(flow)

    assert [invoked.seconds for invoked in centre.aws.functions.invocations] == [8, 8, 6]


def test_a_prompt_begins_another_row(centre: ContactCentre, watch: Watch) -> None:
    function = centre.add_function("status", slow(watch, 7))
    row = (_ask("a", function, "b"), _ask("b", function, "hi"), say("hi", "잠시만요", "c"), _ask("c", function, "bye"))

    centre.chat(centre.add_flow("row", *row))

    assert [invoked.seconds for invoked in centre.aws.functions.invocations] == [8, 8, 8]


def test_all_attempts_share_the_time_of_the_block(centre: ContactCentre, watch: Watch) -> None:
    function = centre.add_function("status", slow(watch, 3, fails=True))
    flow = centre.add_flow("failing", _ask("a", function, "bye", "fault"), say("fault", "고장", "bye"))

    contact = centre.chat(flow)

    assert [invoked.seconds for invoked in centre.aws.functions.invocations] == [8, 5, 2]
    assert control.look(centre.aws, contact)["said"] == ["고장"]


def _ask(name: str, function: str, then: str, otherwise: str = "bye") -> dict[str, Any]:
    return block(
        name,
        "InvokeLambdaFunction",
        then,
        LambdaFunctionARN=function,
        InvocationTimeLimitSeconds="8",
        errors={"NoMatchingError": otherwise},
    )
