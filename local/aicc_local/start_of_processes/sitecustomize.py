"""Shifts the clock of a function's process before anything of it runs; Python imports this by its name."""

import os
import time

OFFSET = "AICC_LOCAL_TIME_OFFSET"

if os.environ.get(OFFSET):
    import time_machine

    time_machine.travel(time.time() + float(os.environ[OFFSET]), tick=True).start()
