"""The real CDK CLI against the local AWS; what it says goes to a log, and to whoever listens."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from aicc_local.lifecycle.environment import isolated
from aicc_local.lifecycle.home import REPOSITORY

Listener = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How a run of the CLI ended, and its lines."""

    status: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cdk:
    """The CLI, with variables that lead to the local AWS and nowhere else."""

    variables: Mapping[str, str]
    log: Path

    @classmethod
    def at(cls, port: int, account: str, log: Path) -> "Cdk":
        """The CLI for the local AWS on `port`."""
        return cls(variables=isolated(os.environ, port, account), log=log)

    def synth(self, environment: str, folder: Path) -> Said:
        """Synthesize an environment into `folder`."""
        # What the app runs, such as pip, is set up in the real home.
        app = f"{_env_of_home(self.variables)} {_app_command()}"
        return self.run("synth", "--quiet", "--app", app, "--context", f"env={environment}", "--output", str(folder))

    def bootstrap(self, environment: str, assembly: Path) -> Said:
        """Prepare an account and Region, such as "aws://123456789012/ap-northeast-2", for deployments."""
        return self.run("bootstrap", environment, "--app", str(assembly))

    def deploy(self, assembly: Path, on_line: Listener) -> Said:
        """Deploy an assembly without questions."""
        return self.run(
            "deploy", "--app", str(assembly), "--require-approval", "never", "--progress", "events", on_line=on_line
        )

    def run(self, *arguments: str, on_line: Listener = lambda line: None) -> Said:
        """Run `cdk ...` in the repository; the CLI does not outlive an interruption.

        Its home is an empty folder: a ~/.cdk.json there, with a profile or a proxy, would lead elsewhere.
        """
        lines: list[str] = []
        with (
            TemporaryDirectory(prefix="aicc-") as home,
            self.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                ["cdk", *arguments],
                cwd=REPOSITORY,
                env={**self.variables, **_cli_variables(self.variables), "HOME": home},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                # The app runs in processes of its own, which would outlive the CLI.
                process_group=0,
            ) as process,
        ):
            log.write(f"$ cdk {' '.join(arguments)}\n")
            try:
                for line in process.stdout or ():
                    log.write(line)
                    lines.append(line.rstrip())
                    on_line(lines[-1])
            except BaseException:
                os.killpg(process.pid, signal.SIGTERM)
                raise
        return Said(status=process.returncode, lines=tuple(lines))


def _app_command() -> str:
    command: str = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["app"]
    return command


def _env_of_home(variables: Mapping[str, str]) -> str:
    home = variables.get("HOME")
    return "env -u HOME" if home is None else f"env {shlex.quote(f'HOME={home}')}"


def _cli_variables(variables: Mapping[str, str]) -> dict[str, str]:
    return {
        # `cdk`, `node` and the `python` of cdk.json, whether or not the virtual environment is active.
        "PATH": os.pathsep.join([str(Path(sys.prefix) / "bin"), variables.get("PATH", os.defpath)]),
        "CI": "1",
        "NO_COLOR": "1",
        "CDK_DISABLE_VERSION_CHECK": "1",
    }
