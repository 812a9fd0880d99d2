"""What the constructs raise when they are given something that AWS would refuse.

ValueError
└── InvalidInput    a name, number, file or reference that cannot be deployed
"""


class InvalidInput(ValueError):
    """Something that AWS would refuse at deploy, told in one line: place, problem with the value, cure.

    Args:
        place: Where it stands, such as "Queue 'Aicc/General': name".
        problem: What is wrong, with the value.
        cure: What to do about it.

    Example:
        >>> print(InvalidInput("Queue 'General': max_contacts", "-1 is below 0", "give 0 or more"))
        Queue 'General': max_contacts: -1 is below 0; give 0 or more
    """

    def __init__(self, place: str, problem: str, cure: str) -> None:
        super().__init__(f"{place}: {problem}; {cure}")
