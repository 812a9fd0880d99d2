from pathlib import Path

import pytest

from connect_flows import Flow, load

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
