"""The environment `local`, deployed by the real CLI into a local AWS that lives on a Monday morning."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aicc_local.control import Control
from aicc_local.lifecycle.environment import ACCOUNT, REGION, SECRET_ACCESS_KEY, access_key_id, isolated
from aicc_local.lifecycle.server_process import start
from tests.e2e.callback_line import AGENT, STACK, CallbackLine
from tests.e2e.conftest import REPOSITORY, Cdk, boto3_at, free_port
from tests.e2e.conversation import live_bot
from tests.e2e.deployed_stack import DeployedStack

MORNING = "2026-11-23 09:30"


@contextmanager
def callback_line(folder: Path) -> Iterator[CallbackLine]:
    """Deploy it, with one agent who is free, until the block ends."""
    assembly = folder / "cdk.out"
    environment = {**os.environ, "CDK_DEFAULT_ACCOUNT": ACCOUNT, "CDK_DEFAULT_REGION": REGION}
    command = ["cdk", "synth", "--quiet", "--context", "env=local", "--output", str(assembly)]
    subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, check=True)
    variables = {"TMPDIR": str(folder), "STATE_DIR": str(folder), "AICC_LOCAL_TIME": MORNING}
    server = start(free_port(), folder / "server.log", variables=variables)
    try:
        session = boto3_at(server, access_key_id(ACCOUNT), SECRET_ACCESS_KEY)
        session.client("secretsmanager").create_secret(Name="aicc/local/admin", SecretString="Local-admin-1")
        cdk = Cdk(server=server)
        cdk("bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", str(assembly))
        cdk.deploy(assembly)
        control = Control(server.port)
        control.contact("make_available", user=AGENT)
        outputs = DeployedStack(session.client("cloudformation"), STACK).outputs
        yield CallbackLine(
            session=session,
            control=control,
            outputs=outputs,
            bot=live_bot(session, "customer_service"),
            environment={**isolated(os.environ, server.port), "COLUMNS": "160", "NO_COLOR": "1"},
        )
    finally:
        server.stop()
