"""The life of a local AWS, by the commands that a user types: up, again, down, lost, broken, interrupted.

One server for all of it, in a folder and on a port of its own. Whoever ends it brings it up again.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from aicc_local.lifecycle import processes
from aicc_local.lifecycle.account import LocalAccount
from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS, DemoCustomer
from aicc_local.lifecycle.home import Home, Running
from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import STACK
from tests.e2e.local_server import free_port

AICC = str(Path(sys.prefix) / "bin" / "aicc")
QUEUE = "AWS::Connect::Queue"
NOT_THERE = "arn:aws:connect:ap-northeast-2:123456789012:instance/none/operating-hours/none"

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Someone at a shell, with an assembly to deploy; each command is a process of its own."""

    home: Home
    port: int
    good: Path
    broken: Path

    def types(self, *arguments: str) -> Done:
        """Run `aicc ...`, as without a terminal."""
        return subprocess.run(
            [AICC, *arguments],
            env=self.variables,
            cwd=self.home.folder.parent,
            text=True,
            capture_output=True,
            check=False,
        )

    def ups(self, *options: str) -> Done:
        """Run `aicc up` for the good assembly; it must work."""
        done = self.types("up", "--assembly", str(self.good), *options)
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    @property
    def variables(self) -> dict[str, str]:
        """What the shell has set: the way to a real account, and a proxy that nobody may ask."""
        theirs = {
            "AWS_PROFILE": "production",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
            "HTTP_PROXY": "http://127.0.0.1:9",
            "HTTPS_PROXY": "http://127.0.0.1:9",
        }
        return {**os.environ, **theirs, "AICC_HOME": str(self.home.folder), "AICC_PORT": str(self.port)}

    @property
    def server(self) -> Running:
        """The server that runs."""
        running = self.home.running()
        assert running is not None
        return running

    @property
    def account(self) -> LocalAccount:
        """The account, as a program sees it."""
        return LocalAccount(self.port)

    def output(self, name: str) -> str:
        """An output of the stack."""
        [stack] = self.account.cloudformation.describe_stacks(StackName=STACK)["Stacks"]
        return {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}[name]

    def authenticates(self, customer: DemoCustomer, method: str, answer: str) -> str:
        """The verdict of the deployed function on what a caller claims."""
        functions = self.account.functions
        [name] = [
            each["FunctionName"]
            for page in functions.get_paginator("list_functions").paginate()
            for each in page["Functions"]
            if "AuthenticateCustomer" in each["FunctionName"]
        ]
        contact = {
            "ContactId": "4a573372-1f28-4e26-b97b-00000000001a",
            "Channel": "VOICE",
            "Attributes": {},
            "InstanceARN": self.output("InstanceArn"),
            "CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": customer.phone},
        }
        parameters = {"Method": method, "Answer": answer}
        event = {"Name": "ContactFlowEvent", "Details": {"Parameters": parameters, "ContactData": contact}}
        invoked = functions.invoke(FunctionName=name, Qualifier="live", Payload=json.dumps(event))
        answered: dict[str, str] = json.loads(invoked["Payload"].read())
        return f"{answered['outcome']} {answered['display_name']}".strip()


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory, assembly: Path) -> Iterator[User]:
    folder = tmp_path_factory.mktemp("up-and-down")
    broken = CloudAssembly.copy(assembly, folder / "broken")
    for name, resource in broken.resources().items():
        if resource["Type"] == QUEUE:
            broken.change(name, HoursOfOperationArn=NOT_THERE)
    user = User(home=Home(folder / "aicc"), port=free_port(), good=assembly, broken=broken.folder)
    yield user
    user.types("reset", "--yes")


@pytest.fixture(scope="module")
def first_failure(user: User) -> Done:
    """What the very first `up` says, of an environment that CloudFormation refuses."""
    return user.types("up", "--keep", "--assembly", str(user.broken))


@pytest.fixture(scope="module")
def first(user: User, first_failure: Done) -> Done:
    """What the first good `up` says."""
    return user.ups()


