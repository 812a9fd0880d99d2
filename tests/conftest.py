"""What all tests share: how long hypothesis looks for a counter-example, and what the garbage collector passes over."""

import gc

from hypothesis import settings

# For `make unit`, which is run after every change; everything else looks ten times as long.
settings.register_profile("quick", max_examples=10, deadline=None)
# A deadline measures the machine, and whatever else runs on it.
settings.register_profile("default", deadline=None)

# Modules and tests are there to stay. Walking through them again and again took a fifth of the time of `make unit`.
gc.set_threshold(50_000)


def pytest_collection_finish() -> None:
    gc.freeze()
