"""The command `connect-flows`: the only part of the package that needs more than Python."""

import importlib
import sys

_NEEDED = ("rich", "typer")


def main() -> None:
    """Run the command, or say what is to be installed for it."""
    try:
        app = importlib.import_module("connect_flows._cli.app").app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        sys.exit("the command line needs more than the package: pip install 'connect-flows[cli]'")
    app(prog_name="connect-flows")