def test_a_failed_first_deploy_says_why_in_one_line(user: User, first_failure: Done) -> None:
    [line] = first_failure.stderr.splitlines()

    assert first_failure.returncode == 1
    assert line.startswith(f"{STACK} (ROLLBACK_COMPLETE): {QUEUE} Routing/Queue-")
    assert NOT_THERE in line
    assert line.endswith("; correct it, then: aicc up")
    assert "Traceback" not in first_failure.stdout


def test_a_good_deploy_needs_no_hand_work_after_a_failed_one(user: User, first: Done) -> None:
    lines = first.stdout.splitlines()

    assert [line.split("  ")[0] for line in lines[: lines.index("")]] == [
        "✔ Start the local AWS",
        "✔ Bootstrap the account",
        "✔ Make first passwords",
        f"✔ Deploy {STACK}",
        "✔ Seed demo customers",
    ]
    assert f"http://localhost:{user.port}" in first.stdout
    assert all(customer.dialled in first.stdout for customer in DEMO_CUSTOMERS)


def test_the_server_outlives_the_command_without_its_terminal(user: User, first: Done) -> None:
    with open(f"/proc/{user.server.pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()

    assert fields[3] == str(user.server.pid), "it leads a session of its own"
    assert fields[4] == "0", "it has no terminal"


def test_listens_to_this_machine_only(user: User, first: Done) -> None:
    files = {os.readlink(file) for file in Path(f"/proc/{user.server.pid}/fd").iterdir()}

    listening = [address for address, inode in processes.listening_sockets() if f"socket:[{inode}]" in files]

    assert listening == [f"0100007F:{user.port:04X}"]


def test_no_password_is_shown(user: User, first: Done) -> None:
    password = user.account.secrets.get_secret_value(SecretId="aicc/dev/admin")["SecretString"]

    assert password not in first.stdout + user.home.cdk_log.read_text(encoding="utf-8")
    assert "aicc/dev/admin" in first.stdout


@pytest.mark.parametrize("customer", DEMO_CUSTOMERS, ids=lambda customer: customer.customer_id)
def test_the_deployed_function_knows_the_demo_customers(user: User, first: Done, customer: DemoCustomer) -> None:
    right = f"authenticated {customer.display_name}"

    assert user.authenticates(customer, "birth_date", customer.birth_date) == right
    assert user.authenticates(customer, "order_number", customer.order_number) == right
    assert user.authenticates(customer, "birth_date", "19000102") == "not_matched"


def test_status_tells_what_runs(user: User, first: Done) -> None:
    told = user.types("status")

    facts = dict(line.split("  ", 1) for line in told.stdout.splitlines())
    facts = {name.strip(): value.strip() for name, value in facts.items()}
    assert told.returncode == 0
    assert facts["Local AWS"] == "running"
    assert facts["Process"].startswith(str(user.server.pid))
    assert facts["Stack"] == f"{STACK}  CREATE_COMPLETE"
    assert told.stdout.count("CREATE_COMPLETE") == 1, "nested stacks and the bootstrap are not the user's"


def test_a_shell_can_be_pointed_at_it(user: User, first: Done) -> None:
    program = "import boto3; print(boto3.client('connect').list_instances()['InstanceSummaryList'][0]['Arn'])"
    shell = f'eval "$({AICC} env)" && {sys.executable} -c "{program}"'

    done = subprocess.run(["bash", "-c", shell], env=user.variables, text=True, capture_output=True, check=False)

    assert done.stdout.strip() == user.output("InstanceArn"), done.stderr


def test_up_again_synthesizes_and_changes_nothing(user: User, first: Done) -> None:
    before = user.server

    again = user.types("up", "--env", "dev")

    notes = [line.rpartition("  ")[2] for line in again.stdout.splitlines() if line.startswith("✔")]
    assert notes == [
        STACK,
        f"already runs on port {user.port} (pid {before.pid})",
        "already done",
        "already there",
        "no changes",
        "already there",
    ], again.stderr
    assert user.server == before


def test_settings_that_are_refused_are_told_as_synth_tells_them(user: User, first: Done) -> None:
    refused = user.types("up", "--env", "produ")

    assert refused.returncode == 1
    assert refused.stderr == (
        "config/produ.toml: no such environment 'produ'; did you mean 'prod'? There are dev, local, prod, staging\n"
    )


def test_a_failed_update_leaves_what_was_there(user: User, first: Done) -> None:
    failed = user.types("up", "--assembly", str(user.broken))

    [line] = failed.stderr.splitlines()
    assert failed.returncode == 1
    assert line.startswith(f"{STACK} (UPDATE_ROLLBACK_COMPLETE): {QUEUE} Routing/Queue-")
    assert user.authenticates(DEMO_CUSTOMERS[0], "birth_date", DEMO_CUSTOMERS[0].birth_date).startswith("authenticated")
    assert "no changes" in user.ups().stdout


def test_what_it_holds_survives_down_and_up(user: User, first: Done) -> None:
    instance, table, before = user.output("InstanceArn"), user.output("OperationsTable"), user.server
    item = {"pk": {"S": "LINE#main"}, "sk": {"S": "STATUS"}, "status": {"S": "emergency"}}
    user.account.dynamodb.put_item(TableName=table, Item=item)

    down = user.types("down")
    gone = processes.command_line(before.pid)
    up = user.ups()

    assert down.stderr == ""
    assert down.stdout.endswith(f"(pid {before.pid}); what it held is kept for the next `aicc up`.\n")
    assert gone is None
    assert "no changes" in up.stdout
    assert user.output("InstanceArn") == instance
    assert [each["Arn"] for each in user.account.connect.list_instances()["InstanceSummaryList"]] == [instance]
    key = {name: item[name] for name in ("pk", "sk")}
    assert user.account.dynamodb.get_item(TableName=table, Key=key)["Item"] == item
    customer = DEMO_CUSTOMERS[0]
    assert user.authenticates(customer, "birth_date", customer.birth_date).startswith("authenticated")


def test_a_killed_server_is_cleared_up_after(user: User, first: Done) -> None:
    user.types("down")
    user.ups()
    killed = user.server.pid
    os.kill(killed, signal.SIGKILL)

    status = user.types("status")
    up = user.ups()

    assert status.returncode == 1
    assert status.stdout.startswith("Local AWS  not running; start it: aicc up\n")
    assert f"the last one (pid {killed}) ended without `aicc down`" in up.stdout
    assert "no changes" in up.stdout, "what the last `down` has saved is there"


def test_a_port_that_another_program_has_is_told_with_a_way_out(user: User, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        other = {**user.variables, "AICC_HOME": str(tmp_path / "aicc"), "AICC_PORT": str(port)}
        refused = subprocess.run([AICC, "up"], env=other, text=True, capture_output=True, check=False)

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.startswith(f"port {port} is taken by another program (pid {os.getpid()}: ")
    assert refused.stderr.endswith(f"end it, or choose another port: aicc up --port {port + 1}\n")


@contextmanager
def heeding_interrupts() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_interrupted_deploy_is_gone_on_with(user: User, first: Done) -> None:
    user.types("reset", "--yes")
    command = [AICC, "up", "--assembly", str(user.good)]
    with (
        # Tests that run in the background of a shell ignore interrupts, and so would their children.
        heeding_interrupts(),
        subprocess.Popen(command, env=user.variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as up,
    ):
        assert up.stdout is not None
        assert up.stderr is not None
        for line in up.stdout:
            if line.startswith("✔ Make first passwords"):
                break
        up.send_signal(signal.SIGINT)
        said = up.stderr.read()

    assert up.returncode == 130
    assert said == "interrupted; go on: aicc up, or end the local AWS: aicc down\n"
    assert "✔ Deploy" in user.ups().stdout


def test_a_reset_leaves_nothing(user: User, first: Done) -> None:
    user.ups()

    reset = user.types("reset", "--yes")
    down = user.types("down")

    assert reset.returncode == 0
    assert [path.name for path in user.home.folder.iterdir()] == ["lock"]
    assert (down.returncode, down.stdout) == (0, "the local AWS is not running; `aicc up` starts it\n")
