"""What is raised about days.

::

    Exception
    └── ValueError
        └── InvalidDay     the description of a day is wrong; the message names place, value and cure
"""


class InvalidDay(ValueError):
    """A description of a day that cannot be simulated.

    >>> print(InvalidDay("typical.toml: contacts: -1 is too small; write at least 1"))
    typical.toml: contacts: -1 is too small; write at least 1
    """
