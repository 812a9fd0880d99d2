import json
from typing import Any

import pytest

from connect_flows import parse
from tests.unit.connect_flows.building import document_of


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


def test_without_a_name_a_flow_is_called_as_its_file_is(bye: Any, found: Any) -> None:
    (finding,) = found(parse(json.dumps(document_of(bye)), source="flows/주문.json"))

    assert finding.startswith("has no name but its file's: '주문' holds characters whose metrics CloudWatch drops")


@pytest.mark.parametrize("source", ["flows/order.json", "<stdin>", "주문"])
def test_what_is_no_file_of_a_flow_has_no_name(bye: Any, found: Any, source: str) -> None:
    assert found(parse(json.dumps(document_of(bye)), source=source)) == []
