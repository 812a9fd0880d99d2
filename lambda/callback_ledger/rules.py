"""The numbers that a callback lives by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """In seconds where nothing else is said.

    Attributes:
        max_attempts: Calls that Connect took, at most.
        first_delay: From the end of the first attempt to the next; each further delay is twice the one before.
        lease: How long a worker has the callback for itself; longer than the time-out of the worker's function.
        request: How long one request to Connect may take, by the client's time-outs, without any retry of the client.
        shortest_call: No call ends sooner after its request was sent. Within it a repeated token finds the call it
            made, whichever way Connect reads a token whose call has ended; after it the token is not sent again. 0
            never repeats.
        look_every: How often a call that nothing is heard of is looked for.
        settle_within: An outcome still unknown by then is left to an operator.
        longest_call: A call that still has no end by then is left to an operator.
        grace: After the time that the customer was told, how long an agent is waited for in small steps.
        wait_step: One such step.
        max_shifts: How often we move a callback to a later slot because nobody was free; then an operator decides.
        keep_days: How long a closed callback is kept.
    """

    max_attempts: int = 3
    first_delay: int = 600
    lease: int = 60
    request: int = 2
    shortest_call: int = 4
    look_every: int = 120
    settle_within: int = 1800
    longest_call: int = 7200
    grace: int = 1800
    wait_step: int = 30
    max_shifts: int = 3
    keep_days: int = 30

    def delay_after(self, attempts: int) -> int:
        """Return the wait after that many attempts.

        >>> [Rules().delay_after(attempts) for attempts in (1, 2, 3)]
        [600, 1200, 2400]
        """
        return self.first_delay << max(0, attempts - 1)
