"""The server process, `python -m aicc_local.server`: ministack with Connect and Lex plugged in.

GATEWAY_PORT, MINISTACK_ACCOUNT_ID and MINISTACK_REGION say where; what is unsafe is not left to variables.
"""

import os
import sys
from pathlib import Path

SAFE = {
    "BIND_HOST": "127.0.0.1",  # ministack's own default is every interface
    "IOT_MTLS_ENABLED": "0",  # else an MQTT listener on every interface
    "SFTP_ENABLED": "0",
}


def main() -> None:
    """Serve until SIGTERM."""
    os.environ.update(SAFE)
    # ministack reads its environment while it is imported.
    from ministack import app

    from aicc_local.plug_in import plug_in

    plug_in()
    sys.argv = ["ministack"]
    app.main()
    # Not reached by a process that is killed: whoever finds the mark finds everything saved.
    if "AICC_SAVED_MARK" in os.environ:
        Path(os.environ["AICC_SAVED_MARK"]).touch()


if __name__ == "__main__":
    main()
