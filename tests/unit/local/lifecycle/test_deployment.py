"""A deployment does what is missing, in order, and says what came of it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import ClientError

from aicc_local.lifecycle import assembly as assemblies
from aicc_local.lifecycle import demo_customers, demo_orders, deployment, password_secrets
from aicc_local.lifecycle.assembly import Assembly
from aicc_local.lifecycle.cdk import Said
from aicc_local.lifecycle.demo_customers import CustomerStore
from aicc_local.lifecycle.deployment import Deployed
from aicc_local.lifecycle.errors import CdkFailed

if TYPE_CHECKING:
    from aicc_local.lifecycle.account import LocalAccount
    from aicc_local.lifecycle.cdk import Cdk

EVENTS = (
    "ContactCenter-dev |  0/77 | 10:00:51 PM | CREATE_IN_PROGRESS | AWS::CloudFormation::Stack | ContactCenter-dev",
    "ContactCenter-dev-Flows | 2/3 | 10:00:51 PM | CREATE_COMPLETE | AWS::Connect::ContactFlow | Inbound",
    "ContactCenter-dev | 77/77 | 10:00:51 PM | CREATE_COMPLETE | AWS::Connect::Queue | General",
    "✅  ContactCenter-dev",
)
NO_CHANGES = ("ContactCenter-dev: deploying... [1/1]", "✅  ContactCenter-dev (no changes)")


@dataclass
class FakeCdk:
    """Answers each command as told; `after` is what a deploy does to the account."""

    log: Path = Path("/home/cdk.log")
    said: dict[str, Said] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    after: Callable[[], None] = lambda: None

    def synth(self, environment: str, folder: Path) -> Said:
        return self._run("synth")

    def bootstrap(self, environment: str, assembly: Path) -> Said:
        return self._run("bootstrap")

    def deploy(self, assembly: Path, on_line: Callable[[str], None]) -> Said:
        said = self._run("deploy")
        for line in said.lines:
            on_line(line)
        self.after()
        return said

    def _run(self, command: str) -> Said:
        self.ran.append(command)
        return self.said.get(command, Said(status=0, lines=EVENTS))


@dataclass
class FakeAccount:
    """CloudFormation with stacks by name; the rest is not looked at. `statuses` come one at each look."""

    statuses: dict[str, list[str]] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=lambda: {"InstanceArn": "arn"})

    @property
    def cloudformation(self) -> "FakeAccount":
        return self

    def describe_stacks(self, *, StackName: str) -> dict[str, Any]:
        if StackName not in self.statuses:
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "does not exist"}}, "DescribeStacks")
        left = self.statuses[StackName]
        status = left.pop(0) if len(left) > 1 else left[0]
        outputs = [{"OutputKey": key, "OutputValue": value} for key, value in self.outputs.items()]
        return {"Stacks": [{"StackStatus": status, "Outputs": outputs}]}

    def get_paginator(self, operation: str) -> "FakeAccount":
        return self

    def paginate(self, *, StackName: str) -> list[dict[str, Any]]:
        return []

    secrets = functions = dynamodb = kms = None


@dataclass
class Told:
    """What the steps told."""

    steps: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, title: str) -> Iterator["Told"]:
        self.steps.append(title)
        yield self

    def count(self, done: int, total: int) -> None:
        self.steps.append(f"{done}/{total}")

    def note(self, text: str) -> None:
        self.steps.append(text)


@pytest.fixture(autouse=True)
def _seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_secrets, "make_missing", lambda client, named: sorted(named))
    monkeypatch.setattr(demo_customers, "find_store", lambda *rest: CustomerStore(table="T", key_id="K"))
    monkeypatch.setattr(demo_customers, "seed", lambda *rest: 3)
    monkeypatch.setattr("time.sleep", lambda seconds: None)


@pytest.fixture
def assembly(tmp_path: Path) -> Assembly:
    artifacts = {
        "ContactCenter-dev": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/ap-northeast-2"}
    }
    (tmp_path / "manifest.json").write_text(json.dumps({"artifacts": artifacts}), encoding="utf-8")
    template = {"Resources": {"Admin": {"Password": "{{resolve:secretsmanager:aicc/dev/admin:SecretString:::}}"}}}
    (tmp_path / "ContactCenter-dev.template.json").write_text(json.dumps(template), encoding="utf-8")
    return assemblies.read(tmp_path)


def deploy(assembly: Assembly, cdk: FakeCdk, account: FakeAccount, told: Told | None = None) -> Deployed:
    return deployment.deploy(cast("Cdk", cdk), cast("LocalAccount", account), assembly, told or Told())


def test_does_everything_in_an_empty_account(assembly: Assembly) -> None:
    told, account = Told(), FakeAccount()
    cdk = FakeCdk(after=lambda: account.statuses.update({"ContactCenter-dev": ["CREATE_COMPLETE"]}))

    deployed = deploy(assembly, cdk, account, told)

    assert cdk.ran == ["bootstrap", "deploy"]
    assert told.steps == [
        *("Bootstrap the account", "done"),
        *("Make first passwords", "aicc/dev/admin"),
        *("Deploy ContactCenter-dev", "0/77", "77/77", "77 resources"),
        *("Seed demo customers", "3 customers"),
    ]
    assert deployed.changed
    assert deployed.outputs == {"InstanceArn": "arn"}
    assert deployed.secrets == ("aicc/dev/admin",)


def test_does_nothing_twice(assembly: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_secrets, "make_missing", lambda client, named: [])
    monkeypatch.setattr(demo_customers, "seed", lambda *rest: 0)
    account = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": ["CREATE_COMPLETE"]})
    cdk, told = FakeCdk(said={"deploy": Said(status=0, lines=NO_CHANGES)}), Told()

    deployed = deploy(assembly, cdk, account, told)

    assert cdk.ran == ["deploy"]
    assert told.steps[1::2] == ["already done", "already there", "no changes", "already there"]
    assert not deployed.changed


def test_bootstraps_anew_after_a_bootstrap_that_failed(assembly: Assembly) -> None:
    account = FakeAccount({"CDKToolkit": ["ROLLBACK_COMPLETE"], "ContactCenter-dev": ["CREATE_COMPLETE"]})
    cdk = FakeCdk()

    deploy(assembly, cdk, account)

    assert cdk.ran == ["bootstrap", "deploy"]


def test_a_bootstrap_that_fails_says_where_to_read_on(assembly: Assembly) -> None:
    cdk = FakeCdk(said={"bootstrap": Said(status=1, lines=("‣ Error: bucket exists",))})

    with pytest.raises(CdkFailed, match=r"^cdk bootstrap failed: bucket exists; see /home/cdk\.log$"):
        deploy(assembly, cdk, FakeAccount())


@pytest.mark.parametrize(
    ("status", "cure"),
    [
        ("ROLLBACK_COMPLETE", "correct it, then: aicc up"),
        ("UPDATE_ROLLBACK_COMPLETE", "correct it, then: aicc up"),
        ("UPDATE_ROLLBACK_FAILED", "correct it, then: aicc reset --yes --deploy"),
        ("DELETE_FAILED", "correct it, then: aicc reset --yes --deploy"),
    ],
)
def test_a_deploy_that_fails_says_why_and_what_helps(assembly: Assembly, status: str, cure: str) -> None:
    account = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": [status]})
    cdk = FakeCdk(said={"deploy": Said(status=1, lines=("‣ DeploymentError: no such queue",))})

    with pytest.raises(CdkFailed) as failed:
        deploy(assembly, cdk, account)

    said = str(failed.value)
    assert said.startswith(f"ContactCenter-dev ({status}): no such queue; ")
    assert said.endswith(cure)
    assert "\n" not in said


def test_a_stack_that_was_not_even_begun_is_told_as_such(assembly: Assembly) -> None:
    account = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"]})
    cdk = FakeCdk(said={"deploy": Said(status=1, lines=("Template format error: no such type",))})

    with pytest.raises(CdkFailed, match=r"^ContactCenter-dev \(not made\): Template format error: no such type; corr"):
        deploy(assembly, cdk, account)


def test_waits_for_what_an_interrupted_command_began(assembly: Assembly) -> None:
    statuses = ["CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE"]
    account = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": statuses})

    deploy(assembly, FakeCdk(), account)

    assert account.statuses["ContactCenter-dev"] == ["CREATE_COMPLETE"]


def test_does_not_wait_for_ever(assembly: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deployment, "SETTLE_SECONDS", -1)
    account = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": ["UPDATE_IN_PROGRESS"]})

    with pytest.raises(CdkFailed, match=r"ContactCenter-dev is UPDATE_IN_PROGRESS .* aicc reset --yes --deploy"):
        deploy(assembly, FakeCdk(), account)


def test_leaves_a_stack_without_customers_alone(assembly: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_customers, "find_store", lambda *rest: None)
    account, told = FakeAccount({"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": ["CREATE_COMPLETE"]}), Told()

    deployed = deploy(assembly, FakeCdk(), account, told)

    assert not deployed.customers
    assert told.steps[-1] == "no function authenticates customers"


def test_seeds_orders_where_the_stack_has_a_table_for_them(assembly: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded = {"Orders": 3}
    monkeypatch.setattr(demo_orders, "seed", lambda client, table, *, today: seeded[table])
    statuses = {"CDKToolkit": ["CREATE_COMPLETE"], "ContactCenter-dev": ["CREATE_COMPLETE"]}
    told, account = Told(), FakeAccount(statuses, outputs={"OrdersTable": "Orders"})

    deploy(assembly, FakeCdk(), account, told)

    assert told.steps[-1] == "3 customers, orders of 3"


def test_a_synth_that_fails_names_each_problem(tmp_path: Path) -> None:
    problems = ("config/dev.toml: a: missing", "config/dev.toml: b: unknown key")
    lines = (*problems, "python app.py: Subprocess exited with error 1")
    cdk = FakeCdk(said={"synth": Said(status=1, lines=lines)})

    with pytest.raises(CdkFailed) as failed:
        deployment.synthesize(cast("Cdk", cdk), "dev", tmp_path, Told())

    assert str(failed.value).splitlines() == list(problems)
