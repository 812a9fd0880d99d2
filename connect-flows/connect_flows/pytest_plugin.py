"""The pytest plug-in: calls and chats through contact flows, and which branches they walked.

A test takes `call` or `chat`, and `center` where it has something to say of the centre itself:

    def test_whoever_presses_one_waits_for_orders(center, call):
        center.opens("main")
        call("+821012345678").hears("주문은 1번").presses("1").is_queued("orders")

The flows are those in the folder `flows` (ini option `flows_folder`). Override the fixture `flow_texts` to say what
`${text.<key>}` stands for, and `center` to say what every test takes for granted.

`pytest --flow-coverage` ends with a table of the branches that these tests walked.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from connect_flows import Flow
    from connect_flows.simulator import BranchCoverage, Call, Center, Program

_FOLDER_HELP = "folder of the flows that tests call (default: flows)"
_LEFT_OUT_HELP = "TOML file with the branches that no test need walk, each with its reason"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plug-in."""
    group = parser.getgroup("connect-flows", "contact flows")
    group.addoption(
        "--flow-coverage",
        nargs="?",
        const="",
        metavar="FOLDER",
        help="report the branches of flows that tests walked; into FOLDER as JSON and painted onto drawings, too",
    )
    group.addoption(
        "--flow-coverage-fail-under",
        type=float,
        metavar="PERCENT",
        help="fail when tests walked less than so many of a hundred branches; not to be combined with a selection",
    )
    group.addoption("--flow-coverage-left-out", metavar="FILE", help=_LEFT_OUT_HELP)
    parser.addini("flows_folder", _FOLDER_HELP, default="flows")
    parser.addini("flow_coverage_left_out", _LEFT_OUT_HELP, default="")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to measure, if that is asked for."""
    wanted = config.getoption("--flow-coverage") is not None
    if not wanted and config.getoption("--flow-coverage-fail-under") is None:
        return
    from connect_flows._pytest_coverage import FlowCoveragePlugin  # most runs of pytest have no use for it

    config.pluginmanager.register(FlowCoveragePlugin(config, _flows_folder(config)), FlowCoveragePlugin.NAME)


@pytest.fixture(scope="session")
def flows_folder(pytestconfig: pytest.Config) -> Path:
    """Where the flows are: the ini option `flows_folder`, from the root of the tests."""
    return _flows_folder(pytestconfig)


@pytest.fixture(scope="session")
def flow_texts() -> Mapping[str, str]:
    """What `${text.<key>}` stands for; nothing unless overridden."""
    return {}


@pytest.fixture(scope="session")
def flows_to_call(flows_folder: Path) -> "tuple[Flow, ...]":
    """The flows and modules of the folder, read once."""
    from connect_flows._pytest_coverage import flows_in

    return flows_in(flows_folder)


@pytest.fixture
def flow_coverage(pytestconfig: pytest.Config) -> "Iterator[BranchCoverage | None]":
    """Measures what this test walks; None when nothing is measured. For tests that open a centre of their own."""
    plugin = pytestconfig.pluginmanager.get_plugin("connect-flows-coverage")
    if plugin is None:
        yield None
        return
    from connect_flows.simulator import watching

    with watching(plugin.coverage):
        yield plugin.coverage


@pytest.fixture(scope="session")
def flow_programs(flows_to_call: "tuple[Flow, ...]", flow_texts: Mapping[str, str]) -> "Mapping[str, Program]":
    """The flows made ready to run, once for all tests."""
    from connect_flows.simulator import Center

    return Center(flows_to_call, texts=flow_texts).programs


@pytest.fixture
def center(
    flow_programs: "Mapping[str, Program]", flow_texts: Mapping[str, str], flow_coverage: "BranchCoverage | None"
) -> "Center":
    """A contact centre with the flows of the folder, new for each test."""
    from connect_flows.simulator import Center

    center = Center((), texts=flow_texts)
    center.programs = dict(flow_programs)
    return center


@pytest.fixture
def call(center: "Center") -> "Callable[..., Call]":
    """Calls the centre: `call("+821012345678")`; arguments as `Center.call` has."""
    return center.call


@pytest.fixture
def chat(center: "Center") -> "Callable[..., Call]":
    """Opens a chat: `chat()`; arguments as `Center.chat` has."""
    return center.chat


def _flows_folder(config: pytest.Config) -> Path:
    return config.rootpath / str(config.getini("flows_folder"))
