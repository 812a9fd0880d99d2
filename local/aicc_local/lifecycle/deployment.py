"""One environment put into the local AWS: its secrets, the bootstrap, the deploy, its demo data."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from aicc_local.lifecycle import assembly as assemblies
from aicc_local.lifecycle import demo_customers, demo_orders, password_secrets, stack_failure
from aicc_local.lifecycle.errors import CdkFailed

if TYPE_CHECKING:
    from pathlib import Path

    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackTypeDef

    from aicc_local.lifecycle.account import LocalAccount
    from aicc_local.lifecycle.assembly import Assembly
    from aicc_local.lifecycle.cdk import Cdk, Said
    from aicc_local.lifecycle.progress import Progress, Step

BOOTSTRAP_STACK = "CDKToolkit"
SETTLE_SECONDS = 300
# `ContactCenter-dev | 63/77 | 10:00:51 PM | CREATE_COMPLETE ...`, of the root stack: nested ones count for themselves.
_EVENT = re.compile(r"^(\S+) \|\s*(\d+)/(\d+) \|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """What a deployment came to.

    Attributes:
        stack: Its name.
        changed: Whether there was anything to do.
        outputs: The stack's.
        secrets: The names of the secrets that hold first passwords.
        customers: Whether demo customers are there.
    """

    stack: str
    changed: bool
    outputs: dict[str, str]
    secrets: tuple[str, ...]
    customers: bool


def synthesize(cdk: Cdk, environment: str, folder: Path, progress: Progress) -> Assembly:
    """Write the environment's templates into `folder`.

    Raises:
        CdkFailed: The environment's settings or flows are refused; one line for each problem.
    """
    with progress.step(f"Synthesize {environment}") as step:
        said = cdk.synth(environment, folder)
        if said.status:
            raise CdkFailed("\n".join(stack_failure.from_synth(said.lines)) or f"cdk synth failed; see {cdk.log}")
        assembly = assemblies.read(folder)
        step.note(assembly.stack)
    return assembly


def deploy(cdk: Cdk, account: LocalAccount, assembly: Assembly, progress: Progress) -> Deployed:
    """Put an assembly into the local AWS, with all that it needs beforehand and the demo data after it.

    Raises:
        CdkFailed: It was refused; CloudFormation has rolled it back.
    """
    with progress.step("Bootstrap the account") as step:
        step.note(_bootstrap(cdk, account.cloudformation, assembly))
    with progress.step("Make first passwords") as step:
        named = password_secrets.named_in(assembly.templates())
        made = password_secrets.make_missing(account.secrets, named)
        step.note(", ".join(made) or ("already there" if named else "none needed"))
    with progress.step(f"Deploy {assembly.stack}") as step:
        changed = _deploy(cdk, account.cloudformation, assembly, step)
    with progress.step("Seed demo customers") as step:
        store = demo_customers.find_store(account.cloudformation, account.functions, assembly.stack)
        outputs = outputs_of(find_stack(account.cloudformation, assembly.stack))
        notes = (_seed(account, store), _seed_orders(account, outputs.get(demo_orders.TABLE_OUTPUT)))
        step.note(", ".join(dict.fromkeys(filter(None, notes))))
    return Deployed(
        stack=assembly.stack,
        changed=changed,
        outputs=outputs,
        secrets=tuple(sorted(named)),
        customers=store is not None,
    )


def find_stack(cloudformation: CloudFormationClient, name: str) -> StackTypeDef | None:
    """The stack, unless there is none."""
    try:
        return cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError:
        return None


def outputs_of(stack: StackTypeDef | None) -> dict[str, str]:
    """Its outputs by key."""
    outputs = stack.get("Outputs", []) if stack else []
    return {each["OutputKey"]: each["OutputValue"] for each in outputs}


def _bootstrap(cdk: Cdk, cloudformation: CloudFormationClient, assembly: Assembly) -> str:
    stack = find_stack(cloudformation, BOOTSTRAP_STACK)
    if stack and stack["StackStatus"] in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}:
        return "already done"
    _raise_if_failed(cdk, cdk.bootstrap(assembly.environment, assembly.folder), "cdk bootstrap")
    return "done"


def _deploy(cdk: Cdk, cloudformation: CloudFormationClient, assembly: Assembly, step: Step) -> bool:
    _settle(cloudformation, assembly.stack)
    since = datetime.now(UTC)
    total = 0

    def follow(line: str) -> None:
        nonlocal total
        event = _EVENT.match(line)
        if event and event[1] == assembly.stack:
            total = int(event[3])
            step.count(int(event[2]), total)

    said = cdk.deploy(assembly.folder, follow)
    if said.status:
        raise CdkFailed(_failure(cloudformation, assembly, said, since))
    changed = not any("(no changes)" in line for line in said.lines)
    step.note(f"{total} resources" if changed else "no changes")
    return changed


def _settle(cloudformation: CloudFormationClient, name: str) -> None:
    """Wait for what an interrupted command began; CloudFormation goes on with it."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        stack = find_stack(cloudformation, name)
        status = stack["StackStatus"] if stack else ""
        if not status.endswith("_IN_PROGRESS") or status == "REVIEW_IN_PROGRESS":
            return
        if time.monotonic() > deadline:
            raise CdkFailed(
                f"{name} is {status} for more than {SETTLE_SECONDS} s; begin from nothing: aicc reset --yes --deploy"
            )
        time.sleep(0.2)


def _failure(cloudformation: CloudFormationClient, assembly: Assembly, said: Said, since: datetime) -> str:
    reason = stack_failure.from_events(cloudformation, assembly, since) or stack_failure.from_output(said.lines)
    stack = find_stack(cloudformation, assembly.stack)
    status = stack["StackStatus"] if stack else "not made"
    cure = "correct it, then: aicc up"
    if status.endswith("ROLLBACK_FAILED") or status == "DELETE_FAILED":
        cure = "what is there cannot be updated any more; correct it, then: aicc reset --yes --deploy"
    return f"{assembly.stack} ({status}): {reason}; {cure}"


def _raise_if_failed(cdk: Cdk, said: Said, what: str) -> None:
    if said.status:
        raise CdkFailed(f"{what} failed: {stack_failure.from_output(said.lines)}; see {cdk.log}")


def _seed(account: LocalAccount, store: demo_customers.CustomerStore | None) -> str:
    if store is None:
        return "no function authenticates customers"
    new = demo_customers.seed(account.dynamodb, account.kms, store)
    return f"{new} customers" if new else "already there"


def _seed_orders(account: LocalAccount, table: str | None) -> str:
    if table is None:
        return ""
    # The function counts days in Korea, where there is no summer time.
    today = (datetime.now(UTC) + timedelta(hours=9)).date()
    new = demo_orders.seed(account.dynamodb, table, today=today)
    return f"orders of {new}" if new else "already there"
