"""Who looks on at every simulated contact centre, such as the measurement of branches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from connect_flows._simulator._events import Event

Watcher = Callable[[Event], None]
_WATCHERS: list[Watcher] = []


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` see the events of every centre that is opened meanwhile.

    >>> with watching(print):
    ...     [each is print for each in watchers()]
    [True]
    """
    _WATCHERS.append(watcher)
    try:
        yield
    finally:
        _WATCHERS.remove(watcher)


def watchers() -> tuple[Watcher, ...]:
    """Who looks on now."""
    return tuple(_WATCHERS)
