"""`up` starts what does not run, reuses what does, and puts the environment into it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from aicc_local.lifecycle import deployment, server
from aicc_local.lifecycle.assembly import Assembly
from aicc_local.lifecycle.deployment import Deployed
from aicc_local.lifecycle.down import down, reset
from aicc_local.lifecycle.errors import CdkFailed, FolderError, NotRunning, PortTaken, ServerError
from aicc_local.lifecycle.home import Home, Running
from aicc_local.lifecycle.status import Status, status
from aicc_local.lifecycle.up import Up, Wish, up

DEPLOYED = Deployed(stack="ContactCenter-dev", changed=True, outputs={}, secrets=(), customers=True)


@dataclass
class Machine:
    """Servers without processes, and deployments without the CDK."""

    home: Home
    alive: set[int] = field(default_factory=set)
    started: list[dict[str, Any]] = field(default_factory=list)
    account: str = "123456789012"
    refused: Exception | None = None
    port_taken: bool = False

    def start(self, home: Home, *, port: int, keeps: bool, account: str, at: datetime | None = None) -> Running:
        self.started.append({"port": port, "keeps": keeps, "account": account, **({"at": at} if at else {})})
        when = at.isoformat() if at else ""
        running = Running(pid=100 + len(self.started), port=port, account=account, keeps=keeps, at=when)
        self.alive.add(running.pid)
        if keeps:
            home.take_state()
        home.log.touch()
        home.remember(running)
        return running

    def kill(self, home: Home, pid: int, how: int) -> None:
        self.alive.discard(pid)
        recorded = home.recorded()
        if recorded and recorded.keeps and how == 15:
            home.saved_mark.touch()

    def check_port(self, port: int) -> None:
        if self.port_taken:
            raise PortTaken(port, "another program")

    def synthesize(self, cdk: Any, environment: str, folder: Path, progress: Any) -> Assembly:
        return Assembly(folder=folder, stack=f"ContactCenter-{environment}", account=self.account, region="x")

    def deploy(self, *rest: Any) -> Deployed:
        if self.refused:
            raise self.refused
        return DEPLOYED


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(Home(tmp_path / "aicc"))
    owns: Callable[[Home, int], bool] = lambda home, pid: pid in machine.alive  # noqa: E731
    monkeypatch.setattr(Home, "owns", owns)
    monkeypatch.setattr(Home, "strays", lambda home: [])
    monkeypatch.setattr(server, "start", machine.start)
    monkeypatch.setattr(server, "_end", machine.kill)
    monkeypatch.setattr(server, "check_port", machine.check_port)
    monkeypatch.setattr(server, "answers", lambda port: True)
    monkeypatch.setattr(deployment, "synthesize", machine.synthesize)
    monkeypatch.setattr(deployment, "deploy", machine.deploy)
    return machine


def bring_up(machine: Machine, **wishes: Any) -> Up:
    return up(machine.home, Wish(**wishes))


def test_starts_a_server_on_the_port_that_aws_emulators_use(machine: Machine) -> None:
    found = bring_up(machine)

    assert machine.started == [{"port": 4566, "keeps": False, "account": "123456789012"}]
    assert found.deployed == DEPLOYED


def test_starts_one_for_the_account_of_the_environment(machine: Machine) -> None:
    machine.account = "111122223333"

    assert bring_up(machine, environment="prod", port=5000).running.account == "111122223333"


def test_reuses_the_server_that_runs(machine: Machine) -> None:
    first = bring_up(machine, port=5000)

    assert bring_up(machine).running == first.running
    assert len(machine.started) == 1


def test_starts_one_that_lives_at_another_time(machine: Machine) -> None:
    running = bring_up(machine, at="2026-12-25 10:00").running

    assert running.at == "2026-12-25T10:00:00+09:00"
    assert machine.started[0]["at"] == datetime.fromisoformat("2026-12-25T01:00Z")


def test_goes_on_with_one_that_lives_at_another_time(machine: Machine) -> None:
    first = bring_up(machine, at="2026-12-25 10:00").running

    assert bring_up(machine).running == first
    assert bring_up(machine, at="2026-12-25T01:00Z").running == first


def test_does_not_change_the_time_of_a_server_that_runs(machine: Machine) -> None:
    bring_up(machine)

    with pytest.raises(ServerError, match=r"not one that lives at 2026-12-25T10:00:00\+09:00; end it first: aicc down"):
        bring_up(machine, at="2026-12-25 10:00")


def test_the_next_one_lives_at_the_present(machine: Machine) -> None:
    bring_up(machine, at="2026-12-25 10:00", keep=True)
    down(machine.home)

    assert bring_up(machine).running.at == ""


def test_a_time_that_is_none_is_told_before_anything_is_done(machine: Machine) -> None:
    with pytest.raises(ServerError, match="--at: 'noon' is no time to live at; write it as 2026-12-25 10:00"):
        bring_up(machine, at="noon")

    assert machine.started == []


def test_does_not_deploy_into_a_server_of_another_account(machine: Machine) -> None:
    bring_up(machine)
    machine.account = "111122223333"

    with pytest.raises(ServerError, match="for account 123456789012, and not one of account 111122223333"):
        bring_up(machine, environment="prod")


def test_a_taken_port_is_told_before_anything_is_done(machine: Machine) -> None:
    machine.port_taken = True

    with pytest.raises(PortTaken):
        bring_up(machine)

    assert machine.started == []


def test_starts_anew_after_a_server_that_was_lost(machine: Machine) -> None:
    bring_up(machine)
    machine.alive.clear()

    bring_up(machine)

    assert len(machine.started) == 2


def test_goes_on_keeping_after_a_loss(machine: Machine) -> None:
    bring_up(machine, keep=True)
    machine.alive.clear()

    bring_up(machine)

    assert [each["keeps"] for each in machine.started] == [True, True]


def test_does_not_start_with_half_of_what_was_kept(machine: Machine) -> None:
    damage_state(machine.home)

    with pytest.raises(FolderError, match="damaged"):
        bring_up(machine)

    assert machine.started == []


def test_starts_without_what_is_damaged_when_asked_to(machine: Machine) -> None:
    damage_state(machine.home)

    bring_up(machine, keep=False)

    assert len(machine.started) == 1


def damage_state(home: Home) -> None:
    file = home.state / "services" / "cloudformation.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"stacks": {', encoding="utf-8")


def test_goes_on_with_what_was_kept(machine: Machine) -> None:
    bring_up(machine, keep=True)
    (machine.home.live_state / "something").touch()

    ended = down(machine.home)
    bring_up(machine)

    assert ended.saved
    assert machine.started[1]["keeps"]


def test_keeps_nothing_unless_asked(machine: Machine) -> None:
    bring_up(machine)

    assert not down(machine.home).saved
    assert not machine.home.holds_state


def test_leaves_what_was_kept_alone_when_told_not_to_keep(machine: Machine) -> None:
    bring_up(machine, keep=True)
    (machine.home.live_state / "something").touch()
    down(machine.home)

    bring_up(machine, keep=False)

    assert not machine.started[1]["keeps"]
    assert machine.home.holds_state


def test_tells_which_services_could_not_be_kept(machine: Machine) -> None:
    bring_up(machine, keep=True)
    machine.home.log.write_text("ERROR [persistence] Persistence: failed to save sqs: not JSON\n", encoding="utf-8")

    assert down(machine.home).unsaved == ("sqs",)


def test_a_failed_deployment_leaves_the_server_running(machine: Machine) -> None:
    machine.refused = CdkFailed("no")

    with pytest.raises(CdkFailed):
        bring_up(machine)

    assert machine.home.running() is not None


def test_a_server_that_is_lost_meanwhile_is_told_in_a_line(machine: Machine) -> None:
    machine.refused = EndpointConnectionError(endpoint_url="http://localhost:4566")

    with pytest.raises(ServerError, match=r"on port 4566 refused: Could not connect .*; see .*server\.log"):
        bring_up(machine)


def test_nothing_to_end(machine: Machine) -> None:
    with pytest.raises(NotRunning, match=r"the local AWS is not running; `aicc up` starts it"):
        down(machine.home)


def test_a_reset_removes_what_runs_and_what_was_kept(machine: Machine) -> None:
    bring_up(machine, keep=True)
    down(machine.home)
    running = bring_up(machine).running

    assert reset(machine.home) == running
    assert machine.alive == set()
    assert not machine.home.holds_state


def test_a_reset_of_nothing_is_fine(machine: Machine) -> None:
    assert reset(machine.home) is None


def test_the_status_of_nothing(machine: Machine) -> None:
    assert status(machine.home) == Status(running=None)


def test_the_status_of_a_server_that_does_not_answer(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    running = bring_up(machine).running
    monkeypatch.setattr("aicc_local.lifecycle.status.answers", lambda port: False)

    found = status(machine.home)

    assert (found.running, found.answers, found.stacks) == (running, False, ())
