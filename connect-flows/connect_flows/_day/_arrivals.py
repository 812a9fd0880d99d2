"""When contacts come: as many as the day has, each at a time of its own, more of them where the profile is higher.

Given how many there are, the arrivals of a Poisson process whose rate follows the profile are such times, sorted.
"""

import random
from collections.abc import Sequence

from connect_flows._day._chance import Choice
from connect_flows._day._description import SLOT


def arrivals(weights: Sequence[float], contacts: int, chance: random.Random) -> list[float]:
    """Seconds since midnight, in order.

    >>> [round(each) for each in arrivals([0, 1, 0], 3, random.Random(1))]
    [2259, 2609, 3325]
    """
    slots = Choice(list(enumerate(weights)))
    return sorted((slots.draw(chance) + chance.random()) * SLOT for _ in range(contacts))
