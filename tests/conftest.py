"""What all tests share: how long hypothesis looks for a counter-example."""

from hypothesis import settings

# For `make unit`, which is run after every change; everything else looks as long as each test says.
settings.register_profile("quick", max_examples=10)
