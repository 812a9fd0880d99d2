from typing import Any

import pytest


@pytest.mark.parametrize(
    ("spelling", "cure"),
    [("CUSTOMER_QUEUE", "use customerQueue"), ("contactflow", "use contactFlow"), ("xyz", "use one of contactFlow, ")],
)
def test_finds_a_type_that_the_console_does_not_have(
    bye: Any, flow_of: Any, found: Any, spelling: str, cure: str
) -> None:
    (finding,) = found(flow_of(bye, type=spelling))

    assert finding.startswith(f"Metadata.type: {spelling!r} is no type of flow; {cure}")


@pytest.mark.parametrize("type", ["contactFlow", None])
def test_a_type_of_the_consoles_or_none_is_well(bye: Any, flow_of: Any, found: Any, type: str | None) -> None:
    assert found(flow_of(bye, type=type)) == []


def test_modules_have_no_type(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, type="flowModule"), flow_type="MODULE") == []
