"""The environment `local`, deployed by the real CLI into a local AWS that lives on a Monday morning."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aicc_local.control import Control
from aicc_local.lifecycle.environment import isolated
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.callback_line import AGENT, STACK, CallbackLine
from tests.e2e.conversation import live_bot
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.kept_account import served
from tests.e2e.local_server import Cdk, administrator
from tests.e2e.synthesis import synthesize

MORNING = "2026-11-23 09:30"


def deploy_callbacks(server: ServerProcess, folder: Path) -> None:
    """Deploy it; its assembly goes into `folder`."""
    secrets = administrator(server).client("secretsmanager")
    secrets.create_secret(Name="aicc/local/admin", SecretString="Local-admin-1")
    Cdk(server=server).deploy(synthesize(folder, "local"))


@contextmanager
def callback_line(folder: Path, with_callbacks: Path) -> Iterator[CallbackLine]:
    """The line of an account that has it, with one agent who is free, until the block ends."""
    with served(folder, begins_as=with_callbacks, variables={"AICC_LOCAL_TIME": MORNING}) as server:
        session = administrator(server)
        control = Control(server.port)
        control.contact("make_available", user=AGENT)
        yield CallbackLine(
            session=session,
            control=control,
            outputs=DeployedStack(session.client("cloudformation"), STACK).outputs,
            bot=live_bot(session, "customer_service"),
            environment={**isolated(os.environ, server.port), "COLUMNS": "160", "NO_COLOR": "1"},
        )
