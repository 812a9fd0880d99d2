from typing import Any

import pytest


def test_finds_a_name_that_cloudwatch_drops(bye: Any, flow_of: Any, found: Any) -> None:
    (finding,) = found(flow_of(bye, Metadata={"name": "주문 상담"}))

    assert finding == (
        "Metadata.name: '주문 상담' holds characters whose metrics CloudWatch drops: '주문상담'; "
        "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%;"
    )


@pytest.mark.parametrize("name", ["", "a" * 128])
def test_finds_a_name_of_the_wrong_length(bye: Any, flow_of: Any, found: Any, name: str) -> None:
    assert len(found(flow_of(bye, Metadata={"name": name}))) == 1


@pytest.mark.parametrize("metadata", [{"name": "inbound"}, {}, {"name": 7}])
def test_other_names_are_well(bye: Any, flow_of: Any, found: Any, metadata: dict[str, object]) -> None:
    assert found(flow_of(bye, Metadata=metadata)) == []
