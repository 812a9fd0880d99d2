"""Measures the branches of flows over a run of pytest: workers send what they walked, and the run's end tells it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from connect_flows._errors import InvalidFlow
from connect_flows._model import Flow
from connect_flows._reader import load
from connect_flows._simulator._coverage import BranchCoverage
from connect_flows._simulator._coverage_left_out import LeftOut, read_left_out
from connect_flows._simulator._coverage_report import as_json, report_lines
from connect_flows._simulator._errors import SimulationError

_SENT = "connect_flows_taken"


class FlowCoveragePlugin:
    """What a run of pytest walks.

    Attributes:
        coverage: So far, in this process.
    """

    NAME = "connect-flows-coverage"

    def __init__(self, config: pytest.Config, flows: Path) -> None:
        self._config = config
        self._output = _output(config)
        try:
            self.coverage = BranchCoverage(_some_flows_in(flows), _left_out(config))
        except (InvalidFlow, SimulationError) as error:
            raise pytest.UsageError(str(error)) from error

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of pytest-xdist is done."""
        self.coverage.add(getattr(node, "workeroutput", {}).get(_SENT, ()))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Send what was walked, or judge it."""
        sent = getattr(self._config, "workeroutput", None)
        if sent is not None:
            sent[_SENT] = [list(place) for place in sorted(self.coverage.taken)]
            return
        if self._output is not None:
            self._write(self._output)
        if session.exitstatus == pytest.ExitCode.OK and (self._is_too_little or self.coverage.problems):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The table."""
        terminalreporter.section("branches of contact flows")
        for line in self._lines():
            terminalreporter.write_line(line)

    @property
    def _is_too_little(self) -> bool:
        least = self._config.getoption("--flow-coverage-fail-under")
        return least is not None and self.coverage.percent < least

    def _lines(self) -> Iterator[str]:
        yield from report_lines(self.coverage)
        if self._is_too_little:
            least = self._config.getoption("--flow-coverage-fail-under")
            yield f"FAILED: {self.coverage.percent:.1f} of a hundred branches were walked, less than {least:g}"
        if self._output is not None:
            yield f"written to {self._output}"

    def _write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        told = json.dumps(as_json(self.coverage), ensure_ascii=False, indent=2)
        (folder / "coverage.json").write_text(f"{told}\n", encoding="utf-8")
        for measured in self.coverage.flows:
            (folder / f"{measured.flow}.svg").write_text(self.coverage.drawing(measured.flow), encoding="utf-8")


def flows_in(folder: Path) -> tuple[Flow, ...]:
    """The flows of a folder, and the modules in its `modules`."""
    return tuple(load(file) for file in (*sorted(folder.glob("*.json")), *sorted(folder.glob("modules/*.json"))))


def _some_flows_in(folder: Path) -> tuple[Flow, ...]:
    flows = flows_in(folder)
    if not flows:
        raise pytest.UsageError(f"{folder} has no flow; name the folder that has them with the ini option flows_folder")
    return flows


def _left_out(config: pytest.Config) -> tuple[LeftOut, ...]:
    option, ini = config.getoption("--flow-coverage-left-out"), str(config.getini("flow_coverage_left_out"))
    if option:
        return read_left_out(config.invocation_params.dir / option)
    return read_left_out(config.rootpath / ini) if ini else ()


def _output(config: pytest.Config) -> Path | None:
    option = config.getoption("--flow-coverage")
    if not option:
        return None
    folder: Path = config.invocation_params.dir / option
    if folder.is_file() or any(folder.glob("*.py")):
        raise pytest.UsageError(
            f"--flow-coverage would write to {option}, where code is; write --flow-coverage=FOLDER, or nothing after it"
        )
    return folder
