"""What all tests share: how long hypothesis looks for a counter-example, and what need not be done again and again."""

import gc
import os
import sys

from hypothesis import HealthCheck, settings

# `make unit`, which is run after every change, looks for a tenth of the time. There is no deadline, because it would
# measure the machine and whatever else runs on it.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("default"), max_examples=10)

# Tests start some hundred processes of Python, and each would compile anew what it loads from this repository.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Modules and tests are there to stay. Walking through them again and again took a fifth of the time of `make unit`.
gc.set_threshold(50_000)


def pytest_collection_finish() -> None:
    gc.freeze()
