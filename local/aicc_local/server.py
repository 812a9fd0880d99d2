"""The server process, `python -m aicc_local.server`: ministack with Connect and Lex plugged in.

GATEWAY_PORT, MINISTACK_ACCOUNT_ID and MINISTACK_REGION say where, AICC_LOCAL_TIME at what time it lives if not at the
present; what is unsafe is not left to variables. It runs in
the folder that holds its log and its state, and ends when that folder is removed: a clone that is thrown away leaves
nothing behind.
"""

import atexit
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from aicc_local.local_time import VARIABLE, live_at_wanted_time

SAFE = {
    "BIND_HOST": "127.0.0.1",  # ministack's own default is every interface
    "IOT_MTLS_ENABLED": "0",  # else an MQTT listener on every interface
    "SFTP_ENABLED": "0",
}
LOOK_SECONDS = 1


def main() -> None:
    """Serve until SIGTERM, or until the folder is gone."""
    os.environ.update(SAFE)
    try:
        # Before anything reads the clock.
        live_at_wanted_time(os.environ, _folder_of_time())
    except ValueError as error:
        sys.exit(f"{VARIABLE}: {error}")
    threading.Thread(target=_end_without_folder, daemon=True).start()
    # ministack reads its environment while it is imported.
    from ministack import app

    from aicc_local.plug_in import plug_in

    plug_in()
    sys.argv = ["ministack"]
    app.main()
    # Not reached by a process that is killed: whoever finds the mark finds everything saved.
    if "AICC_SAVED_MARK" in os.environ:
        Path(os.environ["AICC_SAVED_MARK"]).touch()


def _folder_of_time() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="aicc-time-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _end_without_folder() -> None:
    while True:
        try:
            os.getcwd()
        except FileNotFoundError:
            os.kill(os.getpid(), signal.SIGTERM)
            return
        time.sleep(LOOK_SECONDS)


if __name__ == "__main__":
    main()
