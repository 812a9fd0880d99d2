"""The local AWS: the whole environment on the developer's own machine."""
