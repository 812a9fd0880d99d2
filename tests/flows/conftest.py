from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from connect_flows import Flow, load
from connect_flows.simulator import Center
from tests.flows import company
from tests.flows.promises import check_promises, watch

FOLDER = Path(__file__).parents[2] / "flows"
FILES = [*sorted(FOLDER.glob("*.json")), *sorted(FOLDER.glob("modules/*.json"))]


@pytest.fixture(scope="session")
def flows() -> dict[str, Flow]:
    """All flows and modules by the name of their file."""
    return {file.stem: load(file) for file in FILES}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def flow_file(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def flow(flow_file: Path, flows: dict[str, Flow]) -> Flow:
    return flows[flow_file.stem]


@pytest.fixture(scope="session")
def flow_texts() -> Mapping[str, str]:
    return company.TEXTS


@pytest.fixture
def center(center: Center) -> Iterator[Center]:
    """Our centre on a good day, which keeps its promises however the test goes on."""
    witness = watch(company.goes_well(center))
    yield center
    check_promises(witness)
