"""What queueing theory says of calls that come at random and take exponentially long.

Sources: Cooper, "Introduction to Queueing Theory" (Erlang B and C); Garnett, Mandelbaum and Reiman, "Designing a Call
Center with Impatient Customers", 2002 (Erlang A).
"""

import math


def erlang_b(load: float, agents: int) -> float:
    """The share that finds all agents busy when nobody waits."""
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked


def erlang_c(load: float, agents: int) -> float:
    """The share that has to wait when everybody waits as long as it takes."""
    blocked = erlang_b(load, agents)
    return blocked / (1.0 - load / agents * (1.0 - blocked))


def mean_wait(rate: float, handle: float, agents: int) -> float:
    """The mean wait of everybody."""
    load = rate * handle
    return erlang_c(load, agents) * handle / (agents - load)


def service_level(rate: float, handle: float, agents: int, target: float) -> float:
    """The share that waits no longer than the target."""
    load = rate * handle
    return 1.0 - erlang_c(load, agents) * math.exp(-(agents - load) * target / handle)


def erlang_a(rate: float, handle: float, agents: int, patience: float, most: int = 2000) -> tuple[float, float]:
    """The share that hangs up, and the mean wait of everybody, when patience is exponential."""
    weights, weight = [1.0], 1.0
    for number in range(1, most):
        leaving = min(number, agents) / handle + max(0, number - agents) / patience
        weight *= rate / leaving
        weights.append(weight)
    waiting = sum(max(0, number - agents) * each for number, each in enumerate(weights)) / sum(weights)
    return waiting / patience / rate, waiting / rate
